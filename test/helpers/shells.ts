/** Asks real shells what they would complete, each in its own way, so that one specification holds for all. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Shell = 'bash' | 'zsh' | 'fish';

/** What a shell offers at the end of each line, in order of the alphabet; paths are those of the folder `cwd`. */
export function offers(shell: Shell, completion: string, lines: readonly string[], cwd: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'civic-topics-shell-'));
  try {
    const script = join(folder, 'completion');
    writeFileSync(script, completion);
    const said = { bash: askBash, zsh: askZsh, fish: askFish }[shell](script, lines, cwd);
    return said.map((words) => words.map((word) => word.replaceAll(/^--.*=(?=.)|[=/ ]$|\\/g, '')).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What `civic-topics` is called with when this is typed at a terminal, Tab among it. The completion is evaluated in bash, and
 * a file of a function folder in zsh.
 */
export function typed(shell: 'bash' | 'zsh', completion: string, keys: string, cwd: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'civic-topics-typed-'));
  const out = join(folder, 'out');
  const program = `civic-topics() { printf '%s\\n' "$@" >'${out}'; }`;
  writeFileSync(join(folder, '.bashrc'), `${completion}${program}\n`);
  writeFileSync(join(folder, '_civic-topics'), completion);
  writeFileSync(join(folder, '.zshrc'), `fpath+='${folder}'; autoload -U compinit; compinit -u -D; ${program}\n`);
  const start = { bash: `bash --rcfile '${folder}/.bashrc' -i`, zsh: `ZDOTDIR='${folder}' zsh -d -i` };
  atTerminal(start[shell], `${keys}\nexit 0\n`, cwd);
  const words = readFileSync(out, 'utf8').split('\n').slice(0, -1);
  rmSync(folder, { recursive: true });
  return words;
}

/** What is typed before the program reads waits for it. */
function atTerminal(command: string, input: string, cwd: string): void {
  execFileSync('script', ['-qec', command, '/dev/null'], { cwd, input, stdio: ['pipe', 'ignore', 'ignore'] });
}

/** As bash does it: the words in COMP_WORDS, then the function; where it leaves the answer to bash, the paths that bash would give. */
function askBash(script: string, lines: readonly string[], cwd: string): string[][] {
  const ask = lines.map(
    (line) => `
      COMP_WORDS=(${words(line).map(quoted).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); given=default
      _civic_topics
      if [[ $given == default && \${#COMPREPLY[@]} == 0 ]]; then compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"; fi
      for word in "\${COMPREPLY[@]}"; do echo "$word"; done; echo ===`,
  );
  const program = `source '${script}'; compopt() { given=nothing; }; complete -p civic-topics | grep -q -- '-o default' || exit 9; ${ask.join('')}`;
  return answers(execFileSync('bash', ['--noprofile', '--norc', '-c', program], { cwd, encoding: 'utf8' }));
}

/** At a terminal, with a compadd that also writes down what it is given. */
function askZsh(script: string, lines: readonly string[], cwd: string): string[][] {
  const folder = join(script, '..');
  const out = join(folder, 'out');
  writeFileSync(
    join(folder, '.zshrc'),
    `autoload -U compinit; compinit -u -D
source '${script}'
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits; builtin compadd -A hits "$@"
  (( $#hits )) && print -rl -- $hits >>'${out}'
  builtin compadd "$@"
}
write-down() { zle list-choices; print '===' >>'${out}'; BUFFER= }
zle -N write-down; bindkey '^I' write-down
`,
  );
  atTerminal(`ZDOTDIR='${folder}' zsh -d -i`, `${lines.map((line) => `${line}\t`).join('')}exit 0\n`, cwd);
  return answers(readFileSync(out, 'utf8'));
}

function askFish(script: string, lines: readonly string[], cwd: string): string[][] {
  const ask = lines.map((line) => `complete -C${quoted(line)}; echo ===`);
  const said = execFileSync('fish', ['--no-config', '-c', `source '${script}'; ${ask.join('; ')}`], {
    cwd,
    encoding: 'utf8',
  });
  return answers(said.replaceAll(/\t.*/g, ''));
}

function answers(said: string): string[][] {
  return said
    .split('===\n')
    .slice(0, -1)
    .map((part) => part.split('\n').filter(Boolean));
}

/** The line as bash divides it: at spaces and around equals signs. */
function words(line: string): string[] {
  return line.split(/ |(?<==)|(?==)/);
}

function quoted(text: string): string {
  return `'${text}'`;
}

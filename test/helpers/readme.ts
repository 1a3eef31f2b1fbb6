/** The blocks of README.md that can be run: what they say they print, and what they print. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { ROOT } from './built-cli.js';

const run = promisify(execFile);
const README = `${ROOT}/README.md`;
const SCRATCH = `${ROOT}/node_modules/.cache/readme`;

/** A block with the text that stands in the README and the text that belongs there. */
export interface Block {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  print(): Promise<string>;
}

/** Every `ts` block that a `text` block follows, and every `console` block, where each line with a `$` is a command. */
export function runnableBlocks(readme = readFileSync(README, 'utf8')): Block[] {
  const programs = [...readme.matchAll(/```ts\n((?:(?!```)[\s\S])*)```\s*\n```text\n([\s\S]*?)```/g)].map(
    (match, i): Block => {
      const end = match.index + match[0].length - 3;
      const written = match[2] as string;
      return {
        name: `program ${i + 1}`,
        start: end - written.length,
        end,
        written,
        print: () => runProgram(match[1] as string, i),
      };
    },
  );
  const sessions = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map((match, i): Block => {
    const start = match.index + '```console\n'.length;
    const written = match[1] as string;
    return { name: `session ${i + 1}`, start, end: start + written.length, written, print: () => runSession(written) };
  });
  return [...programs, ...sessions].sort((a, b) => a.start - b.start);
}

async function runProgram(source: string, index: number): Promise<string> {
  mkdirSync(SCRATCH, { recursive: true });
  const file = `${SCRATCH}/program-${index}.mjs`;
  const { code } = await transform(source.replaceAll("'civic-topics'", `'${ROOT}/dist/index.js'`), {
    loader: 'ts',
    format: 'esm',
  });
  writeFileSync(file, code);
  // Where it may write files.
  return (await run(process.execPath, [file], { cwd: SCRATCH })).stdout;
}

async function runSession(session: string): Promise<string> {
  mkdirSync(SCRATCH, { recursive: true });
  writeFileSync(`${SCRATCH}/civic-topics`, `#!/bin/sh\nexec '${process.execPath}' '${ROOT}/dist/cli.js' "$@"\n`, {
    mode: 0o755,
  });
  const env = { ...process.env, FORCE_COLOR: '0', PATH: `${SCRATCH}:${process.env.PATH}` };
  let output = '';
  for (const command of session.split('\n').filter((line) => line.startsWith('$ '))) {
    const { stdout } = await run('bash', ['-c', command.slice(2)], { cwd: ROOT, env });
    output += `${command}\n${stdout}`;
  }
  return output;
}

/** Writes into README.md what its blocks print. */
export async function updateReadme(): Promise<void> {
  let readme = readFileSync(README, 'utf8');
  for (const block of runnableBlocks(readme).reverse()) {
    readme = readme.slice(0, block.start) + (await block.print()) + readme.slice(block.end);
  }
  writeFileSync(README, readme);
}

/** Runs the built command line as a user runs it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = `${ROOT}/dist/cli.js`;

/** How a command ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string | Buffer;
  readonly cwd?: string;
}

/** Runs `civic-topics` with these arguments; resolves when it has ended, however it ended. */
export function civicTopics(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return startCivicTopics(args, surroundings).ended;
}

/** The same, for a test that does something to the process meanwhile. */
export function startCivicTopics(
  args: readonly string[],
  { input = '', cwd = ROOT }: Surroundings = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  // Whoever runs the tests may want colours; what they read from a pipe has none.
  const env = { ...process.env, FORCE_COLOR: '0' };
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

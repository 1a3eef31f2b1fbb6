/** Runs a program once and waits for its end. */
import { spawn } from 'node:child_process';

/**
 * Seconds from just before the start to the end of the process, and what it wrote to standard output.
 * Rejects with what it wrote to standard error when it fails.
 */
export function runNode(args) {
  return runProgram(process.execPath, args);
}

/** The same for any program. */
export function runProgram(program, args) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, complaints] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part) => (output += part));
    child.stderr.setEncoding('utf8').on('data', (part) => (complaints += part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const seconds = (performance.now() - began) / 1000;
      if (code === 0 && output !== '') resolve({ seconds, output });
      else
        reject(
          new Error(`Expected an answer of ${program} ${args.join(' ')}, got exit ${code ?? signal}:\n${complaints}`),
        );
    });
  });
}

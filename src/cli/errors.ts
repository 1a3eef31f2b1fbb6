/** Says on stderr what went wrong, and which exit code it makes. */
import { CivicTopicsError } from '../errors.js';
import { UsageError } from './args.js';
import { EXIT } from './exit-codes.js';
import { type Io, write } from './io.js';

export async function reportError(error: unknown, io: Io): Promise<number> {
  if (io.signal.aborted) return say(io, 'civic-topics: interrupted.\n', EXIT.interrupted);
  if (isClosedPipe(error)) return EXIT.done;
  if (error instanceof UsageError) return say(io, usageMessage(error), EXIT.wrongUsage);
  if (error instanceof CivicTopicsError || isSystemError(error))
    return say(io, `civic-topics: ${error.message}\n`, EXIT.failed);
  return say(io, bugMessage(error), EXIT.failed);
}

/** What nobody can be told any more, because stderr itself is gone, changes nothing about the exit code. */
async function say(io: Io, message: string, code: number): Promise<number> {
  await write(io.stderr, message).catch(() => undefined);
  return code;
}

/** The reader of our output has seen enough, as `head` does. */
function isClosedPipe(error: unknown): boolean {
  return isSystemError(error) && error.code === 'EPIPE';
}

/** A full disk, say: no bug, and its message is all there is to know. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function usageMessage({ message, command }: UsageError): string {
  const help = command ? `civic-topics ${command} --help` : 'civic-topics --help';
  return `civic-topics: ${message}\n${help} shows what is possible.\n`;
}

function bugMessage(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `civic-topics: unexpected error; this is a bug, please report it with the lines below.\n${stack}\n`;
}

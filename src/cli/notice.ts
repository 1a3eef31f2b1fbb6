/** Says something to the user beside the results. */
import { type Io, write } from './io.js';

/** @param message without a full stop */
export function notice({ stderr }: Pick<Io, 'stderr'>, message: string): Promise<void> {
  return write(stderr, `civic-topics: ${message}.\n`);
}

/** What a terminal can show, and what its user wants to see of it. */

/** Colours that may be used: none at all, the sixteen that each terminal names for itself, or the table of 256. */
export type Colours = 0 | 16 | 256;

export interface Terminal {
  /** Cells of a line. */
  readonly columns: number;
  readonly colours: Colours;
}

/** The part of a stream that says what it is. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Bits: 1 for no colours; knows NO_COLOR, TERM=dumb and the names of many terminals. */
  getColorDepth?(env: Readonly<Record<string, string | undefined>>): number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const USUAL_COLUMNS = 80;

/**
 * Undefined for a file or a pipe, unless FORCE_COLOR asks for colours there, too. FORCE_COLOR counts for more than NO_COLOR, as it
 * does in Node.
 *
 * @see https://no-color.org and https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
export function terminalOf(screen: Screen, env: Environment): Terminal | undefined {
  const forced = forcedColours(env.FORCE_COLOR);
  if (!screen.isTTY && !forced) return undefined;
  return { columns: columnsOf(screen, env), colours: forced ?? ownColours(screen, env) };
}

/** Undefined when the variable is not set. */
function forcedColours(value: string | undefined): Colours | undefined {
  if (value === undefined) return undefined;
  if (value === '0' || value === 'false') return 0;
  return value === '2' || value === '3' ? 256 : 16;
}

function ownColours(screen: Screen, env: Environment): Colours {
  if (env.NO_COLOR || env.TERM === 'dumb') return 0;
  const bits = screen.getColorDepth?.(env) ?? 1;
  if (bits >= 8) return 256;
  return bits >= 4 ? 16 : 0;
}

function columnsOf({ columns }: Screen, env: Environment): number {
  const told = Number(env.COLUMNS);
  if (columns) return columns;
  return Number.isInteger(told) && told > 0 ? told : USUAL_COLUMNS;
}

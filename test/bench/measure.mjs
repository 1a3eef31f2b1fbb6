/** Runs the contenders in turn, round after round, each time in a new process. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runNode, runProgram } from './child.mjs';
import { BASELINE, FIRST_ANSWER, THROUGHPUT, throughputCommand } from './contenders.mjs';
import { PEERS, ROOF_MODEL } from './places.mjs';
import { summarise } from './statistics.mjs';
import { textsOf } from './texts.mjs';

const MODES = ['one by one', 'in batches of 16'];
const ROOF = fileURLToPath(new URL('roof.mjs', import.meta.url));

/** Every second round runs backwards, so that what slows a machine down over time falls on all alike. */
const inTurn = (list, round) => (round % 2 === 0 ? list : list.toReversed());

/** For each set, one by one and in batches: texts a second, tokens a second and peak memory of each contender. */
export async function measureThroughput(sets, texts, settings, peerPython, note) {
  for (const set of sets) writeFileSync(textsFile(set), JSON.stringify(textsOf(set, settings.texts)));
  const jobs = sets.flatMap((set) => MODES.map((mode) => ({ set, mode, runs: THROUGHPUT.map(() => []) })));
  for (let round = 0; round < settings.rounds; round++) {
    for (const { set, mode, runs } of jobs) {
      note(`round ${round + 1} of ${settings.rounds}: ${set}, ${mode}`);
      for (const contender of inTurn(THROUGHPUT, round)) {
        const job = {
          set,
          mode,
          threads: settings.threads,
          limit: settings.texts,
          textsFile: textsFile(set),
          peerPython,
        };
        const { output } = await runProgram(...throughputCommand(contender, job));
        runs[THROUGHPUT.indexOf(contender)].push(JSON.parse(output.trimEnd().split('\n').at(-1)));
      }
    }
  }
  return jobs.map(({ set, mode, runs }) => {
    const rows = runs.map((found, i) => ({ contender: THROUGHPUT[i].name, ...figures(found, texts[set]) }));
    return { set, mode, contenders: withRatios(rows) };
  });
}

const textsFile = (set) => `${PEERS}texts-${set}.json`;

function figures(runs, { count, tokens }) {
  return {
    textsPerSecond: summarise(runs.map((run) => count / run.seconds)),
    tokensPerSecond: summarise(runs.map((run) => tokens / run.seconds)),
    peakMegabytes: summarise(runs.map((run) => run.peakMegabytes)),
  };
}

function withRatios(rows) {
  const baseline = rows.find((row) => row.contender === BASELINE);
  return rows.map((row) => ({
    ...row,
    timesAsFast: ratios(row.textsPerSecond, baseline.textsPerSecond),
    timesAsLittleMemory: ratios(baseline.peakMegabytes, row.peakMegabytes),
  }));
}

/** Round by round, so that a machine that is slower in one round than in another does not bend them. */
function ratios(above, below) {
  return summarise(above.runs.map((value, round) => value / below.runs[round]));
}

/** Seconds from the start of a process to its end; one text a process, another one in every round. */
export async function measureFirstAnswers(texts, settings, peerPython, note) {
  note(`first answer of a process, ${settings.starts} times`);
  const runs = FIRST_ANSWER.map(() => []);
  // Round −1 brings all files into the page cache and is not counted.
  for (let round = -1; round < settings.starts; round++) {
    const text = texts[Math.floor(((round + 1) * (texts.length - 1)) / settings.starts)];
    for (const contender of inTurn(FIRST_ANSWER, round)) {
      const { seconds } = await runProgram(...contender.command(text, String(settings.threads), peerPython));
      if (round >= 0) runs[FIRST_ANSWER.indexOf(contender)].push(seconds);
    }
  }
  const rows = runs.map((seconds, i) => ({ contender: FIRST_ANSWER[i].name, seconds: summarise(seconds) }));
  const baseline = rows.find((row) => row.contender === BASELINE);
  return rows.map((row) => ({ ...row, timesAsFast: ratios(baseline.seconds, row.seconds) }));
}

/** How fast the machine multiplies 8-bit matrices, in products (one multiplication and addition) a second: the roof of any encoder in 8 bits. */
export async function measureRoof({ threads, rounds }, note) {
  note('the int8 roof of this machine');
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const { output } = await runNode([ROOF, JSON.stringify({ model: ROOF_MODEL, threads })]);
    runs.push(JSON.parse(output).productsPerSecond);
  }
  return summarise(runs);
}

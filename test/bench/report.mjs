/** Prints a run for people: aligned tables with ratios to the baseline. */
import { BASELINE, ENCODER } from './contenders.mjs';

/** Products a token in the matrices of a BERT encoder of 12 layers, 384 wide, 1,536 inside: layers · (4 · 384² + 2 · 384 · 1,536). */
const PRODUCTS_PER_TOKEN = 12 * (4 * 384 ** 2 + 2 * 384 * 1536);

export function formatReport({ machine, settings, texts, roof, throughput, firstAnswers, disk }) {
  const parts = [formatMachine(machine, settings)];
  for (const { set, mode, contenders } of throughput) {
    const { count, tokens } = texts[set];
    const average = Math.round(tokens / count);
    parts.push(`${set}, ${mode}: ${count} texts, ${average} tokens on average`, formatThroughput(contenders));
  }
  parts.push(`first answer of a process: median of ${settings.starts} starts`, formatFirstAnswers(firstAnswers));
  parts.push(formatRoof(roof, throughput), 'on disk, without Node and Python', formatDisk(disk));
  parts.push(`Ratios: how many times better than ${BASELINE}, above 1 is better. Brackets: lowest and highest run.\n`);
  return parts.join('\n');
}

function formatMachine(machine, { threads, rounds }) {
  const {
    cpu,
    cores,
    instructions,
    node,
    onnxruntimeNode,
    onnxruntimeNodeOfTransformersJs: theirs,
    transformersJs,
    load,
  } = machine;
  return [
    `${cpu}, ${cores} cores (${instructions.join(' ')}), node ${node}`,
    `onnxruntime-node ${onnxruntimeNode}; transformers.js ${transformersJs} with onnxruntime-node ${theirs}`,
    `${threads} threads, median of ${rounds} rounds, load ${load.before} before and ${load.after} after\n`,
  ].join('\n');
}

function formatThroughput(rows) {
  const header = ['', 'texts/s', '', 'tokens/s', 'ratio', 'peak MB', 'ratio'];
  const body = rows.map((row) => [
    row.contender,
    row.textsPerSecond.median.toFixed(1),
    extremes(row.textsPerSecond, 1),
    row.tokensPerSecond.median.toFixed(0),
    row.timesAsFast.median.toFixed(2),
    row.peakMegabytes.median.toFixed(0),
    row.timesAsLittleMemory.median.toFixed(2),
  ]);
  return formatTable([header, ...body]);
}

function formatFirstAnswers(rows) {
  const body = rows.map(({ contender, seconds, timesAsFast }) => [
    contender,
    seconds.median.toFixed(2),
    extremes(seconds, 2),
    timesAsFast.median.toFixed(2),
  ]);
  return formatTable([['', 'seconds', '', 'ratio'], ...body]);
}

/** What our encoder makes of the machine's 8-bit matrix products. */
function formatRoof(roof, throughput) {
  const tokens = roof.median / PRODUCTS_PER_TOKEN;
  const rows = throughput.map(({ set, mode, contenders }) => {
    const { tokensPerSecond } = contenders.find(({ contender }) => contender === ENCODER);
    return [`  ${set}, ${mode}`, `${((100 * tokensPerSecond.median) / tokens).toFixed(0)} %`];
  });
  const title = `int8 roof ${(roof.median / 1e9).toFixed(1)}·10⁹ products/s, ${Math.round(tokens)} tokens/s; share of it that ${ENCODER} reaches`;
  return `${title}\n${formatTable(rows)}`;
}

function formatDisk(disk) {
  return formatTable(Object.entries(disk).map(([name, megabytes]) => [name, `${megabytes} MB`]));
}

const extremes = ({ min, max }, digits) => `(${min.toFixed(digits)}–${max.toFixed(digits)})`;

/** The first column to the left, the others to the right. */
function formatTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return `${rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd()).join('\n')}\n`;
}

/** Measures civic-topics and its peers side by side, in separate processes on the same texts, and keeps the figures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { measureDisk } from './disk.mjs';
import { describeMachine, loadAverage, resultFile } from './machine.mjs';
import { measureFirstAnswers, measureRoof, measureThroughput } from './measure.mjs';
import { readOptions } from './options.mjs';
import { prepare } from './prepare.mjs';
import { formatReport } from './report.mjs';
import { describeTexts, SETS, textsOf } from './texts.mjs';

const { settings, command, wheel, python, peerPython, out } = readOptions(process.argv.slice(2));
// onnxruntime reports its use over the network from 1.29 on; nobody's figures shall hold that.
process.env.ORT_DISABLE_TELEMETRY = '1';
const note = (message) => process.stderr.write(`bench: ${message}\n`);

const peers = prepare({ wheel, python, peerPython, note });
const before = loadAverage();
if (before > 0.5) note(`the machine is busy (load ${before} before the first run): take the figures as a rehearsal.`);

const sets = (settings.sets ?? SETS).filter((set) => textsOf(set, settings.texts).length > 0);
const texts = {};
for (const set of sets) texts[set] = await describeTexts(textsOf(set, settings.texts));
const roof = await measureRoof(settings, note);
const throughput = await measureThroughput(sets, texts, settings, peers, note);
const firstAnswers = await measureFirstAnswers(textsOf('short', settings.texts), settings, peers, note);
const disk = measureDisk(peers);

const machine = { ...describeMachine(), load: { before, after: loadAverage() } };
const result = {
  date: new Date().toISOString(),
  command,
  machine,
  settings,
  texts,
  roof,
  throughput,
  firstAnswers,
  disk,
};
// Kept before it is printed: a run takes minutes.
const file = out ?? (settings.quick ? undefined : resultFile(result));
if (file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
  note(`kept in ${file}`);
}
process.stdout.write(formatReport(result));

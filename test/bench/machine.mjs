/** Describes where and with what a run was made. */
import { existsSync, readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { PEER_PACKAGES, RESULTS, ROOT } from './places.mjs';

/** Instructions that decide how fast integer matrices are multiplied, as Linux names them. */
const INSTRUCTIONS = ['avx2', 'avx_vnni', 'avx512f', 'avx512_vnni', 'amx_int8', 'asimddp', 'i8mm'];

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const versionIn = (folder, name) => readJson(join(folder, name, 'package.json')).version;

export function describeMachine() {
  return {
    cpu: cpus()[0].model.trim(),
    cores: availableParallelism(),
    instructions: instructions(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    civicTopics: readJson(join(ROOT, 'package.json')).version,
    encoderSha256: readJson(join(ROOT, 'models/encoder/manifest.json')).files['model.onnx'].sha256,
    onnxruntimeNode: versionIn(join(ROOT, 'node_modules'), 'onnxruntime-node'),
    transformersJs: versionIn(PEER_PACKAGES, '@huggingface/transformers'),
    onnxruntimeNodeOfTransformersJs: versionIn(PEER_PACKAGES, 'onnxruntime-node'),
  };
}

/** Processes that wanted to run, averaged over the last minute. */
export function loadAverage() {
  return Math.round(loadavg()[0] * 100) / 100;
}

/** Where a result is kept: day and processor. */
export function resultFile({ date, machine }) {
  const cpu =
    machine.cpu
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || machine.system.split(' ').at(-1);
  return join(RESULTS, `${date.slice(0, 10)}-${cpu}.json`);
}

function instructions() {
  if (!existsSync('/proc/cpuinfo')) return [];
  const flags = /^(?:flags|Features)\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1].split(' ') ?? [];
  return INSTRUCTIONS.filter((name) => flags.includes(name));
}

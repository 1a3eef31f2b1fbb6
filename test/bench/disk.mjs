/** Measures what each contender takes on the disk, with all it needs but Node and Python themselves, in 10⁶ bytes. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS, ROOT } from './places.mjs';

export function measureDisk(peerPython) {
  const modelFile = (name) => megabytes([join(PEERS, 'model/onnx', name), join(PEERS, 'model/tokenizer.json')]);
  return {
    'civic-topics': megabytes([
      ...ownPackages(),
      join(ROOT, 'dist'),
      join(ROOT, 'models/encoder'),
      join(ROOT, 'models/civil-service'),
    ]),
    'transformers.js q8': megabytes([join(PEERS, 'node/node_modules')]) + modelFile('model_quantized.onnx'),
    'sentence-transformers onnx int8': megabytes(sitePackages(peerPython)) + modelFile('model_quantized.onnx'),
  };
}

/** Folders of what an installed civic-topics brings along. */
function ownPackages() {
  const output = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: ROOT, encoding: 'utf8' });
  return output.trim().split('\n').slice(1);
}

/** An environment may borrow packages from others, which count too. */
function sitePackages(python) {
  const code = 'import sys; print("\\n".join(path for path in sys.path if path.endswith("site-packages")))';
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim().split('\n');
}

function megabytes(paths) {
  return Math.round(paths.reduce((sum, path) => sum + bytesOf(path), 0) / 1e6);
}

function bytesOf(path) {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

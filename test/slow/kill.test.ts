/** A long run, killed at 50 random moments and each time started again, comes to the same bytes as one that nobody disturbs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { civicTopics, startCivicTopics } from '../helpers/built-cli.js';
import { csvRows } from '../helpers/rows.js';

const KILLS = 50;
/** Some ten seconds of work, and in the first half second of a run nothing is written. */
const ROWS = 4000;
const LONGEST_RUN = 5000;

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

it.runIf(process.platform !== 'win32')(
  'killed at 50 random moments, nothing is lost, doubled or left behind',
  async () => {
    writeFileSync(path('in.csv'), [...csvRows(ROWS, { characters: 40, badEvery: 70 })].join(''));
    await civicTopics(['tag', path('in.csv'), '-o', path('whole.csv')]);
    const files = ['.csv', '.csv.rejects.csv'];
    const wholeFiles = files.map((ending) => readFileSync(path(`whole${ending}`), 'utf8'));
    let resumed = 0;

    const checkAndRemove = (when: string) => {
      files.forEach((ending, i) => {
        expect(readFileSync(path(`out${ending}`), 'utf8'), when).toBe(wholeFiles[i]);
      });
      expect(
        readdirSync(folder).filter((name) => name.includes('partial')),
        when,
      ).toEqual([]);
      for (const ending of files) rmSync(path(`out${ending}`));
    };

    // A run may be killed when its output has its name already.
    const args = ['tag', path('in.csv'), '-o', path('out.csv'), '--overwrite'];
    for (let kills = 0; kills < KILLS; ) {
      const { child, ended } = startCivicTopics(args);
      const moment = Math.random() * LONGEST_RUN;
      const killing = setTimeout(moment).then(() => child.kill('SIGKILL'));
      const { code, stderr } = await ended;
      await killing;
      if (stderr.includes('Going on behind')) resumed++;
      if (code === null) kills++;
      else checkAndRemove(`exit code ${code} before kill ${kills + 1}; ${stderr}`);
    }
    await civicTopics(args);
    checkAndRemove('in the end');
    console.info(`${KILLS} kills; ${resumed} runs went on with another`);
    expect(resumed).toBeGreaterThan(10);
  },
);

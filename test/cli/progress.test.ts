/** Specification of how progress is shown. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { type BytesDone, PIPE_INTERVAL, Progress, pace } from '../../src/cli/progress.js';
import { Collector } from '../helpers/streams.js';

const CLEAR_LINE = '\r\u001b[K';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

function start({ isTerminal, bytes }: { isTerminal: boolean; bytes?: () => BytesDone }) {
  const stderr = new Collector();
  const progress = new Progress({ stderr, isTerminal } as unknown as Io, bytes);
  return { progress, said: () => stderr.text };
}

describe('on a terminal', () => {
  it('one line is written over, five times a second at most', () => {
    const { progress, said } = start({ isTerminal: true });
    wait(1);
    for (let rows = 1; rows <= 40; rows++) {
      progress.update(rows);
      wait(0.01);
    }
    expect(said()).toBe(`${CLEAR_LINE}1 row in 1.0 s (1.0 rows/s)${CLEAR_LINE}21 rows in 1.2 s (17.5 rows/s)`);
  });

  it('the share done is that of the bytes, and the time left follows from it', () => {
    let done = 0;
    const { progress, said } = start({ isTerminal: true, bytes: () => ({ done, total: 1000 }) });
    wait(10);
    done = 250;
    progress.update(5);
    // A quarter took 10 s, three quarters take 30 s.
    expect(said()).toBe(`${CLEAR_LINE}5 rows in 10.0 s (0.5 rows/s), 25 % done, 30 s left`);
  });

  it('a run that goes on with another counts its own time only', () => {
    let done = 600;
    const { progress, said } = start({ isTerminal: true, bytes: () => ({ done, total: 1000 }) });
    wait(10);
    progress.update(1);
    expect(said()).toMatch(/, 60 % done$/);
    wait(10);
    done = 800;
    progress.update(5);
    // 200 bytes took 20 s, and 200 are left.
    expect(said()).toMatch(/, 80 % done, 20 s left$/);
  });

  it('nothing is said of shares when the size of the input is not known, or nothing', () => {
    for (const bytes of [{ done: 12 }, { done: 0, total: 0 }]) {
      const { progress, said } = start({ isTerminal: true, bytes: () => bytes });
      wait(1);
      progress.update(2);
      expect(said()).toBe(`${CLEAR_LINE}2 rows in 1.0 s (2.0 rows/s)`);
    }
  });

  it('an input that has grown is done, and not more than done', () => {
    let done = 0;
    const { progress, said } = start({ isTerminal: true, bytes: () => ({ done, total: 10 }) });
    wait(1);
    done = 12;
    progress.update(2);
    expect(said()).toMatch(/, 100 % done, 0 s left$/);
  });

  it('the line is cleared once, and for a notice', () => {
    const { progress, said } = start({ isTerminal: true });
    progress.clear();
    expect(said()).toBe('');
    wait(1);
    progress.update(1);
    progress.notice('worker 1 ended.');
    progress.clear();
    expect(said()).toBe(`${CLEAR_LINE}1 row in 1.0 s (1.0 rows/s)${CLEAR_LINE}civic-topics: worker 1 ended.\n`);
  });
});

describe('on a pipe', () => {
  it('nothing is said in a run of less than 30 s', () => {
    const { progress, said } = start({ isTerminal: false });
    for (let rows = 1; rows <= 29; rows++) {
      wait(1);
      progress.update(rows);
    }
    progress.clear();
    expect(PIPE_INTERVAL).toBe(30_000);
    expect(said()).toBe('');
  });

  it('a line is said every 30 s', () => {
    let done = 0;
    const { progress, said } = start({ isTerminal: false, bytes: () => ({ done, total: 6500 }) });
    for (let rows = 1; rows <= 65; rows++) {
      wait(1);
      done = rows * 100;
      progress.update(rows);
    }
    progress.clear();
    expect(said()).toBe(
      'civic-topics: 30 rows in 30.0 s (1.0 rows/s), 46 % done, 35 s left\n' +
        'civic-topics: 60 rows in 60.0 s (1.0 rows/s), 92 % done, 5 s left\n',
    );
  });

  it('a notice is a line', () => {
    const { progress, said } = start({ isTerminal: false });
    progress.notice('worker 1 ended.');
    expect(said()).toBe('civic-topics: worker 1 ended.\n');
  });
});

it.each([
  [0, 0, '0 rows in 0.0 s (0.0 rows/s)'],
  [1, 0.5, '1 row in 0.5 s (2.0 rows/s)'],
  [1200, 13.2, '1200 rows in 13.2 s (90.9 rows/s)'],
  [100, 100, '100 rows in 1 min 40 s (1.0 rows/s)'],
  [400_000, 4000, '400000 rows in 1 h 6 min (100.0 rows/s)'],
])('%i rows in %d seconds are %s', (rows, seconds, said) => {
  expect(pace(rows, seconds)).toBe(said);
});

/** Specification of what is taken for a terminal, and of its colours. */
import { describe, expect, it } from 'vitest';
import { type Screen, terminalOf } from '../../../src/cli/terminal/terminal.js';

const terminal = (bits: number, columns?: number): Screen => ({
  isTTY: true,
  getColorDepth: () => bits,
  ...(columns !== undefined && { columns }),
});
const PIPE: Screen = {};

describe('a terminal', () => {
  it.each([
    ['of 24 bits', 24, {}, 256],
    ['of 8 bits', 8, {}, 256],
    ['of 4 bits', 4, {}, 16],
    ['of 1 bit', 1, {}, 0],
    ['with NO_COLOR', 24, { NO_COLOR: '1' }, 0],
    ['with an empty NO_COLOR, which counts for nothing', 8, { NO_COLOR: '' }, 256],
    ['that is dumb', 8, { TERM: 'dumb' }, 0],
    ['with FORCE_COLOR=0', 8, { FORCE_COLOR: '0' }, 0],
    ['with FORCE_COLOR=false', 8, { FORCE_COLOR: 'false' }, 0],
    ['with an empty FORCE_COLOR', 1, { FORCE_COLOR: '' }, 16],
    ['with FORCE_COLOR=1', 1, { FORCE_COLOR: '1' }, 16],
    ['with FORCE_COLOR=3', 1, { FORCE_COLOR: '3' }, 256],
    ['with FORCE_COLOR and NO_COLOR, of which the first counts', 1, { FORCE_COLOR: '2', NO_COLOR: '1' }, 256],
  ] as const)('%s', (_, bits, env, colours) => {
    expect(terminalOf(terminal(bits, 120), env)).toEqual({ columns: 120, colours });
  });

  it('without a width has the width of COLUMNS, or 80', () => {
    expect(terminalOf(terminal(8), { COLUMNS: '72' })?.columns).toBe(72);
    expect(terminalOf(terminal(8), { COLUMNS: 'wide' })?.columns).toBe(80);
    expect(terminalOf(terminal(8, 0), {})?.columns).toBe(80);
  });
});

describe('a pipe or a file', () => {
  it.each([{}, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, { FORCE_COLOR: '0' }, { NO_COLOR: '1' }])(
    'is none with %j',
    (env) => {
      expect(terminalOf(PIPE, env)).toBeUndefined();
    },
  );

  it('is treated as one when colours are forced', () => {
    expect(terminalOf(PIPE, { FORCE_COLOR: '2', COLUMNS: '60' })).toEqual({ columns: 60, colours: 256 });
  });
});

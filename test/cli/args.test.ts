/** Specification of reading a command's arguments. */
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/args.js';
import { COMMANDS } from '../../src/cli/commands.js';

const classify = (...args: string[]) => parseArguments('classify', COMMANDS.classify, args);
const tag = (...args: string[]) => parseArguments('tag', COMMANDS.tag, args);

it('gives every option a value, its default or nothing', () => {
  expect(classify('a text')).toEqual({
    argument: 'a text',
    options: { file: undefined, format: 'text', classifier: undefined, threads: undefined, 'min-score': undefined },
  });
  expect(tag('in.csv', '-o', 'out.csv', '--text-column=body', '--threads', '4')).toEqual({
    argument: 'in.csv',
    options: {
      output: 'out.csv',
      'text-column': 'body',
      encoding: undefined,
      delimiter: undefined,
      'no-header': false,
      format: undefined,
      bom: false,
      'on-bad-row': 'reject',
      overwrite: false,
      restart: false,
      workers: undefined,
      'min-score': undefined,
      classifier: undefined,
      threads: 4,
    },
  });
});

it('takes a flag, which has no value, before and behind the argument', () => {
  expect(tag('--restart', 'in.csv', '--bom')).toMatchObject({
    argument: 'in.csv',
    options: { restart: true, bom: true },
  });
});

it('takes what stands behind -- as it is', () => {
  expect(classify('--format', 'json', '--', '--threads')).toMatchObject({ argument: '--threads' });
});

it('takes a lone dash for an argument, and for a value', () => {
  expect(classify('-')).toMatchObject({ argument: '-' });
  expect(classify('--file', '-')).toMatchObject({ options: { file: '-' } });
});

it('asks for help even when the rest is incomplete', () => {
  expect(tag('--help')).toBe('help');
  expect(tag('-h', 'a', 'b')).toBe('help');
});

describe('refuses, by name,', () => {
  const cases: [title: string, args: string[], message: string][] = [
    [
      'an unknown option',
      ['--bogus', 'a'],
      'Unknown option --bogus. What begins with a dash and is no option goes behind --.',
    ],
    ['an unknown letter', ['-x'], 'Unknown option -x. What begins with a dash and is no option goes behind --.'],
    [
      'an option of another command',
      ['--group-by', 'id', 'a'],
      'Unknown option --group-by. What begins with a dash and is no option goes behind --.',
    ],
    [
      'a missing value',
      ['a', '-o'],
      'Expected a value behind --output. One that begins with a dash is written --output=VALUE.',
    ],
    [
      'an option in place of a value',
      ['a', '--threads', '--text-column'],
      'Expected a value behind --threads. One that begins with a dash is written --threads=VALUE.',
    ],
    ['an empty value', ['a', '--output='], 'Expected a value for --output, got "".'],
    ['a value for help', ['--help=yes'], '--help takes no value.'],
    ['a value for a flag', ['--restart=yes', 'a'], '--restart takes no value.'],
    ['a flag given twice', ['--bom', 'a', '--bom'], 'Expected --bom once, got it several times.'],
    ['an option given twice', ['a', '-o', 'b', '--output', 'c'], 'Expected --output once, got it several times.'],
    ['a score over 1', ['a', '--min-score', '1.01'], 'Expected a number from 0 to 1 for --min-score, got "1.01".'],
    ['a score in percent', ['a', '--min-score', '90%'], 'Expected a number from 0 to 1 for --min-score, got "90%".'],
    ['0 threads', ['a', '--threads', '0'], 'Expected a whole number from 1 to 256 for --threads, got "0".'],
    ['half a thread', ['a', '--threads', '1.5'], 'Expected a whole number from 1 to 256 for --threads, got "1.5".'],
    ['threads in words', ['a', '--threads', 'two'], 'Expected a whole number from 1 to 256 for --threads, got "two".'],
    ['-1 threads', ['a', '--threads=-1'], 'Expected a whole number from 1 to 256 for --threads, got "-1".'],
    ['257 threads', ['a', '--threads', '257'], 'Expected a whole number from 1 to 256 for --threads, got "257".'],
    ['no input', [], 'Expected INPUT, got nothing.'],
    ['two inputs', ['a', 'b'], 'Expected one INPUT, got 2. Put one that holds spaces in quotes.'],
  ];
  it.each(cases)('%s', (_, args, message) => {
    expect(() => tag(...args)).toThrow(expect.objectContaining({ message, command: 'tag', code: 'INVALID_ARGUMENT' }));
  });

  it('a choice that is none', () => {
    expect(() => classify('a', '--format', 'xml')).toThrow('Expected text or json for --format, got "xml".');
  });

  it('a required option that is missing', () => {
    expect(() => parseArguments('train', COMMANDS.train, ['a.csv'])).toThrow('Expected --output CLASSIFIER, got none.');
  });

  it('an argument where none is taken', () => {
    expect(() => parseArguments('info', COMMANDS.info, ['x'])).toThrow('Expected no argument, got 1.');
  });
});

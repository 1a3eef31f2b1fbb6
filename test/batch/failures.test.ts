import { expect, it } from 'vitest';
import { unreadable, unwritable } from '../../src/batch/failures.js';

const failure = (code: string) => Object.assign(new Error(`${code}: words of the system`), { code });

it.each([
  ['ENOSPC', 'Cannot write out.csv: the disk is full.'],
  ['EDQUOT', 'Cannot write out.csv: the disk space that you may use is used up.'],
  ['EROFS', 'Cannot write out.csv: its folder is read-only.'],
  ['EACCES', 'Cannot write out.csv: permission denied.'],
  ['ENOENT', 'Cannot write out.csv: its folder does not exist. Create it first.'],
  ['EXDEV', 'Cannot write out.csv: EXDEV: words of the system.'],
])('says in words what %s means for an output', (code, message) => {
  const cause = failure(code);
  expect(unwritable('out.csv', cause)).toMatchObject({ code: 'OUTPUT_UNWRITABLE', message, cause });
});

it.each([
  ['ENOENT', 'Cannot read in.csv: there is no such file.'],
  ['EACCES', 'Cannot read in.csv: permission denied.'],
  ['EIO', 'Cannot read in.csv: the disk or the connection to it fails.'],
])('says in words what %s means for an input', (code, message) => {
  expect(unreadable('in.csv', failure(code))).toMatchObject({ code: 'INPUT_UNREADABLE', message });
});

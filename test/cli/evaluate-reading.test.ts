/** Specification of how `civic-topics evaluate` and `train` read their files: as `tag` does, but no row may be bad. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encode } from '../batch/encoding/encode.js';
import { VIETNAMESE } from '../batch/encoding/texts.js';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const withoutFolder = (text: string) => text.replaceAll(`${folder}/`, '').replace(/\d+\.\d/g, 'N');
async function evaluate(...args: readonly string[]) {
  const { code, stdout, stderr } = await runCli(['evaluate', ...args, '--format', 'json']);
  const { rows, exactMatch } = stdout === '' ? ({} as Record<string, unknown>) : JSON.parse(stdout);
  return { code, rows, exactMatch, stderr: withoutFolder(stderr) };
}

const EVALUATED_2 = 'Evaluated 2 rows in N s (N rows/s).\n';
const ROWS = 'Nội dung;topics\n"Pay, salary-reform:0.9";salary-reform\nMưa rơi.;\n';

it('finds out what stands between fields, and says so', async () => {
  expect(await evaluate(file('rows.csv', ROWS), '--text-column', 'Nội dung')).toEqual({
    code: 0,
    rows: 2,
    exactMatch: 1,
    stderr: `civic-topics: rows.csv: Detected: delimiter semicolon.\n${EVALUATED_2}`,
  });
});

it('reads what Excel writes: UTF-16, or a first line that names the delimiter', async () => {
  const texts = VIETNAMESE.map((text) => `"${text}"\t\n`).join('');
  expect(await evaluate(file('excel.txt', encode(`\ufefftext\ttopics\n${texts}`, 'utf-16le')))).toMatchObject({
    code: 0,
    rows: VIETNAMESE.length,
    stderr: expect.stringMatching(/^civic-topics: excel\.txt: Detected: encoding utf-16le, delimiter tab\.\nEvaluated/),
  });
  const sep = file('sep.csv', `\ufeffsep=;\r\n${ROWS.replaceAll('\n', '\r\n')}`);
  expect(await evaluate(sep, '--text-column', 'Nội dung')).toMatchObject({ code: 0, rows: 2, exactMatch: 1 });
});

it('takes the user’s word for encoding and delimiter', async () => {
  const latin = file('latin.csv', Buffer.from('text;topics\nna\xefve salary-reform:0.9;salary-reform\nb;\n', 'latin1'));
  expect(await evaluate(latin, '--encoding', 'latin1', '--delimiter', ';')).toEqual({
    code: 0,
    rows: 2,
    exactMatch: 1,
    stderr: EVALUATED_2,
  });
  const { code, stderr } = await runCli(['evaluate', latin, '--delimiter', ':']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'civic-topics: Expected , or ; or | or tab for --delimiter, got ":".\n' +
      'civic-topics evaluate --help shows what is possible.\n',
  });
});

it('finds a column whose accents are encoded otherwise, and asks about one without accents', async () => {
  const rows = file('nfd.csv', ROWS.normalize('NFD'));
  expect(await evaluate(rows, '--text-column', 'Nội dung'.normalize('NFC'))).toMatchObject({ code: 0, rows: 2 });
  const { stderr } = await evaluate(file('nfc.csv', ROWS), '--text-column', 'noi dung', '--delimiter', ';');
  expect(stderr).toBe(
    'civic-topics: nfc.csv: Expected a column "noi dung", got "Nội dung", "topics". Did you mean "Nội dung"? ' +
      'Name the column to be read with --text-column.\n',
  );
});

it('reads standard input in the same way', async () => {
  const run = await runCli(['evaluate', '-', '--text-column', 'Nội dung'], { input: ROWS });
  expect(withoutFolder(run.stderr)).toBe(
    `civic-topics: standard input: Detected: delimiter semicolon.\n${EVALUATED_2}`,
  );
});

describe('stops before a classifier is loaded', () => {
  const tagged = 'text,language,topics,scores,abstained,evidence\nPay.,en,salary-reform,0.900,,Pay.\n';
  it.each([
    [
      'at a bad row, with its place',
      file('bad.csv', 'text,topics\nPay.,\nPay, leave,\n'),
      'bad.csv: Row 2 (line 3) has 3 fields where the header has 2. Put fields that hold delimiters, quotes or line ends in quotes, and write quotes inside them twice ("").',
    ],
    [
      'at JSON that is called CSV',
      file('rows.json', '{"text":"Pay.","topics":[]}\n'),
      'rows.json: Expected CSV, got newline-delimited JSON. Let the name of the file end in .ndjson, or with tag say --format ndjson.',
    ],
    [
      'at a spreadsheet',
      file('rows.xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0')),
      'rows.xlsx: Expected CSV or newline-delimited JSON, got a spreadsheet or another packed file (.xlsx, .ods, .docx, .zip). Save the spreadsheet as CSV UTF-8, and read that.',
    ],
    [
      'at what tag wrote, whose topics are its own',
      file('tagged.csv', tagged),
      'tagged.csv: Expected topics that people gave, got the columns that civic-topics tag writes (language, topics, scores, abstained, evidence): its own answers say nothing of how good it is. Name the column with the topics of people with --topics-column; where people have corrected the answers, --topics-column topics.',
    ],
  ])('%s', async (_, path, message) => {
    for (const args of [
      ['evaluate', path],
      ['train', path, '-o', join(folder, 'own.json')],
    ]) {
      const { code, stdout, stderr, created } = await runCli(args);
      expect({ code, stdout, stderr: withoutFolder(stderr), created }).toEqual({
        code: 1,
        stdout: '',
        stderr: `civic-topics: ${message}\n`,
        created: [],
      });
    }
  });

  it('but reads what tag wrote when the topics column is named', async () => {
    const path = file('corrected.csv', tagged);
    expect(await evaluate(path, '--topics-column', 'topics')).toMatchObject({ code: 0, rows: 1 });
  });
});

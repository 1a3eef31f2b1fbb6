/** Reads NDJSON on stdin and adds what the package sees in each text: the normalised text, its language and its clauses. */
import { createInterface } from 'node:readline';
import { splitClauses } from '../../src/text/clauses.js';
import { detectLanguage } from '../../src/text/language.js';
import { normalise } from '../../src/text/normalise.js';

for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  const { text } = normalise(row.text);
  const language = row.language ?? (await detectLanguage(text));
  const clauses = splitClauses(text, language).map(({ start, end }) => [start, end]);
  process.stdout.write(`${JSON.stringify({ ...row, text, language, clauses })}\n`);
}

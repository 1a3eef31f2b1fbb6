/** Tags articles.csv with the command line of this repository, then shows the rows beside the topics that were expected. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'fast-csv';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const output = path('articles.tagged.csv');
const tag = [path('../../dist/cli.js'), 'tag', path('articles.csv'), '-o', output, '--overwrite'];
const { status } = spawnSync(process.execPath, tag, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

let right = 0;
let rows = 0;
for await (const row of createReadStream(output).pipe(parse({ headers: true }))) {
  const found = row.topics.split('|').sort().join('|');
  const same = found === row.expected_topics.split('|').sort().join('|');
  rows++;
  if (same) right++;
  console.log(`\n${row.id} (${row.country}, ${row.source})  ${row.text.replace(/\s+/g, ' ').slice(0, 100)}…`);
  console.log(
    `   ${row.topics ? `${row.topics} ${row.scores}` : `no topic (${row.abstained})`}${same ? '' : `   expected: ${row.expected_topics || 'no topic'}`}`,
  );
  for (const clause of row.evidence ? row.evidence.split('|') : [])
    console.log(`   « ${clause.replace(/\s+/g, ' ').slice(0, 110)} »`);
}
console.log(`\n${right} of ${rows} rows with exactly the topics expected. Tagged file: ${output}`);

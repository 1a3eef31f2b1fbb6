/** The collection overview: what is in a collection of tagged texts, as a page of one file. */
import type { SummaryOfRows } from '../../batch/summary/summariser.js';
import { html } from '../kit/html.js';
import { page } from '../kit/page.js';
import { mixSection } from './bars.js';
import { collectionTopics } from './collection-topics.js';
import { fileName } from './file-name.js';
import { glance } from './glance.js';
import { groupsSection } from './groups-section.js';
import { MOST_TABLED } from './page-topics.js';
import { pairsSection } from './pairs-section.js';
import { tableData } from './table-data.js';
import type { TableShape } from './table-row.js';
import { tableSection } from './table-section.js';
import { typicalSection } from './typical-section.js';
import { counted } from './words.js';
import { yearsSection } from './years-section.js';

/**
 * The whole document, under 5 MB whatever the collection holds.
 *
 * @param title plain text
 */
export function overviewPage({ summary, sample }: SummaryOfRows, title: string): string {
  const { dates, groups, rows, files } = summary;
  const topics = collectionTopics(summary.topics.map(({ topic }) => topic));
  const shown = topics.slice(0, MOST_TABLED);
  const shape: TableShape = { hasDates: dates !== undefined, ...(groups && { group: groups.column }) };
  const texts = tableData(sample, topics, files.length > 1);
  return page({
    title,
    subtitle: html`${counted(rows, 'tagged row')} of ${files.length === 1 ? html`<bdi>${fileName(files[0] ?? '')}</bdi>` : counted(files.length, 'file')}`,
    name: 'overview',
    topicCount: 1 + Math.max(-1, ...topics.map(({ index }) => index)),
    data: { table: { rows: texts, topics, shape } },
    main: html`${glance(summary, shown)}
${dates && yearsSection(dates, shown)}
${groups && groupsSection(groups, shown)}
${pairsSection(summary, shown)}
${mixSection(summary)}
${typicalSection(summary, shown)}
${tableSection({ rows: texts, all: rows, topics, shape })}`,
  });
}

/** An evaluation as one self-contained page. */
import type { Abstention } from '../../classify/classification.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import { untaggedRows } from '../../evaluate/untagged-rows.js';
import { ABSTENTION_WORDS } from '../kit/abstention-words.js';
import { type Html, html } from '../kit/html.js';
import { page } from '../kit/page.js';
import { pageTopics } from '../kit/topics.js';
import { comparisonSection } from './comparison.js';
import { confusionTables } from './confusion.js';
import { curves, reliability } from './curves.js';
import { explorer } from './explorer.js';
import { packRows } from './explorer-data.js';
import { groupFigures } from './groups.js';
import { headline, topicFigures } from './headline.js';
import type { EvaluationPageParts } from './parts.js';
import { wrongRows } from './wrong-rows.js';

/** The whole document, without a trace of when or where it was made. */
export function evaluationPage(parts: EvaluationPageParts): string {
  const { evaluation, topicIds, mistakes, texts, topicNames, source, classifier } = parts;
  const { place = (index) => `row ${index + 1}` } = parts;
  const topics = pageTopics(topicIds, topicNames);
  const rows = untaggedRows(evaluation, topicIds);
  const { comparison } = evaluation;
  const main = html`${headline(evaluation)}
${sections(evaluation)}
${topicFigures(evaluation, topics)}
${comparison && comparisonSection(comparison, topics, texts)}
${confusionTables(evaluation, topics)}
${groupFigures(evaluation, topics)}
${curves(evaluation, rows, topics)}
${reliability(evaluation, topics)}
${explorer(evaluation, topics)}
${wrongRows(mistakes, topics, place)}`;
  return page({
    title: `Evaluation on ${source}`,
    subtitle: html`${evaluation.rows} rows, ${topics.length} topics. Classifier: <bdi>${classifier}</bdi>. ${withoutTag(evaluation)}`,
    main,
    name: 'evaluation',
    topicCount: topics.length,
    data: {
      explorer: packRows(
        rows,
        topicIds.map((id) => evaluation.thresholds[id] as number),
      ),
    },
  });
}

function sections({ comparison, groups }: Evaluation): Html {
  const links = [
    ['topics', 'Topics'],
    ...(comparison ? [['comparison', 'Against the baseline']] : []),
    ['confusion', 'Confusion'],
    ...(Object.keys(groups).length > 0 ? [['groups', 'Groups']] : []),
    ['curves', 'Precision and recall'],
    ['calibration', 'What scores are worth'],
    ['thresholds', 'Other thresholds'],
    ['wrong', 'Rows that went wrong'],
  ];
  return html`<nav class="sections" aria-label="Sections"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

function withoutTag({ abstained }: Evaluation): string {
  const reasons = (Object.keys(ABSTENTION_WORDS) as Abstention[]).filter((reason) => abstained[reason] > 0);
  const counts = reasons.map((reason) => `${abstained[reason]} ${ABSTENTION_WORDS[reason]}`);
  return `Without a tag: ${counts.join(', ') || 'no row'}.`;
}

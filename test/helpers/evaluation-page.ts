/** An evaluation page of a few made-up rows, for tests that open it. */
import type { Classifier } from '../../src/classify/classification.js';
import { type EvaluateOptions, evaluate } from '../../src/evaluate/evaluate.js';
import type { Evaluation } from '../../src/evaluate/evaluation.js';
import type { LabelledRow } from '../../src/evaluate/labelled-rows.js';
import { type ExplainOptions, explainMistakes } from '../../src/evaluate/mistakes.js';
import { evaluationPage } from '../../src/report/evaluation/evaluation-page.js';
import { fakeClassifier } from './fake-classifier.js';

export const TOPICS = ['salary-reform', 'training', 'gender-equality'];

/** What a page must show as it is, and not obey. */
export const HOSTILE = [
  '</script><script>document.title = "taken"</script><img src=x onerror=alert(1)> salary-reform:0.9',
  'He said "pay", she said \'courses\' & <b>both</b>. training:0.7 salary-reform:0.6',
  'مرحبا \u202Eabc\u202C \u2067pay\u2069 training:0.8, in Latin letters from here on.',
  `${'x'.repeat(10_000)} salary-reform:0.8`,
  'Đào tạo\r\ncán bộ,\tcông chức: nghị định số 05. training:0.9',
  'Un prix de 12 000 € : « indemnité » et l’égalité… gender-equality:0.7',
];

/** Two rows in three are right; the hostile ones are all wrong, for none carries a topic. */
export const ROWS: readonly LabelledRow[] = [
  ...Array.from({ length: 24 }, (_, i): LabelledRow => {
    const topic = TOPICS[i % 3] as string;
    const score = (0.3 + (i % 7) / 10).toFixed(1);
    return { text: `Sentence number ${i} is about ${topic}:${score}.`, topics: [topic], group: i % 2 ? 'news' : 'law' };
  }),
  {
    text: 'Pay and courses alike. salary-reform:0.8 training:0.2',
    topics: ['salary-reform', 'training'],
    group: 'law',
  },
  { text: 'The river rose again.', topics: [], group: 'news' },
  { text: '?', topics: ['training'] },
  ...HOSTILE.map((text): LabelledRow => ({ text, topics: [], group: '<b>"group"</b>' })),
];

export interface MadePage {
  readonly html: string;
  readonly evaluation: Evaluation;
}

export async function makePage(
  rows: readonly LabelledRow[] = ROWS,
  options: EvaluateOptions & ExplainOptions & { readonly classifier?: Classifier } = {},
): Promise<MadePage> {
  const { classifier = fakeClassifier(TOPICS), most, ...rest } = options;
  const evaluation = await evaluate(classifier, rows, { resamples: 101, ...rest });
  const texts = rows.map(({ text }) => text);
  const mistakes = await explainMistakes(classifier, texts, evaluation, { most });
  const html = evaluationPage({
    evaluation,
    topicIds: classifier.topics,
    mistakes,
    texts,
    source: 'rows <b>.csv',
    classifier: 'fake & "quoted"',
  });
  return { html, evaluation };
}

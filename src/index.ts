/**
 * The public surface of civic-topics.
 *
 * @module civic-topics
 */
export { type Row, type TaggedRow, type TagRowsOptions, tagRows } from './batch/tag-rows.js';
export type {
  AbortOptions,
  Abstention,
  Assessment,
  Classification,
  Classifier,
  ClassifierInfo,
  ClassifyOptions,
  Evidence,
  Explanation,
  NearExample,
  Tag,
} from './classify/classification.js';
export {
  type ClassifierFile,
  type ExamplesSeal,
  parseClassifier,
  serialiseClassifier,
  type TopicModel,
  type TrainingFigures,
} from './classify/classifier-file.js';
export { classify } from './classify/classify.js';
export { type ClassifierOptions, createClassifier } from './classify/create-classifier.js';
export { examplesPath } from './classify/example-file.js';
export type { SupportedLanguage, TopicSpace } from './classify/space.js';
export type {
  ByLanguage,
  Taxonomy,
  TaxonomyTopic,
  TopicWords,
} from './classify/taxonomy.js';
export type { Embedder, Embedding, EmbedOptions } from './embed/embedder.js';
export { createOnnxEmbedder, type OnnxEmbedderOptions } from './embed/onnx-embedder.js';
export { CivicTopicsError, type ErrorCode } from './errors.js';
export type { Interval } from './evaluate/bootstrap.js';
export type { Calibration, ReliabilityBin } from './evaluate/calibration.js';
export type { ChangedRow, Comparison, Difference, TopicComparison } from './evaluate/comparison.js';
export type { TopicConfusion } from './evaluate/confusion.js';
export { type EvaluateOptions, evaluate } from './evaluate/evaluate.js';
export type { Evaluation, Figures, Intervals, Judgement, TopicFigures, TopicIntervals } from './evaluate/evaluation.js';
export type { LabelledRow } from './evaluate/labelled-rows.js';
export type { McNemar } from './evaluate/mcnemar.js';
export { formatEvaluation } from './evaluate/report-text.js';
export type { Language } from './text/language.js';
export { type Paragraph, type ParagraphKind, type SplitParagraphsOptions, splitParagraphs } from './text/paragraphs.js';
export type { Span } from './text/span.js';
export type { Example, UnlabelledText } from './train/example.js';
export type { JudgedExample } from './train/judge.js';
export { parseTaxonomy } from './train/taxonomy/parse-taxonomy.js';
export type { ParsedTaxonomy } from './train/taxonomy/read-topics.js';
export { type TrainedClassifier, type TrainOptions, train } from './train/train.js';

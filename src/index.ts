/** The public surface of civic-topics. */
export { type Row, type TaggedRow, type TagRowsOptions, tagRows } from './batch/tag-rows.js';
export type {
  AbortOptions,
  Abstention,
  Assessment,
  Classification,
  Classifier,
  ClassifierInfo,
  Tag,
} from './classify/classification.js';
export {
  type ClassifierFile,
  parseClassifier,
  serialiseClassifier,
  type TopicModel,
  type TrainingFigures,
} from './classify/classifier-file.js';
export { classify } from './classify/classify.js';
export { type ClassifierOptions, createClassifier } from './classify/create-classifier.js';
export type { SupportedLanguage, TopicSpace } from './classify/space.js';
export type { Embedder, Embedding, EmbedOptions } from './embed/embedder.js';
export { createOnnxEmbedder, type OnnxEmbedderOptions } from './embed/onnx-embedder.js';
export { CivicTopicsError, type ErrorCode } from './errors.js';
export type { Interval } from './evaluate/bootstrap.js';
export { type EvaluateOptions, evaluate } from './evaluate/evaluate.js';
export type { Evaluation, Figures, Intervals, TopicFigures, TopicIntervals } from './evaluate/evaluation.js';
export type { LabelledRow } from './evaluate/labelled-rows.js';
export { formatEvaluation } from './evaluate/report-text.js';
export type { Language } from './text/language.js';
export { type Paragraph, type ParagraphKind, type SplitParagraphsOptions, splitParagraphs } from './text/paragraphs.js';
export type { Span } from './text/span.js';
export type { Example } from './train/embed-examples.js';
export { type TrainOptions, train } from './train/train.js';

/** `civic-topics classify`: one text as it is, or an article paragraph by paragraph. */
import type { Paragraph } from '../text/paragraphs.js';
import { type Arguments, UsageError } from './args.js';
import { articleJson, formatArticle, formatText, type PartOfArticle, textJson } from './classify-report.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { readText, STANDARD_STREAM } from './input.js';
import { type Io, write, writeJson } from './io.js';
import { withClassifier } from './with-classifier.js';

type ClassifyArguments = Arguments<typeof COMMANDS.classify>;

export async function run({ argument, options }: ClassifyArguments, io: Io): Promise<number> {
  const { file } = options;
  if (file !== undefined && argument !== undefined)
    throw new UsageError('Expected TEXT or --file, got both.', 'classify');
  if (file !== undefined || argument === STANDARD_STREAM) await classifyArticle(file ?? STANDARD_STREAM, options, io);
  else if (argument !== undefined) await classifyText(argument, options, io);
  else throw new UsageError('Expected TEXT, --file FILE or -, got nothing.', 'classify');
  return EXIT.done;
}

async function classifyText(text: string, options: ClassifyArguments['options'], io: Io): Promise<void> {
  const classification = await withClassifier(
    options,
    io,
    (classifier) => classifier.classify(text, { signal: io.signal }),
    true,
  );
  if (options.format === 'json') await writeJson(io.stdout, textJson(text, classification));
  else await write(io.stdout, formatText(text, classification));
}

async function classifyArticle(path: string, options: ClassifyArguments['options'], io: Io): Promise<void> {
  // The readers of HTML and Markdown are of no use to a single text.
  const { splitParagraphs } = await import('../text/paragraphs.js');
  const paragraphs = splitParagraphs(await readText(path, io), { format: articleFormat(path) });
  const read = paragraphs.filter(isRead);
  const classifications = await withClassifier(options, io, (classifier) =>
    classifier.classify(
      read.map(({ text }) => text),
      { signal: io.signal },
    ),
  );
  const found = new Map(read.map((paragraph, index) => [paragraph, classifications[index]]));
  const parts = paragraphs.map((paragraph): PartOfArticle => ({ paragraph, classification: found.get(paragraph) }));
  if (parts.length === 0) await write(io.stderr, 'civic-topics: the article is empty.\n');
  if (options.format === 'json') await writeJson(io.stdout, articleJson(parts));
  else await write(io.stdout, formatArticle(parts));
}

/** What the name says; otherwise the article's own signs decide. */
function articleFormat(path: string): 'html' | 'markdown' | 'auto' {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'auto';
}

/** Captions and page furniture are no part of what the article says. */
function isRead({ kind }: Paragraph): boolean {
  return kind !== 'caption' && kind !== 'furniture';
}

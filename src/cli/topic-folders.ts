/** Reads labelled texts from a folder with one sub-folder for each topic, and in it one text a file. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unreadable } from '../batch/failures.js';
import type { LabelledRow } from '../batch/labelled/labelled-row.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { splitParagraphs } from '../text/paragraphs.js';
import { readText } from './input.js';
import type { Io } from './io.js';

const TEXT = /\.(txt|md)$/i;

/** Holds texts that carry no topic. */
const NO_TOPIC = /^_?none$/i;

/** Texts of the sub-folders; what is not read is said in `notices`, without a full stop. */
export interface TopicFolders {
  readonly rows: readonly LabelledRow[];
  /** The file of each row. */
  readonly files: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Reads the `.txt` and `.md` files of every sub-folder, in the order of their names. The sub-folder's name is the topic's id; `none` and
 * `_none` hold texts without a topic. Markdown is read without its marks.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE for a file that cannot be read, INPUT_INVALID for one that is not UTF-8 or has no text
 */
export async function readTopicFolders(path: string, io: Io): Promise<TopicFolders> {
  const rows: LabelledRow[] = [];
  const files: string[] = [];
  const unread: string[] = [];
  for (const folder of await subFolders(path)) {
    const topics = NO_TOPIC.test(folder) ? [] : [folder.normalize('NFC')];
    for (const name of await visibleNames(join(path, folder))) {
      const file = join(path, folder, name);
      throwIfAborted(io.signal);
      if (!TEXT.test(name)) unread.push(file);
      else {
        rows.push({ text: await readWords(file, io), topics });
        files.push(file);
      }
    }
  }
  return { rows, files, notices: unread.length > 0 ? [notRead(unread)] : [] };
}

/** Names of the sub-folders that hold texts, in their order. */
export async function subFolders(path: string): Promise<string[]> {
  const folders: string[] = [];
  for (const name of await visibleNames(path)) {
    const inside = join(path, name);
    const entry = await stat(inside).catch(() => undefined);
    if (entry?.isDirectory() && (await visibleNames(inside)).some((file) => TEXT.test(file))) folders.push(name);
  }
  return folders;
}

/**
 * What is in a folder, in the order of the names, without hidden files, such as those that macOS lays beside each file on foreign disks.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE
 */
export async function visibleNames(path: string): Promise<string[]> {
  const names = await readdir(path).catch((error) => {
    throw unreadable(path, error);
  });
  return names.filter((name) => !name.startsWith('.')).sort();
}

async function readWords(file: string, io: Io): Promise<string> {
  const source = await readText(file, io);
  const isMarkdown = /\.md$/i.test(file);
  const paragraphs = isMarkdown ? splitParagraphs(source, { format: 'markdown' }) : [];
  const text = isMarkdown ? paragraphs.map((paragraph) => paragraph.text).join('\n') : source;
  if (text.trim() !== '') return text;
  throw new CivicTopicsError('INPUT_INVALID', `Expected text in ${file}, got none. Fill it, or take it away.`);
}

function notRead(files: readonly string[]): string {
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  return `not read, since their names do not end in .txt or .md: ${files[0]}${more}`;
}

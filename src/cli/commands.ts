/** The commands and their options: what is accepted and what the help says, in one place; plain data, so that help loads nothing. */
import type { CommandTable } from './option-table.js';

const FORMAT = {
  value: 'text|json',
  choices: ['text', 'json'],
  default: 'text',
  help: 'for people or for programs',
} as const;

const TEXT_COLUMN = { value: 'COLUMN', default: 'text', help: 'column that holds the text' } as const;

/** Without a default, so that `topics` is known to be meant in a file that `tag` wrote. */
const TOPICS_COLUMN = {
  value: 'COLUMN',
  help: 'column that holds the topics, joined with |, blank for none; without it topics',
} as const;

const READING = {
  encoding: {
    value: 'NAME',
    help: 'encoding of the input, such as utf-8, windows-1258, tcvn3 or vni; detected without it',
  },
  delimiter: { value: 'CHARACTER', help: 'what stands between fields: , ; | or tab; detected without it' },
} as const;

const THREADS = { threads: { value: 'N', most: 256, help: 'processor threads the model may use' } } as const;

const CLASSIFIER = {
  classifier: { value: 'FILE', path: true, help: 'classifier to use instead of the one in the package' },
  ...THREADS,
} as const;

const TAGGING = {
  'min-score': { value: 'X', share: true, help: 'give only tags with at least this score, from 0 to 1' },
  ...CLASSIFIER,
} as const;

export const COMMANDS = {
  classify: {
    summary: 'Tag one text, or every paragraph of an article, and show the clauses that earned each tag.',
    usage: '[TEXT | --file FILE | -]',
    argument: {
      name: 'TEXT',
      required: false,
      help: 'one paragraph, taken as it is; - reads an article from standard input',
    },
    options: {
      file: { value: 'FILE', path: true, help: 'article to split into paragraphs; - for standard input' },
      format: FORMAT,
      nearest: {
        value: 'N',
        most: 100,
        help: 'with --format json or --report, name the N training examples nearest to what earned each tag',
      },
      report: {
        value: 'VIEW.html',
        path: true,
        help: 'page to write: the text as it reads, with the clauses that earned each tag',
      },
      ...TAGGING,
    },
  },
  tag: {
    summary:
      'Add language, topics, scores, abstained and evidence to the rows of a file (CSV, TSV or NDJSON) of any size.',
    usage: 'INPUT',
    argument: {
      name: 'INPUT',
      required: true,
      path: true,
      help: 'file to read; - for standard input; - --format ndjson answers line by line',
    },
    options: {
      output: {
        value: 'OUTPUT',
        short: 'o',
        path: true,
        help: 'file to write; the same command goes on with one that was cut short; without it standard output',
      },
      'text-column': {
        ...TEXT_COLUMN,
        help: 'column that holds the text; its number with --no-header, a dotted path in NDJSON',
      },
      ...READING,
      'no-header': { flag: true, help: 'the first line is a row, and columns are called 1, 2, 3' },
      format: {
        value: 'csv|ndjson',
        choices: ['csv', 'ndjson'],
        help: 'format of input and output; without it as the name of INPUT says, csv for standard input',
      },
      bom: { flag: true, help: 'begin the output with a byte order mark, by which Excel knows UTF-8' },
      'on-bad-row': {
        value: 'reject|stop',
        choices: ['reject', 'stop'],
        default: 'reject',
        help: 'set bad rows aside in OUTPUT.rejects.csv, or stop at the first',
      },
      overwrite: { flag: true, help: 'replace OUTPUT if there is such a file already' },
      restart: { flag: true, help: 'delete an unfinished OUTPUT.partial rather than go on with it' },
      workers: { value: 'N', most: 256, help: 'texts worked on at once; without it one for each core, at most 8' },
      ...TAGGING,
      threads: { value: 'N', most: 256, help: 'processor threads of each worker; without it the cores are shared out' },
    },
  },
  evaluate: {
    summary: 'Measure accuracy on rows whose topics are known (CSV, TSV or NDJSON).',
    usage: 'FILE',
    argument: {
      name: 'FILE',
      required: true,
      path: true,
      help: 'file, or a folder of such files; - for CSV on standard input',
    },
    options: {
      'text-column': TEXT_COLUMN,
      'topics-column': TOPICS_COLUMN,
      'group-by': { value: 'COLUMN', help: 'column to report figures by, too, for example the language' },
      ...READING,
      format: FORMAT,
      report: { value: 'REPORT.html', path: true, help: 'page to write, with curves, confusion and the wrong rows' },
      baseline: { value: 'OTHER.json', path: true, help: 'what --format json printed for another run, to compare' },
      'fail-under': { value: 'X', share: true, help: 'end with exit code 3 when macro F1 is below X, from 0 to 1' },
      ...TAGGING,
    },
  },
  summary: {
    summary: 'Say what is in files that tag wrote: topics by year and by group, typical texts, and a page to search.',
    usage: 'TAGGED',
    argument: {
      name: 'TAGGED',
      required: true,
      path: true,
      help: 'file that tag wrote, or a folder of such files; - for CSV on standard input',
    },
    options: {
      report: {
        value: 'OVERVIEW.html',
        path: true,
        help: 'page to write, with charts, typical texts and a table to search',
      },
      'date-column': {
        value: 'COLUMN',
        help: 'column that holds dates, such as 2019, 2019-04, 2019-04-25, 25/04/2019 or 25/04/19; their years are counted',
      },
      'group-by': { value: 'COLUMN', help: 'column to report figures by, too, for example the source' },
      'text-column': TEXT_COLUMN,
      ...READING,
      title: { value: 'TITLE', help: 'title of the page; without it the name of TAGGED' },
      format: FORMAT,
    },
  },
  train: {
    summary: 'Make a classifier of your own from texts with their topics, from a taxonomy, or from both.',
    usage: '-o CLASSIFIER [EXAMPLES] [--taxonomy FILE]',
    argument: {
      name: 'EXAMPLES',
      required: false,
      path: true,
      help: 'CSV, TSV or NDJSON, a folder of such files, or a folder with a sub-folder of .txt or .md files for each topic and one called none; - for CSV on standard input',
    },
    options: {
      output: {
        value: 'CLASSIFIER',
        short: 'o',
        path: true,
        required: true,
        help: 'file to write, for --classifier of the other commands; beside it, .examples.json.gz with the texts',
      },
      'text-column': TEXT_COLUMN,
      'topics-column': TOPICS_COLUMN,
      'language-column': {
        value: 'COLUMN',
        help: 'column that holds vi, fr or en; detected where it is blank, or not named',
      },
      'held-out-column': {
        value: 'COLUMN',
        help: 'column that holds true for examples kept for thresholds; without it folds are made',
      },
      ...READING,
      taxonomy: {
        value: 'FILE',
        path: true,
        help: 'topics in their order, with names and definitions: .json, .yaml, or SKOS in .ttl; enough without any examples',
      },
      unlabelled: {
        value: 'FILE',
        path: true,
        help: 'texts of the kind to be tagged, in the same form and without topics: they help when examples are few',
      },
      update: {
        value: 'CLASSIFIER',
        path: true,
        help: 'add EXAMPLES to those that this classifier was trained on; its .examples.json.gz must lie beside it',
      },
      'no-cache': { flag: true, help: 'neither read nor write EXAMPLES.embeddings, which spares embedding again' },
      ...THREADS,
    },
  },
  info: {
    summary: 'Show versions, the hashes of model and classifier, topics and figures.',
    usage: '',
    options: { format: FORMAT, ...CLASSIFIER },
  },
  completion: {
    summary: 'Print what completes commands, options, choices and files at the press of Tab in your shell.',
    usage: 'bash|zsh|fish',
    argument: { name: 'SHELL', required: true, choices: ['bash', 'zsh', 'fish'], help: 'shell to print it for' },
    options: {},
  },
} as const satisfies CommandTable;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

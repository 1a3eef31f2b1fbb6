/** The encodings that input may have, and the names people type for them. */
import { CivicTopicsError } from '../../errors.js';

/** Every encoding by its one name here. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'windows-1258',
  'tcvn3',
  'vni',
  'viscii',
  'viqr',
] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Other names, without blanks and punctuation; those of WHATWG and IANA, of Node, Python and iconv, and of converters for Vietnamese fonts. */
const ALIASES: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['unicode11utf8', 'utf8sig', 'utf8bom', 'cp65001', 'ascii', 'usascii'],
  // Without an order WHATWG takes the little-endian one; a byte order mark in the file is believed before the name.
  'utf-16le': ['utf16', 'unicode', 'ucs2', 'ucs2le', 'iso10646ucs2', 'unicodefeff'],
  'utf-16be': ['ucs2be', 'unicodefffe'],
  'windows-1252': ['cp1252', '1252', 'win1252', 'ansi', 'xcp1252'],
  'iso-8859-1': ['latin1', 'l1', '88591', 'cp819', 'ibm819', 'isoir100'],
  'windows-1258': ['cp1258', '1258', 'win1258', 'xcp1258'],
  tcvn3: ['tcvn', 'abc', 'tcvn3abc', 'tcvn57123', 'vscii3'],
  vni: ['vniwin', 'vniwindows', 'vnitimes', 'vniansi'],
  viscii: ['viscii11', 'csviscii'],
  viqr: ['csviqr', 'vietnet'],
};

const BY_NAME: ReadonlyMap<string, Encoding> = new Map(
  ENCODINGS.flatMap((encoding) => [encoding, ...ALIASES[encoding]].map((name) => [plain(name), encoding] as const)),
);

/** So that `UTF_8`, `Windows 1252` and `ISO-8859-1:1987` without its year are all known. */
function plain(name: string): string {
  return name.toLowerCase().replace(/:\d{4}$|[^a-z0-9]/g, '');
}

/**
 * The encoding that a name stands for; case, blanks and punctuation do not matter.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when the name is none of those known
 */
export function parseEncoding(name: string): Encoding {
  const encoding = BY_NAME.get(plain(name));
  if (encoding !== undefined) return encoding;
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected an encoding (${ENCODINGS.join(', ')}), got ${JSON.stringify(name)}.`,
  );
}

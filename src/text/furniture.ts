/** Recognises page furniture: the buttons, links, signatures and notices that a saved page has around its article. */
import { isDateline } from './datelines.js';
import {
  AGENCIES,
  BUTTONS,
  BYLINE_JOINERS,
  BYLINE_LEADS,
  COLON_LINK_LEADS,
  GLUED_BUTTONS,
  LINK_LEADS,
  NOTICES,
  SIGNATURE_LEADS,
  TRAIL_STARTS,
} from './furniture-words.js';
import { countWords, hasWord } from './words.js';

/** Words of the longest row of buttons, line that links elsewhere, byline or signature, and notice. */
const LONGEST_ROW = 16;
const LONGEST_LINK = 40;
const LONGEST_SIGNATURE = 10;
const LONGEST_NOTICE = 60;
/** Words of the longest phrase in `BUTTONS` and in the tables of leads. */
const LONGEST_PHRASE = 5;

const GLUED_FORMS = GLUED_BUTTONS.flatMap((button) => [button, button.normalize('NFD')]);

export function isFurniture(text: string): boolean {
  const words = countWords(text);
  if (words > LONGEST_NOTICE) return false;
  return (
    !hasWord(text) ||
    holdsNotice(text) ||
    (words <= LONGEST_LINK && (isLinkLine(text) || isTrail(text))) ||
    (words <= LONGEST_ROW && (isButtonRow(text) || isDateline(text))) ||
    (words <= LONGEST_SIGNATURE && (isSignature(text) || isByline(text)))
  );
}

/** Length of the button glued to the beginning of the text (`FeedbackViệt Nam …`), 0 when there is none. */
export function gluedFurniture(text: string): number {
  const glued = GLUED_FORMS.find((button) => text.startsWith(button) && /^\p{Lu}/u.test(text.slice(button.length)));
  return glued?.length ?? 0;
}

/** Every word belongs to a button or is a counter: `Facebook Twitter Email (12)`. */
function isButtonRow(text: string): boolean {
  const words = text
    .replaceAll("'", '’')
    .split(/[\s/|·•,;:()[\]>»›+.…←→↑↓]+/)
    .filter((word) => word !== '');
  let at = 0;
  while (at < words.length) {
    const length = phraseLength(words.slice(at), BUTTONS);
    if (length === 0 && (at === 0 || !/^\d+$/.test(words[at] ?? ''))) return false;
    at += Math.max(1, length);
  }
  return words.length > 0;
}

/** `Lire aussi : …`, `Tags: …`, `>> …`, `#égalité #salaires`, `[…]`. */
function isLinkLine(text: string): boolean {
  if (/^>>|^\[[^[\]]*\]$|^(?:#[\p{L}\p{N}_]+(?:\s+|$))+$/u.test(text)) return true;
  const lead = /^([^:]{2,30}?)\s*:/.exec(text)?.[1] ?? '';
  return COLON_LINK_LEADS.has(lead.toLowerCase()) || phraseLength(text.split(/\s+/), LINK_LEADS) > 0;
}

/** `Accueil > Politique > Fonction publique`. */
function isTrail(text: string): boolean {
  const steps = text.split(/\s*[>›»]\s*/);
  const isShort = !text.includes('«') && steps.every((step) => step !== '' && countWords(step) <= LONGEST_PHRASE);
  return isShort && (steps.length > 2 || (steps.length === 2 && TRAIL_STARTS.has((steps[0] ?? '').toLowerCase())));
}

/** `(AFP)`, `Theo TTXVN/Vietnam+`, `Jane Doe, Reuters`: an agency, and names at most. */
function isSignature(text: string): boolean {
  const [first = '', ...others] = text.replace(/^[\s(–—-]+|[\s).]+$/g, '').split(/\s+/);
  const signed = SIGNATURE_LEADS.has(first.toLowerCase().replace(/:$/, ''))
    ? others.join(' ')
    : [first, ...others].join(' ');
  const parts = signed.split(/\s*[/,&]\s*|\s+(?:và|et|and|avec|with)\s+/);
  return parts.some((part) => AGENCIES.has(part)) && parts.every((part) => isName(part.split(/\s+/)));
}

/** `Par Jean Dupont`, `PV`, `By Jane Doe and John Smith`. */
function isByline(text: string): boolean {
  if (/^(?:\p{Lu}\.?){1,4}(?:\/[\p{L}+]+)?$/u.test(text)) return true;
  const words = text.split(/[\s:,/]+/).filter((word) => word !== '');
  const lead = phraseLength(words, BYLINE_LEADS);
  const names = words.slice(lead);
  return lead > 0 && (names.length === 0 || (names.length > 1 && isName(names))) && !/[.!?:]$/.test(text);
}

function isName(words: readonly string[]): boolean {
  return words.every((word) => /^\p{Lu}/u.test(word) || BYLINE_JOINERS.has(word) || AGENCIES.has(word));
}

function holdsNotice(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    /^(?:©|\(c\)|copyright)\s*(?:copyright\s*)?\d{4}/.test(lower) || NOTICES.some((notice) => lower.includes(notice))
  );
}

/** Number of words of the longest phrase of the table that the words begin with, whatever their case and a sign after it. */
function phraseLength(words: readonly string[], table: ReadonlySet<string>): number {
  const lower = words.slice(0, LONGEST_PHRASE).map((word) => word.toLowerCase().replace(/[:|>]$/, ''));
  for (let length = lower.length; length > 0; length--) {
    if (table.has(lower.slice(0, length).join(' '))) return length;
  }
  return 0;
}

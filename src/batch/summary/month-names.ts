/** Names of months in English and French, and months by number in Vietnamese. */

const NAMES = [
  'january jan janvier janv',
  'february feb février fevrier févr fevr fév',
  'march mar mars',
  'april apr avril avr',
  'may mai',
  'june jun juin',
  'july jul juillet juil',
  'august aug août aout',
  'september sept sep septembre',
  'october oct octobre',
  'november nov novembre',
  'december dec décembre decembre déc',
].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1]));

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...NAMES,
  ...Array.from({ length: 12 }, (_, index): [string, number] => [`tháng ${index + 1}`, index + 1]),
]);

/** From 1; undefined for what is no month. @param name in small letters and NFC, maybe with the full stop of an abbreviation */
export function monthOf(name: string): number | undefined {
  return MONTHS.get(name.replace(/\.$/, '').replace(/^tháng 0/, 'tháng '));
}

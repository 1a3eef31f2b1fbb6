/** Checks the normal form against the platform's own functions applied step by step, and that offsets lead back to the original. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.js';

/** The original text behind the first occurrence of `part` in the normalised text. */
function behind(original: string, part: string): string {
  const normal = normalise(original);
  const start = normal.text.indexOf(part);
  expect(start, `"${part}" in the normalised text`).toBeGreaterThanOrEqual(0);
  const span = normal.toOriginal({ start, end: start + part.length });
  return original.slice(span.start, span.end);
}

describe('normalise', () => {
  it.each([
    'Bộ trưởng ký Nghị định số 45.',
    'Où va l’État ? « Là-bas », dit-elle…',
    'Plain text.\n\tIndented.',
    '',
    '👩🏽‍⚕️ 🇻🇳 €5',
  ])('leaves %j as it is', (text) => {
    const normal = normalise(text);
    expect(normal.text).toBe(text);
    expect(normal.toOriginal({ start: 0, end: text.length })).toEqual({ start: 0, end: text.length });
  });

  it('composes letters typed with combining accents, and offsets still point at the original', () => {
    expect(normalise('tie\u0302\u0301ng Vie\u0323\u0302t').text).toBe('tiếng Việt');
    expect(behind('tie\u0302\u0301ng Vie\u0323\u0302t', 'ế')).toBe('e\u0302\u0301');
    expect(behind('tie\u0302\u0301ng Vie\u0323\u0302t', 'Việt')).toBe('Vie\u0323\u0302t');
  });

  it('adds a second accent to a letter that is composed already', () => {
    expect(normalise('ê\u0301').text).toBe('ế');
    expect(behind('xê\u0301p', 'ế')).toBe('ê\u0301');
  });

  it('composes Hangul from its parts', () => {
    expect(normalise('\u1112\u1161\u11ab\u1100\u1173\u11af').text).toBe('한글');
    expect(behind('\u1112\u1161\u11ab\u1100\u1173\u11af', '글')).toBe('\u1100\u1173\u11af');
  });

  it('replaces a sign that has a canonical twin though no accent follows', () => {
    expect(normalise('5 \u212b, 3 \u2126').text).toBe('5 Å, 3 Ω');
    expect(behind('5 \u212b!', 'Å')).toBe('\u212b');
  });

  it('makes a plain space of every other space', () => {
    expect(normalise('a\u00a0b\u202fc\u2007d\u2003e\u3000f').text).toBe('a b c d e f');
    expect(behind('Coût\u202f: 5\u00a0%', '5 %')).toBe('5\u00a0%');
  });

  it('drops a soft hyphen, and offsets still point at the original', () => {
    expect(normalise('gou\u00adver\u00adne\u00adment').text).toBe('gouvernement');
    expect(behind('le gou\u00adver\u00adne\u00adment dit', 'gouvernement')).toBe('gou\u00adver\u00adne\u00adment');
  });

  it('leaves what was dropped at the edges of a span out of it', () => {
    expect(behind('a \u200bword\u200b b', 'word')).toBe('word');
  });

  it('drops zero-width spaces, byte order marks and marks of direction', () => {
    expect(normalise('\ufeffa\u200bb\u2060c\u200ed\u202ae\u202cf\u2066g\u2069').text).toBe('abcdefg');
  });

  it('composes over a zero-width character', () => {
    expect(normalise('e\u200b\u0301').text).toBe('é');
    expect(behind('xe\u200b\u0301y', 'é')).toBe('e\u200b\u0301');
  });

  it('drops joiners among Latin letters, digits and at the end', () => {
    expect(normalise('so\u200d\u0302\u0301 1\u200c2\u200d').text).toBe('số 12');
  });

  it('keeps joiners in emoji and in scripts that need them', () => {
    for (const text of ['👩‍👩‍👧', '🏴‍☠️', '❤️‍🔥', 'می‌خواهم', 'क्‍ष', 'র‍্য']) expect(normalise(text).text).toBe(text);
  });

  it('makes spaces of control characters, tabs and line breaks excepted', () => {
    expect(normalise('a\u0000b\u000bc\u000cd\u0085e\u007ff\tg\nh').text).toBe('a b c d e f\tg\nh');
  });

  it('makes one line feed of every kind of line break', () => {
    expect(normalise('a\r\nb\rc\nd\u2028e\u2029f\r\r\ng').text).toBe('a\nb\nc\nd\ne\nf\n\ng');
    expect(behind('a\r\nb', '\n')).toBe('\r\n');
    expect(behind('a\r\nbc\r\n', 'bc')).toBe('bc');
  });

  it('replaces lone halves of surrogate pairs and keeps whole pairs', () => {
    expect(normalise('a\ud83d b\udc4d c👍').text).toBe('a\ufffd b\ufffd c👍');
    expect(behind('\u00ad\ud83dx', '\ufffd')).toBe('\ud83d');
  });

  it.each(['👍 ok', '👍 o\u00adk'])('widens a span that cuts a surrogate pair of %j to the whole pair', (text) => {
    expect(normalise(text).toOriginal({ start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
    expect(normalise(text).toOriginal({ start: 1, end: 2 })).toEqual({ start: 0, end: 2 });
  });

  it('maps an empty span to an empty span', () => {
    const normal = normalise('a\u00adb');
    expect(normal.toOriginal({ start: 1, end: 1 })).toEqual({ start: 2, end: 2 });
    expect(normal.toOriginal({ start: 2, end: 2 })).toEqual({ start: 3, end: 3 });
  });

  it('parts the syllables that a word segmenter joined', () => {
    expect(normalise('Hà_Nội thúc_đẩy chuyển_đổi số (kinh_tế).').text).toBe('Hà Nội thúc đẩy chuyển đổi số (kinh tế).');
    expect(normalise('Cán_bộ và công_chức_xã').text).toBe('Cán bộ và công chức xã');
    expect(behind('đẩy mạnh chuyển_đổi số', 'chuyển đổi')).toBe('chuyển_đổi');
  });

  it.each([
    'Cột user_id của bảng dữ liệu',
    'Xem https://vi.example/Chuyển_đổi_số nhé',
    'Hàm __khởi_tạo__ của lớp',
    'Run snake_case through the linter',
    'mở tệp báo_cáo.txt ngay',
  ])('leaves the underscores of %j', (text) => {
    expect(normalise(text).text).toBe(text);
  });

  it('knows every character that Unicode lets merge into the one before it', () => {
    const missed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const parts = code >= 0xd800 && code < 0xe000 ? '' : `x${String.fromCodePoint(code).normalize('NFD')}`;
      if (normalise(parts).text !== parts.normalize('NFC')) missed.push(code.toString(16));
    }
    // Left over: characters whose whole business is to be invisible, a space, a line break or a control.
    const dropped = /[\p{Cf}\p{Z}\p{Cc}]/u;
    expect(missed.filter((hex) => !dropped.test(String.fromCodePoint(Number.parseInt(hex, 16))))).toEqual([]);
  });
});

describe('normalise on random strings of tricky pieces', () => {
  const PIECES = [
    'a|ơ|B|5|.| |\n|\t|e|u\u031b|\u0301|\u0323|\u0302|\u0308|\u212b|\u1ecd|\u1112\u1161|\u11ab|\u0344|\ufb1d|ſ\u0307|中',
    '\u00a0|\u202f|\u3000|\u00ad|\u200b|\ufeff|\u202e|\r\n|\r|\u0000|\u0085|\u2028|\ud83d|\udc4d|👍|👩‍⚕️|🇻🇳|𝅗𝅥',
  ].flatMap((pieces) => pieces.split('|'));

  /** Steps of the specification with the platform's own functions; an emoji sequence is the only place of a joiner here. */
  function stepByStep(text: string): string {
    const wellFormed = (text as string & { toWellFormed(): string }).toWellFormed();
    const lines = wellFormed.split('\r\n').join('\n').split('\r').join('\n').split('\u2028').join('\n');
    const visible = [...lines].filter((c) => !'\u00ad\u200b\ufeff\u202e'.includes(c));
    const spaced = visible.map((c) => ('\u00a0\u202f\u3000\u0000\u0085'.includes(c) ? ' ' : c));
    return spaced.join('').normalize('NFC');
  }

  /** Lehmer's generator with the constants of Park and Miller, for the same strings in every run. */
  function* randomStrings(count: number): Generator<string> {
    let state = 20240607;
    const below = (limit: number) => {
      state = (state * 48271) % 2147483647;
      return state % limit;
    };
    for (let i = 0; i < count; i++) {
      yield Array.from({ length: 1 + below(14) }, () => PIECES[below(PIECES.length)]).join('');
    }
  }

  it('gives what the steps give one after the other', () => {
    const strings = [...randomStrings(20_000)];
    expect(strings.map((original) => normalise(original).text)).toEqual(strings.map(stepByStep));
  });

  it('changes nothing when applied twice', () => {
    const once = [...randomStrings(20_000)].map((original) => normalise(original).text);
    expect(once.map((text) => normalise(text).text)).toEqual(once);
  });

  it('maps each character to a piece of the original that alone gives the character, in order and inside the text', () => {
    const wrong: string[] = [];
    for (const original of randomStrings(20_000)) {
      const normal = normalise(original);
      let offset = 0;
      let previous = { start: 0, end: 0 };
      for (const character of normal.text) {
        const span = normal.toOriginal({ start: offset, end: offset + character.length });
        const gives = stepByStep(original.slice(span.start, span.end)).includes(character);
        const inOrder = span.start >= previous.start && span.end >= previous.end && span.end <= original.length;
        if (!gives || !inOrder) wrong.push(`${JSON.stringify(original)} at ${span.start}-${span.end}: ${character}`);
        offset += character.length;
        previous = span;
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leaves nothing visible outside the span of the whole text', () => {
    const left = [...randomStrings(20_000)].map((original) => {
      const { text, toOriginal } = normalise(original);
      const all = toOriginal({ start: 0, end: text.length });
      return stepByStep(original.slice(0, all.start)) + stepByStep(original.slice(all.end));
    });
    expect(left.filter((text) => text !== '')).toEqual([]);
  });
});

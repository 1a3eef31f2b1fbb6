/** Checks language detection on texts written for these tests; accuracy on a benchmark is printed by test/bench/language.mjs. */
import { eld } from 'eld/small';
import { afterEach, describe, expect, it } from 'vitest';
import { detectLanguage, evidentLanguage, isInOtherScript } from '../../src/text/language.js';
import { OTHER_LANGUAGES } from './other-languages.js';

const VIETNAMESE = [
  'Sở Nội vụ vừa tập huấn kỹ năng soạn thảo văn bản cho công chức cấp xã.',
  'Người dân có thể nộp hồ sơ đăng ký kinh doanh qua cổng dịch vụ công.',
  'Bà Lan cho biết phụ nữ chiếm gần nửa số cán bộ của huyện.',
  'Trời mưa to nên trận đấu phải dừng ở phút thứ sáu mươi.',
];
const FRENCH = [
  'La commune a formé ses agents d’accueil à la rédaction de courriers simples.',
  "L'usager peut déposer son dossier en ligne, sans passer par le guichet.",
  'Les femmes occupent désormais près de la moitié des postes de direction du ministère.',
  'Il pleuvait tant que le match a été arrêté à la soixantième minute.',
];
const ENGLISH = [
  'The county trained its reception staff in writing letters that people understand.',
  'You can file the form online without waiting at the counter.',
  'Women now hold almost half of the senior posts in the ministry.',
  'It rained so hard that the match was stopped after an hour.',
];
const SENTENCES = [
  ...VIETNAMESE.map((text) => ['vi', text] as const),
  ...FRENCH.map((text) => ['fr', text] as const),
  ...ENGLISH.map((text) => ['en', text] as const),
];

describe('detectLanguage', () => {
  it.each(SENTENCES)('finds %s in the sentence %j', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language);
  });

  it.each(SENTENCES)('finds %s in capitals: %j', async (language, text) => {
    expect(await detectLanguage(text.toUpperCase())).toBe(language);
  });

  it.each([
    ['vi', 'Cải cách tiền lương'],
    ['vi', 'Phòng chống tham nhũng'],
    ['vi', 'Tin trong nước'],
    ['vi', 'Đào tạo nghề'],
    ['vi', 'Thông tin'],
    ['fr', 'Réforme de la fonction publique'],
    ['fr', 'Égalité entre les femmes et les hommes'],
    ['fr', 'Le portail des démarches'],
    ['fr', 'Code de déontologie des agents'],
    ['fr', 'Formation des enseignants'],
    ['en', 'Pay reform in the civil service'],
    ['en', 'Gender equality at work'],
    ['en', 'Code of conduct'],
    ['en', 'Digital services for small firms'],
    ['en', 'Teacher training'],
  ])('finds %s in the title %j', async (language, title) => {
    expect(await detectLanguage(title)).toBe(language);
  });

  it.each([
    'Chinh phu ban hanh nghi dinh ve chuyen doi so',
    'CAN BO CONG CHUC KHONG DUOC NHAN QUA',
    'Ba con nong dan duoc hoc nghe mien phi',
    'Co mai che kin nang mua',
  ])('finds Vietnamese typed without accents: %j', async (text) => {
    expect(await detectLanguage(text)).toBe('vi');
  });

  it('goes by the language of most of the words', async () => {
    const quotation = 'We will not pay bribes, we will not take bribes and we will tell the police about those who do.';
    const french = `La directrice a lu la charte affichée dans le hall : « ${quotation} » Puis elle a demandé aux agents ce qu’ils en pensaient, et plusieurs ont répondu que la phrase leur semblait un peu longue.`;
    expect(await detectLanguage(french)).toBe('fr');
    expect(await detectLanguage(`« Voilà une bonne règle », says the note. ${quotation} ${quotation}`)).toBe('en');
    const english = `The slogan above the door, “${VIETNAMESE[3]}”, is the first thing that a visitor to the new office sees, and nobody there could tell me who had chosen it.`;
    expect(await detectLanguage(english)).toBe('en');
    expect(await detectLanguage(`Khẩu hiệu ghi rằng “${quotation}” ${VIETNAMESE.join(' ')}`)).toBe('vi');
  });

  it('sees past the beginning of a long text', async () => {
    const foreign = OTHER_LANGUAGES[0]?.sentences.split('\n').slice(0, 3).join(' ');
    expect(await detectLanguage(`${foreign} ${FRENCH.join(' ')} ${FRENCH.join(' ')}`)).toBe('fr');
  });

  it.each(['', ' \n\t', '12 345,6 % — 2024/05/01!', '👍👍'])(
    'is undetermined where there are no letters: %j',
    async (text) => {
      expect(await detectLanguage(text)).toBe('und');
    },
  );

  it.each([
    '政府昨天公布了改革方案，并说明将如何实施。',
    'Правительство вчера представило план реформы.',
    'أعلنت الحكومة أمس خطة الإصلاح',
    'รัฐบาลประกาศแผนปฏิรูปเมื่อวานนี้',
    'Gouvènman an di li pral bay moun yo yon lòt biwo ki pou ede yo',
  ])('is undetermined for a language that is not ours: %j', async (text) => {
    expect(await detectLanguage(text)).toBe('und');
  });

  it.each(OTHER_LANGUAGES)('takes no sentence of $name for one of ours', async ({ sentences }) => {
    expect(await answersOtherThanUnd(sentences)).toEqual([]);
  });

  it.each(OTHER_LANGUAGES)('takes no title of $name for one of ours', async ({ titles }) => {
    expect(await answersOtherThanUnd(titles)).toEqual([]);
  });
});

async function answersOtherThanUnd(lines: string): Promise<string[]> {
  const answers = await Promise.all(lines.split('\n').map(async (line) => `${await detectLanguage(line)} ${line}`));
  return answers.filter((answer) => !answer.startsWith('und '));
}

describe('the detector in the background', () => {
  afterEach(() => {
    eld.setLanguageSubset(false);
  });

  it('is not asked about ordinary sentences', () => {
    expect(SENTENCES.map(([, text]) => evidentLanguage(text))).toEqual(SENTENCES.map(([language]) => language));
  });

  it('is asked about a few words', () => {
    expect(evidentLanguage('Teacher training')).toBeUndefined();
  });

  it('is ours alone: limiting the shared one to other languages changes nothing', async () => {
    eld.setLanguageSubset(['de', 'nl']);
    expect(eld.detect('Teacher training').language).not.toBe('en');
    expect(await detectLanguage('Teacher training')).toBe('en');
  });
});

describe('isInOtherScript', () => {
  it.each([
    ['Khmer', 'កម្ពុជា'],
    ['Chinese', '公务员工资'],
    ['Arabic', 'الحكومة'],
    ['Russian', 'Правительство'],
    ['Chinese with a Latin name', '经合组织 OECD 发布了关于公务员工资的报告'],
  ])('is true of %s, even of one word', (_language, text) => {
    expect(isInOtherScript(text)).toBe(true);
  });

  it.each(['Lương', '12/03/2024', '', '😀', 'Le mot « 中国 » désigne la Chine'])('is false of %j', (text) => {
    expect(isInOtherScript(text)).toBe(false);
  });
});

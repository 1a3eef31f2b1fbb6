/** Checks that Vietnamese without accents is told from languages that share its letters; all texts written for these tests. */
import { describe, expect, it } from 'vitest';
import { lacksAccents, looksLikeUnaccentedVietnamese } from '../../src/text/unaccented.js';

const looks = (text: string) => looksLikeUnaccentedVietnamese(text.toLowerCase().match(/\p{L}+/gu) ?? []);

describe('looksLikeUnaccentedVietnamese', () => {
  it.each([
    'Chinh phu ban hanh nghi dinh ve chuyen doi so',
    'Can bo, cong chuc khong duoc nhan qua cua nguoi dan',
    'Tu thang bay, muc luong co so se tang them sau phan tram',
    'Chi em toi di hoc lop tap huan o tinh hom qua',
    'Truong hop nay phai nop ho so truoc ngay muoi lam',
    'Bo truong tra loi bao chi ve viec sap xep lai bo may',
    'Quy trinh giai quyet thu tuc hanh chinh con rat cham',
  ])('knows the sentence %j', (text) => {
    expect(looks(text)).toBe(true);
  });

  it.each(['Luong toi thieu vung', 'Binh dang gioi', 'Nghi dinh moi', 'hanh chinh', 'nghiep vu', 'nguyen'])(
    'knows the title %j',
    (text) => {
      expect(looks(text)).toBe(true);
    },
  );

  it('ignores the accents that are there, on some words or all', () => {
    expect(looks('Chính phủ ban hành nghị định về chuyển đổi số')).toBe(true);
    expect(looks('Chính phu ban hành nghi dinh ve chuyển doi so')).toBe(true);
  });

  it('allows foreign names and terms among the syllables', () => {
    expect(looks('Ong Smith noi voi Reuters rang phan mem ERP se duoc trien khai trong nam nay')).toBe(true);
  });

  it.each([
    ['English', 'I can do that in an hour, so let me go to the shop'],
    ['English', 'He had to sit in the sun too long, and the heat got to him'],
    ['English', 'No, no, no, no, no'],
    ['French', 'La vie de la mère est un long chemin au bout de la nuit'],
    ['French', 'Tu as vu le chat de ma voisine ? Il a mangé le lait'],
    ['Indonesian', 'Dia tinggal di rumah itu dan tidak mau pulang'],
    ['Tagalog', 'Ang bata ay kumain ng mangga sa ilalim ng puno'],
    ['pinyin', 'Ta men zai xue xiao li xue xi zhong wen'],
    ['pinyin', 'Wo jin tian qu shang dian mai le yi ben shu'],
    ['pinyin', 'Zhe ge ren hen hao, ta shi wo de lao shi'],
    ['Hawaiian', 'Ua hele mai ke keiki i ka hale o kona makuahine'],
    ['Italian', 'Ho già la chiave che mi ha dato lo zio di Gino'],
    ['Spanish', 'No se lo di a la tía, se lo di a mi hermano'],
    ['Portuguese', 'O dia em que a tia foi à missa com a minha mãe'],
    ['Hmong', 'Peb mus tom khw yuav zaub thiab nqaij tsaug zog'],
    ['Haitian', 'Li di li pa konnen ki moun ki te vini lakay la'],
    ['Swahili', 'Mtoto anakula chakula jikoni na mama yake'],
  ])('does not take %s for it: %s', (_language, text) => {
    expect(looks(text)).toBe(false);
  });

  it('finds nothing in no words', () => {
    expect(looksLikeUnaccentedVietnamese([])).toBe(false);
  });
});

describe('lacksAccents', () => {
  it.each([
    ['none', 'Chinh phu ban hanh nghi dinh ve chuyen doi so', true],
    ['one word in eleven', 'Bộ truong tra loi bao chi ve viec sap xep lai', true],
    ['one word in ten', 'Bộ truong tra loi bao chi ve viec sap xep', false],
    ['all', 'Chính phủ ban hành nghị định về chuyển đổi số', false],
  ])('of a text with accents on %s', (_which, text, expected) => {
    expect(lacksAccents(text)).toBe(expected);
  });
});

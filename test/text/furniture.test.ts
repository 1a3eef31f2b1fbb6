/** Checks lines of page furniture in three languages, and lines of articles that resemble them. */
import { describe, expect, it } from 'vitest';
import { gluedFurniture, isFurniture } from '../../src/text/furniture.js';

describe('isFurniture', () => {
  it.each([
    ...['Chia sẻ', 'CHIA SẺ', 'In bài viết', 'Quảng cáo', 'Tin liên quan:', 'Facebook Zalo Email', 'Bình luận (12)'],
    ...['Partager', 'Imprimer', 'Publicité', 'S’abonner', "S'abonner", 'Lire la suite →', 'Commentaires (3)'],
    ...['Share', 'Print | Email', 'Share on Facebook / Twitter', 'Advertisement', 'Skip to content', 'Most read'],
  ])('knows the button %j', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    ...[
      'Xem thêm: Tỉnh mở lớp tin học',
      '>> Xã nghèo có máy tính',
      '[Tỉnh mở lớp tin học cho cán bộ xã]',
      'Từ khóa: lương',
    ],
    ...['Lire aussi : Les agents formés', 'À lire aussi | Le concours', 'Mots-clés : paie, égalité'],
    ...[
      'Read more: Pay talks resume',
      'Tags: pay, gender',
      '#pay #gender',
      'Home > News',
      'Accueil › Politique › Paie',
    ],
  ])('knows the link line %j', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    ...['(AFP)', 'Theo TTXVN/Vietnam+', '(avec Reuters)', 'Jean Dupont, AFP', 'Nguồn: VnExpress'],
    ...['PV', 'N.H.', 'Bài và ảnh: Thu Hà', 'Par Anne Le Roy', 'By Jane Doe and John Smith', 'PV/VOV'],
  ])('knows the signature %j', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    ...['Hà Nội, ngày 3 tháng 5 năm 2031', 'Thứ hai, 05/05/2031 08:30', 'Publié le 1er mai 2031 à 9h15', '7'],
    ...['Updated: May 5, 2031 10:30 am', 'Monday 5 May 2031', '* * *', 'Tous droits réservés', '© 2031 The Post'],
    ...['Ce site utilise des cookies. Tout accepter', 'Trang này sử dụng cookie để phục vụ bạn.'],
  ])('knows the date or notice %j', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    ...['Chia sẻ với báo chí, ông An nói về lương.', 'Đào tạo', 'Lao động', 'Thanh niên', 'Chia sẻ dữ liệu'],
    ...['Partager les données publiques', 'Par décret, le ministre fixe la grille.', 'Formation des agents', 'Égalité'],
    ...[
      'Share of women in office',
      'By law, every post is open.',
      'Print media training',
      'Training',
      'Pay > performance',
    ],
    ...['Lương tăng 5 % từ tháng 5 năm 2031', 'May 2031 pay talks', '12 agents formés'],
  ])('leaves %j to the article', (line) => expect(isFurniture(line)).toBe(false));
});

describe('gluedFurniture', () => {
  it('gives the length of the button that a capital follows', () => {
    expect(gluedFurniture('FeedbackBộ Nội vụ')).toBe('Feedback'.length);
    expect(gluedFurniture('Chia sẻĐà Nẵng'.normalize('NFD'))).toBe('Chia sẻ'.normalize('NFD').length);
    expect(gluedFurniture('Feedback is welcome')).toBe(0);
    expect(gluedFurniture('Partager')).toBe(0);
  });
});

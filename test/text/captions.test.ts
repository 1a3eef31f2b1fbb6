/** Checks captions and credits of pictures in three languages, and body paragraphs that mention pictures. */
import { describe, expect, it } from 'vitest';
import { isCaption } from '../../src/text/captions.js';

describe('isCaption', () => {
  it.each([
    ...[
      'Ảnh: Minh Tâm',
      '(Ảnh: Sở Nội vụ)',
      'Lớp học ở xã Tân Hòa. Ảnh: Thu Hà/TTXVN',
      'Một buổi họp. (Ảnh minh họa: T.H)',
    ],
    ...[
      'Tỉnh mở lớp tin học - ảnh 1Học viên thực hành. Ảnh VGP/Thu Hà',
      'Tỉnh mở lớp - ảnh 2',
      'Hình 3. Mô hình một cửa',
    ],
    ...[
      'Photo : Jean Dupont',
      'Le maire et ses agents. © AFP',
      '© AFP',
      'Crédit photo : mairie',
      'Photographie : A. Roy',
    ],
    ...['Le conseil réuni (Photo Anne Roy)', 'Tableau 2 : Effectifs par grade', 'Graphique 1 – Part des femmes'],
    ...[
      'Photo: AFP',
      'The hall. Photo by Jane Doe',
      'Photo credit: Reuters',
      '(Source: council payroll)',
      'Figure 4: Pay by grade',
    ],
  ])('knows %j', (text) => expect(isCaption(text)).toBe(true));

  it.each([
    ...['Ảnh hưởng của lương đến chất lượng công vụ', 'Bảng 2 cho thấy lương tăng.', 'Hình ảnh người cán bộ tận tụy.'],
    ...['La photo du maire a fait débat.', 'Le tableau 3 montre la hausse.', 'Image de la fonction publique'],
    ...['Figure 3 shows that pay rose.', 'The source said: nothing will change.', 'Image of public service'],
  ])('leaves %j to the article', (text) => expect(isCaption(text)).toBe(false));

  it('leaves a paragraph to the article that a caption is glued to', () => {
    const sentence = 'Cán bộ xã được tập huấn cách tiếp nhận hồ sơ trực tuyến trong ba ngày liền.';
    expect(isCaption(`${sentence} ${sentence} ${sentence} Ảnh: Thu Hà`)).toBe(false);
    expect(isCaption(`Ảnh: Thu Hà ${sentence} ${sentence} ${sentence}`)).toBe(false);
  });
});

/** Checks the headings of laws against provisions whose text follows in the same paragraph. */
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/text/paragraphs.js';
import { isProvisionHeading } from '../../src/text/provisions.js';

describe('isProvisionHeading', () => {
  it.each([
    ...['Điều 5. Phạm vi điều chỉnh', 'CHƯƠNG II', 'Chương I Quy định chung', 'Mục 2. Tiền lương', 'Phụ lục III'],
    ...['Article 3 – Champ d’application', 'Article 1er', 'Titre IV : De la rémunération', 'Annexe B', 'Art. 4.'],
    ...['Section 4.', 'Sec. 5. Definitions', 'PART II — TRAINING', 'Schedule 1'],
  ])('knows %j', (text) => expect(isProvisionHeading(text)).toBe(true));

  it.each([
    ...['Điều 5. Luật này quy định chế độ tiền lương.', 'Điều quan trọng nhất', 'Mục tiêu chung'],
    ...['Article 3 – Les agents sont formés chaque année.', 'Titre de séjour', 'Art contemporain'],
    ...[
      'Section 4 of the Act applies',
      'Part of the plan',
      'Section 2. Every officer shall, before taking office, swear an oath.',
    ],
  ])('leaves %j to the article', (text) => expect(isProvisionHeading(text)).toBe(false));

  it('lets headings stand above one another in a law', () => {
    const law =
      'Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nLuật này quy định về tiền lương của viên chức.\nĐiều 2. Luật có hiệu lực từ ngày ký.';
    expect(splitParagraphs(law).map(({ kind }) => kind)).toEqual(['heading', 'heading', 'heading', 'body', 'body']);
  });
});

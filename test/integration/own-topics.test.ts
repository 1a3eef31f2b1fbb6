/** Topics that the encoder was never made for, described and exemplified in English alone, are found in French and Vietnamese too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/create-classifier.js';
import type { Taxonomy } from '../../src/classify/taxonomy.js';
import type { Embedder } from '../../src/embed/embedder.js';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';
import type { Example } from '../../src/train/example.js';
import { type TrainedClassifier, train } from '../../src/train/train.js';

const TAXONOMY: Taxonomy = {
  topics: [
    {
      id: 'cooking',
      name: { en: 'Cooking' },
      definition: { en: 'Recipes, dishes, kitchens, baking and ingredients.' },
    },
    { id: 'weather', name: { en: 'Weather' }, definition: { en: 'Rain, storms, heat, cold and forecasts.' } },
    { id: 'sport', name: { en: 'Sport' }, definition: { en: 'Matches, teams, races, players and results.' } },
    {
      id: 'medicine',
      name: { en: 'Medicine' },
      definition: { en: 'Illnesses, drugs, vaccines, doctors and hospitals.' },
    },
  ],
};

const EXAMPLES: readonly Example[] = [
  ['cooking', 'Let the dough rest for an hour before you roll it out.'],
  ['cooking', 'She stirred the soup and added a pinch of salt.'],
  ['cooking', 'The new restaurant serves grilled fish with rice.'],
  ['cooking', 'Melt the butter, then fold in the sugar and the eggs.'],
  ['cooking', 'Chop the onions finely and fry them until golden.'],
  ['weather', 'Heavy showers will reach the coast by nightfall.'],
  ['weather', 'It was the hottest June for forty years.'],
  ['weather', 'Fog is expected in the valleys tomorrow morning.'],
  ['weather', 'The gale tore roofs off several barns.'],
  ['weather', 'Snow closed the mountain pass for three days.'],
  ['sport', 'The visitors scored twice in the last ten minutes.'],
  ['sport', 'She won the marathon in a personal best.'],
  ['sport', 'The coach named two new players for the final.'],
  ['sport', 'Fans sang for an hour after the cup was lifted.'],
  ['sport', 'He lost the third set on a double fault.'],
  ['medicine', 'The surgeon removed the tumour in four hours.'],
  ['medicine', 'Two doses of the vaccine protect most children.'],
  ['medicine', 'Patients with a fever should drink plenty of water.'],
  ['medicine', 'The clinic treats burns and broken bones.'],
  ['medicine', 'A new drug lowers blood pressure within weeks.'],
].map(([topic, text]) => ({ text: text as string, topics: [topic as string], language: 'en' as const }));

const UNSEEN: Readonly<Record<string, readonly (readonly [topic: string, text: string])[]>> = {
  fr: [
    ['cooking', 'Laissez mijoter la sauce à feu doux pendant une vingtaine de minutes.'],
    ['cooking', 'Pour la garniture, épluchez les carottes et coupez-les en rondelles.'],
    ['cooking', 'Ma grand-mère préparait ses confitures avec les fraises du jardin.'],
    ['weather', 'Des orages violents sont attendus dans la soirée sur tout le littoral.'],
    ['weather', 'Les températures descendront sous zéro dès la nuit prochaine.'],
    ['weather', 'Après la sécheresse, la pluie est enfin revenue dans les campagnes.'],
    ['sport', "L'équipe locale s'est inclinée aux tirs au but devant son public."],
    ['sport', 'Le cycliste a attaqué dans la dernière montée et gagné l’étape.'],
    ['sport', 'La nageuse a battu le record du monde du cent mètres.'],
    ['medicine', 'Les infirmières ont vacciné plus de deux cents personnes dans la journée.'],
    ['medicine', 'Ce traitement soulage la douleur mais provoque parfois des vertiges.'],
    ['medicine', 'Les médecins recommandent un dépistage du diabète dès quarante ans.'],
  ],
  vi: [
    ['cooking', 'Cho nước mắm, đường và tỏi băm vào chảo rồi đun nhỏ lửa.'],
    ['cooking', 'Món phở ngon nhờ nước dùng được ninh từ xương bò suốt đêm.'],
    ['cooking', 'Rửa sạch rau, để ráo rồi trộn đều với dầu và giấm.'],
    ['weather', 'Bão số ba gây mưa to và gió giật mạnh ở các tỉnh ven biển.'],
    ['weather', 'Không khí lạnh tràn về khiến nhiệt độ giảm sâu trong đêm nay.'],
    ['weather', 'Ngày mai trời nắng gắt, nhiều nơi trên ba mươi tám độ.'],
    ['sport', 'Đội chủ nhà ghi bàn quyết định ở phút bù giờ cuối cùng.'],
    ['sport', 'Vận động viên trẻ giành huy chương vàng ở nội dung nhảy xa.'],
    ['sport', 'Trọng tài rút thẻ đỏ khiến đội khách chỉ còn mười người.'],
    ['medicine', 'Bác sĩ khuyên người bệnh uống thuốc đúng giờ và tái khám sau một tuần.'],
    ['medicine', 'Ca phẫu thuật tim kéo dài sáu tiếng và đã thành công.'],
    ['medicine', 'Nhiều trẻ em sốt cao phải nhập viện vì dịch cúm.'],
  ],
};

let embedder: Embedder;
beforeAll(async () => {
  embedder = await createOnnxEmbedder();
});
afterAll(() => embedder.close());

/** How many of the unseen sentences are nearest to their own topic, and how many tags are right. */
async function count(trained: TrainedClassifier) {
  const classifier = await createClassifier({ classifier: trained.classifier, embedder });
  const found = { nearest: 0, right: 0, wrong: 0 };
  for (const [topic, text] of Object.values(UNSEEN).flat()) {
    const { scores, classification } = await classifier.assess(text);
    if (classifier.topics[scores.indexOf(Math.max(...scores))] === topic) found.nearest++;
    for (const tag of classification.tags) tag.topic === topic ? found.right++ : found.wrong++;
  }
  return found;
}

describe('topics of your own, in English alone', () => {
  it('are found in 24 French and Vietnamese sentences from names and definitions, and not worse with five examples each', async () => {
    const none = await count(await train([], { taxonomy: TAXONOMY, embedder }));
    const five = await count(await train(EXAMPLES, { taxonomy: TAXONOMY, embedder }));
    const bare = await count(await train(EXAMPLES, { embedder }));
    expect(none.nearest).toBeGreaterThanOrEqual(22);
    expect(five.nearest).toBeGreaterThanOrEqual(none.nearest);
    expect(bare.nearest).toBeGreaterThanOrEqual(20);
    expect(five.right).toBeGreaterThanOrEqual(20);
    expect(five.wrong).toBeLessThanOrEqual(4);
  });
});

/** Our embedder alone: one vector a text, which is what the peers give. */
import { createOnnxEmbedder } from '../../../dist/index.js';

export async function open({ threads }) {
  const embedder = await createOnnxEmbedder({ threads });
  const one = (text) => embedder.embed(text);
  return { one, many: (texts) => Promise.all(texts.map(one)) };
}

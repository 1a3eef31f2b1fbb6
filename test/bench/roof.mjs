/** Measures the int8 matrix roof: products a second of one large DynamicQuantizeMatMul; a process of its own, as every contender is. */
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** As in peers/python/roof.py. */
const [INNER, OUTER] = [1536, 1536];
const ROWS = 512;
const SECONDS = 3;

const { model, threads } = JSON.parse(process.argv[2]);
const session = await InferenceSession.create(model, { intraOpNumThreads: threads, interOpNumThreads: 1 });
const values = Float32Array.from({ length: ROWS * INNER }, (_, i) => Math.sin(i));
const input = new Tensor('float32', values, [ROWS, INNER]);
for (let i = 0; i < 5; i++) await session.run({ input });
let runs = 0;
const began = performance.now();
while (performance.now() - began < SECONDS * 1000) {
  await session.run({ input });
  runs++;
}
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ productsPerSecond: (runs * ROWS * INNER * OUTER) / seconds }));

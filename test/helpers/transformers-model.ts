/**
 * Writes the built-in encoder as a model of transformers.js: the same weights, standard inputs, the vectors of tokens as output, and no
 * operator that is newer than onnxruntime 1.14, which @xenova/transformers 2.17 brings. So the 4-bit words become float32, value by value.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './built-cli.js';

const FLOAT = 1;
/** The opset and file version that onnxruntime 1.14 knows. */
const OPSET = 17;
const IR_VERSION = 8;
const OUTPUT = 'last_hidden_state';
const SPECIAL = ['<s>', '<pad>', '</s>', '<unk>'];

/** What is used of the messages of onnx.proto. */
interface Named {
  name: string;
}
interface Tensor extends Named {
  dims: readonly unknown[];
  dataType: number;
  rawData: Uint8Array;
}
interface GraphNode {
  opType: string;
  domain: string;
  input: string[];
  output: string[];
  attribute: unknown[];
}
interface Model {
  irVersion: number;
  opsetImport: { domain: string; version: number }[];
  graph: { node: GraphNode[]; initializer: Tensor[]; input: Named[]; output: Named[] };
}
interface Message<T> {
  decode(bytes: Uint8Array): T;
  encode(message: T): { finish(): Uint8Array };
  fromObject(value: object): T;
}

/**
 * Writes config.json, the tokenizer's files and onnx/model.onnx (float32 words, integer layers, 100 MB) into `folder`.
 *
 * @param project a project with @xenova/transformers, whose onnx-proto reads and writes the graph
 */
export function writeTransformersModel(folder: string, project: string): void {
  const { onnx } = createRequire(join(project, 'package.json'))('onnx-proto') as {
    onnx: { ModelProto: Message<Model>; ValueInfoProto: Message<Named> };
  };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const model = onnx.ModelProto.decode(readFileSync(`${ROOT}/models/encoder/model.onnx`));
  const value = (name: string, elemType: number, ...shape: readonly (string | number)[]) => {
    const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
    return onnx.ValueInfoProto.fromObject({ name, type: { tensorType: { elemType, shape: { dim } } } });
  };
  const [pieces, width] = writeOutWords(model.graph);
  endWithTokens(model.graph);
  const ids = model.graph.input.find(({ name }) => name === 'input_ids') as Named;
  // One text a run, so that nothing is masked: the mask is taken and left aside.
  model.graph.input = [ids, value('attention_mask', 7, 1, 'tokens')];
  model.graph.output = [value(OUTPUT, FLOAT, 1, 'tokens', width)];
  model.irVersion = IR_VERSION;
  for (const opset of model.opsetImport) if (opset.domain === '') opset.version = OPSET;
  writeFileSync(join(folder, 'onnx/model.onnx'), onnx.ModelProto.encode(model).finish());
  writeSettings(folder, pieces, width);
}

/** Puts a plain Gather of float32 in place of GatherBlockQuantized; gives pieces and width. */
function writeOutWords(graph: Model['graph']): [pieces: number, width: number] {
  const tensor = (name: string) => graph.initializer.find((one) => one.name === name) as Tensor;
  const [words, wordScales] = [tensor('words'), tensor('word_scales')];
  const [pieces = 0, width = 0] = words.dims.map(Number);
  const scales = new Float32Array(Uint8Array.from(wordScales.rawData).buffer);
  const block = (pieces * width) / scales.length;
  const values = new Float32Array(pieces * width);
  for (let i = 0; i < values.length; i++) {
    const byte = words.rawData[i >> 1] as number;
    const signed = ((i % 2 === 0 ? byte : byte >> 4) << 28) >> 28;
    values[i] = signed * (scales[Math.floor(i / block)] as number);
  }
  Object.assign(words, { dataType: FLOAT, rawData: new Uint8Array(values.buffer) });
  graph.initializer = graph.initializer.filter((one) => one !== wordScales);
  const gather = graph.node.find(({ opType }) => opType === 'GatherBlockQuantized') as GraphNode;
  Object.assign(gather, { opType: 'Gather', domain: '', input: ['words', 'input_ids'], attribute: [] });
  return [pieces, width];
}

/** Takes off what averages the tokens: all that follows the last normalisation. */
function endWithTokens(graph: Model['graph']): void {
  const last = graph.node.findLastIndex(({ opType }) => opType === 'LayerNormalization');
  (graph.node[last] as GraphNode).output = [OUTPUT];
  graph.node = graph.node.slice(0, last + 1);
}

/** transformers.js wants special tokens declared, and its version 2 another word for the mark before a text's first word. */
function writeSettings(folder: string, pieces: number, width: number): void {
  const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
  const tokenizer = JSON.parse(readFileSync(`${ROOT}/models/encoder/tokenizer.json`, 'utf8'), (_, value) =>
    value?.type === 'Metaspace' ? { ...value, add_prefix_space: true } : value,
  );
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  json('tokenizer.json', { ...tokenizer, added_tokens: SPECIAL.map((content, id) => ({ id, content, ...flags })) });
  const [bos_token, pad_token, eos_token, unk_token] = SPECIAL;
  const names = { bos_token, cls_token: bos_token, eos_token, sep_token: eos_token, pad_token, unk_token };
  json('tokenizer_config.json', { tokenizer_class: 'XLMRobertaTokenizer', model_max_length: 512, ...names });
  json('config.json', { model_type: 'bert', hidden_size: width, vocab_size: pieces, max_position_embeddings: 512 });
}

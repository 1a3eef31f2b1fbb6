"""Writes the encoder as an ONNX graph by hand: one text a run, no padding, no mask; token states are averaged over spans inside it."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from weights import BLOCK, Encoder, Quantised4

MICROSOFT = "com.microsoft"
Divisors = dict[str, np.ndarray]


class _Graph:
    """Collects nodes and tensors under readable names."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], outputs: str | list[str], domain: str = "", **attributes) -> str:
        names = [outputs] if isinstance(outputs, str) else outputs
        self.nodes.append(helper.make_node(kind, inputs, names, name=names[0], domain=domain, **attributes))
        return names[0]


def quantise_columns(matrix: np.ndarray, limit: int) -> tuple[np.ndarray, np.ndarray]:
    """int8 [inputs, outputs] between -limit and limit, and one float32 scale an output, from [outputs, inputs].

    Processors without VNNI add two products of an unsigned 8-bit activation and a weight in 16 bits and saturate at 32,767. With a limit
    of 64 that cannot happen (255 * 64 * 2 = 32,640); with 84 two activations that sum to over 390 of 510 must meet two weights of the
    largest size and the same sign.
    """
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / limit
    return np.rint(matrix / scales[:, None]).clip(-limit, limit).astype(np.int8).T, scales.astype(np.float32)


def _words(graph: _Graph, words: Quantised4, exact: bool) -> str:
    if exact:
        return graph.add("Gather", [graph.constant("words", words.dequantise()), "input_ids"], "word_states")
    packed = words.integers.astype(np.uint8) & 15
    graph.tensors.append(
        helper.make_tensor("words", TensorProto.INT4, words.integers.shape, (packed[:, 0::2] | packed[:, 1::2] << 4).tobytes(), raw=True)
    )
    graph.constant("word_scales", words.scales)
    inputs = ["words", "input_ids", "word_scales"]
    return graph.add("GatherBlockQuantized", inputs, "word_states", MICROSOFT, block_size=BLOCK, gather_axis=0, quantize_axis=1)


def _norm(graph: _Graph, states: str, name: str, tensors: dict[str, np.ndarray], epsilon: float) -> str:
    weights = [graph.constant(f"{name}.w", tensors[f"{name}.w"]), graph.constant(f"{name}.b", tensors[f"{name}.b"])]
    return graph.add("LayerNormalization", [states, *weights], f"{name}.out", axis=-1, epsilon=epsilon)


def _linear(graph: _Graph, states: str, name: str, weight: np.ndarray, bias: np.ndarray | None, limit: int | None) -> str:
    """states × weightᵀ (+ bias); `limit` None keeps float32."""
    if limit is None:
        product = graph.add("MatMul", [states, graph.constant(f"{name}.w", weight.T)], f"{name}.product")
        return product if bias is None else graph.add("Add", [product, graph.constant(f"{name}.b", bias)], f"{name}.out")
    integers, scales = quantise_columns(weight, limit)
    inputs = [states, graph.constant(f"{name}.w", integers), graph.constant(f"{name}.s", scales), ""]
    inputs.append("" if bias is None else graph.constant(f"{name}.b", bias))
    return graph.add("DynamicQuantizeMatMul", inputs, f"{name}.out", MICROSOFT)


def _even(graph: _Graph, states: str, name: str, weight: np.ndarray, divisors: Divisors) -> tuple[str, np.ndarray]:
    """Divides outlying channels and multiplies their weights: the same product in finer steps, see outliers.py."""
    if name not in divisors:
        return states, weight
    return graph.add("Mul", [states, graph.constant(f"{name}.d", 1 / divisors[name])], f"{name}.evened"), weight * divisors[name]


def _attention(graph: _Graph, states: str, layer: str, encoder: Encoder, limit: int | None, divisors: Divisors) -> str:
    weight, bias = (np.concatenate([encoder.tensors[f"{layer}.{part}.{end}"] for part in "qkv"]) for end in "wb")
    if limit is None:
        projected = [graph.constant(f"{layer}.qkv.w", weight.T), graph.constant(f"{layer}.qkv.b", bias)]
        return graph.add("Attention", [states, *projected], f"{layer}.context", MICROSOFT, num_heads=encoder.heads)
    states, weight = _even(graph, states, f"{layer}.qkv", weight, divisors)
    integers, scales = quantise_columns(weight, limit)
    quantised = graph.add("DynamicQuantizeLinear", [states], [f"{layer}.q8", f"{layer}.q8.scale", f"{layer}.q8.zero"])
    inputs = [quantised, graph.constant(f"{layer}.qkv.w", integers), graph.constant(f"{layer}.qkv.b", bias), f"{layer}.q8.scale"]
    inputs += [graph.constant(f"{layer}.qkv.s", scales), "", f"{layer}.q8.zero"]
    inputs.append(graph.constant(f"{layer}.qkv.z", np.zeros(len(scales), np.int8)))
    return graph.add("QAttention", inputs, f"{layer}.context", MICROSOFT, num_heads=encoder.heads, unidirectional=0)


def _layer(graph: _Graph, states: str, layer: str, encoder: Encoder, limit: int | None, divisors: Divisors) -> str:
    tensors, epsilon = encoder.tensors, encoder.epsilon
    context = _attention(graph, states, layer, encoder, limit, divisors)
    attended = _linear(graph, context, f"{layer}.ao", tensors[f"{layer}.ao.w"], tensors[f"{layer}.ao.b"], limit)
    states = _norm(graph, graph.add("Add", [states, attended], f"{layer}.attended"), f"{layer}.aln", tensors, epsilon)
    evened, weight = _even(graph, states, f"{layer}.fi", tensors[f"{layer}.fi.w"], divisors)
    inner = _linear(graph, evened, f"{layer}.fi", weight, None, limit)
    inner = graph.add("BiasGelu", [inner, graph.constant(f"{layer}.fi.b", tensors[f"{layer}.fi.b"])], f"{layer}.gelu", MICROSOFT)
    inner, weight = _even(graph, inner, f"{layer}.fo", tensors[f"{layer}.fo.w"], divisors)
    outer = _linear(graph, inner, f"{layer}.fo", weight, tensors[f"{layer}.fo.b"], limit)
    return _norm(graph, graph.add("Add", [states, outer], f"{layer}.fed"), f"{layer}.oln", tensors, epsilon)


def build_graph(encoder: Encoder, limit: int | None, divisors: Divisors | None = None) -> onnx.ModelProto:
    """input_ids int64 [1, tokens], span_weights float32 [spans, tokens] → embeddings float32 [spans, hidden], unit length.

    `limit`: layers in integers up to this size and 4-bit words; None: everything in float32, the reference for parity.
    `divisors`: for some matrices, by name, what each channel is divided by before it is quantised (outliers.py).
    """
    graph = _Graph()
    words = _words(graph, encoder.words, exact=limit is None)
    positions = graph.constant("positions", encoder.tensors["emb.pos"] + encoder.tensors["emb.type"][0])
    length = graph.add("Shape", ["input_ids"], "length", start=1, end=2)
    zero, rows = graph.constant("zero", np.array([0], np.int64)), graph.constant("rows", np.array([0], np.int64))
    here = graph.add("Slice", [positions, zero, length, rows], "position_states")
    states = _norm(graph, graph.add("Add", [words, here], "embedded"), "emb.ln", encoder.tensors, encoder.epsilon)
    for layer in range(encoder.layers):
        states = _layer(graph, states, f"l{layer}", encoder, limit, divisors or {})
    tokens = graph.add("Squeeze", [states, zero], "token_states")
    pooled = graph.add("MatMul", ["span_weights", tokens], "pooled")
    graph.add("LpNormalization", [pooled], "embeddings", axis=-1, p=2)
    return _model(graph, encoder)


def _model(graph: _Graph, encoder: Encoder) -> onnx.ModelProto:
    inputs = [
        helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"]),
        helper.make_tensor_value_info("span_weights", TensorProto.FLOAT, ["spans", "tokens"]),
    ]
    outputs = [helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["spans", encoder.hidden])]
    body = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.tensors)
    versions = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=versions, ir_version=10, producer_name="civic-topics")

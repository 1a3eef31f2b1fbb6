"""Finds the few inner channels whose huge values would coarsen the 8-bit steps of all the others.

In some layers one channel of the feed-forward block reaches 30 to 70 on one token a text, where all others stay below 6. Activations
share one 8-bit scale, so that channel costs the others three bits. It is divided by a power of two before it is quantised, and its
weights are multiplied by it: the product is the same (the idea of SmoothQuant, Xiao et al. 2023, for single channels).
"""

from __future__ import annotations

import numpy as np
import onnx
from tokenizers import Tokenizer

import graph
import parity
from weights import Encoder

SAMPLE = 10  # every tenth training paragraph
ORDINARY_RANK = 8  # the ninth largest channel stands for the ordinary ones
TOLERATED = 2  # an outlier is over twice the ordinary maximum


def channel_maxima(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Largest value of every inner channel over the texts: float32 [layers, channels]."""
    model = graph.build_graph(encoder, None)
    names = [f"l{layer}.gelu" for layer in range(encoder.layers)]
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in names)
    run = parity.session(model.SerializeToString())
    maxima = np.zeros((encoder.layers, len(encoder.tensors["l0.fi.b"])), np.float32)
    for text in texts:
        ids = tokenizer.encode(text).ids[: encoder.max_tokens]
        weights = np.full((1, len(ids)), 1 / len(ids), np.float32)
        values = run.run(names, {"input_ids": np.array([ids], np.int64), "span_weights": weights})
        maxima = np.maximum(maxima, [value[0].max(axis=0) for value in values])
    return maxima


def divisors(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> dict[int, np.ndarray]:
    """For each layer with outliers, what its inner channels are divided by: powers of two, 1 for nearly all."""
    found = {}
    for layer, maxima in enumerate(channel_maxima(encoder, tokenizer, texts[::SAMPLE])):
        ordinary = np.sort(maxima)[::-1][ORDINARY_RANK]
        powers = np.exp2(np.ceil(np.log2(np.maximum(maxima / (TOLERATED * ordinary), 1)))).astype(np.float32)
        if powers.max() > 1:
            found[layer] = powers
    return found

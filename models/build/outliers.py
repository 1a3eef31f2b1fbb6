"""Finds the few channels whose huge values would coarsen the 8-bit steps of all the others.

In some layers one channel of the feed-forward block reaches 30 to 70 on one token a text, where all others stay below 6, and one or two
channels of the states 20 where others stay below 5. Activations share one 8-bit scale, so such a channel costs the others two or three bits. It is divided by a power of two before it is quantised, and its
weights are multiplied by it: the product is the same (the idea of SmoothQuant, Xiao et al. 2023, for single channels).
"""

from __future__ import annotations

import numpy as np
import onnx
from tokenizers import Tokenizer

import graph
import parity
from weights import Encoder

SAMPLE = 20  # every twentieth training paragraph
ORDINARY_RANK = 8  # the ninth largest channel stands for the ordinary ones
TOLERATED = 2  # an outlier is over twice the ordinary maximum


def quantised_states(encoder: Encoder) -> dict[str, str]:
    """The node whose output each matrix multiplies, by the matrix's name."""
    names = {}
    for layer in range(encoder.layers):
        names[f"l{layer}.qkv"] = f"l{layer - 1}.oln.out" if layer else "emb.ln.out"
        names[f"l{layer}.fi"] = f"l{layer}.aln.out"
        names[f"l{layer}.fo"] = f"l{layer}.gelu"
    return names


def channel_maxima(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> dict[str, np.ndarray]:
    """Largest absolute value of every channel over the texts, by the matrix's name."""
    model = graph.build_graph(encoder, None)
    states = quantised_states(encoder)
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in states.values())
    run = parity.session(model.SerializeToString())
    maxima = dict.fromkeys(states, np.float32(0))
    for text in texts:
        ids = tokenizer.encode(text).ids[: encoder.max_tokens]
        weights = np.full((1, len(ids)), 1 / len(ids), np.float32)
        values = run.run(list(states.values()), {"input_ids": np.array([ids], np.int64), "span_weights": weights})
        maxima = {name: np.maximum(most, np.abs(value[0]).max(axis=0)) for (name, most), value in zip(maxima.items(), values)}
    return maxima


def divisors(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> graph.Divisors:
    """For each matrix with outliers, what its channels are divided by: powers of two, 1 for nearly all."""
    found = {}
    for name, maxima in channel_maxima(encoder, tokenizer, texts[::SAMPLE]).items():
        ordinary = np.sort(maxima)[::-1][ORDINARY_RANK]
        powers = np.exp2(np.ceil(np.log2(np.maximum(maxima / (TOLERATED * ordinary), 1)))).astype(np.float32)
        if powers.max() > 1:
            found[name] = powers
    return found

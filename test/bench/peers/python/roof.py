"""Writes a model of one large DynamicQuantizeMatMul, from which roof.mjs measures how fast this machine multiplies 8-bit matrices."""

from __future__ import annotations

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Rows as of a long paragraph, and inner and outer sizes that fill the cache without spilling it.
INNER, OUTER = 1536, 1536

weights = np.random.default_rng(1).integers(-84, 85, (INNER, OUTER), dtype=np.int8)
initialisers = [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(np.full(OUTER, 0.01, np.float32), "scale")]
node = helper.make_node("DynamicQuantizeMatMul", ["input", "weights", "scale"], ["output"], domain="com.microsoft")
graph = helper.make_graph(
    [node],
    "roof",
    [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["rows", INNER])],
    [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["rows", OUTER])],
    initialisers,
)
opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
onnx.save(model, sys.argv[1])

"""Batches of learning texts of like length, as padded tensors, and their vectors under a model."""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import Tensor

import examples
from torch_encoder import TorchEncoder, pool


def batches(texts: list[examples.LearningText], size: int, seed: int) -> list[list[examples.LearningText]]:
    """Batches of texts of like length, in an order drawn anew for each seed."""
    generator = random.Random(seed)
    order = sorted(texts, key=lambda text: len(text.ids) + generator.uniform(0, 24))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    generator.shuffle(groups)
    return groups


def collate(texts: list[examples.LearningText]) -> tuple[Tensor, ...]:
    tokens, spans = max(len(text.ids) for text in texts), max(len(text.spans) for text in texts)
    ids = torch.zeros(len(texts), tokens, dtype=torch.long)
    real = torch.zeros(len(texts), tokens, dtype=torch.bool)
    weights = torch.zeros(len(texts), spans, tokens)
    present = torch.zeros(len(texts), spans, dtype=torch.bool)
    for row, text in enumerate(texts):
        ids[row, : len(text.ids)] = torch.tensor(text.ids)
        real[row, : len(text.ids)] = True
        for index, (start, end) in enumerate(text.spans):
            weights[row, index, start:end] = 1 / (end - start)
            present[row, index] = True
    languages = torch.tensor([text.language for text in texts])
    topics = torch.from_numpy(np.stack([text.topics for text in texts]))
    return ids, real, weights, present, languages, topics


@torch.no_grad()
def paragraph_vectors(model: TorchEncoder, texts: list[examples.LearningText]) -> Tensor:
    model.eval()
    vectors = torch.empty(len(texts), model.words.shape[1])
    order = sorted(range(len(texts)), key=lambda i: len(texts[i].ids))
    for start in range(0, len(order), 32):
        rows = order[start : start + 32]
        ids, real, weights, *_ = collate([texts[i] for i in rows])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = model(ids, real)
        vectors[rows] = pool(states, weights[:, :1])[:, 0]
    model.train()
    return vectors

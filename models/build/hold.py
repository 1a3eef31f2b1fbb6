"""What keeps the encoder near its source while it learns the topics: three rules, of which a run of adapt.py takes one."""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional

import examples
from batches import batches, collate, paragraph_vectors
from torch_encoder import TorchEncoder, pool


class Hold(Protocol):
    def distance(self, vectors: Tensor, texts: list[examples.LearningText], centroids: Tensor) -> Tensor:
        """Mean of 1 - cosine, about the source's mean; vectors [batch, hidden] are those of `texts`."""


class NoHold:
    """Topics are learnt best, all else is lost: civic-dev average precision 0.971, NTREX vi→fr 81 %, both unblended."""

    def distance(self, vectors: Tensor, texts: list[examples.LearningText], centroids: Tensor) -> Tensor:
        return torch.zeros(())


class LineHold:
    """Holds ordinary lines: NTREX vi→fr 95 %, but real text stays where the source has it, topics and all: average precision 0.925."""

    def __init__(self, model: TorchEncoder, lines: list[examples.LearningText], size: int, seed: int):
        self.model = model
        self.groups = batches(lines, size, seed)
        self.vectors = [paragraph_vectors(model, group) for group in self.groups]
        self.mean = torch.cat(self.vectors).mean(dim=0)
        self.next = 0

    def distance(self, vectors: Tensor, texts: list[examples.LearningText], centroids: Tensor) -> Tensor:
        group, source = self.groups[self.next % len(self.groups)], self.vectors[self.next % len(self.groups)]
        self.next += 1
        ids, real, weights, *_ = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.model(ids, real)
        lines = pool(states, weights[:, :1])[:, 0]
        return (1 - functional.cosine_similarity(lines - self.mean, source - self.mean)).mean()


class RestHold:
    """Holds the texts that are learnt from, the directions of the topics left out: average precision 0.956, NTREX vi→fr 79 %."""

    def __init__(self, model: TorchEncoder, texts: list[examples.LearningText]):
        vectors = paragraph_vectors(model, texts)
        self.vectors = {id(text): vector for text, vector in zip(texts, vectors)}
        self.mean = vectors.mean(dim=0)

    def distance(self, vectors: Tensor, texts: list[examples.LearningText], centroids: Tensor) -> Tensor:
        source = torch.stack([self.vectors[id(text)] for text in texts])
        basis = torch.linalg.qr(centroids.detach().T).Q
        rest = [points - points @ basis @ basis.T for points in (vectors - self.mean, source - self.mean)]
        return (1 - functional.cosine_similarity(*rest)).mean()

"""Adapts the encoder to public-service text: all layers learn through the loss of the topic centroids; word embeddings stay.

On ordinary lines the vectors are held near those of the source encoder (distillation), so that taxonomies it was not adapted to,
and the likeness of one sentence in three languages, are kept.

Writes the adapted tensors to a safetensors file that build.py takes with --adapted. Deterministic for a seed and a number of threads.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file
from torch import Tensor, nn
from torch.nn import functional

import build
import examples
import tokenizer as tokenizers
from torch_encoder import TorchEncoder, pool

SCALE = 12.0  # logit = SCALE * (cosine - threshold)
MAX_TOKENS = 256
MAX_LINE_TOKENS = 96


class CentroidLoss(nn.Module):
    """Logistic loss of each topic on the paragraph, and on its best clause: some clause must carry what the paragraph carries, and none another topic."""

    def __init__(self, hidden: int, positive_weight: Tensor):
        super().__init__()
        self.centroids = nn.Parameter(torch.zeros(len(examples.TOPICS), hidden))
        self.thresholds = nn.Parameter(torch.full((len(examples.TOPICS),), 0.3))
        self.register_buffer("centres", torch.zeros(len(examples.LANGUAGES), hidden))
        self.register_buffer("positive_weight", positive_weight)

    def forward(self, vectors: Tensor, present: Tensor, languages: Tensor, topics: Tensor) -> Tensor:
        """vectors [batch, spans, hidden] of unit length, present bool [batch, spans], topics float [batch, topics]."""
        points = functional.normalize(vectors - self.centres[languages][:, None], dim=-1)
        cosines = points @ functional.normalize(self.centroids, dim=-1).T
        best = cosines[:, 1:].masked_fill(~present[:, 1:, None], -2).amax(dim=1)
        losses = [
            functional.binary_cross_entropy_with_logits(SCALE * (cosine - self.thresholds), topics, pos_weight=self.positive_weight)
            for cosine in (cosines[:, 0], best)
        ]
        return sum(losses) / len(losses)


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


class Keeper:
    """Ordinary lines and the source encoder's vectors of them; the loss is how far (1 - cosine, about their mean) a model's vectors have gone from these."""

    def __init__(self, model: TorchEncoder, lines: list[examples.LearningText], size: int, seed: int):
        self.groups = batches(lines, size, seed)
        self.vectors = [paragraph_vectors(model, group) for group in self.groups]
        self.mean = torch.cat(self.vectors).mean(dim=0)
        self.next = 0

    def loss(self, model: TorchEncoder) -> Tensor:
        group, source = self.groups[self.next % len(self.groups)], self.vectors[self.next % len(self.groups)]
        self.next += 1
        ids, real, weights, *_ = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = model(ids, real)
        vectors = pool(states, weights[:, :1])[:, 0]
        return (1 - functional.cosine_similarity(vectors - self.mean, source - self.mean)).mean()


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


def start_head(loss: CentroidLoss, vectors: Tensor, texts: list[examples.LearningText]) -> None:
    """Centres are means; centroids start as the means of their topics' points, seen through the inverse covariance."""
    languages = torch.tensor([text.language for text in texts])
    topics = torch.from_numpy(np.stack([text.topics for text in texts]))
    loss.centres.copy_(torch.stack([vectors[languages == i].mean(dim=0) for i in range(len(examples.LANGUAGES))]))
    points = vectors - loss.centres[languages]
    covariance = points.T @ points / len(points)
    covariance += 0.3 * covariance.diagonal().mean() * torch.eye(len(covariance))
    means = torch.stack([points[topics[:, t] > 0].mean(dim=0) for t in range(topics.shape[1])])
    loss.centroids.data.copy_(functional.normalize(torch.linalg.solve(covariance, means.T).T, dim=-1))


def adapt(encoder, texts: list[examples.LearningText], lines: list[examples.LearningText], options: argparse.Namespace) -> TorchEncoder:
    torch.manual_seed(options.seed)
    model = TorchEncoder(encoder, options.dropout)
    share = torch.from_numpy(np.stack([text.topics for text in texts])).mean(dim=0)
    loss = CentroidLoss(encoder.hidden, torch.sqrt((1 - share) / share) * options.positive_weight)
    start_head(loss, paragraph_vectors(model, texts), texts)
    keeper = Keeper(model, lines, options.batch, options.seed) if lines else None
    groups = [
        {"params": model.parameters(), "lr": options.rate, "weight_decay": 0.01},
        {"params": loss.parameters(), "lr": 20 * options.rate, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups)
    steps = options.epochs * -(-len(texts) // options.batch)
    warmup = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warmup, max(0.0, (steps - step) / (steps - warmup))))
    for epoch in range(options.epochs):
        total, moved, began = 0.0, 0.0, time.time()
        for group in batches(texts, options.batch, options.seed * 1000 + epoch):
            ids, real, weights, present, languages, topics = collate(group)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = model(ids, real)
            vectors = pool(states, weights)
            with torch.no_grad():  # centres follow the encoder
                for language in languages.unique():
                    mean = vectors[languages == language, 0].mean(dim=0)
                    loss.centres[language].lerp_(mean, 0.02)
            value = loss(vectors, present, languages, topics)
            optimizer.zero_grad()
            value.backward()
            if keeper:
                distance = keeper.loss(model)
                (options.keep * distance).backward()
                moved += distance.item() * len(group)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item() * len(group)
        print(f"epoch {epoch + 1}: loss {total / len(texts):.4f}, distance from the source {moved / len(texts):.4f}, {time.time() - began:.0f} s", flush=True)
        save_file(model.numpy(), str(options.out))
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="as for build.py")
    parser.add_argument("--out", type=Path, default=build.HERE / ".work/adapted.safetensors")
    parser.add_argument("--data", type=Path, default=build.HERE.parents[1] / "data/training")
    parser.add_argument("--corpus", type=Path, default=build.HERE.parents[2] / "shared/corpus")
    parser.add_argument("--judgements", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--positive-weight", type=float, default=1.0)
    parser.add_argument("--keep", type=float, default=1.0, help="weight of the distance from the source encoder on ordinary lines; 0: none")
    parser.add_argument("--lines", type=int, default=4000, help="ordinary lines a language that the distance is taken on")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(2)

    encoder, _ = build.read_source(options.source)
    whole = tokenizers.load(tokenizers.tokenizer_json(encoder.pieces, encoder.scores))
    trimmed, _ = build.trim(encoder, whole, build.training_texts(options.data))
    tokenizer = tokenizers.load(tokenizers.tokenizer_json(trimmed.pieces, trimmed.scores))
    rows = examples.own_paragraphs(options.data) + examples.judged_lines(options.judgements, options.corpus)
    texts = examples.tokenize(examples.with_clauses(rows), tokenizer, MAX_TOKENS)
    ordinary = examples.ordinary_lines(options.corpus, options.lines if options.keep else 0, options.seed)
    lines = examples.tokenize(ordinary, tokenizer, MAX_LINE_TOKENS)
    print(f"{len(texts)} texts, {sum(len(text.ids) for text in texts)} tokens", flush=True)
    adapt(trimmed, texts, lines, options)


if __name__ == "__main__":
    main()

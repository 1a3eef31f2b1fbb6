"""Adapts the encoder to public-service text: all layers learn through the loss of the topic centroids; word embeddings stay.

A hold (hold.py) keeps vectors near those of the source encoder, so that taxonomies it was not adapted to, and the likeness of one
sentence in three languages, are kept. The encoder that ships is a blend of one run for each hold.

Writes the adapted tensors to a safetensors file that build.py takes with --adapted. Deterministic for a seed and a number of threads.
"""

from __future__ import annotations

import argparse
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
from batches import batches, collate, paragraph_vectors
from hold import Hold, LineHold, NoHold, RestHold
from torch_encoder import TorchEncoder, pool

SCALE = 12.0  # logit = SCALE * (cosine - threshold)
MAX_TOKENS = 256
MAX_LINE_TOKENS = 96
LINES = 4000  # a language, for LineHold


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


def hold_of(model: TorchEncoder, texts: list[examples.LearningText], lines: list[examples.LearningText], options: argparse.Namespace) -> Hold:
    if options.hold == "rest":
        return RestHold(model, texts)
    return LineHold(model, lines, options.batch, options.seed) if options.hold == "lines" else NoHold()


def adapt(encoder, texts: list[examples.LearningText], lines: list[examples.LearningText], options: argparse.Namespace) -> TorchEncoder:
    torch.manual_seed(options.seed)
    model = TorchEncoder(encoder, options.dropout)
    share = torch.from_numpy(np.stack([text.topics for text in texts])).mean(dim=0)
    loss = CentroidLoss(encoder.hidden, torch.sqrt((1 - share) / share) * options.positive_weight)
    start_head(loss, paragraph_vectors(model, texts), texts)
    hold = hold_of(model, texts, lines, options)
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
            distance = hold.distance(vectors[:, 0], group, loss.centroids)
            optimizer.zero_grad()
            (value + options.keep * distance).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item() * len(group)
            moved += distance.item() * len(group)
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
    parser.add_argument("--hold", choices=["none", "lines", "rest"], default="none", help="what is held near the source encoder, see hold.py")
    parser.add_argument("--keep", type=float, default=1.0, help="weight of the distance from the source encoder")
    parser.add_argument("--repeat", type=int, default=1, help="times that a judged line with a topic is learnt from: real text is no sign of none")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(2)

    encoder, _ = build.read_source(options.source)
    whole = tokenizers.load(tokenizers.tokenizer_json(encoder.pieces, encoder.scores))
    trimmed, _ = build.trim(encoder, whole, build.training_texts(options.data))
    tokenizer = tokenizers.load(tokenizers.tokenizer_json(trimmed.pieces, trimmed.scores))
    rows = examples.own_paragraphs(options.data) + examples.judged_lines(options.judgements, options.corpus, options.repeat)
    texts = examples.tokenize(examples.with_clauses(rows), tokenizer, MAX_TOKENS)
    ordinary = examples.ordinary_lines(options.corpus, LINES, options.seed) if options.hold == "lines" else []
    lines = examples.tokenize(ordinary, tokenizer, MAX_LINE_TOKENS)
    print(f"{len(texts)} texts, {sum(len(text.ids) for text in texts)} tokens", flush=True)
    adapt(trimmed, texts, lines, options)


if __name__ == "__main__":
    main()

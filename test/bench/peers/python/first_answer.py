"""Prints the nearest of five centroids to one text (or, without vectors, the topics predicted), as first-answer/transformers.mjs does."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from contenders import OPEN

peer, model, centroids, threads, text = sys.argv[1:]
answer = OPEN[peer](model, int(threads))([text])[0]
if peer == "scikit-learn":
    print(" ".join(answer) or "none")
else:
    vectors = json.loads(Path(centroids).read_text())
    print(max(vectors, key=lambda topic: sum(a * b for a, b in zip(vectors[topic], answer))))

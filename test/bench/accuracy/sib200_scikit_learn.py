"""scikit-learn's NearestCentroid and LogisticRegression on the vectors that sib200.mjs wrote, and whether plain centroids there predict the same."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import NearestCentroid

LANGUAGES = ("vi", "fr", "en")


def columns(rows: list[dict]) -> tuple[list[list[float]], list[str]]:
    return [row["vector"] for row in rows], [row["topic"] for row in rows]


data = json.loads(Path(sys.argv[1]).read_text())
print(f"scikit-learn {sklearn.__version__}, accuracy in per cent on centred vectors (test vi, fr, en)")
for trained in (*LANGUAGES, "all"):
    vectors, topics = columns([row for language in LANGUAGES if trained in (language, "all") for row in data[language]["train"]])
    for name, model in (("NearestCentroid", NearestCentroid()), ("LogisticRegression(C=10)", LogisticRegression(C=10, max_iter=2000))):
        model.fit(vectors, topics)
        right, same, total = [], 0, 0
        for language in LANGUAGES:
            asked, truth = columns(data[language]["test"])
            predicted = model.predict(asked)
            right.append(sum(a == b for a, b in zip(predicted, truth)) / len(truth))
            same += sum(a == row[f"plain-{trained}"] for a, row in zip(predicted, data[language]["test"]))
            total += len(truth)
        agreement = f"   plain centroids here predict the same for {same} of {total}" if name == "NearestCentroid" else ""
        print(f"{trained:4} {name:26}" + "".join(f"{100 * share:8.1f}" for share in right) + agreement)

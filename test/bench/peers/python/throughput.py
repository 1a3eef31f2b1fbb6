"""One peer in its own process: warms up, works through the texts, and prints seconds and peak memory, as throughput.mjs does."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from contenders import OPEN

BATCH = 16


def peak_megabytes() -> float:
    """Largest resident memory so far, in 10^6 bytes."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)[1]) * 1024 / 1e6


def main() -> None:
    job = json.loads(sys.argv[1])
    texts = json.loads(Path(job["texts"]).read_text(encoding="utf-8"))
    size = 1 if job["mode"] == "one by one" else BATCH
    work = OPEN[job["peer"]](job["model"], job["threads"])
    step = max(1, len(texts) // BATCH)
    for warm in texts[::step][:BATCH]:
        work([warm])
    work(texts[::step][:BATCH])
    began = time.perf_counter()
    for start in range(0, len(texts), size):
        work(texts[start : start + size])
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peakMegabytes": peak_megabytes()}))


main()

"""Taking times side by side: candidates in turn, so that a busy machine slows all alike."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Mapping


def medians_ms(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median wall time of each candidate in ms, over `rounds` in random order."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    order = list(candidates)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            start = time.perf_counter()
            candidates[name]()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}

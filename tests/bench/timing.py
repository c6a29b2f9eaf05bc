"""Taking times side by side: candidates in turn, so that a busy machine slows all alike."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


def times_ms(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The wall times of each candidate in ms, over `rounds` in random order."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    order = list(candidates)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            start = time.perf_counter()
            candidates[name]()
            times[name].append((time.perf_counter() - start) * 1000)
    return times


@dataclass(frozen=True)
class Times:
    """What to tell of many times, in ms: a busy machine raises the median, hardly the least."""

    median: float
    least: float


def times_of(taken: Sequence[float]) -> Times:
    """The summary of these times."""
    return Times(statistics.median(taken), min(taken))


def medians_ms(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median of those times."""
    taken = times_ms(candidates, rounds)
    return {name: times_of(times).median for name, times in taken.items()}

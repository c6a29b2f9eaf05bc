"""A promise to the user as data: what is promised, how it is measured, which test holds it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Reached:
    """What was measured, in words, and whether it is what was promised."""

    figure: str
    is_kept: bool


Measure = Callable[[Path], Reached]
"""Measures with full counts, in an empty folder."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the table. `tests` are the names of those that hold it, as pytest takes them."""

    words: str
    target: str
    tests: tuple[str, ...]
    measure: Measure


def promise(words: str, target: str, *tests: str) -> Callable[[Measure], Promise]:
    """Makes of a measure the promise that it measures."""
    return lambda measure: Promise(words, target, tests, measure)


def held_by_tests(words: str, target: str, *tests: str) -> Promise:
    """A promise of which there are no figures: the tests that hold it are run."""

    def measure(_: Path) -> Reached:
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--no-header", *tests]
        ended = subprocess.run(
            command, cwd=_ROOT, capture_output=True, encoding="utf-8", check=False
        )
        return Reached(ended.stdout.strip().splitlines()[-1], ended.returncode == 0)

    return Promise(words, target, tests, measure)

"""Documents that come and go: nothing of them stays, and the program ends."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.cycles import Way, cycles
from tests.reliability.promise import Promise, Reached

_CYCLES = 200
_MEGABYTE = 1 << 20
_MOST_RISE = 2 * _MEGABYTE
_LONGEST_END_S = 2.0
_KINDS = ("handles", "threads", "windows", "widgets", "wrappers")
_TEST = "tests/reliability/test_clean_exit.py::test_documents_come_and_go_and_leave_nothing"


def _gone(way: Way) -> Promise:
    def measure(folder: Path) -> Reached:
        found = cycles(way, _CYCLES, folder)
        growth = {kind: found.growth(kind) for kind in _KINDS if found.growth(kind) > 0}
        return Reached(
            f"growth {growth or 'none'}; memory +{found.rise / _MEGABYTE:.1f} MB; "
            f"exit 0 in {found.end_seconds:.2f} s",
            not growth
            and not found.grown
            and found.rise < _MOST_RISE
            and found.end_seconds < _LONGEST_END_S,
        )

    words = f"{_CYCLES} documents opened, edited and closed: {way.value}"
    return Promise(
        words, "no growth of handles, windows, memory; exit 0, quickly", (_TEST,), measure
    )


GONE = tuple(map(_gone, Way))

"""How large the text of the editors is."""

from __future__ import annotations

PERCENTS = (50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
USUAL = 100


def nearest(percent: float) -> int:
    """The percentage among `PERCENTS` next to `percent`."""
    return min(PERCENTS, key=lambda known: abs(known - percent))


def stepped(percent: int, steps: int) -> int:
    """So many steps larger, or smaller with a negative number; the ends are not passed."""
    at = PERCENTS.index(nearest(percent)) + steps
    return PERCENTS[min(max(at, 0), len(PERCENTS) - 1)]

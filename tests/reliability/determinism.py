"""Whether the same report gives the same files anywhere, and at any time."""

from __future__ import annotations

from pathlib import Path

from tests.own_process import said_by
from tests.reliability.fingerprints import DATED, OURS

_SURROUNDINGS = (
    (0, {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}),
    (400, {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LC_ALL": "C"}),
    (-3000, {"TZ": "UTC", "PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8"}),
)
"""How many days the clock is fast, and the environment."""


def differing_files(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files of ours that are not the same everywhere, and those that tell when they were made.

    The latter must differ, or the clock was the same.
    """
    made: list[dict[str, str]] = []
    for number, (days, environment) in enumerate(_SURROUNDINGS):
        place = folder / str(number)
        place.mkdir()
        made.append(
            said_by(
                "reliability.fingerprints",
                dict[str, str],
                place,
                days,
                environment=environment,
            )
        )
    varieties = {name: len({sums[name] for sums in made}) for name in (*OURS, *DATED)}
    ours = tuple(name for name in OURS if varieties[name] > 1)
    return ours, tuple(name for name in DATED if varieties[name] == len(_SURROUNDINGS))

"""Prints every requirement: what the standard asks for, what is found in the PDF.

python tests/standard/table.py
"""

from __future__ import annotations

import unicodedata

from tests.standard.printing import Specimens
from tests.standard.requirement import judge
from tests.standard.table_of_requirements import REQUIREMENTS, UNMEASURED

_WIDTHS = (24, 18, 4, 44, 38, 40, 24)
_HEAD = ("id", "clause", "", "what", "required", "found", "measured on", "")


def main() -> int:
    """Print the table; the number of requirements not met is the exit code."""
    specimens = Specimens()
    _print(_HEAD)
    unmet = 0
    for r in REQUIREMENTS:
        verdicts = [(name, judge(r, specimens.of(name))) for name in r.variants]
        wrong = [(name, verdict) for name, verdict in verdicts if not verdict.is_met]
        unmet += bool(wrong)
        for name, verdict in wrong or verdicts[:1]:
            on = f"{name} and {len(r.variants) - 1} more" if not wrong and r.variants[1:] else name
            outcome = "ok" if verdict.is_met else "NOT MET"
            _print(
                (r.id, r.clause, r.force, r.words, str(r.required), verdict.summary, on, outcome)
            )
    for name, reason in UNMEASURED.items():
        _print((name, "", "", reason, "not measured"))
    print(f"{len(REQUIREMENTS)} requirements measured, {unmet} not met")
    return unmet


def _print(cells: tuple[str, ...]) -> None:
    widths = (*_WIDTHS, 0)
    print("  ".join(_padded(cell, width) for cell, width in zip(cells, widths, strict=False)))


def _padded(text: str, width: int) -> str:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return text + " " * (width - len(text) - wide)


if __name__ == "__main__":
    raise SystemExit(main())

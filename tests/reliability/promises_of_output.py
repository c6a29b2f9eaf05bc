"""What is handed on."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.determinism import differing_files
from tests.reliability.fingerprints import DATED, OURS
from tests.reliability.promise import Reached, held_by_tests, promise


@promise(
    "Determinism: another clock, time zone, hash seed, locale",
    "equal SHA-256 of " + ", ".join(OURS),
    "tests/reliability/test_determinism.py::"
    "test_the_same_report_gives_the_same_files_at_any_time_and_place",
)
def determinism(folder: Path) -> Reached:
    ours, dated = differing_files(folder)
    same = len(OURS) - len(ours)
    figure = f"{same} of {len(OURS)} equal, in three surroundings {', '.join(ours)}"
    return Reached(figure, not ours and dated == DATED)


FORMULAS = held_by_tests(
    "Text that looks like a formula",
    "is text on every way out",
    "tests/exchange/test_xlsx_writer.py::test_text_never_becomes_a_formula",
    "tests/exchange/test_findings_xlsx.py::test_text_never_becomes_a_formula",
)

from __future__ import annotations

from pathlib import Path

from tests.reliability.determinism import differing_files
from tests.reliability.fingerprints import DATED


def test_the_same_report_gives_the_same_files_at_any_time_and_place(tmp_path: Path) -> None:
    ours, dated = differing_files(tmp_path)
    assert ours == ()
    assert dated == DATED

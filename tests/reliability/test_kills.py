from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_process import said_by
from tests.reliability.kills import KillFigures

KILLS = 200


@pytest.mark.timeout(120)
def test_a_program_killed_while_saving_loses_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    found = said_by("reliability.kills", KillFigures, KILLS, tmp_path)
    # Otherwise it was not really killed while saving.
    assert found.saves > KILLS / 10
    assert found.torn > 0
    assert found == KillFigures(KILLS, found.saves, found.torn)

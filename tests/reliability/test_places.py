"""Places that are full, closed, gone, or oddly named."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_process import said_by
from tests.reliability.outcome import Outcome
from tests.reliability.places import NAMES, REFUSED, loss_under

_LIMIT = 600_000


# The full disk is a limit for the size of files, which only a process of POSIX can be given.
@pytest.mark.skipif(os.name != "posix", reason="Windows has no RLIMIT_FSIZE")
def test_a_full_disk_leaves_the_old_file_and_is_told_with_what_is_needed(tmp_path: Path) -> None:
    too_much, small = said_by("reliability.full_disk", tuple[Outcome, Outcome], tmp_path, _LIMIT)
    assert too_much.problem == "FULL"
    assert "需要 0.9 MB" in too_much.sentence
    assert "另存" in too_much.sentence
    assert too_much.is_old_intact
    assert too_much.left_over == ()
    assert small == Outcome("", "", is_old_intact=False, left_over=())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that lies in no folder closed to others, as those of pytest do."""
    folder = Path(tempfile.mkdtemp(prefix="xjdesk-"))
    yield folder
    for place in folder.iterdir():
        place.chmod(0o755)
    shutil.rmtree(folder)


def test_a_place_that_takes_nothing_is_told_and_all_stays_as_it_was(open_folder: Path) -> None:
    found = said_by("reliability.refused_places", dict[str, Outcome], open_folder)
    assert found
    for name, outcome in found.items():
        assert outcome.problem == REFUSED[name], name
        assert any(way in outcome.sentence for way in ("另存", "换一个文件名")), name
        assert ("原有文件" in outcome.sentence) == name.startswith("read-only"), name
        assert outcome.is_old_intact, name
        assert outcome.left_over == (), name


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_saved_and_exported(tmp_path: Path, name: str) -> None:
    assert not loss_under(name, tmp_path)

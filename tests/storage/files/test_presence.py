from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xjdesk.storage.files.presence import is_file, is_folder, is_there

_ALL = (is_there, is_file, is_folder)


def test_what_is_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    assert [look(file) for look in _ALL] == [True, True, False]
    assert [look(tmp_path) for look in _ALL] == [True, False, True]
    assert [look(tmp_path / "b") for look in _ALL] == [False, False, False]


@pytest.mark.parametrize("look", _ALL)
def test_where_the_system_cannot_tell_there_is_nothing(
    look: Callable[[Path], bool], tmp_path: Path
) -> None:
    # As for a drive that has vanished, the answer of the system is an error.
    assert not look(tmp_path / ("长" * 400))

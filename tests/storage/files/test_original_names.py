from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.files.original_names import is_original_name, original_names

_TRICKS = ["", ".", "..", "../x", "a/b", "a\\b", "/x", "C:x", "C:\\x", "a\0b", "a\nb", "x:stream"]
_NAMES = st.text(max_size=8) | st.sampled_from(_TRICKS) | st.text("aA_/", max_size=3)


@pytest.mark.parametrize("name", _TRICKS)
def test_a_way_to_another_folder_is_no_name(name: str) -> None:
    assert not is_original_name(name)


def test_a_plain_name_stays() -> None:
    names = ["西吉 2016.txt", "a?.txt", "..txt", "~$a"]
    assert original_names(names) == {name: name for name in names}


@given(st.lists(_NAMES, unique=True, max_size=6))
def test_every_name_becomes_a_different_good_one(names: list[str]) -> None:
    stored = original_names(names)
    assert list(stored) == sorted(names)
    assert len({name.casefold() for name in stored.values()}) == len(names)
    for name in stored.values():
        assert is_original_name(name)
        name.encode()
        for kind in (PurePosixPath, PureWindowsPath):
            assert (kind("folder") / name).parent == kind("folder")
    again = original_names(stored.values())
    assert list(again.values()) == list(again)

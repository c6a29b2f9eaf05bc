from __future__ import annotations

import pytest

from xjdesk.core.alikeness import read_alikeness
from xjdesk.core.word_lists import WordListsError
from xjdesk.resource_files import resource

_SHIPPED = resource("phrases", "last-year.toml").read_text(encoding="utf-8")


def test_the_shipped_numbers_can_be_read() -> None:
    found = read_alikeness(_SHIPPED)
    assert 50 < found.percent <= 100
    assert found.stretch < found.fewest_characters


@pytest.mark.parametrize(
    ("old", "new"),
    [("alike_percent = 80", "alike_percent = 0"), ("stretch = 10", ""), ("stretch", "stretches")],
)
def test_what_makes_no_sense_is_refused(old: str, new: str) -> None:
    assert old in _SHIPPED
    with pytest.raises(WordListsError):
        read_alikeness(_SHIPPED.replace(old, new))

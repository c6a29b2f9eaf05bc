"""What the rules about wording say of a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.word_list import WordList


@pytest.fixture(scope="session")
def words(check_data: CheckData) -> WordList:
    """The words that come with the program."""
    assert check_data.words is not None
    return check_data.words


@pytest.fixture(scope="session")
def slips(words: WordList) -> Callable[..., tuple[Slip, ...]]:
    """The slips of a line, which is a paragraph if nothing else is said."""
    line_slips = LineSlips(words)

    def find(text: str, kind: LineKind = LineKind.PARAGRAPH) -> tuple[Slip, ...]:
        return line_slips(text, kind)

    return find


@pytest.fixture(scope="session")
def fixes(
    slips: Callable[..., tuple[Slip, ...]],
) -> Callable[..., list[tuple[str, str, str | None]]]:
    """Rule, words and replacement of every slip of a line."""

    def find(text: str, kind: LineKind = LineKind.PARAGRAPH) -> list[tuple[str, str, str | None]]:
        found = slips(text, kind)
        return [(slip.rule, text[slip.start : slip.end], slip.replacement) for slip in found]

    return find

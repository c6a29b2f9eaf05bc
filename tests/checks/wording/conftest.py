"""What the rules about wording say of a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.word_list import WordList, read_word_list
from xjdesk.resource_files import resource


@pytest.fixture(scope="session")
def words() -> WordList:
    """The words that come with the program."""
    return read_word_list(resource("phrases", "wording.toml").read_text(encoding="utf-8"))


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

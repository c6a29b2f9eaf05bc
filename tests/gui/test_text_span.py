"""The stretch in which two texts differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.text_span import TextSpan, changed_span, index_at, qt_length

_TEXT = st.text("甲乙𠮷", max_size=8)


@given(_TEXT, _TEXT, st.integers(0, 8))
def test_replacing_the_span_leads_from_old_to_new(old: str, new: str, cursor: int) -> None:
    span = changed_span(old, new, min(cursor, len(old)))
    assert old[: span.start] + span.text + old[span.end :] == new
    assert span.end - span.start + len(span.text) >= abs(len(old) - len(new))


@given(_TEXT, _TEXT.filter(bool), _TEXT)
def test_taking_back_what_was_typed_removes_just_that(before: str, typed: str, behind: str) -> None:
    cursor = len(before + typed)
    span = changed_span(before + typed + behind, before + behind, cursor)
    assert span == TextSpan(len(before), cursor, "")


@given(_TEXT, _TEXT.filter(bool), _TEXT)
def test_bringing_back_what_was_deleted_adds_just_that(
    before: str, deleted: str, behind: str
) -> None:
    span = changed_span(before + behind, before + deleted + behind, len(before))
    assert span == TextSpan(len(before), len(before), deleted)


@pytest.mark.parametrize("cursor", range(6))
def test_the_span_is_small_wherever_the_cursor_is(cursor: int) -> None:
    assert changed_span("abXcd", "abcd", min(cursor, 5)) == TextSpan(2, 3, "")


@given(_TEXT)
def test_positions_and_indexes_agree(text: str) -> None:
    for index in range(len(text) + 1):
        assert index_at(text, qt_length(text[:index])) == index
    assert qt_length("甲𠮷") == 3

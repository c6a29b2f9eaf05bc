from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    YearAddress,
    parse_address,
    parse_cell_address,
    parse_field_address,
)
from xjdesk.core.document_fields import GROUPS

_IDS = st.text("abcxyz_019", min_size=1, max_size=6)
_ANY = st.text(max_size=8) | st.text("/.%2F甲", max_size=6)
_ADDRESSES = st.one_of(
    st.builds(CellAddress, _IDS, _IDS, _IDS),
    st.builds(FieldAddress, _IDS, _IDS).filter(
        lambda field: field.group not in ("report", "narrative", "findings", "notes")
    ),
    st.just(YearAddress()),
    st.builds(HeadingAddress, _ANY),
    st.builds(ParagraphAddress, _ANY, st.integers(0, 10**9)),
    st.builds(FindingAddress, _ANY, _ANY),
    st.builds(NoteAddress, _IDS, _IDS),
)


def _is_refused(parse: Callable[[str], Address], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return True
    return False


@given(_ADDRESSES)
def test_every_address_is_read_from_its_text_form(address: Address) -> None:
    assert parse_address(str(address)) == address


@given(st.text(max_size=30) | st.text("abc/.0193%2F", max_size=12))
def test_a_text_is_the_text_form_of_what_is_read_from_it(text: str) -> None:
    try:
        address = parse_address(text)
    except ValueError:
        return
    assert str(address) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a.b",
        "a.b.c.d",
        "a/b.c.d/e",
        "a/b/c",
        "report/month",
        "narrative/heading",
        "narrative/one",
        "narrative/one/-1",
        "narrative/one/01",
        "narrative/one/+1",
        "narrative/one/１",
        "narrative/one/2:0-3",
        "narrative/one/" + "9" * 5000,
        "findings/T-01",
        "notes/statistics",
        "notes/statistics/received/count",
        "findings/T%2f01/x",
        "findings/T%01/x",
    ],
    ids=lambda text: str(text)[:20] or "empty",
)
def test_what_is_the_text_form_of_no_address_is_refused(text: str) -> None:
    assert _is_refused(parse_address, text)


def test_neither_a_cell_nor_a_field_is_taken_for_another_address() -> None:
    for text in ("report/year", "narrative/x", "findings/x", "a", "a/b/c"):
        assert _is_refused(parse_field_address, text)
    for text in ("a/b.c.d", "a.b.c/d", "a.b", "a.b.c.d"):
        assert _is_refused(parse_cell_address, text)


def test_every_field_of_the_document_is_read() -> None:
    fields = [field.address for group in GROUPS for field in group.fields]
    assert [parse_address(str(address)) for address in fields] == fields
    assert len(fields) > 10


def test_a_rule_with_a_slash_is_told_from_the_subject() -> None:
    first, second = FindingAddress("a/b", "c"), FindingAddress("a", "b/c")
    assert str(first) == "findings/a%2Fb/c"
    assert parse_address(str(first)) == first != second == parse_address(str(second))

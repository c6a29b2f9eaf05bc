"""Ranges of cells on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.cell_range import read_range, write_range

_FIELD = st.text(st.sampled_from('甲1 "\t\n,，'), max_size=5)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("\t2\n3\t", [["", "2"], ["3", ""]]),
        ('"a\tb"\t"c\nd"', [["a\tb", "c\nd"]]),
        ("5", [["5"]]),
        ("1\n\n3", [["1"], [""], ["3"]]),
        ("", []),
        ('"1\n2\n3', [['"1'], ["2"], ["3"]]),
        ('甲"\t"乙"丙\n5"', [['甲"', '"乙"丙'], ['5"']]),
        ('"甲""乙"\t""', [['甲"乙', ""]]),
    ],
)
def test_reads_what_spreadsheets_copy(text: str, rows: list[list[str]]) -> None:
    assert read_range(text) == rows


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_field_may_be_as_long_as_it_likes(quote: str) -> None:
    long = "长" * 200_000
    assert read_range(f"{quote}{long}{quote}\t2") == [[long, "2"]]


@given(st.text(st.sampled_from('1"\t\n\r')))
def test_an_unquoted_line_is_never_swallowed(text: str) -> None:
    assert read_range(f'"{text.replace(chr(34), "")}\n7')[-1] == ["7"]


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(_FIELD, min_size=n, max_size=n))))
def test_reads_what_it_wrote(rows: list[list[str]]) -> None:
    assert read_range(write_range(rows)) == rows

"""The number of a document in its pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.document_number import DocumentNumber, code_in, read_number

_NUMBERS = st.builds(
    DocumentNumber,
    st.text("西政办发县函〇", min_size=1, max_size=12).filter(lambda code: "〇" not in code),
    st.integers(1900, 2099),
    st.integers(1, 99999),
)


@given(_NUMBERS)
def test_a_number_is_read_from_how_it_is_written(number: DocumentNumber) -> None:
    assert read_number(str(number)) == number
    assert code_in(str(number)) == number.code


@pytest.mark.parametrize(
    "text",
    [
        "西政发[2017]12号",
        "西政发（２０１７）１２号",
        "西政发〔2017年〕第012号",
        "西政发 〔2017〕 12 ",
    ],
)
def test_numbers_written_otherwise_are_understood(text: str) -> None:
    assert read_number(text) == DocumentNumber("西政发", 2017, 12)


@pytest.mark.parametrize("text", ["", "西政发", "〔2017〕12号", "西政发〔17〕12号", "发〔2017〕号"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert read_number(text) is None


def test_the_code_of_an_unfinished_number_is_known() -> None:
    assert code_in("西政发〔") == "西政发"
    assert code_in("12号") == ""

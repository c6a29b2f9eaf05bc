"""Whether words and numbers go together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.numbers.agreement import Agreement, agreement
from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.core.number_words import read_number_words
from xjdesk.resource_files import resource

_READ = number_reader(
    read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
)
_AGREES, _LOOSE, _CONTRADICTS = Agreement.AGREES, Agreement.LOOSE, Agreement.CONTRADICTS


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("200件", "200", _AGREES),
        ("200件", "201", _CONTRADICTS),
        ("0件", "0", _AGREES),
        ("5000余条", "4606", _CONTRADICTS),
        ("5000余条", "5000", _LOOSE),
        ("5000余条", "5001", _AGREES),
        ("5000余条", "5999", _AGREES),
        ("5000余条", "6000", _CONTRADICTS),
        ("200余条", "200", _LOOSE),
        ("200余条", "299", _AGREES),
        ("200余条", "300", _CONTRADICTS),
        ("105余条", "112", _AGREES),
        ("18万余条", "189999", _AGREES),
        ("10余万条", "150000", _AGREES),
        ("超过200件", "9000", _AGREES),
        ("超过200件", "200", _LOOSE),
        ("超过200件", "199", _CONTRADICTS),
        ("近200件", "151", _AGREES),
        ("近200件", "200", _LOOSE),
        ("近200件", "150", _CONTRADICTS),
        ("近200件", "201", _CONTRADICTS),
        ("约200件", "220", _AGREES),
        ("约200件", "221", _CONTRADICTS),
        ("不少于3次", "3", _AGREES),
        ("3次以上", "2", _CONTRADICTS),
        ("不超过3次", "3", _AGREES),
        ("3次以内", "4", _CONTRADICTS),
        ("3至5件", "5", _AGREES),
        ("3至5件", "6", _CONTRADICTS),
        ("二三十件", "25", _AGREES),
        ("1.2万件", "11500", _AGREES),
        ("1.2万件", "12499", _AGREES),
        ("1.2万件", "12500", _LOOSE),
        ("1.2万件", "11499", _CONTRADICTS),
        ("1.2万件", "13000", _CONTRADICTS),
        ("5万条", "54999", _AGREES),
        ("3940元", "3941", _CONTRADICTS),
        ("70.3%", "70.26", _AGREES),
        ("70.3%", "70.39", _LOOSE),
        ("33.9%", "32.0", _CONTRADICTS),
        ("100%", "100", _AGREES),
        ("三成", "31", _AGREES),
    ],
)
def test_words_leave_open_what_they_leave_open(
    words: str, number: str, expected: Agreement
) -> None:
    (mention,) = _READ(words)
    assert agreement(mention, Decimal(number)) is expected


@given(
    st.integers(1, 10**9),
    st.sampled_from(["{}件", "约{}件", "不少于{}条", "不超过{}个", "{}件左右"]),
)
def test_a_number_never_contradicts_itself(number: int, words: str) -> None:
    (mention,) = _READ(words.format(number))
    assert agreement(mention, Decimal(number)) is _AGREES


@given(st.integers(1, 10**9), st.sampled_from(["{}余件", "近{}件", "超过{}件"]))
def test_a_number_itself_is_loosely_what_is_more_or_less_than_it(number: int, words: str) -> None:
    (mention,) = _READ(words.format(number))
    assert agreement(mention, Decimal(number)) is _LOOSE


def test_what_is_no_count_agrees_with_nothing() -> None:
    with pytest.raises(ValueError, match="date"):
        agreement(Mention(0, 5, MentionKind.DATE, 0, 4), Decimal(2016))

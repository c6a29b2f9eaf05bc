from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest

from xjdesk.core.form_reader import read_form
from xjdesk.core.phrase import TextRules
from xjdesk.core.toml_section import FormError
from xjdesk.storage.embedded_form import read_embedded_form
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_MOST_MEMORY = 60 * 1024 * 1024
_HEAD = """
id = "small"
name = "小表"
basis = "文"
first_year = 2010
last_year = 2012
"""
_CHAPTER = """
[[chapters]]
id = "one"
tab = "一"
heading = "一、{year}年"
"""
_TABLE = """
[[tables]]
id = "t"
tab = "表"
title = "{issuer}{year}"
period = "（{year}年度）"
label_caption = "指标"
columns = [{ id = "count", label = "数" }]
rows = [
  { id = "a", level = 0, label = "甲", unit = "件" },
  { id = "b", level = 0, label = "乙", unit = "件" },
]
"""
_RELATION = """
[[relations]]
id = "R-1"
table = "t"
severity = "error"
formula = "a = b"
message = "甲应等于乙。"
remedies = ["改甲。", "改乙。"]
"""
_TEXT = """
[text]
fillers = ["(共)?"]
[[text.phrases]]
cells = ["t.a.count"]
units = ["件"]
words = ["(a+)+$"]
"""
_SMALL = _HEAD + _CHAPTER + _TABLE + _RELATION


def _rows(number: int) -> str:
    return "\n".join(
        f'  {{ id = "r{n}", level = 0, label = "行", unit = "件" }},' for n in range(number)
    )


def _columns(number: int) -> str:
    return ", ".join(f'{{ id = "c{n}", label = "列" }}' for n in range(number))


def _replaced(old: str, new: str, source: str = _SMALL) -> str:
    assert old in source
    return source.replace(old, new)


@pytest.mark.parametrize("form_id", _LIBRARY.ids())
def test_every_shipped_form_would_still_be_read_when_it_is_no_longer_shipped(form_id: str) -> None:
    source = _LIBRARY.source(form_id)
    assert read_embedded_form(source) == replace(read_form(source), text_rules=TextRules())
    # Not near the bounds, either.
    with pytest.raises(FormError, match="too large"):
        read_embedded_form(source + " " * 160_000)
    read_embedded_form(source + " " * 60_000)


def test_a_small_form_is_read_without_what_it_says_of_the_narrative() -> None:
    form = read_embedded_form(_SMALL + _TEXT)
    assert form == read_form(_SMALL)
    assert form.relations
    assert read_form(_SMALL + _TEXT).text_rules != TextRules()


_DEEP = "(" * 5000 + ")" * 5000
_HOSTILE = {
    "no toml": "id = ",
    "depth": "id = " + "[" * 100_000,
    "a key in many parts": ".".join("a" * 20_000) + " = 1",
    "keys in many parts": "\n".join(".".join(f"k{n}" + "a" * 60) + " = 1" for n in range(1000)),
    "a number of many digits": _replaced("2010", "1" * 5000),
    "a year of many digits": _replaced("2012", "1" * 30),
    "a year before the first": _replaced("2012", "2009"),
    "no table": _HEAD + _CHAPTER,
    "no chapter": _HEAD + _TABLE,
    "a width to fill": _replaced("一、{year}年", "一、{year:2000000000}年"),
    "a precision to fill": _replaced("（{year}", "（{year:.2000000000f}"),
    "an attribute to read": _replaced("一、{year}年", "{year.__class__.__mro__}"),
    "a name in the period": _replaced("（{year}", "（{issuer}"),
    "a name in the scope": _replaced('tab = "表"', 'tab = "表"\nscope = "{issuer}"'),
    "half a brace": _replaced("{issuer}", "{"),
    "a title with another name": _replaced("{issuer}", "{office}"),
    "100 000 rows": _replaced('  { id = "a"', _rows(100_000) + '\n  { id = "a"'),
    "2 000 rows": _replaced('  { id = "a"', _rows(2_000) + '\n  { id = "a"'),
    "1 500 rows of many columns": _replaced(
        '{ id = "count", label = "数" }',
        _columns(10),
        _replaced('  { id = "a"', _rows(1_500) + '\n  { id = "a"'),
    ),
    "many columns": _replaced('{ id = "count", label = "数" }', _columns(2_000)),
    "no columns": _replaced('{ id = "count", label = "数" }', ""),
    "levels": _replaced(
        '  { id = "a"',
        "".join(
            f'  {{ id = "r{n}", level = {n}, label = "行", unit = "件" }},\n' for n in range(10)
        )
        + '  { id = "a"',
    ),
    "a level below": _replaced('"b", level = 0', '"b", level = -1'),
    "a long text": _replaced("甲应", "甲" * 2000 + "应"),
    "a long formula": _replaced("a = b", "a" + " + a" * 400 + " = b"),
    "formulas": _SMALL
    + "".join(
        _RELATION.replace("R-1", f"R-{n}").replace("a = b", "a" + " + a" * 50 + " = b")
        for n in range(2, 100)
    ),
    "relations in every row": _replaced('  { id = "a"', _rows(200) + '\n  { id = "a"')
    + "".join(
        _RELATION.replace("R-1", f"R-{n}").replace("a = b", "count = 0") + 'over = "rows"\n'
        for n in range(2, 12)
    ),
    "a formula of another kind": _replaced('formula = "a = b"', "formula = [1]"),
    "tables of another kind": _HEAD + _CHAPTER + "tables = 5",
    "relations of another kind": _replaced("[[relations]]", "[relations]"),
    "chapters of another kind": _HEAD + "chapters = [1, 2]\n" + _TABLE,
    "a message that is none": _replaced("甲应等于乙。", "甲应等于乙"),
    "many values": _SMALL + "x = [" + "1," * 20_000 + "]",
}


@pytest.mark.parametrize("trick", _HOSTILE)
def test_a_hostile_form_is_refused_in_little_memory(trick: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(FormError):
            read_embedded_form(_HOSTILE[trick])
        assert tracemalloc.get_traced_memory()[1] < _MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("words", ["(a+)+$", _DEEP[:900], "(?P<a>x)(?P<a>y)", "[", ""])
def test_the_regular_expressions_of_a_file_are_not_even_compiled(words: str) -> None:
    source = _SMALL + _TEXT.replace("(a+)+$", words).replace("(共)?", words)
    assert read_embedded_form(source).text_rules == TextRules()

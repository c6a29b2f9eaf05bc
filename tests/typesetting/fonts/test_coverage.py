"""What can be printed: what is found before printing is what the pages would show as 〓."""

from __future__ import annotations

import dataclasses
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.characters.common_characters import uncommon_characters
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.document_fields import ORGAN
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.coverage import coverage
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face

_ODD = (
    "\0\t\n\r\x1b\x7f\x85\xa0\xad\u0301\u0600\u180e\u2003\u200b\u200d\u2028\u2029\u202e\u202f"
    "\u2060\u20e3\u3000\u3164\ufe0f\ufe59\ufeff\ufffc\ufffd\uffff\ud83d\ude00\ue000\uf0b7"
    "—·﹙㛃䶮☺⚠😀👨🀄𬱖𫖯𣲘\U000e0020\U000e0100\U0010ffff"
)


@cache
def _common_characters() -> list[str]:
    """Every character that the check takes for common without asking."""
    every = "".join(map(chr, range(0x110000)))
    return sorted(set(every) - uncommon_characters(every))


def test_every_font_set_has_the_characters_that_are_not_looked_up(fonts: FontSet) -> None:
    lender = fonts.metrics(Face.RARE)
    visible = [c for c in _common_characters() if unicodedata.category(c) != "Cc"]
    assert len(visible) > 7000
    assert [c for c in visible if lender.advance(c) is None] == []


def test_the_characters_that_are_not_looked_up_can_be_printed(fonts: FontSet) -> None:
    can_print = coverage(lambda: fonts)
    assert [c for c in _common_characters() if not can_print(c)] == []


@pytest.mark.parametrize(
    "character", "﹙㛃䶮𬱖𫖯𣲘\u200b\u200d\ufeff\ufe0f\U000e0100\u202e\xa0\u2003"
)
def test_rare_and_invisible_characters_can_be_printed(fonts: FontSet, character: str) -> None:
    assert coverage(lambda: fonts)(character)


@pytest.mark.parametrize("character", "😀👨\ue000\uf0b7\ud83d\ufffd\u20e3\uffff")
def test_what_would_be_a_box_cannot_be_printed(fonts: FontSet, character: str) -> None:
    assert not coverage(lambda: fonts)(character)


def test_the_fonts_are_not_asked_for_before_the_first_question(fonts: FontSet) -> None:
    asked: list[FontSet] = []

    def find() -> FontSet:
        asked.append(fonts)
        return fonts

    can_print = coverage(find)
    assert asked == []
    assert can_print("﹙")
    assert asked == [fonts]


def test_a_font_that_is_gone_does_not_stop_an_edit(fonts: FontSet) -> None:
    gone = {
        face: dataclasses.replace(file, path=file.path.with_name("gone.ttf"))
        for face, file in fonts.files.items()
    }
    lost = FontSet(gone)
    assert coverage(lambda: lost)("﹙")


def test_the_founding_document_can_be_printed(sample: Report, form: Form, fonts: FontSet) -> None:
    found = check(rule_book(form, CheckData(can_print=coverage(lambda: fonts))), sample).sorted()
    assert [finding.message for finding in found if finding.rule == "P-40"] == []
    assert typeset(sample, form, fonts).missing == ()


@pytest.mark.parametrize("form_id", shipped_forms().ids())
def test_the_words_of_the_forms_can_be_printed(form_id: str, fonts: FontSet) -> None:
    can_print = coverage(lambda: fonts)
    source = shipped_forms().source(form_id)
    assert [c for c in dict.fromkeys(source) if not can_print(c)] == []


@given(odd=st.text(alphabet=_ODD + "国a1，", max_size=12))
def test_what_is_found_before_printing_is_what_the_pages_lack(odd: str, fonts: FontSet) -> None:
    form, at = shipped_forms().form("zfxxgk-2014"), ParagraphAddress("overview", 0)
    text = f"西吉{odd}县"
    report = apply(empty_report(form, 2016), Change(at, (), (Paragraph(text),)))
    report = apply(report, Change(ORGAN, "", text))
    found = check(rule_book(form, CheckData(can_print=coverage(lambda: fonts))), report).sorted()
    places = [place for finding in found if finding.rule == "P-40" for place in finding.where]
    missing = typeset(report, form, fonts).missing
    lacking = {m.character for m in missing if m.place == ORGAN}
    spans = [place for place in places if isinstance(place, SpanAddress)]
    pointed_at = {character for span in spans for character in text[span.start : span.end]}
    assert lacking == {m.character for m in missing if m.place != ORGAN}
    assert lacking <= pointed_at
    assert all(text[span.start] in lacking for span in spans)
    assert (ORGAN in places) is bool(lacking)

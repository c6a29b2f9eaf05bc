"""What holds for every report, whatever it contains and however it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import Phase, Verbosity, given, settings
from hypothesis import strategies as st

from tests.standard.expected_text import expected_text, numbered_pages, printed_text
from tests.standard.placed_characters import PlacedCharacter, Placing
from tests.standard.random_reports import options, reports
from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import GlyphRun, Page, PageSet

_FORM = shipped_forms().form("zfxxgk-2014")
_TOP_MM, _BOTTOM_MM, _WIDTH_MM = 37.0, 262.0, 156.0
_OVERHANG_MM = 0.3
_NO_START = frozenset("，。、；：？！）》〉】”’％℃…")
_NO_END = frozenset("（《〈【“‘")

_ASCII_END, _ASCII_START = re.compile(r"[!-~]*$"), re.compile(r"[!-~]*")
_LONG_WORD = 28
"""Half a line of Latin: what is longer may be broken."""

every_report = given(report=reports(_FORM), chosen=options)
few = settings(
    max_examples=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    verbosity=Verbosity.quiet,
)
"""To shrink a report takes minutes, to print it pages; the assertions say what is wrong."""


@pytest.fixture(scope="module")
def placing(fonts: FontSet) -> Placing:
    return Placing(fonts)


def _is_number(run: GlyphRun) -> bool:
    return run.baseline_mm > _BOTTOM_MM


@dataclass
class _Line:
    """A line of a paragraph; its first character is number `start` of the paragraph's text."""

    place: ParagraphAddress
    start: int
    text: str


def _lines(pages: PageSet) -> list[_Line]:
    lines: dict[tuple[ParagraphAddress, int, float], _Line] = {}
    for page in pages.pages:
        for run in page.runs:
            if run.origin and isinstance(run.origin.place, ParagraphAddress):
                place, start = run.origin.place, run.origin.start
                key = (place, page.number, run.baseline_mm)
                lines.setdefault(key, _Line(place, start, "")).text += run.text
    return list(lines.values())


@few
@every_report
def test_no_character_is_lost_or_doubled(
    report: Report, chosen: PageOptions, fonts: FontSet
) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    assert printed_text(pages) == expected_text(report, _FORM, chosen, pages)


@few
@every_report
def test_runs_say_truly_where_their_text_comes_from(
    report: Report, chosen: PageOptions, fonts: FontSet
) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    for page in pages.pages:
        for run in page.runs:
            if run.origin and isinstance(run.origin.place, ParagraphAddress):
                place, start = run.origin.place, run.origin.start
                text = report.chapter(place.chapter).paragraphs[place.paragraph].text
                assert text[start : start + len(run.text)] == run.text


@few
@every_report
def test_ink_stays_in_the_type_area(
    report: Report, chosen: PageOptions, fonts: FontSet, placing: Placing
) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    lefts = {page.number: page.left_mm for page in pages.pages}
    for character in placing.characters(pages):
        ink, left = character.ink, lefts[character.page_number]
        assert ink.left >= left - _OVERHANG_MM
        assert ink.right <= left + _WIDTH_MM + _OVERHANG_MM
        if not _is_number(character.run):
            assert ink.top >= _TOP_MM - _OVERHANG_MM
            assert ink.bottom <= _BOTTOM_MM + _OVERHANG_MM


@few
@every_report
def test_nothing_overlaps(
    report: Report, chosen: PageOptions, fonts: FontSet, placing: Placing
) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    for page in pages.pages:
        assert list(_overlapping(page, placing)) == []
    lines: dict[tuple[int, float], list[PlacedCharacter]] = {}
    for character in placing.characters(pages):
        key = (character.page_number, character.run.baseline_mm)
        lines.setdefault(key, []).append(character)
    for line in lines.values():
        for one, following in pairwise(sorted(line, key=lambda c: c.ink.left)):
            # The letters of a Latin word may touch by the font's own design.
            if not (one.text.isascii() and following.text.isascii()):
                assert following.ink.left >= one.ink.right - _OVERHANG_MM, (one, following)


def _overlapping(page: Page, placing: Placing) -> Iterator[tuple[str, str]]:
    """Runs of different lines that take each other's place."""
    boxes = sorted(((placing.body(run), run) for run in page.runs), key=lambda pair: pair[0].top)
    for index, (box, run) in enumerate(boxes):
        for other, below in boxes[index + 1 :]:
            if other.top > box.bottom - _OVERHANG_MM:
                break
            apart = other.left > box.right - _OVERHANG_MM or other.right < box.left + _OVERHANG_MM
            if not apart and below.baseline_mm != run.baseline_mm:
                yield run.text, below.text


@few
@every_report
def test_lines_begin_and_end_as_they_may(
    report: Report, chosen: PageOptions, fonts: FontSet
) -> None:
    lines = _lines(typeset(report, _FORM, fonts, chosen))
    for line, following in pairwise(lines):
        if line.place != following.place:
            continue
        before, after = line.text.rstrip()[-1], following.text.lstrip()[0]
        assert after not in _NO_START, (line, following)
        assert before not in _NO_END, (line, following)
        assert before + after not in ("——", "……")
        place = following.place
        whole = report.chapter(place.chapter).paragraphs[place.paragraph].text
        word = _word_broken(whole, following.start)
        assert not word or len(word) > _LONG_WORD, word


def _word_broken(text: str, place: int) -> str:
    """The Latin word or number inside which `place` lies; empty when it lies in none."""
    end, start = _ASCII_END.findall(text[:place])[0], _ASCII_START.findall(text[place:])[0]
    return end + start if end and start else ""


@few
@every_report
def test_signature_stands_below_text(report: Report, chosen: PageOptions, fonts: FontSet) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    organ, date = (_page_of(pages, address) for address in (fields.ORGAN, fields.DATE))
    assert organ is date
    text = [
        run
        for run in organ.runs
        if run.origin and isinstance(run.origin.place, ParagraphAddress | HeadingAddress)
    ]
    assert any(run.text.strip() for run in text)


def _page_of(pages: PageSet, address: FieldAddress) -> Page:
    for page in pages.pages:
        for run in page.runs:
            if run.origin and run.origin.place == address:
                return page
    raise AssertionError(f"{address} is not printed")


@few
@every_report
def test_table_rows_are_whole(report: Report, chosen: PageOptions, fonts: FontSet) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    texts = ["".join(page.text.split()) for page in pages.pages]
    labels = ["".join(row.label.split()) for row in _FORM.tables[0].rows]
    for label in set(labels):
        assert sum(text.count(label) for text in texts) >= labels.count(label), label


@few
@every_report
def test_pages_are_numbered_in_turn(report: Report, chosen: PageOptions, fonts: FontSet) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    assert [page.number for page in pages.pages] == list(range(1, len(pages.pages) + 1))
    for page in pages.pages:
        numbers = ["".join(run.text.split()) for run in page.runs if _is_number(run)]
        expected = [f"—{page.number}—"] if page.number in numbered_pages(pages) else []
        assert numbers == expected


@few
@every_report
def test_imprint_stands_on_an_even_page_of_a_double_sided_document(
    report: Report, chosen: PageOptions, fonts: FontSet
) -> None:
    pages = typeset(report, _FORM, fonts, chosen)
    printed = report.field(fields.COPIES_TO) or report.field(fields.PRINTED_BY)
    if not printed or chosen.letterhead is Letterhead.NONE:
        return
    last = pages.pages[-1]
    assert "抄送：" in last.text or "印发" in last.text
    assert max(rule.y1 for rule in last.rules) == pytest.approx(_BOTTOM_MM)
    assert not chosen.double_sided or len(pages.pages) % 2 == 0


@settings(max_examples=25)
@given(
    text=st.text(
        st.sampled_from("县政府（）《》“”‘’，。、；：—…％ab1.-/ \u3000𬱖﹙〔〕"), max_size=600
    )
)
def test_any_sequence_of_characters_is_printed_in_the_type_area(
    text: str, sample: Report, form: Form, fonts: FontSet, placing: Placing
) -> None:
    from tests.standard.variants import brief

    report = brief(sample, text.strip() or "县")
    pages = typeset(report, form, fonts)
    printed = "".join(line.text for line in _lines(pages))
    assert "".join(printed.split()) == "".join((text.strip() or "县").split())
    lefts = {page.number: page.left_mm for page in pages.pages}
    for character in placing.characters(pages):
        left = lefts[character.page_number]
        assert character.ink.left >= left - _OVERHANG_MM
        assert character.ink.right <= left + _WIDTH_MM + _OVERHANG_MM

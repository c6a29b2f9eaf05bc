"""Characters that no font has are found, at the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.checks.stranger_report import STRANGER, report_with_stranger
from xjdesk.checks.characters.common_characters import uncommon_characters
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.change import Change, apply, content_at
from xjdesk.core.document_fields import COPIES_TO, DIRECTION, SIGNER, TITLE
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_UNPRINTABLE = frozenset("😀😁👨👩\ue000\ud83d\u2028\u0301")
_CELL = CellAddress("statistics", "meetings", "count")


def _can_print(character: str) -> bool:
    return character not in _UNPRINTABLE


_BOOK = rule_book(_FORM, CheckData(can_print=_can_print))


def _report(paragraphs: Iterable[str] = ()) -> Report:
    return report_with_stranger(_FORM, *paragraphs)


def _found(report: Report) -> tuple[Finding, ...]:
    return tuple(f for f in check(_BOOK, report).sorted() if f.rule == "P-40")


def _spans(*texts: str) -> list[list[str]]:
    return [[str(place) for place in f.where] for f in _found(_report(texts))]


def test_a_character_without_a_font_is_an_error_that_names_it_and_what_will_be_printed() -> None:
    (finding,) = _found(_report(["我县😀公开"]))
    assert finding.severity is Severity.ERROR
    assert finding.where == (SpanAddress("overview", 0, 2, 3),)
    assert finding.message == "打印字体中没有“😀”（U+1F600），会印成“〓”，请改用其他字或删去。"
    assert finding.remedies


def test_nothing_is_said_while_the_fonts_are_not_known() -> None:
    findings = check(rule_book(_FORM), _report(["😀"])).sorted()
    assert "P-40" not in {finding.rule for finding in findings}


def test_the_place_counts_characters_beyond_the_first_plane_as_one() -> None:
    assert _spans("𬱖𫖯😀国", "有", "国\ue000") == [
        ["narrative/overview/0:2-3"],
        ["narrative/overview/2:1-2"],
    ]


def test_every_place_of_a_paragraph_is_pointed_at_by_one_finding() -> None:
    assert _spans("😀国😁国😀") == [
        [f"narrative/overview/0:{start}-{start + 1}" for start in (0, 2, 4)]
    ]


def test_characters_that_touch_or_are_joined_to_one_shape_are_one_place() -> None:
    assert _spans("甲😀😁乙") == [["narrative/overview/0:1-3"]]
    assert _spans("甲👨\u200d👩\ufe0f乙") == [["narrative/overview/0:1-5"]]


def test_only_the_first_of_many_are_named() -> None:
    (two,) = _found(_report(["😁国😀国😁"]))
    assert two.message.startswith("打印字体中没有“😁”（U+1F601）、“😀”（U+1F600），")
    (many,) = _found(_report(["😁😀👨👩\ue000" * 1000]))
    assert "等5个字符，会印成" in many.message
    assert len(many.message) < 90


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\ud83d", "残缺的字符（U+D83D）"),
        ("\ue000", "自造字（U+E000）"),
        ("\u2028", "看不见的字符（U+2028）"),
        ("\u0301", "附加符号（U+0301）"),
    ],
)
def test_a_character_that_cannot_be_shown_is_told_by_its_kind(character: str, name: str) -> None:
    (finding,) = _found(_report([f"国{character}"]))
    assert finding.message.startswith(f"打印字体中没有{name}，")
    assert character not in finding.message


@pytest.mark.parametrize(
    "address", [TITLE, SIGNER, COPIES_TO, _CELL, HeadingAddress("requests"), STRANGER]
)
def test_fields_cells_and_headings_are_looked_at(address: Address) -> None:
    report = _report()
    report = apply(report, Change(address, content_at(report, address), "马😀"))
    assert [finding.where for finding in _found(report)] == [(address,)]


def test_text_of_a_chapter_that_the_form_does_not_know_is_looked_at() -> None:
    at = ParagraphAddress(STRANGER.chapter, 0)
    report = apply(_report(), Change(at, (), (Paragraph("😀"),)))
    assert [f.where for f in _found(report)] == [(SpanAddress(STRANGER.chapter, 0, 0, 1),)]


def test_common_characters_are_not_looked_up() -> None:
    asked: list[str] = []

    def can_print(character: str) -> bool:
        asked.append(character)
        return True

    common = "西吉县（2016）：“政务”——A·B，①Ⅱ㈠αя\n\t"
    check(rule_book(_FORM, CheckData(can_print=can_print)), _report([common, common + "﹙𬱖﹙"]))
    assert sorted(asked) == ["﹙", "𬱖"]


@given(st.text())
@example("国\x7f")
def test_what_is_common_is_ascii_or_simplified_chinese(text: str) -> None:
    uncommon = uncommon_characters(text)
    for character in text:
        common = bool(character.encode("gb2312", "ignore")) or character in "—·"
        assert (character in uncommon) is not common


_TEXTS = st.text(alphabet="国1😀😁\ue000\ud83d\u200d𬱖", max_size=6)
_PARAGRAPHS = st.lists(_TEXTS.map(Paragraph), max_size=3).map(tuple)
_CHAPTERS = st.sampled_from(["overview", STRANGER.chapter])
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just(_CELL), _TEXTS.map(lambda text: text or None)),
        st.tuples(st.sampled_from([TITLE, SIGNER, DIRECTION]), _TEXTS),
        st.tuples(_CHAPTERS.map(HeadingAddress), _TEXTS),
        st.tuples(_CHAPTERS.map(lambda chapter: ParagraphAddress(chapter, 0)), _PARAGRAPHS),
        st.tuples(st.just(YearAddress()), st.integers(2014, 2020)),
    ),
    max_size=8,
)


@given(_EDITS)
def test_checking_what_changed_finds_what_checking_all_finds(
    edits: Sequence[tuple[Address, str | int | tuple[Paragraph, ...] | None]],
) -> None:
    report = _report()
    findings = check(_BOOK, report)
    for address, new in edits:
        change = Change(address, content_at(report, address), new)
        report = apply(report, change)
        findings = recheck(_BOOK, report, [change], findings)
    assert findings == check(_BOOK, report)


@given(_TEXTS)
def test_the_places_hold_all_that_is_missing_and_begin_with_it(text: str) -> None:
    places = [place for finding in _found(_report([text])) for place in finding.where]
    covered: set[int] = set()
    for place in places:
        assert isinstance(place, SpanAddress)
        assert text[place.start] in _UNPRINTABLE
        assert covered.isdisjoint(range(place.start, place.end))
        covered.update(range(place.start, place.end))
    assert covered >= {i for i, character in enumerate(text) if character in _UNPRINTABLE}
    assert not {text[i] for i in covered} & set("国1𬱖")


def test_a_field_that_is_chosen_from_a_list_is_not_printed_and_not_looked_at() -> None:
    assert _found(apply(_report(), Change(DIRECTION, "", "😀"))) == ()


def test_a_field_that_the_program_does_not_know_is_not_printed_and_not_looked_at() -> None:
    assert _found(apply(_report(), Change(FieldAddress("other", "x"), "", "😀"))) == ()

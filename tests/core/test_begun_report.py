from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FindingAddress
from xjdesk.core.begun_report import EVERY_PART, Part, begun_from
from xjdesk.core.change import Change, apply_all
from xjdesk.core.comparable import Comparable
from xjdesk.core.document_fields import GROUPS
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_following import following
from xjdesk.core.form import ChapterKind
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_OLD, _FORM = _LIBRARY.form("zfxxgk-2014"), _LIBRARY.form("zfxxgk-2021")
_RECEIVED = CellAddress("requests", "received", "total")
_STATED = {field.address: f"{field.label}的内容" for group in GROUPS for field in group.fields}
_NEVER_TAKEN = {
    fields.NUMBER,
    fields.DATE,
    fields.FILLED_ON,
    fields.PRINTED_ON,
}


def _last(*paragraphs: Paragraph, chapter: str = "overview") -> Report:
    report = empty_report(_FORM, 2023)
    chapters = tuple(
        replace(c, paragraphs=paragraphs) if c.id == chapter else c for c in report.chapters
    )
    return replace(report, chapters=chapters, fields=_STATED, values={_RECEIVED: Decimal(320)})


def _begun(last: Report, parts: frozenset[Part] = EVERY_PART) -> Report:
    return begun_from(last_year_of(_FORM, _FORM, last), _FORM, parts)


def _text_of(report: Report, chapter: str) -> list[str]:
    return [paragraph.text for paragraph in report.chapter(chapter).paragraphs]


@given(st.frozensets(st.sampled_from(Part)))
def test_whatever_is_taken_no_number_gets_into_a_cell_nor_a_date_into_a_field(
    parts: frozenset[Part],
) -> None:
    begun = _begun(_last(Paragraph("2023年收到申请320件。")), parts)
    assert (begun.year, begun.form_id) == (2024, _FORM.id)
    assert begun.values == {}
    assert _NEVER_TAKEN.isdisjoint(begun.fields)
    assert begun.fields.items() <= _STATED.items()


def test_all_parts_together_take_every_other_field() -> None:
    assert set(_begun(_last()).fields) == set(_STATED) - _NEVER_TAKEN


def test_without_any_part_the_report_is_an_empty_one() -> None:
    last = _last(Paragraph("2023年收到申请320件。"))
    assert _begun(last, frozenset()) == empty_report(_FORM, 2024)


def test_words_are_taken_with_their_years() -> None:
    begun = _begun(_last(Paragraph("2023年，收到申请320件。")))
    assert _text_of(begun, "overview") == ["2023年，收到申请320件。"]


def test_a_heading_that_names_the_year_is_that_of_the_new_one_unless_it_was_reworded() -> None:
    last = empty_report(_OLD, 2016)
    first, *others, problems = last.chapters
    reworded = replace(problems, heading="四、问题及打算")
    both = begun_from(last_year_of(_OLD, _OLD, last), _OLD)
    assert both.chapters[-1].heading == empty_report(_OLD, 2017).chapters[-1].heading
    last = replace(last, chapters=(first, *others, reworded))
    assert begun_from(last_year_of(_OLD, _OLD, last), _OLD).chapters[-1] == reworded


def test_a_figure_stays_bound_and_follows_the_cell_of_this_year_once_it_is_filled() -> None:
    figure = Figure(6, 9, FigureSource(FigureKind.VALUE, (_RECEIVED,)))
    begun = _begun(_last(Paragraph("全年收到申请320件。", (figure,))))
    assert begun.chapter("overview").paragraphs[0].figures == (figure,)
    filled = [Change(_RECEIVED, None, Decimal(350))]
    after = apply_all(begun, (*filled, *following(begun, filled)))
    assert _text_of(after, "overview") == ["全年收到申请350件。"]


def test_a_phrase_that_compares_is_reckoned_from_last_years_number_from_now_on() -> None:
    source = FigureSource(FigureKind.YEAR_ON_YEAR, (_RECEIVED, Decimal(300)), 1, "件")
    text = "收到申请较上年增加20件，增长6.7%。"
    begun = _begun(_last(Paragraph(text, (Figure(4, len(text) - 1, source),))))
    assert _text_of(begun, "overview") == [text]
    filled = [Change(_RECEIVED, None, Decimal(350))]
    after = apply_all(begun, (*filled, *following(begun, filled)))
    assert _text_of(after, "overview") == ["收到申请较上年增加30件，增长9.4%。"]


def test_a_figure_whose_count_has_changed_becomes_plain_text() -> None:
    cell = CellAddress("statistics", "received", "count")
    figure = Figure(0, 3, FigureSource(FigureKind.VALUE, (cell,)))
    last = replace(
        empty_report(_OLD, 2020),
        chapters=(Chapter("overview", "", (Paragraph("320件", (figure,)),)),),
    )
    (begun,) = begun_from(last_year_of(_FORM, _OLD, last), _FORM).chapter("overview").paragraphs
    assert begun == Paragraph("320件")
    form = replace(_FORM, comparable=(Comparable(_OLD.id, cells=((_RECEIVED, cell),)),))
    (begun,) = begun_from(last_year_of(form, _OLD, last), form).chapter("overview").paragraphs
    assert begun.figures[0].source.operands == (_RECEIVED,)


@pytest.mark.parametrize(
    ("chapter", "heading", "goes_to"),
    [
        ("overview", "一、工作开展情况", "overview"),
        ("a", "一、概述", "overview"),
        ("a", "七、存在的问题和改进措施", "problems"),
        ("a", "八、其他事项", "others"),
        ("a", "二、主动公开政府信息的情况", "overview"),
        ("requests", "三、依申请公开", "overview"),
        ("a", "九、附表", "overview"),
    ],
)
def test_between_two_forms_chapters_find_their_place_by_id_or_name(
    chapter: str, heading: str, goes_to: str
) -> None:
    last = Report(_OLD.id, 2020, {}, (Chapter(chapter, heading, (Paragraph("文字。"),)),), {})
    begun = begun_from(last_year_of(_FORM, _OLD, last), _FORM)
    assert _text_of(begun, goes_to) == ["文字。"]
    assert [c.id for c in begun.chapters] == [c.id for c in _FORM.chapters]


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "problems"]), st.text(max_size=5)), max_size=4)
)
def test_no_word_is_lost_between_two_forms_and_none_goes_where_tables_stand(
    found: list[tuple[str, str]],
) -> None:
    chapters = tuple(Chapter(i, h, (Paragraph(f"文字{n}"),)) for n, (i, h) in enumerate(found))
    last = Report(_OLD.id, 2020, {}, chapters, {})
    begun = begun_from(last_year_of(_FORM, _OLD, last), _FORM)
    kept = [p.text for c in begun.chapters for p in c.paragraphs]
    assert sorted(kept) == sorted(f"文字{n}" for n in range(len(found)))
    tables = [c.id for c in _FORM.chapters if c.kind is ChapterKind.TABLES]
    assert not any(begun.chapter(chapter).paragraphs for chapter in tables)


def test_a_chapter_that_the_report_added_is_kept() -> None:
    added = Chapter("added_1", "七、附则", (Paragraph("文字。"),))
    last = empty_report(_FORM, 2023)
    begun = _begun(replace(last, chapters=(*last.chapters, added)))
    assert begun.chapters[-1] == added


def test_explanations_are_history_and_have_to_be_given_anew() -> None:
    address = FindingAddress("H14-12c", "statistics.closed.count")
    said = {
        address: Explanation("年末收到2件。", "200、198"),
        FindingAddress("T-01", "overview"): Explanation("", "4"),
    }
    begun = _begun(replace(_last(), explanations=said))
    history = (EarlierExplanation("年末收到2件。", "200、198"),)
    assert begun.explanations == {address: Explanation("", "", history)}

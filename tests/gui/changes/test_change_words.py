from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

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
)
from xjdesk.core.change import Change, Content
from xjdesk.core.document_fields import SIGNER, TITLE
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph
from xjdesk.gui.changes.change_words import change_lines, change_summary, from_to

_CELL = CellAddress("statistics", "meetings", "count")
_FIRST = ParagraphAddress("work", 0)
_TEXT = "2016年，全县共收到政府信息公开申请198件，全部按时办结，没有收费。"
_QUERY = FindingAddress("T-01", f"work 召开会议 {_CELL}")
_SAID = Explanation("口径不同", "正文4次，统计表5")


def _line(form: Form, address: Address, old: Content, new: Content) -> str:
    (line,) = change_lines(form, [Change(address, old, new)])
    return line


@pytest.fixture(scope="module")
def cell_name(form: Form) -> str:
    """What the cell of the meetings is called."""
    return _line(form, _CELL, None, None).partition("：")[0]


@pytest.fixture(scope="module")
def chapter(form: Form) -> str:
    """The id of the first chapter with a heading."""
    return form.chapters[1].id


def test_a_cell_is_told_by_its_name_and_its_two_numbers(form: Form, cell_name: str) -> None:
    assert cell_name.startswith("统计表 ")
    assert _line(form, _CELL, Decimal(198), Decimal(200)) == f"{cell_name}：198 → 200"
    assert _line(form, _CELL, None, "若干") == f"{cell_name}：（空白） → 若干"
    assert _line(form, _CELL, Decimal("5.00"), None) == f"{cell_name}：5.00 → （空白）"


def test_a_note_is_told_by_its_row(form: Form, cell_name: str) -> None:
    note = NoteAddress(_CELL.table, _CELL.row)
    assert _line(form, note, "", "台账\n张三") == f"行备注 {cell_name}：（空白） → 台账／张三"
    assert change_summary(form, [Change(note, "", "台账")]) == "行备注 1 条"
    assert _line(form, NoteAddress("gone", "r"), "甲", "") == "notes/gone/r：甲 → （空白）"


def test_fields_headings_and_the_year_are_told_by_their_names(form: Form, chapter: str) -> None:
    assert _line(form, SIGNER, "", "张三") == "公文信息 签发人：（空白） → 张三"
    assert _line(form, TITLE, "一\n二", "一二") == "公文信息 标题：一／二 → 一二"
    assert _line(form, YearAddress(), 2016, 2017) == "报告年度：2016年 → 2017年"
    heading = _line(form, HeadingAddress(chapter), "一、概述", "一、总体情况")
    assert heading == f"{form.chapters[1].tab} 标题：一、概述 → 一、总体情况"


def test_of_a_paragraph_only_what_differs_is_shown(form: Form) -> None:
    new = _TEXT.replace("198", "200")
    line = _line(form, ParagraphAddress("preface", 1), (Paragraph(_TEXT),), (Paragraph(new),))
    assert line == ("导语 第2段：……信息公开申请198件，全部按时…… → ……信息公开申请200件，全部按时……")


def test_paragraphs_put_in_and_taken_out_are_counted(form: Form) -> None:
    place, two = ParagraphAddress("preface", 1), (Paragraph("甲"), Paragraph("乙"))
    assert _line(form, place, (), two[:1]) == "导语 第2段 增加 1 段：“甲”"
    assert _line(form, place, two[:1], ()) == "导语 第2段 删去 1 段：“甲”"
    assert _line(form, place, (), two) == "导语 第2段起 增加 2 段：“甲”等"
    assert _line(form, place, two, ()) == "导语 第2段起 删去 2 段：“甲”等"
    assert _line(form, place, two[:1], two) == "导语 第2段起 1 段改为 2 段：甲 → 甲／乙"
    swapped = (two[1], two[0])
    assert _line(form, place, two, swapped) == "导语 第2段起 改动 2 段：甲／乙 → 乙／甲"


def test_a_number_that_was_bound_is_told_though_the_text_is_the_same(
    form: Form, cell_name: str
) -> None:
    source = FigureSource(FigureKind.VALUE, (_CELL,))
    plain = Paragraph("召开会议5次")
    bound = replace(plain, figures=(Figure(4, 5, source),))
    assert _line(form, ParagraphAddress("preface", 0), (plain,), (bound,)) == (
        f"导语 第1段：召开会议5次（没有引用统计数） → 召开会议5次（引用：{cell_name}）"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (None, _SAID, "填写“口径不同”"),
        (_SAID, None, "撤回“口径不同”"),
        (_SAID, replace(_SAID, text="按上级要求"), "口径不同 → 按上级要求"),
        (
            _SAID,
            replace(_SAID, basis="正文4次，统计表6"),
            "口径不同（数值为正文4次，统计表5时） → 口径不同（数值为正文4次，统计表6时）",
        ),
        (_SAID, Explanation("", "a", (EarlierExplanation("甲", "b"),)), "撤回“口径不同”"),
        (None, Explanation("", "a"), "不再提示"),
        (Explanation("", "a"), None, "恢复提示"),
        (Explanation("", "a"), _SAID, "填写“口径不同”"),
        (Explanation("", "a", (EarlierExplanation("甲", "b"),)), None, "（已撤回） → （无）"),
    ],
)
def test_what_was_done_with_an_answer_to_a_finding(
    form: Form, old: Explanation | None, new: Explanation | None, told: str
) -> None:
    address = FindingAddress("W-01", "letterhead/title 的")
    line = _line(form, address, old, new)
    assert line == f"情况说明 公文信息 标题 的（规则 W-01）：{told}"


def test_chapter_and_cells_of_a_finding_are_told_by_name(
    form: Form, cell_name: str, chapter: str
) -> None:
    address = FindingAddress("T-01", f"{chapter} 召开会议 {_CELL}")
    tab = form.chapters[1].tab
    assert _line(form, address, None, _SAID).startswith(
        f"情况说明 {tab} 召开会议 {cell_name}（规则 T-01）："
    )


def test_what_the_form_does_not_have_is_told_by_its_address(form: Form) -> None:
    assert _line(form, CellAddress("gone", "r", "c"), None, Decimal(1)) == "gone.r.c：（空白） → 1"
    gone_row = CellAddress("statistics", "gone", "count")
    assert _line(form, gone_row, None, Decimal(1)).startswith("statistics.gone.count：")
    assert _line(form, FieldAddress("gone", "x"), "", "甲") == "gone/x：（空白） → 甲"
    assert _line(form, HeadingAddress("gone"), "", "甲") == "gone 标题：（空白） → 甲"


def test_a_summary_counts_what_is_changed(form: Form) -> None:
    preface = ParagraphAddress("preface", 0)
    changes = [
        Change(_CELL, None, Decimal(1)),
        Change(_CELL, Decimal(1), Decimal(2)),
        Change(CellAddress("statistics", "trainings", "count"), None, Decimal(1)),
        Change(preface, (), (Paragraph("甲"), Paragraph("乙"))),
        Change(preface, (Paragraph("甲"),), (Paragraph("丙"),)),
        Change(HeadingAddress("preface"), "", "甲"),
        Change(SIGNER, "", "张三"),
        Change(YearAddress(), 2016, 2017),
        Change(_QUERY, None, _SAID),
    ]
    assert change_summary(form, changes) == (
        "统计表 2 格，正文 3 段，标题 1 个，首尾 2 项，情况说明 1 条"
    )
    assert change_summary(form, changes[:1]) == "统计表 1 格"
    assert change_summary(form, [Change(CellAddress("gone", "r", "c"), None, "1")]) == "统计表 1 格"
    assert change_summary(form, []) == "没有不同"


def test_both_contents_are_told_whole(form: Form) -> None:
    two = (Paragraph(_TEXT), Paragraph(""))
    change = Change(ParagraphAddress("preface", 0), two, ())
    assert from_to(form, change) == (f"{_TEXT}\n（空白）", "（无）")
    assert from_to(form, Change(TITLE, "一\n二", "")) == ("一\n二", "（空白）")
    assert from_to(form, Change(_QUERY, None, _SAID)) == ("（无）", "口径不同")
    assert from_to(form, Change(_QUERY, Explanation("", "a"), None)) == ("（不再提示）", "（无）")


_WORDS = st.text(max_size=60)
_FIGURES = st.builds(
    Figure,
    st.integers(0, 9),
    st.integers(0, 9),
    st.builds(FigureSource, st.just(FigureKind.VALUE), st.tuples(st.just(_CELL))),
)
_CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.none(),
    st.decimals(),
    _WORDS,
    st.integers(),
    st.lists(
        st.builds(Paragraph, _WORDS, st.lists(_FIGURES, max_size=2).map(tuple)), max_size=3
    ).map(tuple),
    st.builds(
        Explanation,
        _WORDS,
        _WORDS,
        st.lists(st.builds(EarlierExplanation, _WORDS, _WORDS), max_size=1).map(tuple),
    ),
)


@given(data=st.data())
def test_any_change_has_one_line_and_a_summary(form: Form, data: st.DataObject) -> None:
    chapters = st.sampled_from([chapter.id for chapter in form.chapters]) | _WORDS
    subjects = st.sampled_from([str(_CELL), "letterhead/title", "preface", "a/b", "findings/a/b"])
    addresses = st.one_of(
        st.sampled_from(list(form.indicator_cells())),
        st.builds(CellAddress, _WORDS, _WORDS, _WORDS),
        st.builds(CellAddress, st.just("statistics"), _WORDS, _WORDS),
        st.builds(FieldAddress, st.just("letterhead") | _WORDS, st.just("title") | _WORDS),
        st.just(YearAddress()),
        st.builds(HeadingAddress, chapters),
        st.builds(ParagraphAddress, chapters, st.integers(0)),
        st.builds(FindingAddress, _WORDS, st.lists(subjects | _WORDS).map(" ".join)),
    )
    changes = data.draw(st.lists(st.builds(Change, addresses, _CONTENTS, _CONTENTS), max_size=4))
    lines = change_lines(form, changes)
    assert len(lines) == len(changes)
    assert all(line.splitlines() == [line] for line in lines)
    assert change_summary(form, changes)
    assert all(all(from_to(form, change)) for change in changes)

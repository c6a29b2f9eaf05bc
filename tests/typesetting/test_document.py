from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.typesetting.document import Typesetter, typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import (
    CELL_MM,
    PAGE_WIDTH_MM,
    SIZE_3_PT,
    TEXT_BOTTOM_MM,
    TEXT_TOP_MM,
    TEXT_WIDTH_MM,
    mm,
    text_left_mm,
)
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, PageSet

_EDGE_MM = 0.1


def _with_fields(report: Report, **changes: tuple[FieldAddress, str]) -> Report:
    return replace(report, fields={**report.fields, **dict(changes.values())})


def _with_text(report: Report, *texts: str) -> Report:
    chapter = Chapter("overview", "一、工作开展情况", tuple(map(Paragraph, texts)))
    return replace(report, chapters=(chapter,))


def _text(pages: PageSet) -> str:
    return "".join(page.text for page in pages.pages)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _run_with(page: Page, text: str) -> GlyphRun:
    return next(run for run in page.runs if text in run.text)


@pytest.fixture
def assert_inside(ink_right_mm: Callable[[GlyphRun], float]) -> Callable[[PageSet], None]:
    def check(pages: PageSet) -> None:
        for page in pages.pages:
            left = text_left_mm(page.number, double_sided=True)
            for run in page.runs:
                assert run.x_mm >= left - _EDGE_MM
                assert ink_right_mm(run) <= left + TEXT_WIDTH_MM + _EDGE_MM
                if run.face is not Face.SONGTI:
                    assert TEXT_TOP_MM < run.baseline_mm < TEXT_BOTTOM_MM

    return check


def test_every_character_of_the_report_is_printed_exactly_once(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    table = form.tables[0]
    pages = typeset(sample, form, fonts)
    with_table = sum(1 for page in pages.pages if "统计数" in page.text)
    expected = Counter[str]()
    unprinted = {fields.DIRECTION, fields.ISSUER}
    for address, text in sample.fields.items():
        expected.update("" if address in unprinted else _squeezed(text))
    for chapter in sample.chapters:
        expected.update(_squeezed(chapter.heading))
        for paragraph in chapter.paragraphs:
            expected.update(_squeezed(paragraph.text))
    for row in table.rows:
        expected.update(_squeezed(row.label + row.unit))
    for value in sample.values.values():
        expected.update(show_entry(value))
    header = table.panels[0].label_caption + table.unit_caption + table.columns[0].label
    expected.update(_squeezed(header) * with_table)
    expected.update(
        "西吉县人民政府文件签发人：：附件：附件（2016年度）填报单位（盖章）：抄送：印发"
    )
    expected.update("单位负责人：审核人：填报人：联系电话：填报日期：")
    for page in pages.pages:
        expected.update(f"—{page.number}—")
    assert Counter(_squeezed(_text(pages))) == expected


def test_narrative_is_printed_in_order(sample: Report, form: Form, fonts: FontSet) -> None:
    pages = typeset(sample, form, fonts)
    body = "".join(
        run.text for page in pages.pages for run in page.runs if run.face is not Face.SONGTI
    )
    for chapter in sample.chapters:
        for paragraph in chapter.paragraphs:
            assert paragraph.text in body


def test_sample_stays_inside_the_type_area(
    sample: Report, form: Form, fonts: FontSet, assert_inside: Callable[[PageSet], None]
) -> None:
    assert_inside(typeset(sample, form, fonts))


def test_full_page_of_text_fills_the_type_area(sample: Report, form: Form, fonts: FontSet) -> None:
    page = typeset(sample, form, fonts).pages[2]
    baselines = sorted({run.baseline_mm for run in page.runs if run.face is Face.FANGSONG})
    assert len(baselines) == 22
    below_baseline = mm(SIZE_3_PT) * (0.5 - fonts.centre_em(Face.FANGSONG))
    assert baselines[-1] + below_baseline == pytest.approx(TEXT_BOTTOM_MM)


def test_mark_begins_35_mm_below_the_type_area_top_and_rule_is_as_wide_as_it(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    page = typeset(sample, form, fonts).pages[0]
    mark = _run_with(page, "西吉县人民政府")
    assert (mark.face, mark.ink) == (Face.XIAOBIAOSONG, Ink.RED)
    inks = [fonts.metrics(mark.face).ink(character) for character in mark.text]
    top = mark.baseline_mm - mm(mark.size_pt) * max(ink.top for ink in inks if ink)
    assert top == pytest.approx(72.0)
    (rule,) = page.rules
    assert rule.ink is Ink.RED
    assert rule.x1 - rule.x0 == pytest.approx(156.0)
    number = _run_with(page, "西政发")
    bottom = number.baseline_mm + mm(16) * (0.5 - fonts.centre_em(Face.FANGSONG))
    assert rule.y0 - rule.width_mm / 2 - bottom == pytest.approx(4.0)


def test_number_and_signer_of_an_upward_document_stand_on_one_line(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _with_fields(sample, signer=(fields.SIGNER, "张三"))
    page = typeset(report, form, fonts).pages[0]
    number, label = _run_with(page, "西政发"), _run_with(page, "签发人：")
    name = _run_with(page, "张三")
    assert number.baseline_mm == label.baseline_mm == name.baseline_mm
    assert name.face is Face.KAITI
    assert number.x_mm == pytest.approx(28 + CELL_MM)


def test_number_of_other_documents_is_centred(sample: Report, form: Form, fonts: FontSet) -> None:
    report = _with_fields(sample, direction=(fields.DIRECTION, fields.PARALLEL))
    page = typeset(report, form, fonts).pages[0]
    number = _run_with(page, "西政发")
    assert "签发人" not in page.text
    middle = number.x_mm + (fonts.width_mm(number) - number.letter_spacing_mm) / 2
    assert middle == pytest.approx(28 + TEXT_WIDTH_MM / 2)


def test_heading_levels_have_their_faces(sample: Report, form: Form, fonts: FontSet) -> None:
    report = _with_text(sample, "（一）机构。我县设立机构。", "1.会议。召开会议。")
    runs = {run.text: run.face for page in typeset(report, form, fonts).pages for run in page.runs}
    assert runs["一、工作开展情况"] is Face.HEITI
    assert runs["（一）机构。"] is Face.KAITI
    assert runs["我县设立机构。"] is Face.FANGSONG
    assert runs["1.会议。召开会议。"] is Face.FANGSONG


def test_chapter_heading_is_not_left_at_the_foot_of_a_page(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    for lines in range(1, 24):
        first = Chapter("a", "", tuple([Paragraph("正文段落。")] * lines))
        second = Chapter("b", "二、主动公开", (Paragraph("以下正文。"),))
        report = replace(sample, chapters=(first, second))
        pages = typeset(report, form, fonts).pages
        page = next(page for page in pages if "二、主动公开" in page.text)
        assert "以下正文。" in page.text


def test_page_numbers_stand_outside_odd_right_even_left(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    for page in typeset(sample, form, fonts).pages:
        number = page.runs[-1]
        assert number.text == f"— {page.number} —"
        is_right = number.x_mm > PAGE_WIDTH_MM / 2
        assert is_right == (page.number % 2 == 1)


def test_one_sided_document_has_all_numbers_right(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(sample, form, fonts, PageOptions(double_sided=False)).pages
    assert all(page.runs[-1].x_mm > PAGE_WIDTH_MM / 2 for page in pages)


def test_without_letterhead_the_title_comes_first(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(sample, form, fonts, PageOptions(letterhead=Letterhead.NONE))
    assert pages.pages[0].text.startswith("西吉县人民政府关于2016年")
    assert "西政发" not in pages.pages[0].text


def test_empty_report_is_set(
    form: Form, fonts: FontSet, assert_inside: Callable[[PageSet], None]
) -> None:
    pages = typeset(empty_report(form, 2016), form, fonts)
    text = _text(pages)
    assert "一、工作开展情况" in text
    assert "附件" in text
    assert "文件" not in pages.pages[0].text
    assert "抄送" not in text
    assert_inside(pages)


def test_issuer_of_sixty_characters_stays_inside(
    sample: Report, form: Form, fonts: FontSet, assert_inside: Callable[[PageSet], None]
) -> None:
    issuer = "宁夏回族自治区固原市西吉县人民政府" * 4
    changed = _with_fields(
        sample,
        issuer=(fields.ISSUER, issuer[:60]),
        organ=(fields.ORGAN, issuer[:60]),
        printed=(fields.PRINTED_BY, issuer[:60]),
        addressee=(fields.ADDRESSEE, issuer[:60]),
        title=(fields.TITLE, issuer[:60] + "关于政府信息公开工作的报告"),
    )
    pages = typeset(changed, form, fonts)
    assert_inside(pages)
    marks = [run for run in pages.pages[0].runs if run.ink is Ink.RED]
    assert "".join(run.text for run in marks) == issuer[:60] + "文件"


@pytest.mark.parametrize("unit", ["政府信息公开", "a", "。", "（", "9", "西吉 "])
def test_paragraph_of_ten_thousand_characters_stays_inside(
    unit: str, sample: Report, form: Form, fonts: FontSet, assert_inside: Callable[[PageSet], None]
) -> None:
    report = _with_text(sample, (unit * 10_000)[:10_000].strip())
    pages = typeset(report, form, fonts)
    assert_inside(pages)
    printed = Counter(_squeezed(_text(pages)))
    others = Counter(_squeezed(_text(typeset(_with_text(sample), form, fonts))))
    for character in set(_squeezed(unit)):
        assert printed[character] - others[character] >= 10_000 // len(unit) - 100


def test_outline_lists_chapters_and_annex(sample: Report, form: Form, fonts: FontSet) -> None:
    titles = [bookmark.title for bookmark in typeset(sample, form, fonts).bookmarks]
    assert titles == [
        "导语",
        "一、工作开展情况",
        "二、主动公开政府信息情况",
        "三、办理政府信息依申请公开情况",
        "四、存在的主要问题及2017年工作思路",
        "附件 西吉县政府信息公开情况统计表",
    ]


def test_missing_character_is_listed_with_its_place(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(_with_text(sample, "甲。", "乙\ue000丙"), form, fonts)
    (missing,) = pages.missing
    assert missing.place == ParagraphAddress("overview", 1)
    assert "乙〓丙" in _text(pages)


def test_several_annexes_are_numbered_and_aligned(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _with_fields(sample, note=(fields.ANNEX_NOTE, "统计表\n说明"))
    page = next(p for p in typeset(report, form, fonts).pages if "附件：" in p.text)
    label, first, second = (_run_with(page, text) for text in ("附件：", "统计表", "说明"))
    marker = next(run for run in page.runs if run.text == "2.")
    assert label.text == "附件：1."
    assert second.x_mm == pytest.approx(first.x_mm)
    assert marker.x_mm + fonts.width_mm(marker) == pytest.approx(first.x_mm)


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_typesetter_in_use_sets_the_same_pages_as_a_new_one(
    sample: Report, form: Form, fonts: FontSet, data: st.DataObject
) -> None:
    typesetter = Typesetter(fonts)
    report = sample
    for _ in range(4):
        chapter = data.draw(st.integers(0, len(report.chapters) - 1))
        text = data.draw(st.text("政府信息，2016。（", max_size=120))
        changed = replace(report.chapters[chapter], paragraphs=(Paragraph(text),))
        chapters = (*report.chapters[:chapter], changed, *report.chapters[chapter + 1 :])
        cell = data.draw(st.sampled_from(sorted(report.values, key=str)))
        values = {**report.values, cell: Decimal(data.draw(st.integers(0, 10**6)))}
        report = replace(report, chapters=chapters, values=values)
        options = PageOptions(
            double_sided=data.draw(st.booleans()), letterhead=data.draw(st.sampled_from(Letterhead))
        )
        assert typesetter.typeset(report, form, options) == typeset(report, form, fonts, options)


def test_a_long_name_of_an_annex_goes_on_below_its_own_first_character(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    # The colon before an opening mark is squeezed: the name begins further left than usual.
    name = "《" + "政府信息公开工作" * 5 + "》"
    report = _with_fields(sample, note=(fields.ANNEX_NOTE, name))
    page = next(p for p in typeset(report, form, fonts).pages if "附件：" in p.text)
    first, second = (
        run for run in page.runs if run.origin and run.origin.place == fields.ANNEX_NOTE
    )
    assert first.text.startswith("《")
    assert second.x_mm == pytest.approx(first.x_mm)

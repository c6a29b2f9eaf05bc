from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.typesetting.other_tables import with_rows
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.core.table import Column, Panel, Row, RowKind, Table
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import TEXT_BOTTOM_MM, TEXT_WIDTH_MM, text_left_mm
from xjdesk.typesetting.pages import Face, GlyphRun, Page, PageSet


def _wide_table(columns: int, rows: int, chapter: str) -> Table:
    labels = (f"第{i}行收到申请数量" for i in range(rows))
    panel = Panel(
        tuple(Column(f"c{i}", f"第{i}列社会公益组织") for i in range(columns)),
        tuple(Row(f"r{i}", label, 0, RowKind.INDICATOR) for i, label in enumerate(labels)),
        label_caption="指标",
    )
    return Table("wide", "表", "", "", "", chapter, (panel,))


def _table_pages(pages: PageSet) -> list[Page]:
    return [page for page in pages.pages if "统计数" in page.text]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_header_is_repeated_on_every_page_of_the_table(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    first, *following = _table_pages(typeset(sample, form, fonts))
    assert "附件" in first.text
    assert len(following) == 2
    for page in following:
        assert _squeezed(page.text).startswith("统计指标单位统计数")


def test_rows_are_whole_and_between_rules(sample: Report, form: Form, fonts: FontSet) -> None:
    pages = _table_pages(typeset(sample, form, fonts))
    for row in form.tables[0].rows:
        label = _squeezed(row.label)
        page = next(page for page in pages if label in _squeezed(page.text))
        levels = sorted({rule.y0 for rule in page.rules if rule.y0 == rule.y1})
        lines = [run for run in page.runs if _squeezed(run.text) and run.text in row.label]
        for upper, lower in pairwise(levels):
            inside = [run for run in lines if upper < run.baseline_mm < lower]
            if "".join(_squeezed(run.text) for run in inside).startswith(label):
                break
        else:
            pytest.fail(f"not between two rules: {row.label}")


def test_value_stands_in_the_middle_of_its_column(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(sample, form, fonts)
    page = next(page for page in pages.pages if "4606" in page.text)
    run = next(run for run in page.runs if run.text == "4606")
    verticals = sorted({rule.x0 for rule in page.rules if rule.x0 == rule.x1})
    middle = run.x_mm + fonts.width_mm(run) / 2
    assert middle == pytest.approx((verticals[-2] + verticals[-1]) / 2)


def test_labels_are_indented_by_their_level(sample: Report, form: Form, fonts: FontSet) -> None:
    pages = typeset(sample, form, fonts)
    page = next(page for page in pages.pages if "一、主动公开情况" in page.text)
    places = {run.text: run.x_mm for run in page.runs}
    assert (
        places["一、主动公开情况"]
        < places["（二）通过不同渠道和方式公开政府信息的情况"]
        < places["1.政府公报公开政府信息数"]
        < places["其中：主要负责同志参加新闻发布会次数"]
    )


@pytest.mark.parametrize("rows", range(20, 60))
def test_sign_off_stands_on_the_page_of_the_last_row_and_headings_with_their_rows(
    rows: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    indicators = tuple(Row(f"r{i}", f"第{i}行数", 1, RowKind.INDICATOR, "件") for i in range(rows))
    heading = Row("h", "最末一组", 0, RowKind.HEADING)
    table = with_rows(form.tables[0], (*indicators[:-1], heading, indicators[-1]))
    pages = typeset(sample, replace(form, tables=(table,)), fonts)
    last = next(page for page in pages.pages if f"第{rows - 1}行数" in page.text)
    assert "单位负责人：" in last.text
    assert "最末一组" in last.text


@pytest.mark.parametrize("columns", [1, 3, 7, 10])
def test_table_with_many_columns_stands_inside_its_chapter(
    columns: int,
    sample: Report,
    form: Form,
    fonts: FontSet,
    ink_right_mm: Callable[[GlyphRun], float],
) -> None:
    table = _wide_table(columns, 40, "requests")
    values = {
        CellAddress("wide", f"r{row}", f"c{column}"): Decimal(10**12 + column)
        for row in range(40)
        for column in range(columns)
    }
    pages = typeset(replace(sample, values=values), replace(form, tables=(table,)), fonts)
    text = "".join(page.text for page in pages.pages)
    assert text.index("三、办理政府信息依申请公开情况") < text.index("第0行收到申请数量")
    assert text.index("第39行收到申请数量") < text.index("四、存在的主要问题")
    for page in pages.pages:
        left = text_left_mm(page.number, double_sided=True)
        for run in page.runs:
            assert ink_right_mm(run) <= left + TEXT_WIDTH_MM + 0.1


def test_report_ending_with_a_table_has_its_last_row_on_the_page_of_the_signature(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    for rows in range(5, 40):
        table = _wide_table(2, rows, "problems")
        pages = typeset(sample, replace(form, tables=(table,)), fonts).pages
        signed = next(page for page in pages if "附件：" in page.text)
        assert "2017年1月19日" in signed.text
        assert f"第{rows - 1}行收到申请数量" in signed.text


def test_entry_longer_than_a_page_goes_on_on_the_next(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    entry = "数" * 3_000
    values = {CellAddress("statistics", "disclosed", "count"): entry}
    pages = typeset(replace(sample, values=values), form, fonts)
    with_entry = [page for page in pages.pages if "数数数" in page.text]
    assert len(with_entry) > 2
    printed = "".join(run.text for page in with_entry for run in page.runs)
    plain = "".join(page.text for page in typeset(replace(sample, values={}), form, fonts).pages)
    assert printed.count("数") >= 3_000
    assert plain.count("数") < 3_000
    for page in pages.pages:
        for run in page.runs:
            if run.face is not Face.SONGTI:
                assert run.baseline_mm < TEXT_BOTTOM_MM


def test_a_blank_cell_is_marked_where_its_entry_would_stand(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    blank = CellAddress("statistics", "staff_full_time", "count")
    pages = typeset(sample, form, fonts)
    marks = [
        run
        for page in _table_pages(pages)
        for run in page.runs
        if run.origin is not None and run.origin.place == blank and not run.text
    ]
    below = CellAddress("statistics", "staff_part_time", "count")
    entries = [
        run
        for page in _table_pages(pages)
        for run in page.runs
        if run.origin is not None and run.origin.place == below and run.text == "4"
    ]
    assert len(marks) == 1
    assert marks[0].x_mm == pytest.approx(entries[0].x_mm + fonts.width_mm(entries[0]) / 2, abs=0.1)


def _last_line(page: Page) -> str:
    inside = [run for run in page.runs if run.baseline_mm < TEXT_BOTTOM_MM and run.text]
    lowest = max((run.baseline_mm for run in inside), default=0.0)
    return "".join(run.text for run in inside if run.baseline_mm == lowest)


@pytest.mark.parametrize("title", ["", "收到申请情况表"])
def test_heading_and_title_stand_on_the_page_of_the_first_row(
    title: str, sample: Report, form: Form, fonts: FontSet
) -> None:
    table = replace(_wide_table(2, 6, "requests"), title=title)
    heading = Chapter("requests", "三、依申请公开", ())
    for lines in range(1, 46):
        before = Chapter("overview", "", (Paragraph("正文段落。"),) * lines)
        report = replace(sample, chapters=(before, heading))
        pages = typeset(report, replace(form, tables=(table,)), fonts).pages
        last_lines = {_last_line(page) for page in pages}
        assert not last_lines & {"三、依申请公开", title or "三、依申请公开"}, lines


@pytest.mark.parametrize("row", [0, 1, -1])
def test_an_endless_entry_leaves_no_page_without_rows(
    row: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    address = list(form.tables[0].addresses())[row]
    pages = typeset(replace(sample, values={address: "数" * 3_000}), form, fonts)
    header = _squeezed("".join(_header(form.tables[0])))
    for page in _table_pages(pages):
        inside = [run.text for run in page.runs if run.baseline_mm < TEXT_BOTTOM_MM]
        assert not _squeezed("".join(inside)).endswith(header), page.number
        assert max(rule.y1 for rule in page.rules) < TEXT_BOTTOM_MM + 0.01


def _header(table: Table) -> list[str]:
    return list(table.captions)


def test_more_heading_rows_than_a_page_holds_are_divided(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    headings = tuple(Row(f"h{i}", f"第{i}组", 0, RowKind.HEADING) for i in range(60))
    table = with_rows(form.tables[0], (*headings, Row("r", "末行", 0, RowKind.INDICATOR)))
    pages = _table_pages(typeset(sample, replace(form, tables=(table,)), fonts))
    assert len(pages) == 3


def test_numbers_of_three_digits_stay_whole_in_the_narrowest_columns(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    table = _wide_table(15, 1, "requests")
    values = {address: Decimal(888) for address in table.addresses()}
    pages = typeset(replace(sample, values=values), replace(form, tables=(table,)), fonts)
    assert [run.text for page in pages.pages for run in page.runs].count("888") == 15

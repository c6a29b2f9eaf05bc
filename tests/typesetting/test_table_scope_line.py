"""Whose numbers a table holds, as it is printed above the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core.document_fields import SCOPE, WHOLE_REGION
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_map import find, place_at
from xjdesk.typesetting.pages import Origin, PageSet


@pytest.fixture
def of_region(sample: Report) -> Report:
    return replace(sample, fields={**sample.fields, SCOPE: WHOLE_REGION})


def _lines(pages: PageSet) -> list[str]:
    """The lines of every page from its top to its bottom."""
    lines: list[str] = []
    for page in pages.pages:
        by_line: dict[float, str] = {}
        for run in page.runs:
            by_line[run.baseline_mm] = by_line.get(run.baseline_mm, "") + run.text
        lines += [by_line[baseline] for baseline in sorted(by_line)]
    return lines


def test_the_scope_stands_below_the_period(of_region: Report, form: Form, fonts: FontSet) -> None:
    lines = _lines(typeset(of_region, form, fonts))
    at = lines.index("（2016年度）")
    assert lines[at + 1] == "（统计范围：行政区域汇总）"


def test_a_report_or_a_form_without_scope_prints_none(
    sample: Report, of_region: Report, form: Form, fonts: FontSet
) -> None:
    plain = typeset(sample, form, fonts)
    without = replace(form, tables=tuple(replace(table, scope="") for table in form.tables))
    assert "统计范围" not in "".join(_lines(plain))
    assert typeset(of_region, without, fonts) == plain


def test_a_table_in_a_chapter_has_it_above_itself(
    of_region: Report, form: Form, fonts: FontSet
) -> None:
    table = replace(form.tables[0], chapter="requests", title="办理情况表")
    lines = _lines(typeset(of_region, replace(form, tables=(table,)), fonts))
    at = lines.index("办理情况表")
    assert lines[at + 1] == "（统计范围：行政区域汇总）"
    assert "统  计  指  标" in lines[at + 2]


def test_the_line_leads_to_the_field_and_back(
    of_region: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(of_region, form, fonts)
    for offset in range(len(WHOLE_REGION)):
        spot = find(pages, Origin(SCOPE, offset), fonts)
        assert spot is not None
        page = pages.pages[spot.page_number - 1]
        origin = place_at(page, spot.x_mm + 0.1, spot.top_mm + 1.0, fonts)
        assert origin == Origin(SCOPE, offset)

"""The form of a report is the one whose tables it has, whatever its year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exchange.text.written_reports import PLAIN, plain_page, plain_text, written
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core import document_fields as fields
from xjdesk.core.report import Report
from xjdesk.exchange.text.account import Certainty
from xjdesk.exchange.text.reader import read_report
from xjdesk.storage.form_library import FormLibrary, shipped_forms

_SHIPPED = shipped_forms()
_LABELS = {
    "zfxxgk-2021": "earlier",
    "first_year = 2021": "first_year = 2012\nlast_year = 2013",
    "本年制发件数": "本年新制作数量",
    "本年废止件数": "本年新公开数量",
    "现行有效件数": "对外公开总数量",
    "本年处理决定数量": "上一年项目数量",
    "3.要求提供公开出版物": "3.要求提供书刊",
    "8.属于行政查询事项": "8.属于业务查询",
}


def _earlier_form() -> str:
    source = _SHIPPED.source("zfxxgk-2021")
    for old, new in _LABELS.items():
        assert old in source
        source = source.replace(old, new)
    return source


_FORMS = FormLibrary([*map(_SHIPPED.source, _SHIPPED.ids()), _earlier_form()])


def _report() -> Report:
    report = clean_report(HUAIAN_2024, _FORMS.form("zfxxgk-2021"))
    return replace(report, form_id="earlier")


@pytest.mark.parametrize("way", [*PLAIN, "a page"])
def test_tables_of_another_years_form_are_read_in_that_form(way: str) -> None:
    source = written(_FORMS.form("earlier"), _report())
    text = plain_page(source) if way == "a page" else plain_text(source, way)
    imported = read_report(text.encode(), "年报", _FORMS)
    assert imported.report.form_id == "earlier"
    assert imported.report.year == 2024
    assert imported.report.values == source.report.values
    assert any("2024年度应使用" in remark for remark in imported.remarks)
    assert imported.account.certainty is Certainty.CHECK


def test_the_form_that_is_named_is_used() -> None:
    source = written(_FORMS.form("earlier"), _report())
    imported = read_report(plain_text(source, "tabs").encode(), "年报", _FORMS, "zfxxgk-2021")
    assert imported.report.form_id == "zfxxgk-2021"
    assert any("没有找到" in remark or "相似" in remark for remark in imported.account.sentences())


def test_a_report_without_tables_is_in_the_form_of_its_year() -> None:
    report = _report()
    text = f"{report.field(fields.TITLE)}\n一、总体情况\n公开100条。\n"
    imported = read_report(text.encode(), "年报", _FORMS)
    assert imported.report.form_id == "zfxxgk-2021"
    assert any("没有找到统计表" in remark for remark in imported.remarks)

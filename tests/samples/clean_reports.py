"""Two real reports in the form of 2021 in which every number is right, built from their JSON.

`huaian-2024.json` and `suqian-2023.json` hold the words and the numbers of the published reports,
each with the address they were taken from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.core.table import Table

HUAIAN_2024, SUQIAN_2023 = "huaian-2024", "suqian-2023"
CLEAN_REPORTS = (HUAIAN_2024, SUQIAN_2023)

_FOLDER = Path(__file__).parent
_PREFACE = "引言"
_REVIEW = {"行政复议": "reconsideration", "未经复议直接起诉": "direct", "复议后起诉": "after"}
_OUTCOMES = {
    "结果维持": "upheld",
    "结果纠正": "corrected",
    "其他结果": "other",
    "尚未审结": "pending",
    "总计": "total",
}


def clean_report(name: str, form: Form) -> Report:
    """The clean report of that name, in the form of 2021."""
    source = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    report = empty_report(form, source["year"])
    return Report(
        form.id,
        source["year"],
        _fields(source),
        tuple(_chapter(chapter, source["narrative"]) for chapter in report.chapters),
        dict(_values(form, source["tables"])),
    )


def _fields(source: Mapping[str, Any]) -> dict[Any, str]:
    issuer = source["issuer"]
    title = source["narrative"].get("标题", f"{issuer}{source['year']}年政府信息公开工作年度报告")
    found = {fields.ISSUER: issuer, fields.TITLE: _closed_up(title), fields.ORGAN: issuer}
    return {**found, fields.DATE: f"{source['year'] + 1}年1月20日"}


def _chapter(chapter: Chapter, narrative: Mapping[str, str]) -> Chapter:
    text = _closed_up(narrative.get(chapter.heading or _PREFACE, ""))
    # The JSON has a chapter in one line; a section begins a paragraph of its own.
    parts = re.split(r"(?<=[。：])(?=（[一二三四五六七八九十]+）)", text)
    paragraphs = tuple(Paragraph(part) for part in parts if part)
    return Chapter(chapter.id, chapter.heading, paragraphs)


def _closed_up(text: str) -> str:
    """The text without the blanks that lie beside digits in what was taken out of a PDF."""
    return re.sub(r"(?<=[0-9]) (?=[一-鿿])|(?<=[一-鿿]) (?=[0-9])", "", text)


def _values(form: Form, tables: Mapping[str, Any]) -> dict[CellAddress, Entry]:
    disclosure, requests, _ = form.tables
    values: dict[CellAddress, Entry] = {}
    for panel in tables["table2"].values():
        for label, numbers in panel.items():
            row = next(row for row in disclosure.rows if row.label == label)
            for column in disclosure.columns_of(row.id):
                values[CellAddress("disclosure", row.id, column.id)] = _number(
                    numbers[column.label]
                )
    rows = _rows_by_path(requests)
    for path, numbers in tables["table3"]["rows"].items():
        for column, number in zip(requests.columns, numbers, strict=True):
            values[CellAddress("requests", rows[path], column.id)] = _number(number)
    for path, numbers in tables["table4"].items():
        for label, number in numbers.items():
            column = f"{_REVIEW[path.split('|')[-1]]}_{_OUTCOMES[label]}"
            values[CellAddress("review", "cases", column)] = _number(number)
    return values


def _rows_by_path(table: Table) -> dict[str, str]:
    """The rows by their labels and those of the headings above them, with a bar between."""
    found: dict[str, str] = {}
    path: list[str] = []
    for row in table.rows:
        path = [*path[: row.level], row.label]
        found["|".join(path)] = row.id
    return found


def _number(value: float) -> Decimal:
    return Decimal(str(value))

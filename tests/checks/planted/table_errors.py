"""Errors in the tables: sums that do not add up, cells that hold no count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.checks.planted.kinds import Kind, Planted, with_values
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import COUNTY, ISSUER, LEVEL
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, show_entry
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name

_ENTRY = ("H21-10-disclosure", "H21-10-requests", "H21-10-review")
_BLANK = ("H21-10b-disclosure", "H21-10b-requests", "H21-10b-review")
_COUNTIES = (
    "西吉县人民政府",
    "沭阳县人民政府办公室",
    "阿鲁科尔沁旗人民政府",
    "松木塘镇人民政府",
    "洪泽区人民政府",
    "西吉县财政局",
    "城关街道办事处",
)
_REVIEWS = {"reconsideration": "H21-04a", "direct": "H21-04b", "after": "H21-04c"}


def _requests(form: Form) -> list[CellAddress]:
    return [cell for cell in form.indicator_cells() if cell.table == "requests"]


def _raised(report: Report, cell: CellAddress, by: int) -> Report:
    entry = report.values[cell]
    assert isinstance(entry, Decimal)
    return with_values(report, {cell: entry + by})


def _row_and_column(form: Form, cell: CellAddress) -> tuple[str, ...]:
    name = cell_name(form, cell)
    return (name.label, name.note)


def _wrong_row_sum(draw: Random, form: Form, report: Report) -> Planted:
    cell = draw.choice([c for c in _requests(form) if c.column == "total"])
    wrong = _raised(report, cell, draw.randint(1, 99))
    return Planted(wrong, ("H21-03",), cell, _row_and_column(form, cell))


def _wrong_column_sum(draw: Random, form: Form, report: Report) -> Planted:
    cell = draw.choice([c for c in _requests(form) if c.row == "settled"])
    wrong = _raised(report, cell, draw.randint(1, 99))
    return Planted(wrong, ("H21-02",), cell, _row_and_column(form, cell))


def _total_left_0(draw: Random, form: Form, report: Report) -> Planted:
    totals = [c for c in _requests(form) if c.column == "total" and report.values[c]]
    cell = draw.choice(totals)
    wrong = with_values(report, {cell: Decimal(0)})
    return Planted(wrong, ("H21-03",), cell, (*_row_and_column(form, cell), " 0，"))


def _wrong_part(draw: Random, form: Form, report: Report) -> Planted:
    cell = draw.choice([c for c in _requests(form) if c.column != "total"])
    wrong = _raised(report, cell, draw.randint(1, 99))
    return Planted(wrong, ("H21-03",), cell, (cell_name(form, cell).label,))


def _balance_broken(draw: Random, form: Form, report: Report) -> Planted:
    columns = [column.id for column in form.table("requests").columns if column.id != "total"]
    row, column = draw.choice(("received", "carried_in", "carried_out")), draw.choice(columns)
    by = draw.randint(1, 99)
    cell = CellAddress("requests", row, column)
    wrong = _raised(_raised(report, cell, by), CellAddress("requests", row, "total"), by)
    note = cell_name(form, cell).note
    return Planted(wrong, ("H21-01",), cell, (cell_name(form, cell).label, f"（{note}）"))


def _review_total(draw: Random, form: Form, report: Report) -> Planted:
    group = draw.choice(list(_REVIEWS))
    cell = CellAddress("review", "cases", f"{group}_total")
    right = report.values[cell]
    value = draw.choice((Decimal(0), right * 2 + 1 if isinstance(right, Decimal) else right))
    wrong = with_values(report, {cell: value})
    return Planted(wrong, (_REVIEWS[group],), cell, (str(cell_name(form, cell)),))


def _any_cell(draw: Random, form: Form, entries: Sequence[Entry]) -> tuple[CellAddress, Entry]:
    return draw.choice(list(form.indicator_cells())), draw.choice(entries)


def _entry(*entries: Entry) -> Kind:
    def plant(draw: Random, form: Form, report: Report) -> Planted:
        cell, entry = _any_cell(draw, form, entries)
        counts = [c for c in form.indicator_cells() if form.counting(c).unit == "件"]
        cell = cell if cell in counts else draw.choice(counts)
        wrong = with_values(report, {cell: entry})
        return Planted(wrong, _ENTRY, cell, (str(cell_name(form, cell)), show_entry(entry)))

    return Kind(f"填的是{'、'.join(map(show_entry, entries))}", plant)


def _blank(draw: Random, form: Form, report: Report) -> Planted:
    cell, _ = _any_cell(draw, form, (Decimal(0),))
    wrong = with_values(report, {cell: None})
    return Planted(wrong, _BLANK, cell, (f"{cell_name(form, cell)}没有填写",))


def _blank_row(draw: Random, form: Form, report: Report) -> Planted:
    rows = [row.id for row in form.table("requests").rows if row.is_indicator]
    row = draw.choice(rows)
    cells = tuple(form.table("requests").cells_in(row))
    wrong = with_values(report, dict.fromkeys(cells))
    label = cell_name(form, cells[0]).label
    return Planted(wrong, _BLANK, cells[-1], (label, f"共{len(cells)}格"))


def _heading_row(draw: Random, form: Form, report: Report) -> Planted:
    headings = [
        cell for cell in form.table("requests").addresses() if not form.row_of(cell).is_indicator
    ]
    cell = draw.choice(headings)
    wrong = with_values(report, {cell: Decimal(draw.randint(0, 99))})
    return Planted(wrong, ("H21-10h",), cell, (str(cell_name(form, cell)),))


def _regulations(draw: Random, form: Form, report: Report) -> Planted:
    cell = draw.choice(list(form.table("disclosure").cells_in("regulations")))
    issuer = draw.choice(_COUNTIES)
    fields = {**report.fields, ISSUER: issuer}
    if draw.random() < 0.5:
        fields = {**report.fields, LEVEL: COUNTY}
    values = dict.fromkeys(form.table("disclosure").cells_in("regulations"), Decimal(0))
    wrong = with_values(report, {**values, cell: Decimal(draw.randint(1, 9))})
    return Planted(
        replace(wrong, fields=fields),
        ("H21-07",),
        cell,
        ("规章", cell_name(form, cell).note, "应全部为0"),
    )


def _all_0(_: Random, form: Form, report: Report) -> Planted:
    zeros = {c: Decimal(0) for c in form.indicator_cells() if c.table != "disclosure"}
    cell = CellAddress("requests", "received", "total")
    return Planted(with_values(report, zeros), ("H21-16",), cell, ("登记台账",))


def _identical(draw: Random, form: Form, report: Report) -> Planted:
    rows = ("licences", "penalties", "coercive_measures")
    cells = [CellAddress("disclosure", row, "decisions") for row in rows]
    same = Decimal(draw.randint(1, 9999))
    return Planted(with_values(report, dict.fromkeys(cells, same)), ("H21-20",), cells[0])


TABLE_ERRORS = (
    Kind("一行的总计加错", _wrong_row_sum),
    Kind("（七）总计加错", _wrong_column_sum),
    Kind("总计留作0", _total_left_0),
    Kind("某一项填错", _wrong_part),
    Kind("新收加结转不等于办结加结转", _balance_broken),
    Kind("复议、诉讼总计填错", _review_total),
    Kind("一格空白", _blank),
    Kind("一行空白", _blank_row),
    _entry("/", "无", "—"),
    _entry("约3", "3件多", "三"),
    _entry(Decimal(-1), Decimal(-37)),
    _entry(Decimal("1.5"), Decimal("0.1")),
    Kind("标题行填了数", _heading_row),
    Kind("没有规章制定权却有规章", _regulations),
    Kind("申请、复议、诉讼全为0", _all_0),
    Kind("几项数完全相同", _identical),
)

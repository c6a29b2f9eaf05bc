"""The year before a clean report of 2021's form, reckoned so that both are right together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report


def year_before(form: Form, report: Report) -> Report:
    """A report on the year before `report`, of the same issuer and with the same words.

    What it hands on is what `report` takes over, and its documents in force are those of `report`
    without what came and went; everything else stays, but what was received, which makes it right.
    """
    values = dict(report.values)
    requests = form.table("requests")
    for column in requests.columns:
        taken_over = _number(report.values, CellAddress("requests", "carried_in", column.id))
        settled = _number(report.values, CellAddress("requests", "settled", column.id))
        values[CellAddress("requests", "carried_out", column.id)] = taken_over
        values[CellAddress("requests", "received", column.id)] = settled
    for row in ("regulations", "normative_documents"):
        in_force, issued, repealed = (
            _number(report.values, CellAddress("disclosure", row, column))
            for column in ("in_force", "issued", "repealed")
        )
        values[CellAddress("disclosure", row, "in_force")] = in_force - issued + repealed
    return replace(report, year=report.year - 1, values=values)


def _number(values: Mapping[CellAddress, Entry], cell: CellAddress) -> Decimal:
    entry = values[cell]
    assert isinstance(entry, Decimal)
    return entry

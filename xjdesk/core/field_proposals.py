"""What can be proposed for the empty fields of a document, from the others and from last year's.

A proposal is never put into the report by itself: whoever adopts it has seen it. Nothing is
proposed for the document number, which the registry gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.change import Change
from xjdesk.core.date_text import date_text
from xjdesk.core.form import Form
from xjdesk.core.issuer_profile import LASTING
from xjdesk.core.report import Report
from xjdesk.core.table import Table

_OFFICE, _GOVERNMENT = "办公室", "人民政府"
_TITLE = "{issuer}{year}年政府信息公开工作年度报告"
_LAST_YEAR = "与上年报告相同"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text for an empty field, and where it comes from."""

    text: str
    reason: str


def field_proposals(
    form: Form, report: Report, last_year: Report | None, today: date
) -> Mapping[FieldAddress, Proposal]:
    """The proposals for empty fields; the first one found for each.

    What the report itself says comes before what last year's said.
    """
    found: dict[FieldAddress, Proposal] = {}
    for address, proposal in _all(form, report, last_year, today):
        if proposal.text and not report.field(address):
            found.setdefault(address, proposal)
    return found


def adopted(report: Report, proposals: Mapping[FieldAddress, Proposal]) -> tuple[Change, ...]:
    """The changes that put all of these proposals into the report."""
    return tuple(Change(a, report.field(a), p.text) for a, p in proposals.items())


def _all(
    form: Form, report: Report, last_year: Report | None, today: date
) -> Iterator[tuple[FieldAddress, Proposal]]:
    issuer = report.field(fields.ISSUER).strip()
    organ = report.field(fields.ORGAN).strip()
    if issuer:
        title = _TITLE.format(issuer=issuer, year=report.year)
        yield fields.TITLE, Proposal(title, "由发文机关和报告年度拟定")
        yield fields.ORGAN, Proposal(issuer, "与发文机关相同")
        yield fields.PRINTED_BY, Proposal(_printing_organ(issuer), "由发文机关拟定")
    if organ:
        yield fields.ISSUER, Proposal(organ, "与署名相同")
    if report.field(fields.ADDRESSEE).strip():
        yield fields.DIRECTION, Proposal(fields.UPWARD, "年度报告报送主送的上级机关")
    yield from _annex(form, report, issuer)
    yield from _dates(report, today)
    if last_year is not None:
        for address in LASTING:
            yield address, Proposal(last_year.field(address), _LAST_YEAR)


def _printing_organ(issuer: str) -> str:
    """A government has its office print; any other organ prints itself."""
    return issuer + _OFFICE if issuer.endswith(_GOVERNMENT) else issuer


def _annex(form: Form, report: Report, issuer: str) -> Iterator[tuple[FieldAddress, Proposal]]:
    """Of tables that are printed as an annex."""
    names = tuple(_annex_names(form.tables, report, issuer))
    note = report.field(fields.ANNEX_NOTE).strip()
    if names:
        yield fields.ANNEX_NOTE, Proposal("\n".join(names), "统计表作为附件")
    if len(names) == 1:
        reason = "与附件说明一致" if note else "统计表作为附件"
        yield fields.ANNEX_TITLE, Proposal(note or names[0], reason)


def _annex_names(tables: Iterable[Table], report: Report, issuer: str) -> Iterator[str]:
    for table in tables:
        if not table.chapter and table.title:
            title = table.title.format(issuer=issuer, year=report.year)
            yield title + table.period.format(year=report.year)


def _dates(report: Report, today: date) -> Iterator[tuple[FieldAddress, Proposal]]:
    """The day of the document is that of the others; a report is made in the year after its own."""
    signed = report.field(fields.DATE).strip()
    if signed:
        yield fields.FILLED_ON, Proposal(signed, "与成文日期相同")
        yield fields.PRINTED_ON, Proposal(signed, "与成文日期相同")
    if today.year == report.year + 1:
        for address in (fields.DATE, fields.FILLED_ON):
            yield address, Proposal(date_text(today), "今天")

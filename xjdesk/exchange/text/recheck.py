"""Making sure that what was entered as placed really is in the report, as it was."""

from __future__ import annotations

from xjdesk.core.address import Address, CellAddress, YearAddress
from xjdesk.core.change import Content, content_at
from xjdesk.core.form import Form
from xjdesk.core.numbers import read_entry
from xjdesk.core.report import Report
from xjdesk.exchange.text.source import Ledger, Placement, Role


def return_what_was_lost(form: Form, report: Report, ledger: Ledger) -> None:
    """Take back every piece whose place in the report holds something else."""
    pieces: dict[Address, list[Placement]] = {}
    for placement in ledger.placements:
        if placement.role is Role.VALUE and placement.address is not None:
            pieces.setdefault(placement.address, []).append(placement)
    for address, placements in pieces.items():
        text = "".join(_text(ledger, placement) for placement in placements)
        if not _holds(form, report, address, text):
            ledger.take_back(placements)


def _text(ledger: Ledger, placement: Placement) -> str:
    return ledger.lines[placement.line].raw[placement.start : placement.end]


def _holds(form: Form, report: Report, address: Address, text: str) -> bool:
    if isinstance(address, YearAddress):
        return True
    content = content_at(report, address)
    if isinstance(address, CellAddress):
        return content == read_entry(text, form.counting(address).unit)
    return _squeezed(_as_text(content)) == _squeezed(text)


def _as_text(content: Content) -> str:
    if isinstance(content, tuple):
        return "".join(paragraph.text for paragraph in content)
    return str(content)


def _squeezed(text: str) -> str:
    return "".join(text.split())

"""A document in a row of states, each known by a number that stands in a cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply_all
from xjdesk.core.change_log import logged
from xjdesk.core.report import Report, empty_report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import FormLibrary, shipped_forms
from xjdesk.storage.project import Project

FORM_ID = "zfxxgk-2014"
WHEN = datetime(2017, 1, 5, 8, 0, tzinfo=UTC)
WHO = "马"


@cache
def forms() -> FormLibrary:
    """The forms that come with the program."""
    return shipped_forms()


def project_at(step: int, document_id: str = "00000000-0000-4000-8000-000000000001") -> Project:
    """The document after so many changes."""
    form = forms().form(FORM_ID)
    empty = empty_report(form, 2016)
    report = Report(
        empty.form_id,
        empty.year,
        empty.fields,
        empty.chapters,
        {_cell(): Decimal(step)},
        empty.explanations,
    )
    log = logged((), [change_to(step)], WHEN, WHO)
    # The form is shipped: what the file says of it does not count.
    return Project(report, "", document_id, {}, log)


def change_to(step: int) -> Change:
    """The change from the state before to this one."""
    return Change(_cell(), Decimal(step - 1), Decimal(step))


def changed(project: Project) -> Project:
    """The project in its next state."""
    report = apply_all(project.report, [change_to(step_of(project) + 1)])
    return replace(project, report=report)


def step_of(project: Project) -> int:
    """The number of the state that the project is in."""
    entry = project.report.values[_cell()]
    assert isinstance(entry, Decimal)
    return int(entry)


@cache
def _cell() -> CellAddress:
    return next(iter(forms().form(FORM_ID).tables[0].addresses()))


@cache
def sample_report() -> Report:
    """The founding document."""
    name = "xiji-2016.txt"
    return read_report(resource("samples", name).read_bytes(), name, forms(), None).report

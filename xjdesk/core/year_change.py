"""Changing the year a report speaks about, with what follows from it."""

from __future__ import annotations

from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.report import Report, heading_for


def year_changes(form: Form, report: Report, year: int) -> tuple[Change, ...]:
    """The changes that make `report` one on `year`.

    A chapter heading that names a year as the form proposes it is proposed anew; one that the user
    has worded otherwise stays.
    """
    changes = [Change(YearAddress(), report.year, year)]
    for chapter in report.chapters:
        definition = form.chapter(chapter.id)
        if definition is not None and chapter.heading == heading_for(definition, report.year):
            heading = heading_for(definition, year)
            changes.append(Change(HeadingAddress(chapter.id), chapter.heading, heading))
    return tuple(change for change in changes if change.old != change.new)

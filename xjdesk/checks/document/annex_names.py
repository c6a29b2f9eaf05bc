"""The names of annexes as they are listed below the text (附件说明), and how they should stand."""

from __future__ import annotations

import re

from xjdesk.core.document_fields import ANNEX_NOTE
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.table import Table

_LABEL = re.compile(
    r"附\s*件\s*(?:[一二三四五六七八九十]{0,2}\s*[:：]|[0-9０-９]{1,2}(?![0-9０-９年])\s*[:：.．、]?)\s*"
)
_NUMBER = re.compile(r"[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|、)\s*")
_END_MARKS = "。，、；：.,;:"
_TITLE_MARKS = re.compile(r"《([^《》]*)》")


def annex_tables(form: Form) -> tuple[Table, ...]:
    """The tables printed as annexes: those that stand in no chapter."""
    return tuple(table for table in form.tables if not table.chapter)


def annex_lines(report: Report) -> tuple[str, ...]:
    """The lines of the annex note that are printed."""
    return tuple(line for text in report.field(ANNEX_NOTE).splitlines() if (line := text.strip()))


def annex_name(line: str) -> str:
    """A line without what the page adds itself or what does not belong there.

    That is 附件：, a number (the page numbers several annexes), 《》 around the whole name, and
    marks at its end: GB/T 9704-2012, 7.3.4.
    """
    name = line.strip()
    for pattern in (_LABEL, _NUMBER):
        found = pattern.match(name)
        if found and found.end() < len(name):
            name = name[found.end() :]
    name = name.rstrip(_END_MARKS) or name
    whole = _TITLE_MARKS.fullmatch(name)
    return whole[1] if whole and whole[1] else name

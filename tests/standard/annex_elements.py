"""Finding the parts of the annex. KeyError when one is not there."""

from __future__ import annotations

from tests.standard.elements import alone
from tests.standard.line import Line
from tests.standard.specimen import Specimen
from xjdesk.core import document_fields as fields


def annex_label(s: Specimen) -> Line:
    """附件 at the top of the annex."""
    several = "\n" in s.field(fields.ANNEX_NOTE).strip()
    return alone(s, "附件1" if several else "附件")


def annex_title(s: Specimen) -> list[Line]:
    """The lines of the title below the label."""
    page = annex_label(s).page_number
    names = s.field(fields.ANNEX_TITLE)
    return [line for line in _following(s, names, page) if line.page_number == page]


def sign_off_lines(s: Specimen) -> list[Line]:
    """The two lines of the 签署栏 below the statistics table."""
    first = annex_label(s).page_number
    labels = ("单位负责人：", "联系电话：")
    found = [line for line in s.lines if line.page_number >= first and line.text.startswith(labels)]
    if not found:
        raise KeyError("签署栏")
    return found


def _following(s: Specimen, text: str, page_number: int) -> list[Line]:
    """The whole lines, from a page on, that together read a text."""
    wanted = "".join(text.split())
    lines = [line for line in s.lines if line.page_number >= page_number]
    for index in range(len(lines)):
        run: list[Line] = []
        for line in lines[index:]:
            run.append(line)
            joined = "".join(part.text for part in run)
            if joined == wanted:
                return run
            if not wanted.startswith(joined):
                break
    raise KeyError(text[:20])

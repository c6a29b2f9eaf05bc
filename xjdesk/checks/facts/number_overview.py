"""Every number of the narrative: bound, compared, or left alone and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from xjdesk.checks.facts.cell_values import told, value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.facts.reading import Aside
from xjdesk.checks.facts.verdict import verdict
from xjdesk.checks.numbers.agreement import Agreement
from xjdesk.checks.numbers.mention import MentionKind
from xjdesk.core.address import CellAddress, SpanAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name


class NumberState(StrEnum):
    """What was done with a number.

    BOUND: it follows a cell. AGREES, LOOSE, DIFFERS: it was compared with one, exactly equal, equal
    but for an approximating word, or different. ALONE: it was left alone.
    """

    BOUND = "bound"
    AGREES = "agrees"
    LOOSE = "loose"
    DIFFERS = "differs"
    ALONE = "alone"

    @property
    def label(self) -> str:
        """The name on screen."""
        return _STATE_NAMES[self]


_WORDS_BEFORE, _WORDS_BEHIND = 16, 8
"""字 shown around a number."""

_STATE_NAMES = {
    NumberState.BOUND: "已引用",
    NumberState.AGREES: "相符",
    NumberState.LOOSE: "约数",
    NumberState.DIFFERS: "不符",
    NumberState.ALONE: "不核对",
}

_OF_AGREEMENT = {
    Agreement.AGREES: NumberState.AGREES,
    Agreement.LOOSE: NumberState.LOOSE,
    Agreement.CONTRADICTS: NumberState.DIFFERS,
}

_OF_KIND = {
    MentionKind.DATE: "年份、日期或时间",
    MentionKind.DOCUMENT_NUMBER: "文号",
    MentionKind.REFERENCE: "条款或令号",
    MentionKind.CONTACT: "电话、地址、网址等",
    MentionKind.NUMBERING: "序号",
    MentionKind.NAME: "名称中的数",
    MentionKind.IDIOM: "习惯用语",
}

_OF_ASIDE = {
    Aside.PERCENT: "百分比，统计表中没有这样的格",
    Aside.OTHER_TIME: "不是本年度的数，或者是计划数",
    Aside.PART: "只是一个部门或地方的数",
    Aside.UNKNOWN: "统计表中没有对应的指标",
}


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """One number: where it stands, as it is written with the words around it, what was done, why.

    `digits` is the number without its unit and approximating words. `cells` are those that it
    follows or was compared with.
    """

    place: SpanAddress
    digits: SpanAddress
    written: str
    context: str
    state: NumberState
    note: str
    cells: tuple[CellAddress, ...] = ()


def number_overview(form: Form, report: Report, reader: ChapterReader) -> tuple[NumberEntry, ...]:
    """All numbers of the narrative, in its order."""
    return tuple(_entries(form, report, reader))


def _entries(form: Form, report: Report, reader: ChapterReader) -> Iterator[NumberEntry]:
    for chapter in report.chapters:
        for placed in reader.numbers(report, chapter):
            yield _entry(form, report, placed)


def _entry(form: Form, report: Report, placed: PlacedReading) -> NumberEntry:
    at, mention, text = placed.address, placed.reading.mention, placed.paragraph.text
    state, note, cells = _judged(form, report, placed)
    return NumberEntry(
        place=SpanAddress(at.chapter, at.paragraph, mention.start, mention.end),
        digits=SpanAddress(at.chapter, at.paragraph, mention.digits_start, mention.digits_end),
        written=text[mention.start : mention.end],
        context=_context(text, mention.start, mention.end),
        state=state,
        note=note,
        cells=cells,
    )


def _context(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _WORDS_BEFORE), min(len(text), end + _WORDS_BEHIND)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _judged(
    form: Form, report: Report, placed: PlacedReading
) -> tuple[NumberState, str, tuple[CellAddress, ...]]:
    reading = placed.reading
    if placed.figure is not None:
        cells = placed.figure.source.cells()
        names = "、".join(str(cell_name(form, cell)) for cell in cells)
        return NumberState.BOUND, f"随“{names}”变化", cells
    if reading.aside is Aside.NO_STATISTIC:
        return NumberState.ALONE, _OF_KIND.get(reading.mention.kind, ""), ()
    if reading.aside is not None:
        return NumberState.ALONE, _OF_ASIDE[reading.aside], ()
    values = [value_of(report, cells) for cells in reading.sums]
    found = verdict(reading, values)
    if found is None:
        cells = reading.phrases[0].cells
        return NumberState.ALONE, f"{told(form, cells, None)}，无从核对", cells
    cells = found.cells
    return _OF_AGREEMENT[found.agreement], told(form, cells, found.value), cells

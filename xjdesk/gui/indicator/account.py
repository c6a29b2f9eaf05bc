"""All that is to be known about the number in one cell, as words and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, NoteAddress, SpanAddress
from xjdesk.core.numbers import show_entry
from xjdesk.core.place_name import place_name
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name, labels_of
from xjdesk.core.table import Measure
from xjdesk.core.year_comparison import compare_years
from xjdesk.gui.indicator.relation_book import RelationBook
from xjdesk.gui.indicator.stated_relation import Piece, StatedRelation
from xjdesk.gui.tables.last_year_words import last_year_words

_AROUND = 12
"""How many characters of a sentence are shown before and behind a figure."""
_STOCK = "年末的数"


@dataclass(frozen=True, slots=True)
class Citation:
    """A number of the narrative that comes from the cell: where it stands, in which words."""

    where: str
    before: str
    number: str
    behind: str
    place: SpanAddress


@dataclass(frozen=True, slots=True)
class IndicatorAccount:
    """What is told about a cell.

    `labels` are all that is printed for it, outermost first, `note` is what was noted about its
    row, `now` its entry, `last_year` how that compares with the year before (all three may be
    empty), `totals` the cells it is a part of.
    `is_read_for` tells whether numbers of the narrative are read as its number, and compared.
    """

    cell: CellAddress
    name: str
    labels: tuple[str, ...]
    definition: str
    note: str
    unit: str
    now: str
    last_year: str
    relations: tuple[StatedRelation, ...]
    totals: tuple[Piece, ...]
    citations: tuple[Citation, ...]
    is_read_for: bool
    findings: tuple[Finding, ...]


def account_of(
    book: RelationBook, report: Report, cell: CellAddress, findings: tuple[Finding, ...]
) -> IndicatorAccount:
    """The account of a cell of `report`, at which `findings` point."""
    form, last_year = book.form, book.last_year
    row, entry = form.row_of(cell), report.value(cell)
    counting = form.counting(cell)
    measure = f"（{_STOCK}）" if counting.measure is Measure.STOCK else ""
    compared = last_year and row.is_indicator and compare_years(last_year, cell, entry)
    totals = (
        Piece(str(cell_name(form, total)), show_entry(report.value(total)), total)
        for total in book.totals_of(cell)
    )
    return IndicatorAccount(
        cell=cell,
        name=str(cell_name(form, cell)),
        labels=labels_of(form, cell),
        definition=row.definition,
        note=report.note(NoteAddress(cell.table, cell.row)),
        unit=f"{counting.unit}{measure}",
        now=show_entry(entry),
        last_year=last_year_words(compared) if compared else "",
        relations=tuple(book.stated(report, cell)),
        totals=tuple(totals),
        citations=tuple(_citations(book, report, cell)),
        is_read_for=any(
            cell in cells for phrase in form.text_rules.phrases for cells in phrase.sums
        ),
        findings=findings,
    )


def _citations(book: RelationBook, report: Report, cell: CellAddress) -> Iterator[Citation]:
    for chapter in report.chapters:
        for number, paragraph in enumerate(chapter.paragraphs):
            for figure in paragraph.figures:
                if cell in figure.source.cells():
                    place = SpanAddress(chapter.id, number, figure.start, figure.end)
                    text = paragraph.text
                    yield Citation(
                        place_name(book.form, place),
                        text[max(figure.start - _AROUND, 0) : figure.start],
                        text[figure.start : figure.end],
                        text[figure.end : figure.end + _AROUND],
                        place,
                    )

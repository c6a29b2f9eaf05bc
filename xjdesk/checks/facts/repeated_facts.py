"""One fact told with different numbers in different places of the narrative (rule T-03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.facts.cell_values import value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.agreement import Agreement, agreement
from xjdesk.checks.numbers.mention import Precision
from xjdesk.checks.quoting import quoted_clause
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of
from xjdesk.core.address import CellAddress, YearAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity

RULE = "T-03"

_Cells = tuple[CellAddress, ...]


def repeated_fact_rules(form: Form, reader: ChapterReader) -> Iterator[Rule]:
    """The rule about the narrative as a whole."""
    if form.text_rules.phrases:
        yield _RepeatedFactRule(form, reader)


@dataclass(frozen=True, slots=True)
class _RepeatedFactRule:
    form: Form
    reader: ChapterReader

    @property
    def topics(self) -> frozenset[Topic]:
        sums = (cells for phrase in self.form.text_rules.phrases for cells in phrase.sums)
        return narrative_topics(self.form) | {YearAddress(), ISSUER} | frozenset(chain(*sums))

    def check(self, report: Report) -> Iterator[Finding]:
        for cells, told in _told_facts(self.reader, report).items():
            first = told[0]
            for other in told[1:]:
                if _contradict(first, other):
                    yield self._finding(report, cells, first, other)
                    break

    def _finding(
        self, report: Report, cells: _Cells, first: PlacedReading, second: PlacedReading
    ) -> Finding:
        doubtful, other = first, second
        if _number(first) == value_of(report, cells):
            doubtful, other = second, first
        places = tuple(
            place_of(one.address, one.reading.mention.start, one.reading.mention.end)
            for one in (doubtful, other)
        )
        gap = abs(_number(first) - _number(second))
        unit = doubtful.reading.mention.unit
        name = cell_name(self.form, cells[0]).label
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=places,
            message=(
                f"同一件事前后写了不同的数：一处{_clause(doubtful)}，另一处{_clause(other)}，"
                f"相差{show_number(gap)}{unit}，都是说“{name}”。"
            ),
            remedies=(
                Remedy(f"转到“{_written(doubtful)}”处", places[0]),
                Remedy(f"转到“{_written(other)}”处", places[1]),
                *advise("两处说的不是一件事的，在正文中写清口径。"),
            ),
            subject=" ".join(map(str, cells)),
            basis=f"{_written(first)}、{_written(second)}",
        )


def _told_facts(reader: ChapterReader, report: Report) -> dict[_Cells, list[PlacedReading]]:
    """The exact numbers of this year by the cells they speak of, in the order of the text.

    Of several sums that a number may be it is the one that holds it; else nobody knows which.
    """
    facts: dict[_Cells, list[PlacedReading]] = {}
    for chapter in report.chapters:
        for placed in reader.comparable(report, chapter):
            reading = placed.reading
            if reading.aside is None and reading.mention.precision is Precision.EXACT:
                closest = reading.phrases[0]
                number = _number(placed)
                fits = (cells for cells in closest.sums if value_of(report, cells) == number)
                any_of_them = tuple(dict.fromkeys(chain(*closest.sums)))
                facts.setdefault(next(fits, any_of_them), []).append(placed)
    return facts


def _contradict(first: PlacedReading, second: PlacedReading) -> bool:
    return agreement(first.reading.mention, _number(second)) is Agreement.CONTRADICTS


def _number(placed: PlacedReading) -> Decimal:
    return placed.reading.mention.value or Decimal(0)


def _clause(placed: PlacedReading) -> str:
    mention = placed.reading.mention
    return quoted_clause(placed.paragraph.text, mention.start, mention.end)


def _written(placed: PlacedReading) -> str:
    mention = placed.reading.mention
    return placed.paragraph.text[mention.start : mention.end]

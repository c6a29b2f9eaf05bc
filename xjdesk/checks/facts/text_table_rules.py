"""Numbers of the narrative against the cells they speak of (rule T-01).

《党政机关公文处理工作条例》 asks that the figures of a document are right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.facts.cell_values import holders, value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.facts.reading import Aside
from xjdesk.checks.facts.text_table_message import message_of, message_of_other_period
from xjdesk.checks.facts.text_table_remedies import remedies_for
from xjdesk.checks.facts.verdict import Verdict, verdict
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.agreement import Agreement
from xjdesk.checks.numbers.mention import Precision
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import CellAddress, YearAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

RULE = "T-01"
_MOST_REMEMBERED = 256
"""Comparisons: an edit of one cell leaves nearly all of them as they were."""


def text_table_rules(form: Form, reader: ChapterReader) -> Iterator[Rule]:
    """The rule about the whole narrative of a report in `form`."""
    if form.text_rules.phrases:
        comparison = _Comparison(form)
        yield _TextTableRule(form, reader, lru_cache(_MOST_REMEMBERED)(comparison.finding))


_Values = tuple[Decimal | None, ...]
_Compare = Callable[[PlacedReading, _Values, tuple[CellAddress, ...]], Finding | None]


@dataclass(frozen=True, slots=True)
class _TextTableRule:
    form: Form
    reader: ChapterReader
    compare: _Compare

    @property
    def topics(self) -> frozenset[Topic]:
        phrases = self.form.text_rules.phrases
        tables = {cell.table for p in phrases for cells in p.sums for cell in cells}
        # Any cell may hold the number that the text has: it is named as a likely mistake.
        cells = (cell for table in tables for cell in self.form.table(table).addresses())
        return narrative_topics(self.form) | {YearAddress(), ISSUER} | frozenset(cells)

    def check(self, report: Report) -> Iterator[Finding]:
        holding = holders(report)
        for chapter in report.chapters:
            for placed in self.reader.comparable(report, chapter):
                reading = placed.reading
                values = tuple(value_of(report, cells) for cells in reading.sums)
                same = holding.get(reading.mention.value or Decimal(0), ())
                finding = self.compare(placed, values, same)
                if finding is not None:
                    yield finding


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Compares one number with what its cells hold; `same` are all cells with that number."""

    form: Form

    def finding(
        self, placed: PlacedReading, values: _Values, same: tuple[CellAddress, ...]
    ) -> Finding | None:
        """What is to be said of it, if anything."""
        found = verdict(placed.reading, values)
        if found is None:
            return None
        if placed.reading.aside is Aside.OTHER_TIME:
            message = message_of_other_period(self.form, placed, found, same)
            return self._finding(placed, found, Severity.HINT, message) if message else None
        severity = None if placed.reading.aside else _severity(placed, found)
        if severity is None:
            return None
        return self._finding(placed, found, severity, message_of(self.form, placed, found, same))

    def _finding(
        self, placed: PlacedReading, found: Verdict, severity: Severity, message: str
    ) -> Finding:
        mention, text = placed.reading.mention, placed.paragraph.text
        written = text[mention.start : mention.end]
        value = show_number(found.value)
        return Finding(
            rule=RULE,
            severity=severity,
            where=(place_of(placed.address, mention.start, mention.end), *found.cells),
            message=message,
            expected=value,
            found=written,
            remedies=remedies_for(self.form, placed, found),
            subject=_subject(placed, found),
            basis=f"正文{written}，统计表{value}",
        )


def _severity(placed: PlacedReading, found: Verdict) -> Severity | None:
    mention = placed.reading.mention
    is_mistaken = mention.unit in found.phrase.mistaken_units
    match found.agreement:
        case Agreement.CONTRADICTS:
            return Severity.QUERY
        case Agreement.LOOSE:
            return Severity.QUERY if is_mistaken else Severity.HINT
        case Agreement.AGREES:
            is_exact = mention.precision is Precision.EXACT
            return Severity.HINT if is_mistaken and is_exact else None


def _subject(placed: PlacedReading, found: Verdict) -> str:
    """The chapter, the words before the number, and the cells: none of them changes with it."""
    mention, text = placed.reading.mention, placed.paragraph.text
    clause = subject_of(placed.address, text[: mention.start], mention.start, mention.start)
    return " ".join((clause, *map(str, found.phrase.cells)))

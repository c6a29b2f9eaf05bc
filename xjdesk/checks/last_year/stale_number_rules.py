"""Numbers of last year's report that still stand in the narrative (rule Y-06)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.facts.cell_values import told, value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.compared_text import ComparedText, compared_texts
from xjdesk.checks.last_year.last_values import last_value_of
from xjdesk.checks.numbers.mention import MentionKind, Precision
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import clause_at, place_of, subject_of
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

RULE = "Y-06"
_MOST_QUOTED = 2


def stale_number_rules(form: Form, last_year: LastYear, reader: ChapterReader) -> Iterator[Rule]:
    """One rule for each stretch of narrative that is compared."""
    sentences = frozenset(
        part.of(paragraph.text).strip()
        for chapter in last_year.report.chapters
        for paragraph in chapter.paragraphs
        for part in SENTENCES.parts(paragraph.text)
    )
    for compared in compared_texts(form, last_year, reader):
        yield _StaleRule(compared, sentences)


@dataclass(frozen=True, slots=True)
class _StaleRule:
    """Speaks only of what no comparison with this year's cells has already judged.

    What one paragraph has is one finding: a chapter that was taken over is full of it.
    """

    compared: ComparedText
    sentences: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.compared.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for readings in self.compared.paragraphs(report):
            found = tuple(self._stale(report, readings))
            if found:
                yield self._finding(found)

    def _stale(self, report: Report, readings: Iterable[PlacedReading]) -> Iterator[_Stale]:
        """What one paragraph still has of last year: sentences, and numbers in others."""
        told_of: set[Stretch] = set()
        for placed in readings:
            if not _is_written_number(placed) or self._is_judged(report, placed):
                continue
            mention, text = placed.reading.mention, placed.paragraph.text
            sentence = SENTENCES.around(text, mention.start, mention.end)
            if sentence in told_of:
                continue
            cells = self._last_years(placed)
            if sentence.of(text).strip() in self.sentences:
                told_of.add(sentence)
                yield _Stale(placed, sentence, ())
            elif cells:
                yield _Stale(placed, Stretch(mention.start, mention.end), cells)

    def _is_judged(self, report: Report, placed: PlacedReading) -> bool:
        """Whether a cell of this year says what the number has to be."""
        return any(value_of(report, cells) is not None for cells in placed.reading.sums)

    def _last_years(self, placed: PlacedReading) -> tuple[CellAddress, ...]:
        """The cells whose sum the number was last year; none where it was none of any."""
        number = placed.reading.mention.value
        if placed.reading.aside is not None:
            return ()
        sums = placed.reading.sums
        return next((s for s in sums if last_value_of(self.compared.last_year, s) == number), ())

    def _finding(self, found: tuple[_Stale, ...]) -> Finding:
        first = found[0]
        address, text = first.placed.address, first.placed.paragraph.text
        words = "、".join(dict.fromkeys(one.words for one in found))
        places = tuple(place_of(address, one.span.start, one.span.end) for one in found)
        cells = tuple(dict.fromkeys(cell for one in found for cell in one.cells))
        ways = (Remedy("转到统计表", cells[0]),) if cells else ()
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(*places, *cells),
            message=f"{self._told(found)}，可能是沿用了上年的数，请核实。",
            found=words,
            remedies=(
                *ways,
                *advise("按本年的数更正，或者改为引用统计数。", "两年的数确实相同的，写明情况。"),
            ),
            subject=subject_of(address, text, first.span.start, first.span.end),
            basis=words,
        )

    def _told(self, found: tuple[_Stale, ...]) -> str:
        first = found[0]
        if len(found) > 1:
            some = "、".join(quoted(one.clause) for one in found[:_MOST_QUOTED])
            return f"这一段有{len(found)}处的数与上年报告相同，如{some}"
        if not first.cells:
            return f"{quoted(first.words)}一句连同数字与上年报告完全相同"
        table = told(self.compared.form, first.cells, first.placed.reading.mention.value)
        return f"正文写{quoted(first.clause)}，上年报告中{table}，本年统计表还没有填"


@dataclass(frozen=True, slots=True)
class _Stale:
    """Characters that are last year's: a sentence, or a number that was the sum of `cells`."""

    placed: PlacedReading
    span: Stretch
    cells: tuple[CellAddress, ...]

    @property
    def words(self) -> str:
        return self.span.of(self.placed.paragraph.text).strip()

    @property
    def clause(self) -> str:
        """The number with the words around it."""
        mention, text = self.placed.reading.mention, self.placed.paragraph.text
        return clause_at(text, mention.start, mention.end)


def _is_written_number(placed: PlacedReading) -> bool:
    """A count in digits, exactly stated and not 0, that is not bound to a cell."""
    mention, text = placed.reading.mention, placed.paragraph.text
    return (
        mention.kind is MentionKind.COUNT
        and mention.precision is Precision.EXACT
        and placed.figure is None
        and bool(mention.value)
        and text[mention.digits_start].isascii()
    )

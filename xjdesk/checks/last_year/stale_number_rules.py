"""Numbers of last year's report that still stand in the narrative (rule Y-06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope
from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.facts.cell_values import told, value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.last_year.last_values import cells_spoken_of, last_value_of
from xjdesk.checks.numbers.mention import MentionKind, Precision
from xjdesk.checks.quoting import quoted, quoted_clause
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

RULE = "Y-06"


def stale_number_rules(form: Form, last_year: LastYear, reader: ChapterReader) -> Iterator[Rule]:
    """One rule for each chapter of `form`, and one for the chapters that it does not know."""
    sentences = frozenset(
        part.of(paragraph.text).strip()
        for chapter in last_year.report.chapters
        for paragraph in chapter.paragraphs
        for part in SENTENCES.parts(paragraph.text)
    )
    for scope in reader.scopes:
        yield _StaleRule(form, last_year, reader, scope, sentences)


@dataclass(frozen=True, slots=True)
class _StaleRule:
    """Speaks only of what no comparison with this year's cells has already judged."""

    form: Form
    last_year: LastYear
    reader: ChapterReader
    scope: ChapterScope
    sentences: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | FITTING_TOPICS | {ISSUER} | cells_spoken_of(self.form)

    def check(self, report: Report) -> Iterator[Finding]:
        if not self.last_year.fits(report):
            return
        for chapter in self.scope.chapters(report):
            told_of: set[tuple[ParagraphAddress, Stretch]] = set()
            for placed in self.reader.numbers(report, chapter):
                if not _is_written_number(placed) or self._is_judged(report, placed):
                    continue
                mention = placed.reading.mention
                sentence = SENTENCES.around(placed.paragraph.text, mention.start, mention.end)
                cells = self._last_years(placed)
                if cells:
                    yield self._of_a_cell(placed, cells)
                elif sentence.of(placed.paragraph.text).strip() in self.sentences:
                    if (placed.address, sentence) not in told_of:
                        yield _of_a_sentence(placed, sentence)
                    told_of.add((placed.address, sentence))

    def _is_judged(self, report: Report, placed: PlacedReading) -> bool:
        """Whether a cell of this year says what the number has to be."""
        return any(value_of(report, cells) is not None for cells in placed.reading.sums)

    def _last_years(self, placed: PlacedReading) -> tuple[CellAddress, ...]:
        """The cells whose sum the number was last year; none where it was none of any."""
        number = placed.reading.mention.value
        if placed.reading.aside is not None or not number:
            return ()
        sums = placed.reading.sums
        return next((s for s in sums if last_value_of(self.last_year, s) == number), ())

    def _of_a_cell(self, placed: PlacedReading, cells: tuple[CellAddress, ...]) -> Finding:
        mention, text = placed.reading.mention, placed.paragraph.text
        words = quoted_clause(text, mention.start, mention.end)
        place = place_of(placed.address, mention.start, mention.end)
        table = told(self.form, cells, mention.value)
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(place, *cells),
            message=(
                f"正文写{words}，上年报告中{table}，本年统计表还没有填，"
                "可能是沿用了上年的数，请核实。"
            ),
            found=text[mention.start : mention.end],
            remedies=(
                Remedy("转到正文", place),
                Remedy("转到统计表", cells[0]),
                *advise(
                    "填好统计表，再按本年数更正正文。", "把这个数改为引用统计数，随统计表变化。"
                ),
            ),
            subject=subject_of(placed.address, text, mention.start, mention.end),
            basis=text[mention.start : mention.end],
        )


def _is_written_number(placed: PlacedReading) -> bool:
    """A count in digits, exactly stated, that is not bound to a cell."""
    mention, text = placed.reading.mention, placed.paragraph.text
    digits = text[mention.digits_start : mention.digits_end]
    return (
        mention.kind is MentionKind.COUNT
        and mention.precision is Precision.EXACT
        and placed.figure is None
        and digits[:1].isascii()
    )


def _of_a_sentence(placed: PlacedReading, sentence: Stretch) -> Finding:
    text = placed.paragraph.text
    words = sentence.of(text).strip()
    return Finding(
        rule=RULE,
        severity=Severity.QUERY,
        where=(place_of(placed.address, sentence.start, sentence.end),),
        message=f"{quoted(words)}一句连同数字与上年报告完全相同，可能是沿用了上年的数，请核实。",
        found=words,
        remedies=advise("按本年的数更正这一句。", "两年的数确实相同的，写明情况。"),
        subject=subject_of(placed.address, text, sentence.start, sentence.end),
        basis=words,
    )

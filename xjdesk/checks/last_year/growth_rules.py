"""What is said of this year against the last, recomputed from both tables (rule Y-09)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.consistency.percentages import (
    decimals_of,
    is_rounded_to,
    percentage,
    rounded,
)
from xjdesk.checks.facts.cell_values import told, value_of
from xjdesk.checks.facts.chapter_readings import ChapterReader
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.compared_text import ComparedText, compared_texts
from xjdesk.checks.last_year.growth_reader import GrowthReader, SaidGrowth
from xjdesk.checks.last_year.last_values import last_value_of
from xjdesk.checks.numbers.mention import MentionKind
from xjdesk.checks.quoting import quoted_clause
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

RULE = "Y-09"

Cells = tuple[CellAddress, ...]


def growth_rules(
    form: Form, last_year: LastYear, chapters: ChapterReader, reader: GrowthReader
) -> Iterator[Rule]:
    """One rule for each stretch of narrative that is compared."""
    for compared in compared_texts(form, last_year, chapters):
        yield _GrowthRule(compared, reader)


@dataclass(frozen=True, slots=True)
class _GrowthRule:
    compared: ComparedText
    reader: GrowthReader

    @property
    def topics(self) -> frozenset[Topic]:
        return self.compared.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for readings in self.compared.paragraphs(report):
            for said in self.reader.said(readings):
                yield from self._judged(report, said)

    def _judged(self, report: Report, said: SaidGrowth) -> Iterator[Finding]:
        """What is wrong, if with no way of reading it is right."""
        now = said.now.reading.mention.value
        assert now is not None, "what a count has"
        sums = [s for s in said.now.reading.sums if value_of(report, s) in (None, now)]
        bases = [(cells, last_value_of(self.compared.last_year, cells)) for cells in sums]
        known = [(cells, base) for cells, base in bases if base is not None]
        if known and len(known) == len(bases) and not any(_holds(said, now, b) for _, b in known):
            yield self._finding(report, said, now, *known[0])

    def _finding(
        self, report: Report, said: SaidGrowth, now: Decimal, cells: Cells, base: Decimal
    ) -> Finding:
        text, address, mention = said.now.paragraph.text, said.now.address, said.change
        written = text[mention.digits_start : mention.digits_end]
        right, words = _right(said, now, base)
        place = place_of(address, mention.start, mention.end)
        ways: tuple[Remedy, ...] = ()
        if right is not None:
            start, end = mention.digits_start, mention.digits_end
            change = replacement(report, address, start, end, right)
            ways = (Remedy(f"改为{right}{_sign(said)}", changes=(change,)),)
        table = told(self.compared.form, cells, base)
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(place, *cells),
            message=(
                f"正文写{quoted_clause(text, mention.start, mention.end)}，上年报告中{table}，"
                f"本年{show_number(now)}，{words}，请核对。"
            ),
            expected=right,
            found=written,
            remedies=(
                *ways,
                *advise("按两年的统计数更正正文。", "上年数有更正或者按可比口径计算的，写明情况。"),
            ),
            subject=subject_of(address, text, mention.start, mention.end),
            basis=f"{show_number(base)}→{show_number(now)}｜{written}",
        )


def _holds(said: SaidGrowth, now: Decimal, base: Decimal) -> bool:
    value = said.change.value
    assert value is not None, "what counts and percentages have"
    if said.change.kind is MentionKind.COUNT:
        return value * said.sense == now - base
    if base <= 0:
        return False
    decimals = decimals_of(said.now.paragraph.text, said.change)
    return is_rounded_to(value * said.sense, decimals, percentage(now - base, base))


def _right(said: SaidGrowth, now: Decimal, base: Decimal) -> tuple[str | None, str]:
    """The number that should stand there, if that is all there is to mend, and a telling of it."""
    change = now - base
    is_same_way = change * said.sense > 0
    if said.change.kind is MentionKind.COUNT:
        number = show_number(abs(change))
        words = f"应为{'增加' if change > 0 else '减少'}{number}{said.change.unit}"
        return (number if is_same_way else None), words if change else "与上年持平"
    if base <= 0:
        return None, "上年为0，不能计算增长率，应写增加多少"
    exact = rounded(
        abs(percentage(change, base)), decimals_of(said.now.paragraph.text, said.change)
    )
    way = "增长" if change > 0 else "下降"
    steps = f"（{show_number(now)}-{show_number(base)}）÷{show_number(base)}"
    words = f"按{steps}计算，应为{way}{exact}%" if change else "与上年持平"
    return (exact if is_same_way else None), words


def _sign(said: SaidGrowth) -> str:
    return "%" if said.change.kind is MentionKind.PERCENT else said.change.unit

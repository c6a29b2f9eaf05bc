"""Bound numbers that are reckoned from another number than last year's (rule Y-08)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from xjdesk.checks.basis import basis_of
from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import AGAINST_LAST_YEAR, Figure
from xjdesk.core.figure_placing import placed
from xjdesk.core.figure_text import figure_text
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity

RULE = "Y-08"


def base_rules(form: Form, last_year: LastYear) -> Iterator[Rule]:
    """The rule about the figures that compare with the year before."""
    yield _BaseRule(form, last_year)


@dataclass(frozen=True, slots=True)
class _BaseRule:
    form: Form
    last_year: LastYear

    @property
    def topics(self) -> frozenset[Topic]:
        return narrative_topics(self.form) | FITTING_TOPICS | frozenset(self.form.indicator_cells())

    def check(self, report: Report) -> Iterator[Finding]:
        if not self.last_year.fits(report):
            return
        for chapter in report.chapters:
            for at, paragraph in enumerate(chapter.paragraphs):
                address = ParagraphAddress(chapter.id, at)
                for figure in paragraph.figures:
                    yield from self._finding(report, address, paragraph, figure)

    def _finding(
        self, report: Report, address: ParagraphAddress, paragraph: Paragraph, figure: Figure
    ) -> Iterator[Finding]:
        source = figure.source
        if source.kind not in AGAINST_LAST_YEAR:
            return
        cell, base = source.operands
        if not (isinstance(cell, CellAddress) and isinstance(base, Decimal)):
            return
        before = self.last_year.number(cell)
        if before is None or before == base:
            return
        mended = replace(source, operands=(cell, before))
        text = figure_text(mended, report.value)
        ways: tuple[Remedy, ...] = ()
        if text is not None:
            new = placed(paragraph, figure.start, figure.end, mended, text)
            ways = (Remedy(f"改为“{text}”", changes=(Change(address, (paragraph,), (new,)),)),)
        written = paragraph.text[figure.start : figure.end]
        yield Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(place_of(address, figure.start, figure.end),),
            message=(
                f"正文引用的“{written}”是与{show_number(base)}相比，而上年报告中"
                f"{cell_name(self.form, cell)}为{show_number(before)}，请核对。"
            ),
            expected=show_number(before),
            found=show_number(base),
            remedies=(*ways, *advise("改为与上年报告的数相比。", "上年数有更正的，写明情况。")),
            subject=f"{address.chapter} {source.kind} {cell}",
            basis=basis_of((base, before)),
        )

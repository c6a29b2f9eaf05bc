"""Checks of figures: every number bound to cells can be reckoned, and is the one that is printed.

Figures follow their cells. What is found here came otherwise: a cell was cleared, or a file was
edited by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.basis import basis_of
from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import CellAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import Figure
from xjdesk.core.figure_placing import placed, released
from xjdesk.core.figure_text import arithmetic, figure_text
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity

_RULE = "T-04"


def figure_rules(form: Form) -> Iterator[Rule]:
    """The rule about the figures of a report in `form`."""
    yield _FigureRule(form)


@dataclass(frozen=True, slots=True)
class _FigureRule:
    """One for all: any figure may show any cell, and a report has few figures."""

    form: Form

    @property
    def topics(self) -> frozenset[Topic]:
        cells = (address for table in self.form.tables for address in table.addresses())
        return narrative_topics(self.form) | frozenset(cells)

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in report.chapters:
            for number, paragraph in enumerate(chapter.paragraphs):
                for figure in paragraph.figures:
                    place = _Place(ParagraphAddress(chapter.id, number), paragraph, figure)
                    yield from self._findings(report, place)

    def _findings(self, report: Report, place: _Place) -> Iterator[Finding]:
        expected = figure_text(place.figure.source, report.value)
        if expected == place.text:
            return
        if expected is None:
            message = f"正文中引用的“{place.text}”{self._trouble(report, place.figure)}"
            remedies = self._ways(place)
        else:
            reckoned = arithmetic(self.form, report, place.figure.source)
            message = f"正文中引用的“{place.text}”与统计表不符，应为“{expected}”：{reckoned}。"
            remedies = (place.update(expected), *self._ways(place))
        held = basis_of(map(report.value, place.figure.source.cells()))
        yield Finding(
            rule=_RULE,
            severity=Severity.QUERY,
            where=(place.span,),
            message=message,
            expected=expected,
            found=place.text,
            remedies=remedies,
            subject=place.subject,
            basis=f"{place.text}｜{expected or held}",
        )

    def _trouble(self, report: Report, figure: Figure) -> str:
        """Why there is no number to show."""
        for cell in figure.source.cells():
            name = self._name(cell)
            if name is None:
                return "取自本报表格式没有的一格，不能随统计表变化。请重新引用，或者解除引用。"
            entry = report.value(cell)
            if entry is None:
                return f"取自{name}，该格空白。请填写该格，或者解除引用。"
            if isinstance(entry, str):
                return f"取自{name}，该格填的“{entry}”不是数。请更正该格，或者解除引用。"
        reckoned = arithmetic(self.form, report, figure.source)
        return f"算不出来，除数是0：{reckoned}。请核实该数，或者解除引用。"

    def _ways(self, place: _Place) -> tuple[Remedy, ...]:
        named = [(cell, self._name(cell)) for cell in place.figure.source.cells()]
        leads = (Remedy(f"转到{name}", place=cell) for cell, name in named if name)
        return (*leads, place.release())

    def _name(self, cell: CellAddress) -> str | None:
        try:
            return str(cell_name(self.form, cell))
        except KeyError:
            return None


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure where it stands."""

    address: ParagraphAddress
    paragraph: Paragraph
    figure: Figure

    @property
    def text(self) -> str:
        return self.paragraph.text[self.figure.start : self.figure.end]

    @property
    def span(self) -> SpanAddress:
        at = self.address
        return SpanAddress(at.chapter, at.paragraph, self.figure.start, self.figure.end)

    @property
    def subject(self) -> str:
        # The clause would hold the number itself, which comes and goes with the cells.
        source = self.figure.source
        return f"{self.address.chapter} {source.kind} {' '.join(map(str, source.operands))}"

    def update(self, text: str) -> Remedy:
        figure = self.figure
        new = placed(self.paragraph, figure.start, figure.end, figure.source, text)
        return Remedy(f"更新为“{text}”", changes=(self._change(new),))

    def release(self) -> Remedy:
        return Remedy("解除引用", changes=(self._change(released(self.paragraph, self.figure)),))

    def _change(self, new: Paragraph) -> Change:
        return Change(self.address, (self.paragraph,), (new,))

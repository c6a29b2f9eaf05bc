"""Claims without a number against the cells they speak of (rule T-02)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial

from xjdesk.checks.basis import basis_of
from xjdesk.checks.chapter_scope import ChapterScope
from xjdesk.checks.facts.cell_values import told, value_of
from xjdesk.checks.facts.claim_reader import ClaimMade, ClaimReader
from xjdesk.checks.facts.headings import settings
from xjdesk.checks.facts.reading import Setting
from xjdesk.checks.finding import Finding
from xjdesk.checks.memo_sizes import MOST_CHAPTERS, MOST_PARAGRAPHS
from xjdesk.checks.quoting import quoted_clause
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import CellAddress, ParagraphAddress, YearAddress, parse_cell_address
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.formula import BLANK, Range
from xjdesk.core.phrase import Claim
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity

RULE = "T-02"
_MOST_TOLD = 4

_ReadParagraph = Callable[[str, Setting], tuple[ClaimMade, ...]]

_Placed = tuple[ParagraphAddress, str, ClaimMade]
"""Where a claim is made, in which text, and the claim."""
_Read = Callable[[Chapter, int, str], tuple[_Placed, ...]]


def claim_rules(
    form: Form, reader: ClaimReader, scopes: tuple[ChapterScope, ...]
) -> Iterator[Rule]:
    """One rule for each chapter of `form`, and one for the chapters that it does not know."""
    cells = frozenset(cell for claim in form.text_rules.claims for cell in _cells(claim))
    if cells:
        read = lru_cache(MOST_CHAPTERS)(partial(_read_chapter, _remembering(reader)))
        for scope in scopes:
            yield _ChapterRule(form, read, scope, cells)


@dataclass(frozen=True, slots=True)
class _ChapterRule:
    form: Form
    read: _Read
    scope: ChapterScope
    cells: frozenset[CellAddress]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress(), ISSUER} | self.cells

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            for address, text, made in self.read(chapter, report.year, report.field(ISSUER)):
                if not _holds(report, made.claim):
                    yield self._finding(report, address, text, made)

    def _finding(
        self, report: Report, address: ParagraphAddress, text: str, made: ClaimMade
    ) -> Finding:
        place = place_of(address, made.start, made.end)
        cells = _telling_cells(report, made.claim)
        words = quoted_clause(text, made.start, made.end)
        shown = [told(self.form, (c,), value_of(report, (c,))) for c in cells[:_MOST_TOLD]]
        table = "，".join(shown) + ("等" if len(cells) > _MOST_TOLD else "")
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(place, *cells),
            message=f"正文写{words}，统计表中{table}。{made.claim.message}",
            remedies=(
                Remedy("转到正文", place),
                Remedy("转到统计表", cells[0]),
                *advise(*made.claim.remedies),
            ),
            subject=f"{subject_of(address, text, made.start, made.end)} {made.claim.id}",
            basis=basis_of(map(report.value, _cells(made.claim))),
        )


def _remembering(reader: ClaimReader) -> _ReadParagraph:
    return lru_cache(MOST_PARAGRAPHS)(reader.claims)


def _read_chapter(
    read: _ReadParagraph, chapter: Chapter, year: int, issuer: str
) -> tuple[_Placed, ...]:
    return tuple(
        (ParagraphAddress(chapter.id, at), paragraph.text, made)
        for at, (paragraph, setting) in enumerate(settings(chapter, year, issuer))
        for made in read(paragraph.text, setting)
    )


def _cells(claim: Claim) -> tuple[CellAddress, ...]:
    return tuple(map(parse_cell_address, dict.fromkeys(claim.condition.names())))


def _telling_cells(report: Report, claim: Claim) -> tuple[CellAddress, ...]:
    """The cells whose numbers contradict the claim: those that are not 0, if there are any."""
    cells = _cells(claim)
    return tuple(cell for cell in cells if report.value(cell)) or cells


def _holds(report: Report, claim: Claim) -> bool:
    def lookup(name: str) -> Range:
        entry = report.value(parse_cell_address(name))
        return Range(entry, entry) if isinstance(entry, Decimal) else BLANK

    return claim.condition.holds(lookup) is not False

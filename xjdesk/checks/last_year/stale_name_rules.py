"""Last year's names and telephone that still stand in the narrative (rule Y-07)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress, ParagraphAddress
from xjdesk.core.document_fields import field_at
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

RULE = "Y-07"
_NAMES = (
    fields.ISSUER,
    fields.SIGNER,
    fields.HEAD,
    fields.REVIEWER,
    fields.PREPARER,
    fields.PHONE,
)


def stale_name_rules(form: Form, last_year: LastYear) -> Iterator[Rule]:
    """One rule for each chapter of `form`, and one for the chapters that it does not know."""
    for scope in chapter_scopes(form):
        yield _NameRule(scope, last_year)


@dataclass(frozen=True, slots=True)
class _NameRule:
    scope: ChapterScope
    last_year: LastYear

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | frozenset(_NAMES)

    def check(self, report: Report) -> Iterator[Finding]:
        changed = [name for name in _NAMES if self._is_changed(report, name)]
        for chapter in self.scope.chapters(report) if changed else ():
            for at, paragraph in enumerate(chapter.paragraphs):
                address = ParagraphAddress(chapter.id, at)
                for name in changed:
                    yield from self._found(report, address, paragraph.text, name)

    def _is_changed(self, report: Report, name: FieldAddress) -> bool:
        """Whether last year's name is nobody's any more, nor part of one of this year."""
        now, then = report.field(name), self.last_year.report.field(name)
        still = any(then in report.field(other) for other in _NAMES)
        return bool(now) and len(then) > 1 and not still

    def _found(
        self, report: Report, address: ParagraphAddress, text: str, name: FieldAddress
    ) -> Iterator[Finding]:
        now, then = report.field(name), self.last_year.report.field(name)
        start = text.find(then)
        if start < 0:
            return
        end = start + len(then)
        label = field_at(name).label
        change = replacement(report, address, start, end, now)
        yield Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(place_of(address, start, end), name),
            message=(
                f"正文写{quoted(then)}，这是上年报告的{label}，本年的是{quoted(now)}，"
                "可能是沿用了上年的文字，请核实。"
            ),
            expected=now,
            found=then,
            remedies=(
                Remedy(f"改为{quoted(now)}", changes=(change,)),
                *advise("改用本年的名称、姓名或者电话。", "确应写上年的，写明情况。"),
            ),
            subject=subject_of(address, text, start, end),
            basis=f"{then}｜{now}",
        )

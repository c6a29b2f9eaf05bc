"""Checks of chapters that the form prescribes: their headings, that each is there, their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.document.required_parts import chapter_in
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.change import Change
from xjdesk.core.form import ChapterDefinition, Form
from xjdesk.core.report import Chapter, Report, heading_for
from xjdesk.core.severity import Severity

_RULE = "D-15"


def fixed_chapter_rules(form: Form) -> Iterator[Rule]:
    """The rules about the prescribed chapters of a report in `form`."""
    fixed = tuple(chapter for chapter in form.chapters if chapter.fixed)
    for definition in fixed:
        yield _HeadingRule(form, definition)
    if fixed:
        yield _OrderRule(form, tuple(chapter.id for chapter in form.chapters))


@dataclass(frozen=True, slots=True)
class _HeadingRule:
    form: Form
    definition: ChapterDefinition

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.definition.id), YearAddress()))

    def check(self, report: Report) -> Iterator[Finding]:
        """D-15: the heading is the one of the form; a blank one is D-07's affair."""
        due = heading_for(self.definition, report.year)
        chapter = chapter_in(report, self.definition.id)
        if chapter is None:
            yield self._missing(due)
        elif chapter.heading.strip() and _closed(chapter.heading) != _closed(due):
            address = HeadingAddress(chapter.id)
            yield Finding(
                rule=_RULE,
                severity=Severity.QUERY,
                where=(address,),
                message=f"本章标题是{quoted(chapter.heading)}，按{self.form.basis}应为{quoted(due)}。",
                expected=due,
                found=chapter.heading,
                remedies=(
                    Remedy(f"改为{quoted(due)}", changes=(Change(address, chapter.heading, due),)),
                    *advise("上级另有规定的，写明情况。"),
                ),
                basis=chapter.heading,
            )

    def _missing(self, due: str) -> Finding:
        return Finding(
            rule=_RULE,
            severity=Severity.ERROR,
            where=(HeadingAddress(self.definition.id),),
            message=f"缺少{quoted(due)}一章，{self.form.basis}规定的各章不能遗漏。",
            expected=due,
            found="",
            remedies=advise("补写这一章。", "写在别的章里的，移到这一章。"),
        )


@dataclass(frozen=True, slots=True)
class _OrderRule:
    form: Form
    order: tuple[str, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return narrative_topics(self.form)

    def check(self, report: Report) -> Iterator[Finding]:
        """D-15: no chapter besides those of the form, and each in its place."""
        last = -1
        for chapter in report.chapters:
            if chapter.id not in self.order:
                yield self._finding(chapter, "不在规定的各章之内", "移到规定的章里。")
                continue
            place = self.order.index(chapter.id)
            if place < last:
                yield self._finding(chapter, "不在规定的位置", "按规定的次序调整各章。")
            last = max(last, place)

    def _finding(self, chapter: Chapter, what: str, remedy: str) -> Finding:
        return Finding(
            rule=_RULE,
            severity=Severity.QUERY,
            where=(HeadingAddress(chapter.id),),
            message=f"{quoted(chapter.heading)}一章{what}（{self.form.basis}）。",
            found=chapter.heading,
            remedies=advise(remedy, "上级另有规定的，写明情况。"),
            subject=f"{HeadingAddress(chapter.id)} 位置",
            basis=chapter.heading,
        )


def _closed(text: str) -> str:
    return "".join(text.split())

"""Checks of chapters for completeness: a heading, and some text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.required_parts import chapter_in, has_text, needs_text
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import HeadingAddress, SpanAddress, YearAddress
from xjdesk.core.change import Change
from xjdesk.core.form import ChapterDefinition, Form
from xjdesk.core.report import Report, heading_for
from xjdesk.core.severity import Severity

_NOTHING = re.compile(r"(?:暂|均)?(?:无|没有|略)[。.！]?|[-—/／]+")


def chapter_rules(form: Form) -> Iterator[Rule]:
    """The rules about the chapters of a report in `form`."""
    for definition in form.chapters:
        if needs_text(definition):
            yield _TextRule(definition)
        if definition.heading:
            yield _HeadingRule(definition)


@dataclass(frozen=True, slots=True)
class _ChapterRule:
    definition: ChapterDefinition

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.definition.id),))


@dataclass(frozen=True, slots=True)
class _TextRule(_ChapterRule):
    def check(self, report: Report) -> Iterator[Finding]:
        if has_text(report, self.definition.id):
            yield from self._said_nothing(report)
            return
        yield Finding(
            rule="D-04",
            severity=Severity.QUERY,
            where=(SpanAddress(self.definition.id, 0, 0, 0),),
            message=f"“{self.definition.tab}”一章还没有内容。",
            remedies=advise("写入本章内容。", "确无内容的，写明没有这方面的情况。"),
        )

    def _said_nothing(self, report: Report) -> Iterator[Finding]:
        """D-16: a chapter that the form asks for is not done with 无."""
        chapter = chapter_in(report, self.definition.id)
        text = "".join(p.text.strip() for p in chapter.paragraphs) if chapter else ""
        if not _NOTHING.fullmatch(text):
            return
        yield Finding(
            rule="D-16",
            severity=Severity.QUERY,
            where=(SpanAddress(self.definition.id, 0, 0, 0),),
            message=f"“{self.definition.tab}”一章只写了“{text}”，没有实际内容。",
            found=text,
            remedies=advise("写入本章内容。", "确无内容的，写明是哪方面没有、什么原因。"),
            subject=f"{self.definition.id} 内容",
            basis=text,
        )


@dataclass(frozen=True, slots=True)
class _HeadingRule(_ChapterRule):
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.definition.id), YearAddress()))

    def check(self, report: Report) -> Iterator[Finding]:
        chapter = chapter_in(report, self.definition.id)
        if chapter is None or chapter.heading.strip():
            return
        address, due = HeadingAddress(chapter.id), heading_for(self.definition, report.year)
        yield Finding(
            rule="D-07",
            severity=Severity.QUERY,
            where=(address,),
            message=f"“{self.definition.tab}”一章没有标题，印出来会接在上一章后面。",
            remedies=(
                Remedy(f"填入{quoted(due)}", changes=(Change(address, chapter.heading, due),)),
                *advise("填写本章标题。", "不需要本章的，将其正文移到别的章节。"),
            ),
        )

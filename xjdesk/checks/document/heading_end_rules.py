"""Checks of how headings end, and that those side by side are built alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.document.running_text import Line, LineAddress, remembered
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.outline import Heading, heading, numbering
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.core.severity import Severity

_END_MARKS = "。，；、.,;"
"""A colon is left alone: it may lead into a list."""

_PRACTICE = "按公文惯例，独占一行的标题末尾不加标点符号"
_PART = 2


class _Build(StrEnum):
    """A heading on a line of its own, or one with its text behind it."""

    ALONE = "独占一行"
    RUN_IN = "与正文连排"


@dataclass(frozen=True, slots=True)
class _BuiltHeading:
    """A heading （一）: the paragraph, how many characters of it are heading, how it is built."""

    line: Line
    end: int
    build: _Build


def heading_end_rules(form: Form) -> Iterator[Rule]:
    """The rules about the ends of headings."""
    yield _HeadingEndRule(narrative_topics(form), remembered(heading))


@dataclass(frozen=True, slots=True)
class _HeadingEndRule:
    topics: frozenset[Topic]
    read: Callable[[str], Heading | None]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-14: chapters, and the headings （一） in each of them."""
        for chapter in report.chapters:
            yield from _chapter_end(report, chapter)
            headings: list[_BuiltHeading] = []
            for number, paragraph in enumerate(chapter.paragraphs):
                found = self.read(paragraph.text)
                if found is not None and found.level == _PART:
                    below = chapter.paragraphs[number + 1 : number + 2]
                    if build := _build(paragraph.text, found, below):
                        address = ParagraphAddress(chapter.id, number)
                        line = Line(address, paragraph.text, chapter)
                        headings.append(_BuiltHeading(line, found.end, build))
            for built in headings:
                if built.build is _Build.ALONE:
                    yield from _marked_end(report, built.line.address, built.line.text.rstrip())
            yield from _unlike(headings)


def _chapter_end(report: Report, chapter: Chapter) -> Iterator[Finding]:
    text = chapter.heading.rstrip()
    if len(text.rstrip(_END_MARKS)) > len(_number_of(text)):
        yield from _marked_end(report, HeadingAddress(chapter.id), text)


def _number_of(text: str) -> str:
    found = numbering(text)
    return found.text if found else ""


def _build(text: str, found: Heading, below: Sequence[Paragraph]) -> _Build | None:
    """How a heading （一） is built; None for one of a list of lines with nothing below them."""
    if found.end < len(text.rstrip()):
        return _Build.RUN_IN
    following = numbering(below[0].text) if below else None
    is_over_text = bool(below) and (following is None or following.level > _PART)
    return _Build.ALONE if is_over_text else None


def _marked_end(report: Report, address: LineAddress, text: str) -> Iterator[Finding]:
    start = len(text.rstrip(_END_MARKS))
    mark = text[start:]
    if not mark:
        return
    fix = replacement(report, address, start, len(text), "")
    yield Finding(
        rule="P-14",
        severity=Severity.HINT,
        where=(place_of(address, start, len(text)),),
        message=f"标题{quoted(text)}末尾有“{mark}”。{_PRACTICE}。",
        found=mark,
        remedies=(
            Remedy(f"删去“{mark}”", changes=(fix,)),
            *advise("后面应接正文的，把正文接在标题之后。"),
        ),
        subject=f"{subject_of(address, text, 0, start)} 末尾",
        basis=mark,
    )


def _unlike(headings: Sequence[_BuiltHeading]) -> Iterator[Finding]:
    """The headings of one chapter that are built otherwise than most, or than the first."""
    builds = [heading.build for heading in headings]
    if len(set(builds)) < 2:
        return
    usual = max(builds, key=builds.count)
    for built in headings:
        if built.build is usual:
            continue
        line, end = built.line, built.end
        yield Finding(
            rule="P-14",
            severity=Severity.HINT,
            where=(place_of(line.address, 0, end),),
            message=f"本章“（一）”一级的标题有的{usual}，{quoted(line.text[:end])}却{built.build}。"
            "按公文惯例，同一层次的标题写法应一致。",
            expected=usual,
            found=built.build,
            remedies=advise(f"改为{usual}。", "有意这样安排的，不再提示。"),
            subject=f"{subject_of(line.address, line.text, 0, end)} 写法",
            basis=built.build,
        )

"""Checks of the order of headings: 一、二、三、; inside a chapter （一）（二）, 1. 2., （1）（2）.

GB/T 9704-2012, 7.3.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.document.numbered_line import (
    NO_NUMBERS,
    LineNumber,
    LineNumbers,
    line_numbers,
    number_like,
)
from xjdesk.checks.document.running_text import Line, remembered, unwritten_chapters
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.ordinals import chinese
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity

_TOP, _CHAPTER_PART = 1, 2


def heading_order_rules(form: Form) -> Iterator[Rule]:
    """The rules about the numbers of headings."""
    yield _HeadingOrderRule(narrative_topics(form), form, remembered(line_numbers))


@dataclass(frozen=True, slots=True)
class _HeadingOrderRule:
    topics: frozenset[Topic]
    form: Form
    read: Callable[[str], LineNumbers]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-11: chapters not written yet do not count where the others are in order without.

        Prescribed headings have their own rule, which knows the right one.
        """
        unwritten = unwritten_chapters(self.form, report)
        written = [chapter for chapter in report.chapters if chapter.id not in unwritten]
        if not any(chapter.fixed for chapter in self.form.chapters):
            yield from min(
                list(self._chapters(report.chapters)), list(self._chapters(written)), key=len
            )
        for chapter in report.chapters:
            yield from self._inside(chapter)

    def _chapters(self, chapters: Iterable[Chapter]) -> Iterator[Finding]:
        """After a gap or a repetition counting goes on from the number that stands there."""
        last = 0
        for chapter in chapters:
            own = self.read(chapter.heading.strip()).first
            if own is None or own.level != _TOP:
                continue
            if own.value != last + 1:
                line = Line(HeadingAddress(chapter.id), chapter.heading.strip(), chapter)
                yield _out_of_order(line, own, last)
            last = own.value

    def _inside(self, chapter: Chapter) -> Iterator[Finding]:
        own = self.read(chapter.heading.strip()).first
        last: dict[int, int] = {}
        follows_plain = False
        for index, paragraph in enumerate(chapter.paragraphs):
            numbers = self.read(paragraph.text)
            if numbers is NO_NUMBERS:
                follows_plain = True
                continue
            line = Line(ParagraphAddress(chapter.id, index), paragraph.text, chapter)
            found = numbers.first
            if found is not None and found.level == _TOP:
                if own is not None and own.level == _TOP and found.is_heading:
                    yield _wrong_level(line, found)
                last.clear()
            elif found is not None:
                before = last.get(found.level, 0)
                # Lists of the lower levels begin anew without a heading that says so, others
                # below a line without a number.
                begins_anew = found.value == 1 and (found.level > _CHAPTER_PART or follows_plain)
                if found.value != before + 1 and not begins_anew:
                    yield _out_of_order(line, found, before)
                last = _counted(last, found)
            follows_plain = found is None
            for inner in numbers.inner:
                if inner.value in (1, last.get(inner.level, 0) + 1):
                    last = _counted(last, inner)


def _counted(last: Mapping[int, int], found: LineNumber) -> dict[int, int]:
    """The last number of every level after `found`; the levels below it begin anew."""
    kept = {level: value for level, value in last.items() if level < found.level}
    return kept | {found.level: found.value}


def _out_of_order(line: Line, found: LineNumber, before: int) -> Finding:
    due = number_like(found, before + 1)
    said = quoted(found.text.strip())
    if before == 0:
        what = f"第一个序号是{said}，应从{quoted(due)}开始"
    elif found.value <= before:
        earlier = quoted(number_like(found, before))
        what = f"序号{said}与前面的{earlier}重复或颠倒，此处应为{quoted(due)}"
    else:
        what = f"序号从{quoted(number_like(found, before))}跳到了{said}，此处应为{quoted(due)}"
    end = len(found.text)
    return Finding(
        rule="P-11",
        severity=Severity.QUERY,
        where=(place_of(line.address, 0, end),),
        message=f"{what}。按{LAYOUT}，结构层次序数应依次连续，请核实是否漏了内容。",
        expected=due,
        found=found.text.strip(),
        remedies=advise("更正序号，后面的序号依次顺改。", "漏了内容的，补写漏掉的部分。"),
        subject=subject_of(line.address, line.text, 0, end),
        basis=f"{number_like(found, before) if before else '无'}｜{found.text.strip()}",
    )


def _wrong_level(line: Line, found: LineNumber) -> Finding:
    end = len(found.text)
    part = f"（{chinese(found.value)}）" if found.value else "（一）"
    return Finding(
        rule="P-11",
        severity=Severity.QUERY,
        where=(place_of(line.address, 0, end),),
        message=f"章内的小标题用了章的序号{quoted(found.text.strip())}。按{LAYOUT}，第一层用"
        f"“一、”，第二层用“（一）”，此处应为{quoted(part)}。",
        expected=part,
        found=found.text.strip(),
        remedies=advise("改用第二层的序号。", "本应另起一章的，把这一部分移到那一章。"),
        subject=subject_of(line.address, line.text, 0, end),
        basis=found.text.strip(),
    )

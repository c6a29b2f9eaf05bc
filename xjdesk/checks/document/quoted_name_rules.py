"""Check of names in quotation marks: “政民互动栏目” here and “政民互动”栏目 there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.document.running_text import Line, found_in, remembered
from xjdesk.checks.document.term_use import Use, mixed_forms
from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class _Name:
    """Characters `start` up to, not including, `end` are `form`, which without marks is `plain`."""

    start: int
    end: int
    form: str
    plain: str


def quoted_name_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about where quotation marks of names close."""
    if not words.quoted_name_heads:
        return
    heads = any_of(words.quoted_name_heads)
    pattern = re.compile(
        rf"“(?P<inside>[^“”，。；：、]{{2,12}}?{heads})”(?!{heads})"
        rf"|“(?P<outside>[^“”，。；：、]{{2,12}})”(?P<head>{heads})"
    )
    scan = remembered(lambda text: _names(pattern, text))
    yield _QuotedNameRule(narrative_topics(form), scan)


@dataclass(frozen=True, slots=True)
class _QuotedNameRule:
    topics: frozenset[Topic]
    scan: Callable[[str], tuple[_Name, ...]]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-32: one name, with its noun inside the marks and outside them."""
        uses: dict[str, list[Use]] = {}
        for line, name in found_in(report.chapters, self.scan):
            uses.setdefault(name.plain, []).append(_use(line, name))
        for plain, own in uses.items():
            yield from mixed_forms(report, plain, own)


def _use(line: Line, name: _Name) -> Use:
    return Use(line.address, name.start, name.end, name.form)


def _names(pattern: re.Pattern[str], text: str) -> tuple[_Name, ...]:
    return tuple(
        _Name(
            match.start(),
            match.end(),
            match.group(),
            match["inside"] or match["outside"] + match["head"],
        )
        for match in pattern.finditer(text)
    )

"""Check that a term keeps one form: 乡镇 or 乡（镇）, of a list of such terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.document.running_text import found_in, remembered
from xjdesk.checks.document.term_use import Use, mixed_forms
from xjdesk.checks.document.word_search import spots
from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Report


def variant_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about terms with several forms."""
    if not words.variants:
        return
    pattern = re.compile(any_of(form for group in words.variants for form in group))
    scan = remembered(lambda text: spots(pattern, text))
    yield _VariantRule(narrative_topics(form), scan, words.variants)


@dataclass(frozen=True, slots=True)
class _VariantRule:
    topics: frozenset[Topic]
    scan: Callable[[str], tuple[Stretch, ...]]
    groups: tuple[tuple[str, ...], ...]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-32: what is quoted or a title keeps its own form."""
        uses = [
            Use(line.address, spot.start, spot.end, spot.of(line.text))
            for line, spot in found_in(report.chapters, self.scan)
        ]
        if not uses:
            return
        for group in self.groups:
            own = [use for use in uses if use.form in group]
            yield from mixed_forms(report, group[0], own)

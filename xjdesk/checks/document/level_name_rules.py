"""Check that the area is called by its level: 我市 in the report of a county is often copied text.

我区 is left alone: it may be an autonomous region.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import Line, found_in, remembered
from xjdesk.checks.document.signer_organ import ORGAN_TOPICS, signing_organ
from xjdesk.checks.document.word_search import spots, words_pattern
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.document_words import DocumentWords, GuardedWord, LevelNames
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def level_name_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about 我市, 我县 and the like."""
    names = {name for level in words.level_names for name in level.names}
    if not names:
        return
    pattern = words_pattern(GuardedWord(name) for name in names)
    scan = remembered(lambda text: spots(pattern, text))
    for scope in chapter_scopes(form):
        yield _LevelNameRule(scope, scan, words.level_names)


@dataclass(frozen=True, slots=True)
class _LevelNameRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]
    levels: tuple[LevelNames, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | ORGAN_TOPICS

    def check(self, report: Report) -> Iterator[Finding]:
        """D-13: silent where the organ's name holds the level itself, as 兴化市戴南镇."""
        organ = signing_organ(report)
        strange = {
            name
            for level in self.levels
            if organ.endswith(level.suffixes)
            for name in level.names
            if name[-1] not in organ
        }
        if not strange:
            return
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            if spot.of(line.text) in strange:
                yield _finding(line, spot, organ)


def _finding(line: Line, spot: Stretch, organ: str) -> Finding:
    word = spot.of(line.text)
    return Finding(
        rule="D-13",
        severity=Severity.HINT,
        where=(place_of(line.address, spot.start, spot.end),),
        message=f"署名是{quoted(organ)}，正文写的是“{word}”，级别不同，可能是照搬了别处的文字。"
        "按公文惯例，自称应与署名一致。",
        found=word,
        remedies=advise("指本地的，改为本地的称呼。", "指上级或下级地方的，写出地名。"),
        subject=subject_of(line.address, line.text, spot.start, spot.end),
        basis=f"{word}｜{organ}",
    )

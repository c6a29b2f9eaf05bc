"""Check that the organ calls itself by a name that fits it.

What a government signs is said by the county, not by its office: the signature names who speaks
(《党政机关公文处理工作条例》第九条).
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
from xjdesk.core.document_words import DocumentWords, OwnNames
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_GOVERNMENT = "人民政府"
_AREAS = "省市州盟县区旗乡镇"


def self_name_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about 我办, 我局 and the like."""
    if not (words.self_names and words.own_names):
        return
    pattern = words_pattern(words.self_names)
    scan = remembered(lambda text: spots(pattern, text))
    longest_first = tuple(sorted(words.own_names, key=lambda own: -len(own.suffix)))
    for scope in chapter_scopes(form):
        yield _SelfNameRule(scope, scan, longest_first)


@dataclass(frozen=True, slots=True)
class _SelfNameRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]
    own_names: tuple[OwnNames, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | ORGAN_TOPICS

    def check(self, report: Report) -> Iterator[Finding]:
        """P-31: silent about organs whose names are not known."""
        organ = signing_organ(report)
        own = next((own for own in self.own_names if organ.endswith(own.suffix)), None)
        if own is None:
            return
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            if spot.of(line.text) not in own.names:
                yield _finding(line, spot, organ, own)


def _finding(line: Line, spot: Stretch, organ: str, own: OwnNames) -> Finding:
    word = spot.of(line.text)
    return Finding(
        rule="P-31",
        severity=Severity.QUERY,
        where=(place_of(line.address, spot.start, spot.end),),
        message=f"署名是{quoted(organ)}，正文却自称“{word}”。按公文惯例，自称应与"
        "署名一致，请核实指的是谁。",
        found=word,
        remedies=advise(*_ways_out(organ, own)),
        subject=f"{subject_of(line.address, line.text, spot.start, spot.end)} {word}",
        basis=f"{word}｜{organ}",
    )


def _ways_out(organ: str, own: OwnNames) -> tuple[str, str]:
    """What to write where the organ itself is meant, and where another one is."""
    head = organ.removesuffix(_GOVERNMENT)
    other = "指另一个机关的，写出该机关的名称。"
    if head == organ or head[-1:] not in _AREAS:
        names = "”“".join(own.names) or organ
        return f"指署名机关的，改为“{names}”。", other
    area = head[-1]
    office = f"指政府办公室的，改为“{area}政府办公室”。" if area not in "乡镇" else other
    return f"指署名机关的，改为“我{area}”或“{area}政府”。", office

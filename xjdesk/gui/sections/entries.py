"""What the outline of a chapter says of each of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xjdesk.checks.finding import Finding, count
from xjdesk.core.address import ParagraphAddress, Place, SpanAddress
from xjdesk.core.outline import heading
from xjdesk.core.sections import section_end
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.findings.badge import Badge
from xjdesk.gui.word_count import word_count

Findings = Mapping[Place, tuple[Finding, ...]]
"""The findings in the text of a chapter, by the place they point at."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A section: the paragraph of its heading, its level, its title.

    `words` are its 字, `badge` the open findings in it; both with the sections below it.
    """

    paragraph: int
    level: int
    title: str
    words: int
    badge: Badge | None

    @property
    def sentence(self) -> str:
        """How long it is and what was found in it: 286字，核实2条."""
        found = f"，{self.badge.sentence}" if self.badge else ""
        return f"本节{self.words}字{found}"


def outline_entries(paragraphs: Paragraphs, findings: Findings) -> tuple[OutlineEntry, ...]:
    """The sections of a chapter with a heading; `findings` are those in its text, by place."""
    return tuple(_entries(paragraphs, findings))


def _entries(paragraphs: Paragraphs, findings: Findings) -> Iterator[OutlineEntry]:
    words = [word_count((paragraph.text,)) for paragraph in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        found = heading(paragraph.text)
        if found is None:
            continue
        end = section_end(paragraphs, at)
        title = paragraph.text[: found.end].rstrip("。")
        yield OutlineEntry(at, found.level, title, sum(words[at:end]), _badge(findings, at, end))


def _badge(findings: Findings, first: int, end: int) -> Badge | None:
    """The badge of the paragraphs from `first` up to before `end`; each finding counts once."""
    here = {
        id(finding): finding
        for place, found in findings.items()
        if isinstance(place, ParagraphAddress | SpanAddress) and first <= place.paragraph < end
        for finding in found
    }
    if not here:
        return None
    gravest = min((finding.severity for finding in here.values()), key=lambda one: one.rank)
    return Badge(gravest, count(here.values()))

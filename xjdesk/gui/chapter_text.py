"""Between the blocks of a text control and the paragraphs of a chapter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.differing_stretch import differing_stretch
from xjdesk.gui.entered_text import several_lines

Paragraphs = tuple[Paragraph, ...]

_INDENT = " \u3000\xa0"


@dataclass(frozen=True, slots=True)
class Difference:
    """From `at` on, the paragraphs `old` are to become `new`; what surrounds them is equal."""

    at: int
    old: Paragraphs
    new: Paragraphs

    def change(self, chapter_id: str) -> Change:
        """The change that carries it out."""
        return Change(ParagraphAddress(chapter_id, self.at), self.old, self.new)

    @property
    def is_typing(self) -> bool:
        """Whether it stays within one paragraph."""
        return len(self.old) == len(self.new) == 1


def paragraphs_of(texts: Sequence[str]) -> Paragraphs:
    """The paragraphs that blocks of text are; a single empty block is no paragraph at all."""
    if len(texts) == 1 and not texts[0]:
        return ()
    return tuple(map(Paragraph, texts))


def without_figures(paragraphs: Paragraphs) -> Paragraphs:
    """The texts alone of `paragraphs`."""
    return tuple(Paragraph(paragraph.text) for paragraph in paragraphs)


def difference(old: Paragraphs, new: Paragraphs) -> Difference | None:
    """The smallest stretch of whole paragraphs in which `new` differs from `old`."""
    if old == new:
        return None
    found = differing_stretch(old, new)
    start = found.start
    return Difference(start, old[start : found.old_end], new[start : found.new_end])


def pasted_text(text: str, before: str, behind: str) -> str:
    """What is to be inserted when `text` is pasted between two parts of a paragraph.

    Text without a line break goes into the paragraph as it is. Otherwise each line is a paragraph,
    without the blanks that indent it, and none is empty: a break at either end of `text` counts
    only where it parts the paragraphs from what stands `before` or `behind`.
    """
    lines = several_lines(text.replace("\t", " ")).split("\n")
    if len(lines) == 1:
        return lines[0]
    paragraphs = [stripped for line in lines if (stripped := line.strip(_INDENT))]
    if before and not lines[0].strip(_INDENT):
        paragraphs.insert(0, "")
    if behind and not lines[-1].strip(_INDENT):
        paragraphs.append("")
    return "\n".join(paragraphs)

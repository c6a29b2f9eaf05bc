"""The headings under which each paragraph of a chapter stands."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.facts.reading import Setting
from xjdesk.core.outline import heading
from xjdesk.core.report import Chapter, Paragraph


def settings(chapter: Chapter, year: int, issuer: str) -> Iterator[tuple[Paragraph, Setting]]:
    """Every paragraph of a chapter with what it is read against.

    The words above it are the headings of the chapter and of its last section before it; that of
    its own section, which runs into the paragraph, is part of its text.
    """
    section = ""
    for paragraph in chapter.paragraphs:
        yield paragraph, Setting(f"{chapter.heading} {section}".strip(), year, issuer)
        found = heading(paragraph.text)
        if found is not None:
            section = paragraph.text[: found.end]

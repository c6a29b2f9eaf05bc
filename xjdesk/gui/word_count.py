"""How long a text is, counted as word processors in China do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xjdesk.core.report import Chapter, Report

_COUNTED = re.compile(r"[A-Za-z0-9]+(?:[.,'\-@][A-Za-z0-9]+)*|\S")


class WordTotals:
    """The 字数 of whole reports; of chapters that are still the same nothing is counted again."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[Chapter, int]] = {}

    def of_chapter(self, chapter: Chapter) -> int:
        """The 字数 of its paragraphs."""
        known = self._counted.get(chapter.id)
        if known is None or known[0] is not chapter:
            known = chapter, word_count(paragraph.text for paragraph in chapter.paragraphs)
            self._counted[chapter.id] = known
        return known[1]

    def of_report(self, report: Report) -> int:
        """The 字数 of all chapters together."""
        return sum(map(self.of_chapter, report.chapters))


def word_count(texts: Iterable[str]) -> int:
    """字数: each Chinese character or sign is one, and so is a run of Latin letters or digits."""
    return sum(len(_COUNTED.findall(text)) for text in texts)

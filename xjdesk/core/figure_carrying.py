"""Figures carried along when the words around them are edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xjdesk.core.figure import Figure
from xjdesk.core.report import Paragraph

_GOES_BEFORE = re.compile(r"[0-9０-９][.．]?\Z")
_GOES_ON = re.compile(r"[.．]?[0-9０-９]")


def runs_on(text: str, figure: Figure) -> bool:
    """Whether the number of `figure` is only part of the number that is read in `text`.

    So it is when a digit was written right behind it: 200 bound to a cell has become 2000.
    """
    begins, ends = text[figure.start], text[figure.end - 1]
    before, behind = text[: figure.start], text[figure.end :]
    return bool(
        (begins.isdigit() and _GOES_BEFORE.search(before[-2:]))
        or (ends.isdigit() and _GOES_ON.match(behind))
    )


def carried(old: Sequence[Paragraph], new: Sequence[str]) -> tuple[Paragraph, ...]:
    """Paragraphs of the texts `new`, which came of editing `old`, with the figures that are left.

    A figure moves with its characters. One whose characters were edited, or whose number goes on in
    what was written beside it, is no figure any more.
    """
    if not any(paragraph.figures for paragraph in old):
        return tuple(map(Paragraph, new))
    before, after = "\n".join(p.text for p in old), "\n".join(new)
    start, behind = _common_ends(before, after)
    kept: list[Figure] = []
    for figure in _joined_figures(old):
        if figure.end <= start:
            moved = figure
        elif figure.start >= len(before) - behind:
            shift = len(after) - len(before)
            moved = replace(figure, start=figure.start + shift, end=figure.end + shift)
        else:
            continue
        if not runs_on(after, moved) or runs_on(before, figure):
            kept.append(moved)
    return _parted(new, kept)


def _common_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters are equal at the start, and how many of the rest at the end."""
    most = min(len(before), len(after))
    start = 0
    while start < most and before[start] == after[start]:
        start += 1
    behind = 0
    while behind < most - start and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    return start, behind


def _joined_figures(paragraphs: Sequence[Paragraph]) -> list[Figure]:
    """The figures of all paragraphs, placed in the text that joins them with line breaks."""
    figures: list[Figure] = []
    at = 0
    for paragraph in paragraphs:
        figures += [replace(f, start=at + f.start, end=at + f.end) for f in paragraph.figures]
        at += len(paragraph.text) + 1
    return figures


def _parted(texts: Sequence[str], figures: Sequence[Figure]) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    at = 0
    for text in texts:
        end = at + len(text)
        own = tuple(
            replace(f, start=f.start - at, end=f.end - at)
            for f in figures
            if at <= f.start and f.end <= end
        )
        paragraphs.append(Paragraph(text, own))
        at = end + 1
    return tuple(paragraphs)

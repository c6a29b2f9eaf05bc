"""Recognising a chapter of a form by what another office calls it."""

from __future__ import annotations

from xjdesk.core.form import ChapterDefinition
from xjdesk.core.outline import numbering


def first_mention(title: str, chapter: ChapterDefinition) -> int | None:
    """Where the first of the chapter's keywords stands in a heading; None without any."""
    found = numbering(title)
    name = title[len(found.text) :] if found else title
    places = [_place(keyword, name) for keyword in chapter.keywords]
    return min((place for place in places if place >= 0), default=None)


def _place(keyword: str, name: str) -> int:
    if keyword.startswith("^"):
        return 0 if name.startswith(keyword[1:]) else -1
    return name.find(keyword)

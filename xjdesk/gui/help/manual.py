"""The manual: its pages in order, from resources/help."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from xjdesk.gui.commands.key_list import KeyGroup
from xjdesk.gui.icons import Resource

FOLDER = "help"
_CONTENTS = "contents.toml"
_KEYS = "keys"
_ROW_ENDS = str.maketrans({"|": "\\|", "\n": " "})
_MARKDOWN = re.compile(
    r"!\[[^\]]*\]\([^)]*\)"  # a picture
    r"|(?<=\])\([^)]*\)"  # where a link leads
    r"|[*`\[\]]|^#+ |^[-] |^\| ?(?:--- ?\|? ?)*| ?\|$",
    re.MULTILINE,
)
_BETWEEN_CELLS = re.compile(r" \| ")


class Topic(StrEnum):
    """A part of the window that a page of the manual is about."""

    START = "start"
    FIELDS = "fields"
    CHAPTER = "chapter"
    TABLE = "table"
    PREVIEW = "preview"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page: `name` is that of its file, by which links lead to it; `text` is Markdown."""

    name: str
    title: str
    text: str
    topics: frozenset[Topic]

    @property
    def words(self) -> str:
        """What is read on the page, line by line, without the signs of Markdown."""
        plain = _MARKDOWN.sub("", self.text)
        return "\n".join(line for line in _BETWEEN_CELLS.sub(" ", plain).splitlines() if line)


@dataclass(frozen=True, slots=True)
class Manual:
    """All pages in the order in which they are read; there is at least one."""

    pages: tuple[ManualPage, ...]

    def page(self, name: str) -> ManualPage | None:
        """The page of that name; None where there is none."""
        return next((page for page in self.pages if page.name == name), None)

    def about(self, topic: Topic) -> ManualPage:
        """The page about a part of the window; the first page where none is."""
        return next((page for page in self.pages if topic in page.topics), self.pages[0])


def read_manual(resource: Resource, keys: Sequence[KeyGroup]) -> Manual:
    """The manual; its page of keys lists `keys`."""
    contents = tomllib.loads(resource(FOLDER, _CONTENTS).read_text(encoding="utf-8"))
    pages: list[ManualPage] = []
    for entry in contents["pages"]:
        title, topics = entry["title"], frozenset(map(Topic, entry.get("topics", ())))
        if entry.get("made") == _KEYS:
            pages.append(ManualPage(f"{_KEYS}.md", title, keys_text(title, keys), topics))
        else:
            text = resource(FOLDER, entry["file"]).read_text(encoding="utf-8")
            pages.append(ManualPage(entry["file"], title, text, topics))
    return Manual(tuple(pages))


def keys_text(title: str, groups: Sequence[KeyGroup]) -> str:
    """The page of all keys, a table for each place where they work."""
    parts = [f"# {title}"]
    for group in groups:
        rows = (
            f"| {entry.keys.translate(_ROW_ENDS)} | {entry.does.translate(_ROW_ENDS)} |"
            for entry in group.entries
        )
        parts.append("\n".join((f"## {group.title}\n", "| 按键 | 作用 |", "| --- | --- |", *rows)))
    return "\n\n".join(parts) + "\n"

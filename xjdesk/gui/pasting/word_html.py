"""The paragraphs of what Word and WPS lay on the clipboard as HTML, without all that formats them.

The numbers of lists stay, as words of their paragraphs. Whatever the markup is, reading it takes
time in proportion to its length and raises nothing.
"""

from __future__ import annotations

import re

from xjdesk.gui.pasting.flowing_text import FlowingText
from xjdesk.gui.pasting.markup_reader import MarkupReader
from xjdesk.gui.pasting.markup_style import is_hidden, is_list_number
from xjdesk.gui.pasting.open_elements import OpenElements

_LOOKED_AT = 1 << 16
_WORD = re.compile(
    r"urn:schemas-microsoft-com:office:word"
    r"|content\s*=\s*[\"']?(?:word\.document|microsoft word|wps)"
    r"|class\s*=\s*[\"']?mso|mso-[a-z-]+\s*:",
    re.IGNORECASE,
)
_SHEET = re.compile(
    r"urn:schemas-microsoft-com:office:excel\b(?![^>]*office:word)"
    r"|content\s*=\s*[\"']?(?:excel\.sheet|microsoft excel|et\.)",
    re.IGNORECASE,
)


def is_from_word(markup: str) -> bool:
    """Whether Word or WPS wrote the markup: text, and not a worksheet."""
    head = markup[:_LOOKED_AT]
    return bool(_WORD.search(head)) and not _SHEET.search(head)


def paragraphs_of_word(markup: str) -> tuple[str, ...]:
    """The paragraphs, none of them empty; none where the markup is too long or no markup at all."""
    reader = _Reader()
    return reader.flow.finish() if reader.read(markup) else ()


class _Reader(MarkupReader):
    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowingText()
        self._open = OpenElements(self.flow)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._open.begin(tag, attributes, is_hidden(tag, attributes), is_list_number(attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.end(tag)

    def handle_data(self, data: str) -> None:
        self._open.text(data)

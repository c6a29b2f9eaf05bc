"""Text copied in a word processor or a browser, as paragraphs with their numbers.

The plain text beside it often lacks the numbers of automatic lists, and breaks lines where only
the page did; both are to be seen in the HTML. Everything else of it is dropped: looks, pictures,
notes, remarks, hidden words. A row of a table is one paragraph.

Word and WPS write the number of a list in a span of the style `mso-list: Ignore`, for programs
that know nothing of their lists; other programs write <ol> and <li>.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from xjdesk.gui.entered_text import one_line

MOST_CHARACTERS = 8_000_000
"""Of HTML; Word writes some 20 of them for each one that is seen. Beyond, the text is taken."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NEEDLESS = re.compile(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])")
"""Line breaks that a program wrote into the HTML between characters that need no blank."""
_AROUND = " \u3000\xa0"
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_NUMBER_OF_LIST = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NOTE = re.compile(r"mso-(?:footnote|endnote|comment|element)", re.IGNORECASE)
_LISTED = re.compile(
    r"[ \u3000\xa0]*(?P<number>[^ \u3000\xa0]*)[ \u3000\xa0]*(?P<rest>.*)", re.DOTALL
)
_BULLETS = "·•●○■□◆◇§Øü➢✓–—-"
_IN_CELLS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS = _IN_CELLS | {"ul", "ol", "tr", "table", "hr", "pre", "blockquote", "section"}
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(
    ("head", "style", "script", "title", "template", "xml", "object", "svg", "math", "textarea")
)
_VOID = frozenset(("br", "hr", "img", "meta", "link", "col", "input", "wbr", "area", "base"))


def paragraphs_in(html: str) -> tuple[str, ...] | None:
    """The paragraphs in `html`, none of them empty; None where there is too much of it."""
    if len(html) > MOST_CHARACTERS:
        return None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.paragraphs()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[str] = []
        self._words: list[str] = []
        self._unseen = ""
        self._depth = 0
        self._numbers = 0
        self._counts: list[int | None] = []
        self._is_in_cell = False

    def paragraphs(self) -> tuple[str, ...]:
        """What was read so far."""
        self._end()
        return tuple(self._done)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        style = told.get("style") or ""
        if self._unseen:
            self._depth += tag == self._unseen
            return
        if tag in _UNSEEN or (tag not in _VOID and _is_unseen(tag, style, told)):
            self._unseen, self._depth = tag, 1
            return
        self._part(tag)
        if tag == "ol":
            self._counts.append(_start(told.get("start")))
        elif tag == "ul":
            self._counts.append(None)
        elif tag == "li":
            self._number()
        elif tag in _CELLS:
            self._is_in_cell = True
            self._words.append(" ")
        elif tag == "span" and _NUMBER_OF_LIST.search(style):
            self._words.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            if not self._depth:
                self._unseen = ""
            return
        if tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        if tag in _CELLS:
            self._is_in_cell = False
        self._part(tag, at_end=True)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(_BLANKS.sub(_blank, data.replace("\0", "")))

    def _part(self, tag: str, *, at_end: bool = False) -> None:
        """What a tag parts: paragraphs, or words in a cell, whose row is one paragraph."""
        if self._is_in_cell and tag in _IN_CELLS:
            self._words.append(" ")
        elif tag in _PARAGRAPHS and (at_end or not self._is_behind_number(tag)):
            self._is_in_cell = False
            self._end()

    def _is_behind_number(self, tag: str) -> bool:
        """Whether a paragraph only goes on: <li><p>words</p></li>."""
        return tag in ("p", "div") and bool(self._numbers) and len(self._words) == self._numbers

    def _number(self) -> None:
        """The number of an item of a list; one that is marked with a point gets none."""
        if self._counts and (count := self._counts[-1]) is not None:
            self._words.append(f"{count}.")
            self._numbers = len(self._words)
            self._counts[-1] = count + 1

    def _end(self) -> None:
        words, self._words, self._numbers = self._words, [], 0
        joined = _NEEDLESS.sub("", _without_bullet("".join(words)))
        text = one_line(_BLANKS.sub(" ", joined.replace("\xa0", " "))).strip(_AROUND)
        if text:
            self._done.append(text)


def _is_unseen(tag: str, style: str, told: dict[str, str | None]) -> bool:
    is_note = tag == "a" and bool(_NOTE.search(style))
    is_block_of_notes = tag == "div" and bool(re.search(r"mso-element\s*:", style))
    return bool(_HIDDEN.search(style)) or is_note or is_block_of_notes or "hidden" in told


def _blank(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _start(told: str | None) -> int:
    text = told or "1"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _without_bullet(text: str) -> str:
    """The text with the number of its list, but not with a mark that is only for the eye.

    What stands behind a NUL is such a number, with blanks that part it from the words.
    """
    before, mark, behind = text.partition("\0")
    if not mark:
        return text
    found = _LISTED.match(behind.replace("\0", ""))
    assert found is not None, "any text is a number and a rest, both perhaps empty"
    number = "" if found["number"] in tuple(_BULLETS) else found["number"]
    return before + number + found["rest"]

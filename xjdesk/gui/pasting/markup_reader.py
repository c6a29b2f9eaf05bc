"""Reading HTML from the clipboard, whatever it is: in bounded time, and without errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_MOST_CHARACTERS = 4_000_000
_MOST_PENDING = 1_000_000
_CHUNK = 1 << 16
_DECLARATION = re.compile(r"<[!?][^>]*>?")
_DECLARATION_SIGN = re.compile(r"<(?=[!?])")
_UNREAD = ("style", "script", "xml")


class MarkupReader(HTMLParser):
    """Hands over tags and words, without comments, declarations, styles and scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def read(self, markup: str) -> bool:
        """Read all of it; False where it is too long, or no markup at all."""
        if len(markup) > _MOST_CHARACTERS:
            return False
        begin = markup.find("<")
        read = _without_unread("".join(_without_comments(markup[max(begin, 0) :])))
        for start in range(0, len(read), _CHUNK):
            self.feed(read[start : start + _CHUNK])
            # A quotation mark that is never closed, far from any end: no program wrote that.
            if len(self.rawdata) > _MOST_PENDING:
                return False
        # Not `close`, which tries every unfinished tag anew up to the end of the text.
        self.feed("<p></p>")
        return True

    def set_cdata_mode(self, elem: str, *, escapable: bool = False) -> None:
        """Not entered: what is read up to its end only, as scripts are, is gone by now."""


def _without_comments(markup: str) -> Iterator[str]:
    """The markup between the comments, whose conditions only browsers are in need of."""
    at = 0
    while (begin := markup.find("<!--", at)) >= 0:
        yield markup[at:begin]
        end = markup.find("-->", begin + 4)
        if end < 0:
            return
        at = end + 3
    yield markup[at:]


def _without_unread(markup: str) -> str:
    """The markup without declarations, such as `<![if !supportLists]>`, styles and scripts."""
    read = _DECLARATION.sub("", markup)
    for tag in _UNREAD:
        read = "".join(_without_element(read, tag))
    # What came together only by taking out what stood between: the parser raises an error at some.
    return _DECLARATION_SIGN.sub("&lt;", read)


def _without_element(markup: str, tag: str) -> Iterator[str]:
    begins = re.compile(rf"<{tag}\b", re.IGNORECASE)
    ends = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    at = 0
    while begin := begins.search(markup, at):
        yield markup[at : begin.start()]
        end = ends.search(markup, begin.end())
        if end is None:
            return
        at = end.end()
    yield markup[at:]

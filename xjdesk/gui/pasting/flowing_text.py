"""Words that come one after the other, put together to paragraphs and to the rows of tables."""

from __future__ import annotations

import re

from xjdesk.gui.entered_text import one_line
from xjdesk.gui.pasting.list_number import kept_number, numbered

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffc\ue000-\uf8ff]")
"""Marks without width, and the signs that only a font of signs has."""
_SOURCE_BREAK = re.compile(r"[ \t\r\n\f]*[\r\n][ \t\r\n\f]*")
_BLANKS = re.compile("[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_BREAK_AMONG_WIDE = re.compile(f"(?<=[{_WIDE}])\n(?=[{_WIDE}])")
_EDGE = " \u3000"


class FlowingText:
    """Gathers paragraphs; the cells of a row come to one line, with blanks between them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._number_pieces: list[str] = []
        self._next_number = ""
        self._lines: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []

    def add(self, text: str, *, is_number: bool) -> None:
        """Words of the paragraph, or of the number before it."""
        (self._number_pieces if is_number else self._pieces).append(text)

    def number_next(self, number: str) -> None:
        """Let the next paragraph that has words begin with `number`, unless it has its own."""
        self._next_number = number

    def end_line(self) -> None:
        """What comes next is another paragraph."""
        text = _closed_up("".join(self._pieces))
        own = kept_number(_closed_up("".join(self._number_pieces)))
        self._pieces.clear()
        self._number_pieces.clear()
        if not text and not own:
            return
        number, self._next_number = own or self._next_number, ""
        self._lines[-1].append(numbered(number, text))

    def begin_row(self) -> None:
        """A row of a table begins."""
        self.end_line()
        self._rows.append([])

    def begin_cell(self) -> None:
        """A cell begins."""
        self.end_line()
        self._lines.append([])

    def end_cell(self) -> None:
        """The cell ends that was begun last."""
        self.end_line()
        cell = self._lines.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._lines[-1] += cell

    def end_row(self) -> None:
        """The row ends that was begun last; the only cell with words keeps its paragraphs."""
        self.end_line()
        cells = [cell for cell in self._rows.pop() if cell]
        if len(cells) == 1:
            self._lines[-1] += cells[0]
        elif cells:
            self._lines[-1].append(" ".join(" ".join(cell) for cell in cells))

    def finish(self) -> tuple[str, ...]:
        """All paragraphs, those of cells and rows that never ended among them."""
        self.end_line()
        for row in self._rows:
            self._lines[0] += [line for cell in row for line in cell]
        return tuple(line for lines in self._lines for line in lines)


def _closed_up(text: str) -> str:
    """The words as they are seen: blanks in a row are one, and none at the ends.

    A line of the markup that ends between two Chinese characters is no blank.
    """
    seen = _UNSEEN.sub("", text)
    joined = _BREAK_AMONG_WIDE.sub("", _SOURCE_BREAK.sub("\n", seen))
    return one_line(_BLANKS.sub(" ", joined)).strip(_EDGE)

"""The text to be read: its lines, and an account of what became of every character."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xjdesk.core.address import Address
from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_kind import FileKind, kind_of

MOST_BYTES = 8 * 1024 * 1024
"""A page that Word saved has many times the length of its text."""

_MOST_CHARACTERS, _MOST_LINES = 200_000, 5_000
"""A report of hundreds of pages is smaller; reading takes time by the square of the lines."""

_ODD_SPACES = {
    # The cell mark of Word ends a cell as a tab does.
    0x07: "\t",
    # Neither page breaks nor Unicode's own line breaks begin a new line for an editor.
    **dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), " "),
}
_LINE_END = re.compile(r"\r\n|\r|\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_CHARACTERS = {"Cc", "Cn", "Co"}
"""Categories of Unicode: controls, unassigned, for private use."""


class ImportFailedError(UserError):
    """A file that cannot be read as a report."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """What there is to be read: lines of text, the cells of a row parted by tabs.

    `boxes` are the places of the cells of a line, if the source has them; `left_out` is what a web
    page holds beside the report. In a page lines have no numbers that its reader could look up.
    """

    text: str
    boxes: Mapping[int, tuple[tuple[int, int], ...]] = field(
        default_factory=dict[int, tuple[tuple[int, int], ...]]
    )
    left_out: tuple[str, ...] = ()
    is_page: bool = False


def decode_text(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 or GB 18030; ImportFailedError when it is of no use."""
    kind = kind_of(data)
    if not data.strip():
        raise ImportFailedError(f"文件“{name}”是空的，没有可以导入的内容。")
    if kind not in (FileKind.TEXT, FileKind.UNKNOWN):
        raise ImportFailedError(_not_text(name, kind))
    text = _decoded(data)
    if text is None:
        raise ImportFailedError(_not_text(name, FileKind.UNKNOWN))
    return bounded(text.translate(_ODD_SPACES), name)


def bounded(text: str, name: str) -> str:
    """The text, unless it is longer than any report: ImportFailedError."""
    if len(text) > _MOST_CHARACTERS or len(_LINE_END.findall(text)) > _MOST_LINES:
        raise ImportFailedError(f"文件“{name}”太长，不像是一份年度报告，请检查是否选错了文件。")
    return text


def _decoded(data: bytes) -> str | None:
    encodings = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    if not encodings and b"\0" in data:
        return _without_mark(data)
    for encoding in encodings or ["utf-8", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _without_mark(data: bytes) -> str | None:
    """The text that is UTF-16 without saying so; None when it is that in neither byte order."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # In the wrong order no line ends: there is no U+0A00 that could become a line feed.
        is_lines = "\n" in text or "\r" in text
        plain = text.translate(_ODD_SPACES).translate(dict.fromkeys(map(ord, "\t\n\r")))
        if is_lines and not any(unicodedata.category(c) in _NO_CHARACTERS for c in set(plain)):
            return text
    return None


def _not_text(name: str, kind: FileKind) -> str:
    if kind is FileKind.PROJECT:
        return f"“{name}”{kind.clause}，不用导入，请直接打开。"
    if not kind:
        return f"文件“{name}”不是纯文本，无法导入，{FileKind.WORD.way_to_import}。"
    way = kind.way_to_import or "请选择“纯文本（*.txt）”的报告"
    return f"文件“{name}”{kind.clause}，不是纯文本，无法导入，{way}。"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: its index from 0 and its characters as they are."""

    index: int
    raw: str

    @property
    def text(self) -> str:
        """The line without white space around it."""
        return self.raw.strip()

    @property
    def is_indented(self) -> bool:
        """Whether white space stands before the text."""
        return self.raw[:1].isspace()


class Role(StrEnum):
    """What became of a piece of the source.

    VALUE: it is content of the report at `address`. CAPTION: the form or the document prints it
    anyway (a label, a unit, a colon). REPEATED: it says once more what was placed before.
    """

    VALUE = "value"
    CAPTION = "caption"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Placement:
    """Characters `start` up to, not including, `end` of a line, and where they went."""

    line: int
    start: int
    end: int
    role: Role
    address: Address | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text for which the report has no place; `line` counts from 1, as editors do."""

    line: int
    text: str


class Ledger:
    """The lines of a source with the account of what has been placed so far."""

    def __init__(self, text: str) -> None:
        raws = _LINE_END.split(text)
        self.lines = tuple(Line(i, raw) for i, raw in enumerate(raws))
        self.placements: list[Placement] = []
        self._placed: set[tuple[int, int]] = set()
        self._set_aside: set[int] = set()

    def place(
        self, line: int, start: int, end: int, role: Role, address: Address | None = None
    ) -> None:
        """Enter that these characters have found their place."""
        self.placements.append(Placement(line, start, end, role, address))
        self._placed.update((line, column) for column in range(start, end))

    def place_line(self, line: Line, role: Role, address: Address | None = None) -> None:
        """Enter that the text of a whole line has found its place."""
        start = line.raw.index(line.text)
        self.place(line.index, start, start + len(line.text), role, address)

    def place_around(self, line: Line, start: int, end: int, address: Address) -> None:
        """Enter the value from `start` to `end`, and all else of the line as its caption."""
        self.place(line.index, start, end, Role.VALUE, address)
        for a, b in ((0, start), (end, len(line.raw))):
            if line.raw[a:b].strip():
                self.place(line.index, a, b, Role.CAPTION, address)

    def is_free(self, line: Line) -> bool:
        """Whether the line has text, none of it placed, and is not set aside."""
        if not line.text or line.index in self._set_aside:
            return False
        return not any(self.is_placed(line.index, column) for column in range(len(line.raw)))

    def set_aside(self, lines: Iterable[int]) -> None:
        """Keep these lines from being read as anything; what they hold counts as unplaced."""
        self._set_aside.update(lines)

    def take_back(self, placements: Iterable[Placement]) -> None:
        """Enter that these pieces have found no place after all."""
        for placement in placements:
            self.placements.remove(placement)
            columns = range(placement.start, placement.end)
            self._placed.difference_update((placement.line, column) for column in columns)

    def is_placed(self, line: int, column: int) -> bool:
        """Whether a character has found its place."""
        return (line, column) in self._placed

    def free_lines(self) -> list[Line]:
        """All lines with text of which nothing is placed yet."""
        return [line for line in self.lines if self.is_free(line)]

    def unplaced(self) -> tuple[Unplaced, ...]:
        """Every run of characters that has found no place."""
        return tuple(found for line in self.lines for found in self._unplaced_in(line))

    def _unplaced_in(self, line: Line) -> Iterator[Unplaced]:
        run = ""
        for column, character in enumerate(line.raw):
            if (line.index, column) in self._placed:
                if run.strip():
                    yield Unplaced(line.index + 1, run.strip())
                run = ""
            else:
                run += character
        if run.strip():
            yield Unplaced(line.index + 1, run.strip())

"""The user's own words (我的用词表), in a text file that Notepad can edit as well.

One pair stands on a line: the word that should not be written, a tab, the word that should. Spaces
and arrows are understood in place of the tab. Lines that begin with # are remarks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import read_file, shown_name

LONGEST_WORD = 40
"""Characters of a word; what is longer is a sentence that got into the list by mistake."""

_MOST_BYTES = 1024 * 1024
_MOST_LINES_TOLD = 5
_ARROW = re.compile(r"\s*(?:→|⇒|[-=－＝]+[>＞])\s*")
_SPACE = re.compile(r"\s+")
_REMARK_MARKS = ("#", "＃")


class UserWordsError(UserError):
    """The file of the user's words is no text."""


@dataclass(frozen=True, slots=True)
class WordPair:
    """`wrong` (不应写) should not stand in a report, but `right` (应写作)."""

    wrong: str
    right: str

    @property
    def problem(self) -> str:
        """Why it cannot be searched for, as a Chinese clause; empty when it can."""
        if not self.wrong or not self.right:
            return "“不应写”和“应写作”都要填"
        if not (self.wrong.isprintable() and self.right.isprintable()):
            return "有看不见的字符"
        if self.wrong.startswith(_REMARK_MARKS):
            return "的错词不能以“#”开头"
        if self.wrong == self.right:
            return "“不应写”和“应写作”相同"
        if max(len(self.wrong), len(self.right)) > LONGEST_WORD:
            return f"超过{LONGEST_WORD}个字，这里只放词语"
        return ""


@dataclass(frozen=True, slots=True)
class WordLine:
    """A line of the file as it was written; `pair` is None where it holds none."""

    text: str
    pair: WordPair | None = None

    @property
    def is_unread(self) -> bool:
        """Whether something stands there that was not understood."""
        text = self.text.strip()
        return self.pair is None and bool(text) and not text.startswith(_REMARK_MARKS)


@dataclass(frozen=True, slots=True)
class UserWords:
    """The lines of the file, in their order."""

    lines: tuple[WordLine, ...] = ()

    @property
    def pairs(self) -> tuple[WordPair, ...]:
        """What is searched for."""
        return tuple(line.pair for line in self.lines if line.pair is not None)

    @property
    def unread(self) -> tuple[int, ...]:
        """The numbers, from 1, of the lines that were not understood."""
        return tuple(n for n, line in enumerate(self.lines, start=1) if line.is_unread)

    def with_pairs(self, pairs: Iterable[WordPair]) -> UserWords:
        """These words with `pairs` for theirs.

        Remarks and lines that were not understood stay where they are, and so does a word that
        is still among the `pairs`; new ones follow at the end.
        """
        wanted = {pair.wrong: pair for pair in pairs}
        lines: list[WordLine] = []
        for line in self.lines:
            if line.pair is None:
                lines.append(line)
            elif (pair := wanted.pop(line.pair.wrong, None)) is not None:
                lines.append(line if pair == line.pair else _line_of(pair))
        return UserWords((*lines, *map(_line_of, wanted.values())))


class UserWordFile:
    """The file of the user's words; it need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> UserWords:
        """What the file holds; UserError when there is one that cannot be read as text."""
        # Where the folder itself is closed to us there are no words either.
        if not os.path.lexists(self.path):
            return UserWords()
        text = _decoded(read_file(self.path, _MOST_BYTES), shown_name(self.path))
        return UserWords(tuple(_lines(text)))

    def write(self, words: UserWords) -> None:
        """Make the file hold `words`, or leave it as it was and raise WriteError."""
        with suppress(OSError):
            # What is in the way is told when the file cannot be written.
            self.path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{line.text}\r\n" for line in words.lines)
        # The mark tells older editors on Windows that it is UTF-8.
        write_atomically(self.path, text.encode("utf-8-sig"))

    def complaint(self, words: UserWords) -> str:
        """A Chinese sentence about the lines that were not understood; empty without any."""
        if not words.unread:
            return ""
        numbers = "、".join(map(str, words.unread[:_MOST_LINES_TOLD]))
        more = "等" if len(words.unread) > _MOST_LINES_TOLD else ""
        return (
            f"“{shown_name(self.path)}”第{numbers}{more}行没有读懂，已跳过（没有删除），"
            "请改成每行一个“错词 正词”，中间空一格，同一个错词只列一次。"
        )


def read_pairs(text: str) -> tuple[WordPair, ...]:
    """The pairs in a text of the same kind, such as two columns copied from a worksheet.

    Here also pairs that cannot be searched for: whoever pastes them is to see them.
    """
    found = (_split(line) for line in text.splitlines())
    return tuple(WordPair(*parts) for parts in found if parts is not None)


def _lines(text: str) -> Iterator[WordLine]:
    known: set[str] = set()
    for line in text.splitlines():
        pair = _pair_in(line)
        if pair is not None and pair.wrong in known:
            pair = None
        if pair is not None:
            known.add(pair.wrong)
        yield WordLine(line, pair)


def _pair_in(line: str) -> WordPair | None:
    if line.lstrip().startswith(_REMARK_MARKS):
        return None
    parts = _split(line)
    pair = WordPair(*parts) if parts else None
    return pair if pair is not None and not pair.problem else None


def _split(line: str) -> tuple[str, str] | None:
    """The two words of a line; None when there are not two. One of two columns may be empty."""
    if "\t" in line:
        cells = [cell.strip() for cell in line.split("\t")]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            return (cells[0], "" if cells[0] else filled[0])
        return (filled[0], filled[1]) if len(filled) == 2 else None
    for separator in (_ARROW, _SPACE):
        parts = separator.split(line.strip())
        if len(parts) > 1:
            return (parts[0], parts[1]) if len(parts) == 2 else None
    return None


def _line_of(pair: WordPair) -> WordLine:
    return WordLine(f"{pair.wrong}\t{pair.right}", pair)


def _decoded(data: bytes, name: str) -> str:
    """The text in UTF-8, in UTF-16 with its mark, or in GB 18030, as editors in China write it."""
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserWordsError(
        f"“{name}”不是文本文件，本次没有用其中的词，请用记事本重新保存，或把它移到别处。"
    )

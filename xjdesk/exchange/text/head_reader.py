"""Reading the head of the document: letterhead, number, title, addressee."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.outline import numbering
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.source import Ledger, Line, Role

_LONGEST_HEAD_LINE = 45
_MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class HeadText:
    """The fields of the head, and the index of the first line after it."""

    fields: dict[FieldAddress, str]
    end: int


def read_head(ledger: Ledger) -> HeadText:
    """The head of the document; the lines that were understood are entered in the ledger."""
    lines = _head_lines(ledger.free_lines())
    reader = _HeadReader(ledger)
    reader.read(lines)
    return HeadText(reader.fields, lines[-1].index + 1 if lines else 0)


def _head_lines(free: list[Line]) -> list[Line]:
    """The lines before the narrative: up to the addressee, or to the first running text."""
    for at, line in enumerate(free):
        if _is_addressee(line) and at > 0:
            return free[: at + 1]
        level = numbering(line.text)
        if "。" in line.text or len(line.text) > _LONGEST_HEAD_LINE or (level and level.level < 3):
            return free[:at]
    return free


def _is_addressee(line: Line) -> bool:
    text = line.text
    return text.endswith(("：", ":")) and 2 < len(text) <= _LONGEST_HEAD_LINE and "。" not in text


def _leads_title(line: Line, below: Line) -> bool:
    """Whether a line is part of the title that goes on below: the organ, or a piece of it."""
    if marks.ORGAN.fullmatch(line.text):
        return not marks.ORGAN.fullmatch(below.text)
    is_next = below.index == line.index + 1
    return is_next and marks.TITLE_PIECE.fullmatch(line.text) is not None


class _HeadReader:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.fields: dict[FieldAddress, str] = {}

    def read(self, lines: list[Line]) -> None:
        for line in lines:
            self._read_number_and_signer(line)
        rest = [line for line in lines if self._ledger.is_free(line)]
        if rest and _is_addressee(rest[-1]):
            self._take_without_colon(rest.pop(), fields.ADDRESSEE)
        self._read_title(rest)
        for line in rest:
            if self._ledger.is_free(line):
                self._read_mark_or_repetition(line)

    def _read_number_and_signer(self, line: Line) -> None:
        number = marks.DOCUMENT_NUMBER.match(line.text)
        signer = marks.SIGNER.search(line.raw)
        beside = line.text[number.end() :].strip() if number else line.text
        if signer and (number is None or beside == signer.group()):
            self._ledger.place(line.index, signer.start(), signer.end(), Role.VALUE, fields.SIGNER)
            self.fields.setdefault(fields.SIGNER, signer["value"])
            beside = beside.replace(signer.group(), "")
        if number and not beside.strip():
            repeated = fields.NUMBER in self.fields
            role = Role.REPEATED if repeated else Role.VALUE
            self.fields.setdefault(fields.NUMBER, number.group())
            start = line.raw.index(number.group())
            self._ledger.place(line.index, start, start + len(number.group()), role, fields.NUMBER)

    def _take_without_colon(self, line: Line, address: FieldAddress) -> None:
        value = line.text.rstrip("：:")
        start = line.raw.index(value)
        self._ledger.place_around(line, start, start + len(value), address)
        self.fields[address] = value

    def _read_title(self, lines: list[Line]) -> None:
        """The lines down to one that ends in 报告; the organ's name may be the first of them."""
        end = next((i for i, n in enumerate(lines) if marks.REPORT_TITLE.fullmatch(n.text)), None)
        if end is None:
            return
        start = end
        first = max(0, end - _MOST_TITLE_LINES + 1)
        while start > first and _leads_title(lines[start - 1], lines[start]):
            start -= 1
        title = lines[start : end + 1]
        for line in title:
            self._ledger.place_line(line, Role.VALUE, fields.TITLE)
        self.fields[fields.TITLE] = "\n".join(line.text for line in title)
        self._read_issuer(title[0].text)

    def _read_issuer(self, first_title_line: str) -> None:
        organ = first_title_line.split("关于", maxsplit=1)[0]
        if marks.ORGAN.fullmatch(organ):
            self.fields.setdefault(fields.ISSUER, organ)

    def _read_mark_or_repetition(self, line: Line) -> None:
        known = "".join("".join(value.split()) for value in self.fields.values())
        squeezed = "".join(line.text.split())
        if squeezed in known:
            self._ledger.place_line(line, Role.REPEATED)
        elif squeezed.endswith("文件") and marks.ORGAN.fullmatch(squeezed.removesuffix("文件")):
            value = line.text.removesuffix("文件").strip()
            start = line.raw.index(value)
            self._ledger.place_around(line, start, start + len(value), fields.ISSUER)
            self.fields.setdefault(fields.ISSUER, value)

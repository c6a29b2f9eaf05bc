"""Reading the head of the document: letterhead, number, title, addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.outline import numbering
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.chapter_matching import ChapterHeadings
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.wrapping import Wrapping

_LONGEST_HEAD_LINE = 45
_SHORTEST_RUNNING_LINE = 22
_MOST_BLANK_LINES = 2
_MOST_LINES_ABOVE_TITLE = 15
_MOST_LINES_ABOVE_CHAPTERS = 400
_MOST_TITLE_LINES = 4
_YEAR = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年度?"
_END_OF_ISSUER = re.compile(rf"关于|{_YEAR}|政府信息公开|政务公开")
_TOWN = re.compile(r"[一-鿿]{2,40}(?:镇|乡|街道)")


@dataclass(frozen=True, slots=True)
class HeadText:
    """The fields of the head, and the index of the first line after it."""

    fields: dict[FieldAddress, str]
    end: int


def find_title(lines: Sequence[Line]) -> Line | None:
    """The line, above any chapter, that ends the title of a report.

    Above it a website may list other reports: of all that name a year it is the last.
    """
    found: list[Line] = []
    above: Line | None = None
    for line in lines[:_MOST_LINES_ABOVE_CHAPTERS]:
        level = numbering(line.text)
        if level and level.level == 1:
            break
        if marks.REPORT_TITLE.fullmatch(line.text) or _ends_title(line, above):
            found.append(line)
        above = line
    near = [line for line in lines[:_MOST_LINES_ABOVE_TITLE] if line in found]
    dated = [line for line in found if marks.YEAR.search(line.text) or len(line.text) < 7]
    if near and (not dated or near[0] in dated[-1:]):
        return near[0]
    return dated[-1] if dated else None


def _ends_title(line: Line, above: Line | None) -> bool:
    """Whether a line is the end of a title that names its year on the line above."""
    if above is None or line.index != above.index + 1 or not marks.YEAR.search(above.text):
        return False
    is_piece = marks.TITLE_PIECE.fullmatch(above.text) is not None
    return is_piece and marks.TITLE_END.fullmatch(line.text) is not None


def read_head(ledger: Ledger, headings: ChapterHeadings) -> HeadText:
    """The head of the document; the lines that were understood are entered in the ledger."""
    lines = _head_lines(ledger.free_lines(), headings)
    reader = _HeadReader(ledger)
    reader.read(lines)
    return HeadText(reader.fields, lines[-1].index + 1 if lines else 0)


def _head_lines(free: list[Line], headings: ChapterHeadings) -> list[Line]:
    """The lines before the narrative: up to the addressee, or to the first running text."""
    title = find_title(free)
    first = free.index(title) + 1 if title else 0
    wrapping = Wrapping(free)
    for at, line in enumerate(free):
        if _is_addressee(line):
            return free[: at + 1]
        if at < first:
            continue
        goes_on = at + 1 < len(free) and wrapping.continues(line, free[at + 1])
        if goes_on or _begins_narrative(line) or headings.end(line.text) is not None:
            return free[: _first_of_paragraph(free, first, at)]
    return free


def _first_of_paragraph(free: Sequence[Line], first: int, at: int) -> int:
    """Where the paragraph begins that goes on at `at`: above it may stand the first of its lines.

    A line of running text is longer than what else stands below a title.
    """
    while at > first:
        above = free[at - 1]
        is_running = len(above.text) >= _SHORTEST_RUNNING_LINE and not any(
            mark.match(above.text)
            for mark in (marks.BESIDE_ARTICLE, marks.DOCUMENT_NUMBER, marks.REPORT_TITLE)
        )
        if not is_running or above.index + 1 != free[at].index or numbering(free[at].text):
            break
        at -= 1
    return at


def _begins_narrative(line: Line) -> bool:
    level = numbering(line.text)
    if marks.BESIDE_ARTICLE.match(line.text) and "。" not in line.text:
        return False
    return (
        "。" in line.text
        or line.text.endswith((".", "；", "：", ":"))
        or len(line.text) > _LONGEST_HEAD_LINE
        or (level is not None and level.level < 3)
    )


def _is_addressee(line: Line) -> bool:
    organs = line.text.rstrip("：:").strip()
    return line.text.endswith(("：", ":")) and marks.ADDRESSEES.fullmatch(organs) is not None


def _leads_title(line: Line, below: Line) -> bool:
    """Whether a line is part of the title that goes on below: the organ, or a piece of it."""
    if _issuer_in(below.text):
        return False
    if marks.ORGAN.fullmatch(line.text):
        return not marks.ORGAN.fullmatch(below.text)
    is_next = below.index - line.index <= _MOST_BLANK_LINES + 1
    return is_next and marks.TITLE_PIECE.fullmatch(line.text) is not None


def _issuer_in(title: str) -> str:
    """The organ that a title, or the first line of one, names; empty when it names none."""
    own = re.sub(rf"^\s*{_YEAR}", "", title)
    organ = _END_OF_ISSUER.split(own, maxsplit=1)[0].strip()
    return organ if marks.ORGAN.fullmatch(organ) or _TOWN.fullmatch(organ) else ""


class _HeadReader:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.fields: dict[FieldAddress, str] = {}

    def read(self, lines: list[Line]) -> None:
        for line in lines:
            self._read_number_and_signer(line)
        rest = [line for line in lines if self._ledger.is_free(line)]
        if rest and _is_addressee(rest[-1]):
            self._take(rest.pop(), fields.ADDRESSEE, "：:")
        self._read_title(rest)
        for line in rest:
            if self._ledger.is_free(line):
                self._read_mark_or_repetition(line)

    def _read_number_and_signer(self, line: Line) -> None:
        """The number, the signer, or both where nothing else stands on the line."""
        number = marks.DOCUMENT_NUMBER.match(line.text)
        signer = marks.SIGNER.search(line.text)
        found = [
            (match.group(), value, address)
            for match, value, address in (
                (number, number.group() if number else "", fields.NUMBER),
                (signer, signer["value"] if signer else "", fields.SIGNER),
            )
            if match
        ]
        rest = line.text
        for whole, _, _ in found:
            rest = rest.replace(whole, "", 1)
        if not found or rest.strip():
            return
        for whole, value, address in found:
            self._place_part(line, whole, value, address)

    def _place_part(self, line: Line, whole: str, value: str, address: FieldAddress) -> None:
        role = Role.VALUE
        if address in self.fields:
            role = Role.REPEATED
            if "".join(self.fields[address].split()) != "".join(value.split()):
                return
        start = line.raw.index(whole)
        at = start + whole.index(value)
        for a, b, part in (
            (start, at, Role.CAPTION),
            (at, at + len(value), role),
            (at + len(value), start + len(whole), Role.CAPTION),
        ):
            if a < b:
                self._ledger.place(line.index, a, b, part, address)
        self.fields.setdefault(address, value)

    def _take(self, line: Line, address: FieldAddress, closing: str) -> None:
        value = line.text.rstrip(closing).strip()
        start = line.raw.index(value)
        self._ledger.place_around(line, start, start + len(value), address)
        self.fields[address] = value

    def _read_title(self, lines: list[Line]) -> None:
        """The lines down to one that ends in 报告; the organ's name may be the first of them."""
        last = find_title(lines)
        if last is None:
            return
        end = start = lines.index(last)
        first = max(0, end - _MOST_TITLE_LINES + 1)
        while start > first and _leads_title(lines[start - 1], lines[start]):
            start -= 1
        for line in lines[start:end]:
            self._ledger.place_line(line, Role.VALUE, fields.TITLE)
        match = marks.REPORT_TITLE.fullmatch(last.text) or marks.TITLE_END.fullmatch(last.text)
        assert match is not None
        at = last.raw.index(match["value"])
        self._ledger.place_around(last, at, at + len(match["value"]), fields.TITLE)
        texts = [line.text for line in lines[start:end]] + [match["value"]]
        self.fields[fields.TITLE] = "\n".join(texts)
        self._read_issuer(texts[0])

    def _read_issuer(self, first_title_line: str) -> None:
        organ = _issuer_in(first_title_line)
        if organ:
            self.fields.setdefault(fields.ISSUER, organ)

    def _read_mark_or_repetition(self, line: Line) -> None:
        known = "".join("".join(value.split()) for value in self.fields.values())
        squeezed = "".join(line.text.split())
        if squeezed in known:
            self._ledger.place_line(line, Role.REPEATED)
        elif squeezed.endswith("文件") and marks.ORGAN.fullmatch(squeezed.removesuffix("文件")):
            self._place_part(line, line.text, line.text.removesuffix("文件").strip(), fields.ISSUER)

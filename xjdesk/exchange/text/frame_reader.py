"""Reading the parts of the document that carry a mark of their own, wherever they stand.

Labelled lines (抄送, 附件, 填报单位 …), the imprint, the signature: each is known by its shape.
What has no such shape is the head and the narrative (`head_reader`, `narrative_reader`).
"""

from __future__ import annotations

import re

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress, YearAddress
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.table_reader import TableText

_LONGEST_SIGN_OFF_LINE = 100
_LONGEST_ORGAN = 30
_MOST_COPIES_LINES = 6


class FrameReader:
    """Fills `fields` from marked lines and enters them in the ledger."""

    def __init__(self, ledger: Ledger, table: TableText | None) -> None:
        self._ledger = ledger
        self._table = table
        self.fields: dict[FieldAddress, str] = {}
        self.year: int | None = None

    def read(self) -> None:
        """Read all marked parts."""
        for line in self._ledger.free_lines():
            self._read_sign_off_line(line)
        self._read_imprint()
        self._read_annex()
        self._read_signature()

    def _read_sign_off_line(self, line: Line) -> None:
        if len(line.text) > _LONGEST_SIGN_OFF_LINE or "。" in line.text:
            return
        pattern = "|".join(f"(?P<f{i}>{p})" for i, (p, _) in enumerate(marks.SIGN_OFF_LABELS))
        found = list(re.finditer(rf"(?:{pattern})\s*[:：]", line.raw))
        if not found or line.raw[: found[0].start()].strip():
            return
        ends = [match.start() for match in found[1:]] + [len(line.raw)]
        for match, end in zip(found, ends, strict=True):
            address = marks.SIGN_OFF_LABELS[int((match.lastgroup or "f0")[1:])][1]
            self._ledger.place(line.index, match.start(), match.end(), Role.CAPTION, address)
            value = line.raw[match.end() : end]
            if value.strip():
                start = match.end() + len(value) - len(value.lstrip())
                stop = start + len(value.strip())
                self._ledger.place(line.index, start, stop, Role.VALUE, address)
                self.fields.setdefault(address, value.strip())

    def _read_imprint(self) -> None:
        free = self._ledger.free_lines()
        printed = next(
            (i for i, line in enumerate(free) if marks.PRINTED.fullmatch(line.text)), None
        )
        copies = next(
            (i for i, line in enumerate(free) if marks.COPIES_TO.fullmatch(line.text)), None
        )
        if copies is not None:
            self._read_copies(free[copies : self._end_of_copies(free, copies, printed)])
        if printed is not None:
            self._read_printed(free[printed])

    def _end_of_copies(self, free: list[Line], copies: int, printed: int | None) -> int:
        """Copies-to go on down to the 印发 line, or else as long as no line is left out."""
        if printed is not None and copies < printed <= copies + _MOST_COPIES_LINES:
            return printed
        end = copies + 1
        while end < len(free) and free[end].index == free[end - 1].index + 1:
            end += 1
        return end

    def _read_copies(self, lines: list[Line]) -> None:
        first = marks.COPIES_TO.search(lines[0].raw)
        assert first is not None
        texts = [first["value"].strip()] + [line.text for line in lines[1:]]
        end = first.start("value") + len(texts[0])
        self._ledger.place_around(lines[0], first.start("value"), end, fields.COPIES_TO)
        for line in lines[1:]:
            self._ledger.place_line(line, Role.VALUE, fields.COPIES_TO)
        self.fields[fields.COPIES_TO] = "\n".join(text for text in texts if text)

    def _read_printed(self, line: Line) -> None:
        match = marks.PRINTED.search(line.raw)
        assert match is not None
        for group, address in (("by", fields.PRINTED_BY), ("on", fields.PRINTED_ON)):
            self.fields[address] = match[group].strip()
            self._ledger.place(
                line.index, match.start(group), match.end(group), Role.VALUE, address
            )
        self._ledger.place(
            line.index, match.end("on"), len(line.raw), Role.CAPTION, fields.PRINTED_ON
        )

    def _read_annex(self) -> None:
        free = self._ledger.free_lines()
        for at, line in enumerate(free):
            note = marks.ANNEX_NOTE.fullmatch(line.text)
            if note and fields.ANNEX_NOTE not in self.fields:
                self._read_annex_note(free[at:], note["value"])
            elif marks.ANNEX_MARK.fullmatch(line.text):
                self._ledger.place_line(line, Role.CAPTION, fields.ANNEX_TITLE)
        self._read_annex_head()

    def _read_annex_note(self, lines: list[Line], value: str) -> None:
        start = lines[0].raw.index(value)
        self._ledger.place_around(lines[0], start, start + len(value), fields.ANNEX_NOTE)
        names = [value]
        for line in lines[1:]:
            if not re.match(r"[2-9][.．、]", line.text):
                break
            self._ledger.place_line(line, Role.VALUE, fields.ANNEX_NOTE)
            names.append(line.text)
        self.fields[fields.ANNEX_NOTE] = "\n".join(names)

    def _read_annex_head(self) -> None:
        """The title and the period that stand right above the table."""
        if self._table is None:
            return
        above = [line for line in self._ledger.free_lines() if line.index < self._table.first]
        for line in reversed(above[-3:]):
            period = marks.PERIOD.fullmatch(line.text)
            if period:
                self.year = int(period["year"])
                self._ledger.place_line(line, Role.VALUE, YearAddress())
            elif line.text.endswith("表") and "。" not in line.text:
                self.fields[fields.ANNEX_TITLE] = line.text
                self._ledger.place_line(line, Role.VALUE, fields.ANNEX_TITLE)
                return
            else:
                return

    def _read_signature(self) -> None:
        """The organ and under it the date: the last such pair outside the table."""
        free = self._ledger.free_lines()
        for at in range(len(free) - 1, 0, -1):
            date, organ = free[at], free[at - 1]
            if not marks.DATE_LINE.fullmatch(date.text):
                continue
            self.fields[fields.DATE] = date.text
            self._ledger.place_line(date, Role.VALUE, fields.DATE)
            if len(organ.text) <= _LONGEST_ORGAN and marks.ORGAN.fullmatch(organ.text):
                self.fields[fields.ORGAN] = organ.text
                self._ledger.place_line(organ, Role.VALUE, fields.ORGAN)
            return

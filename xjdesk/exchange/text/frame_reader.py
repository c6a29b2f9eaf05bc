"""Reading the parts of the document that carry a mark of their own, wherever they stand.

Labelled lines (抄送, 附件, 填报单位 …), the imprint, the signature: each is known by its shape and
by where it stands. What has no such shape is head and narrative (`head_reader`,
`narrative_reader`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress, YearAddress
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.sign_off_line import read_sign_off_line
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.table_text import TableText

_LINES_ABOVE_TABLE, _LINES_BELOW_TABLE = 8, 20
_SHORTEST_RUNNING_TEXT = 30
_LONGEST_ORGAN = 30
_MOST_COPIES_LINES = 6


class FrameReader:
    """Fills `fields` from marked lines and enters them in the ledger.

    `closing` are the lines that can end a narrative: signature, annex note and annex mark.
    """

    def __init__(
        self, ledger: Ledger, tables: Sequence[TableText], *, has_sign_off: bool = True
    ) -> None:
        """`tables` are those of the annex; `has_sign_off` tells whether the form has such lines."""
        self._ledger = ledger
        self._tables = tables
        self._has_sign_off = has_sign_off
        self.fields: dict[FieldAddress, str] = {}
        self.year: int | None = None
        self.closing: list[int] = []

    def read(self) -> None:
        """Read all marked parts."""
        last_text = self._last_running_text()
        for line in self._ledger.free_lines():
            is_at_end = line.index > last_text and not re.search("[，；]", line.text)
            if self._has_sign_off and (is_at_end or self._is_near_table(line)):
                self._take_sign_off(line)
        self._read_imprint(last_text)
        self._read_annex()
        self._read_signature()

    def _last_running_text(self) -> int:
        """The index of the last line that can only be narrative; -1 without any."""
        free = self._ledger.free_lines()
        running = [n.index for n in free if "。" in n.text and len(n.text) > _SHORTEST_RUNNING_TEXT]
        return max(running, default=-1)

    def _is_near_table(self, line: Line) -> bool:
        return any(
            t.first - _LINES_ABOVE_TABLE <= line.index <= t.last + _LINES_BELOW_TABLE
            for t in self._tables
        )

    def _take_sign_off(self, line: Line) -> None:
        for found in read_sign_off_line(line):
            place = self._ledger.place
            known = self.fields.get(found.address)
            if found.value and known not in (None, found.value):
                self._ledger.set_aside((line.index,))
                continue
            place(line.index, found.label_start, found.label_end, Role.CAPTION, found.address)
            if found.value:
                role = Role.VALUE if known is None else Role.REPEATED
                end = found.value_start + len(found.value)
                place(line.index, found.value_start, end, role, found.address)
                self.fields[found.address] = found.value
            self._read_year_beside(line)

    def _read_year_beside(self, line: Line) -> None:
        """The year that some forms print at the right of 填报单位."""
        *_, last = marks.GAP.split(line.raw.strip())
        period = marks.PERIOD.fullmatch(last)
        if period and last != line.text:
            self._take_year(line, line.raw.rindex(last), last, period["year"])

    def _take_year(self, line: Line, start: int, text: str, year: str) -> None:
        self.year = marks.year_in(year)
        self._ledger.place(line.index, start, start + len(text), Role.VALUE, YearAddress())

    def _read_imprint(self, last_text: int) -> None:
        free = [line for line in self._ledger.free_lines() if line.index > last_text]
        printed = [line for line in free if marks.PRINTED.fullmatch(line.text)]
        copies = [line for line in free if marks.COPIES_TO.fullmatch(line.text)]
        if copies:
            end = printed[-1].index if printed else None
            self._read_copies(self._copies_lines(free[free.index(copies[0]) :], end))
        if printed:
            self._read_printed(printed[-1])

    def _copies_lines(self, lines: Sequence[Line], printed: int | None) -> list[Line]:
        """Copies-to go on down to the 印发 line, or else as long as no line is left out."""
        before = [line for line in lines if printed is not None and line.index < printed]
        if before and len(before) <= _MOST_COPIES_LINES:
            return before
        taken = [lines[0]]
        for line in lines[1:]:
            if line.index != taken[-1].index + 1:
                break
            taken.append(line)
        return taken

    def _read_copies(self, lines: Sequence[Line]) -> None:
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
            start, end = match.span(group)
            self._ledger.place(line.index, start, end, Role.VALUE, address)
        self._ledger.place(line.index, match.end("on"), len(line.raw), Role.CAPTION)

    def _read_annex(self) -> None:
        free = self._ledger.free_lines()
        has_text = False
        for at, line in enumerate(free):
            note = marks.ANNEX_NOTE.fullmatch(line.text)
            if note and has_text and fields.ANNEX_NOTE not in self.fields:
                self._read_annex_note(free[at:], note["value"])
                self.closing.append(line.index)
            elif marks.ANNEX_MARK.fullmatch(line.text):
                self._ledger.place_line(line, Role.CAPTION, fields.ANNEX_TITLE)
                self.closing.append(line.index)
            has_text = has_text or "。" in line.text
        for table in self._tables:
            self._read_annex_head(table)

    def _read_annex_note(self, lines: Sequence[Line], value: str) -> None:
        start = lines[0].raw.index(value)
        self._ledger.place_around(lines[0], start, start + len(value), fields.ANNEX_NOTE)
        names = [value]
        for line in lines[1:]:
            if not re.match(r"[2-9][.．、]", line.text):
                break
            self._ledger.place_line(line, Role.VALUE, fields.ANNEX_NOTE)
            names.append(line.text)
        self.fields[fields.ANNEX_NOTE] = "\n".join(names)

    def _read_annex_head(self, table: TableText) -> None:
        """The title and the period that stand right above the table."""
        above = [line for line in self._ledger.free_lines() if line.index < table.first]
        for line in reversed(above[-3:]):
            period = marks.PERIOD.fullmatch(line.text)
            title = marks.ANNEX_TITLE.fullmatch(line.text)
            if period:
                self._take_year(line, line.raw.index(line.text), line.text, period["year"])
            elif title and fields.ANNEX_TITLE not in self.fields:
                self.fields[fields.ANNEX_TITLE] = title["value"]
                start = line.raw.index(title["value"])
                end = start + len(title["value"])
                self._ledger.place_around(line, start, end, fields.ANNEX_TITLE)
                self.closing.append(line.index)
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
            self.closing.append(date.index)
            name = re.sub(r"[（(]\s*(?:盖章|公章|印章)\s*[）)]$", "", organ.text).strip()
            if len(name) <= _LONGEST_ORGAN and re.fullmatch(r"[一-鿿（）()\s]+", name):
                start = organ.raw.index(name)
                self._ledger.place_around(organ, start, start + len(name), fields.ORGAN)
                self.fields[fields.ORGAN] = name
                self.closing.append(organ.index)
            return

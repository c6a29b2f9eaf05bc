"""The account of an import: what was read, what was not, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.row_name import row_name
from xjdesk.core.table import Table
from xjdesk.exchange.text.source import Unplaced
from xjdesk.exchange.text.table_text import Doubt, Misfit, TableText

_ALIKE_ENOUGH = 0.8
_MOST_LISTED = 30
_LONGEST_QUOTE = 40
_QUOTED_OUTSIDE = 3


class Certainty(StrEnum):
    """How sure it is that the report is what its source says."""

    CERTAIN = "确定"
    FAIR = "基本确定"
    CHECK = "请核对"


@dataclass(frozen=True, slots=True)
class ChapterAccount:
    """A chapter: what it is called, and what was read into it."""

    name: str
    paragraphs: int
    has_table: bool = False


@dataclass(frozen=True, slots=True)
class TableAccount:
    """A table: how many of its cells took a number, took a text, or are blank.

    `doubts` are rows whose labels are others than the form's, `misfits` rows whose values were
    left out. `missing` are the names of rows that the source does not have, `filled_up` of those
    that end in blanks which may not be cells. `is_found` tells whether the source has the table.
    """

    table: Table
    is_found: bool
    numbers: int
    texts: int
    blanks: int
    doubts: tuple[Doubt, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    missing: tuple[str, ...] = ()
    filled_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportAccount:
    """All there is to say about an import.

    `remarks` are Chinese sentences about what was inferred or is missing, `unplaced` the pieces
    for which the report has no place, `left_out` what a website has around the report. Lines
    are counted where the source is a text, not where it `is_page`.
    """

    form: str
    year: int
    certainty: Certainty
    chapters: tuple[ChapterAccount, ...]
    tables: tuple[TableAccount, ...]
    remarks: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    left_out: tuple[str, ...]
    is_page: bool

    def sentences(self) -> tuple[str, ...]:
        """The account as short Chinese sentences."""
        return (*self._summary(), *self.remarks, *self.doubtful(), *self.unread())

    def doubtful(self) -> tuple[str, ...]:
        """What is to be looked at, table by table."""
        found: list[str] = []
        for table in self.tables:
            found += [self._doubt(table.table, doubt) for doubt in table.doubts]
            found += [self._misfit(table.table, misfit) for misfit in table.misfits]
            if table.filled_up:
                names = "".join(f"“{name}”" for name in table.filled_up)
                found.append(
                    f"“{table.table.tab}”有的行末尾是空白，按空白格读入，请核对：{names}。"
                )
        return tuple(found)

    def unread(self) -> tuple[str, ...]:
        """What was not taken, the pieces of the source first."""
        lines = [
            (line, " ".join(piece.text for piece in pieces))
            for line, pieces in groupby(self.unplaced, key=lambda piece: piece.line)
        ]
        found = [
            f"{self._where(line)}没有找到位置，请手工处理：{text}"
            for line, text in lines[:_MOST_LISTED]
        ]
        if len(lines) > _MOST_LISTED:
            rest = len(lines) - _MOST_LISTED
            found.append(f"另有{rest}行没有找到位置，请对照原文手工处理。")
        if self.left_out:
            quoted = "".join(f"“{_cut(line)}”" for line in self.left_out[:_QUOTED_OUTSIDE])
            found.append(f"报告以外的{len(self.left_out)}行网站文字没有读入，如{quoted}。")
        return tuple(found)

    def _summary(self) -> Iterator[str]:
        count = sum(chapter.paragraphs for chapter in self.chapters)
        chapters = sum(c.paragraphs > 0 or c.has_table for c in self.chapters)
        tables = "".join(
            f"，“{t.table.tab}”{t.numbers}格有数" + (f"、{t.texts}格是文字" if t.texts else "")
            for t in self.tables
            if t.is_found
        )
        yield f"按“{self.form}”读入{self.year}年度报告：{chapters}部分{count}段文字{tables}。"
        yield f"把握程度：{self.certainty}。"

    def _doubt(self, table: Table, doubt: Doubt) -> str:
        name, share = row_name(table, doubt.row), round(doubt.likeness * 100)
        where = self._where(doubt.line)
        return f"{where}“{_cut(doubt.label)}”按“{name}”一行读入（相似{share}%），请核对。"

    def _misfit(self, table: Table, misfit: Misfit) -> str:
        name, values = row_name(table, misfit.row), " ".join(misfit.values)
        return (
            f"{self._where(misfit.line)}“{name}”一行有{len(misfit.values)}个数，"
            f"与{misfit.columns}列对不上，没有放入，请手工填写：{_cut(values)}"
        )

    def _where(self, line: int) -> str:
        return "网页中" if self.is_page else f"第{line}行"


def make_account(
    form: Form,
    report: Report,
    tables: Sequence[TableText],
    remarks: Sequence[str],
    unplaced: tuple[Unplaced, ...],
    *,
    left_out: tuple[str, ...],
    is_page: bool,
    is_sure: bool,
) -> ImportAccount:
    """The account of what was read; `is_sure` tells whether year and form were."""
    accounts = tuple(
        _table_account(report, table, next((t for t in tables if t.table.id == table.id), None))
        for table in form.tables
    )
    with_table = {table.table.chapter for table in tables}
    chapters = tuple(
        ChapterAccount(_chapter_name(form, c.id, c.heading), len(c.paragraphs), c.id in with_table)
        for c in report.chapters
    )
    certainty = _certainty(accounts, tables, unplaced, is_sure=is_sure)
    return ImportAccount(
        form.name,
        report.year,
        certainty,
        chapters,
        accounts,
        tuple(remarks),
        unplaced,
        left_out,
        is_page,
    )


def _table_account(report: Report, table: Table, found: TableText | None) -> TableAccount:
    if found is None:
        return TableAccount(table, is_found=False, numbers=0, texts=0, blanks=0)
    entries = [report.value(address) for address in table.addresses()]
    texts = sum(isinstance(entry, str) for entry in entries)
    cells = sum(len(table.columns_of(row.id)) for row in table.rows if row.is_indicator)
    filled = sum(
        report.value(address) is not None
        for row in table.rows
        if row.is_indicator
        for address in table.cells_in(row.id)
    )
    missing = tuple(str(row_name(table, row)) for row in found.missing)
    filled_up = tuple(str(row_name(table, row)) for row in found.filled_up)
    return TableAccount(
        table,
        is_found=True,
        numbers=sum(entry is not None for entry in entries) - texts,
        texts=texts,
        blanks=cells - filled,
        doubts=found.doubts,
        misfits=found.misfits,
        missing=missing,
        filled_up=filled_up,
    )


def _chapter_name(form: Form, chapter_id: str, heading: str) -> str:
    definition = form.chapter(chapter_id)
    return heading or (definition.tab if definition else "")


def _certainty(
    accounts: Sequence[TableAccount],
    tables: Sequence[TableText],
    unplaced: Sequence[Unplaced],
    *,
    is_sure: bool,
) -> Certainty:
    doubts = [doubt for account in accounts for doubt in account.doubts]
    inside = any(t.first < piece.line <= t.last + 1 for t in tables for piece in unplaced)
    is_open = (
        not is_sure
        or inside
        or any(account.misfits or account.missing for account in accounts)
        or not all(account.is_found for account in accounts)
        or any(doubt.likeness < _ALIKE_ENOUGH for doubt in doubts)
    )
    if is_open:
        return Certainty.CHECK
    is_fair = doubts or unplaced or any(account.filled_up for account in accounts)
    return Certainty.FAIR if is_fair else Certainty.CERTAIN


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"

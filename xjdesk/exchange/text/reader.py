"""Reading a whole report from plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress, HeadingAddress
from xjdesk.core.form import ChapterKind, Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.row_name import row_name
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.account import ImportAccount, make_account
from xjdesk.exchange.text.blank_table import place_blank_table
from xjdesk.exchange.text.chapter_matching import ChapterHeadings
from xjdesk.exchange.text.form_choice import FormChoice, choose_form
from xjdesk.exchange.text.frame_reader import FrameReader
from xjdesk.exchange.text.grid_reader import read_grid
from xjdesk.exchange.text.head_reader import find_title, read_head
from xjdesk.exchange.text.narrative_reader import Narrative, read_narrative
from xjdesk.exchange.text.opening import open_source
from xjdesk.exchange.text.recheck import return_what_was_lost
from xjdesk.exchange.text.source import (
    ImportFailedError,
    Ledger,
    Line,
    Placement,
    Role,
    SourceText,
    Unplaced,
)
from xjdesk.exchange.text.table_reader import read_table
from xjdesk.exchange.text.table_text import TableText
from xjdesk.storage.form_library import FormLibrary

_FEWEST_SITE_LINES = 6


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """A report read from text, and the account of how it was read.

    `placements` say where every piece of the source went.
    """

    report: Report
    placements: tuple[Placement, ...]
    account: ImportAccount

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """What found no place."""
        return self.account.unplaced

    @property
    def remarks(self) -> tuple[str, ...]:
        """Chinese sentences about what was inferred or is missing."""
        return self.account.remarks


def read_report(
    data: bytes, name: str, forms: FormLibrary, form_id: str | None = None
) -> ImportedReport:
    """The report that a text file or a web page holds.

    The form is the one of `form_id`, else the one whose tables the text has, else the one for the
    year the report speaks of. Raises ImportFailedError when the file is no such report,
    UnknownFormError for an unknown form.
    """
    source = open_source(data, name, map(forms.form, forms.ids()))
    guess = _guess_year(Ledger(source.text).free_lines())
    if guess is None:
        raise ImportFailedError(f"在“{name}”中没有找到报告年度，请确认这是一份年度报告。")
    if form_id:
        form = forms.form(form_id)
        return _read(source, name, FormChoice(form, forms.proposed_for(guess.year)), guess)
    choice = choose_form(source.text, guess.year, forms)
    imported = _read(source, name, choice, guess)
    if imported.report.year != guess.year:
        # The table names another year than the title: it is the table the form has to fit.
        again = choose_form(source.text, imported.report.year, forms)
        if again != choice:
            return _read(source, name, again, guess)
    return imported


@dataclass(frozen=True, slots=True)
class _YearGuess:
    """The year a report seems to be about, and whether its title says so."""

    year: int
    is_certain: bool


def _guess_year(lines: Sequence[Line]) -> _YearGuess | None:
    title = _title_lines(lines)
    for line, is_certain in (*((n, True) for n in title), *((line, False) for line in lines)):
        found = marks.YEAR.search(line.text) if is_certain else None
        found = found or marks.YEAR_OF_REPORT.search(line.text)
        if found:
            return _YearGuess(marks.year_in(found["year"]), is_certain)
    years = [marks.year_in(f["year"]) for line in lines for f in marks.YEAR.finditer(line.text)]
    return _YearGuess(Counter(years).most_common(1)[0][0], False) if years else None


def _title_lines(lines: Sequence[Line]) -> list[Line]:
    """The last line of the title, and the line above where that is a part of it."""
    title = find_title(lines)
    if title is None:
        return []
    above = [line for line in lines if line.index < title.index][-1:]
    return [title, *(line for line in above if marks.TITLE_PIECE.fullmatch(line.text))]


def _read(source: SourceText, name: str, choice: FormChoice, guess: _YearGuess) -> ImportedReport:
    form = choice.form
    ledger = Ledger(source.text)
    for line in ledger.lines:
        if marks.PAGE_NUMBER.fullmatch(line.text):
            ledger.place_line(line, Role.CAPTION)
    tables = list(_tables(form, ledger, source))
    for line in ledger.free_lines():
        if not line.text.strip("|｜ 　"):
            ledger.place_line(line, Role.CAPTION)
    frame = FrameReader(
        ledger,
        [table for table in tables if not table.table.chapter],
        has_sign_off=any(not table.chapter for table in form.tables),
    )
    frame.read()
    head = read_head(ledger, ChapterHeadings(form))
    year = frame.year or guess.year
    narrative = read_narrative(form, year, ledger, head.end, frame.closing, tables)
    if not tables and not any(c.paragraphs and c.heading for c in narrative.chapters):
        raise ImportFailedError(
            f"在“{name}”中没有认出年度报告的章节和统计表，请检查是否选错了文件。"
        )
    values: dict[CellAddress, Entry] = {}
    for table in tables:
        values |= table.values
    document = _completed(head.fields | frame.fields)
    report = Report(form.id, year, document, narrative.chapters, values)
    return_what_was_lost(form, report, ledger)
    headed = {p.address.chapter for p in ledger.placements if isinstance(p.address, HeadingAddress)}
    remarks = _remarks(choice, report, tables, narrative, headed)
    is_sure = frame.year is not None or guess.is_certain
    if not is_sure:
        remarks = (f"报告年度按正文推定为{year}年，请核对。", *remarks)
    unplaced, outside = _without_site(ledger.unplaced(), ledger.placements)
    account = make_account(
        form,
        report,
        tables,
        remarks,
        unplaced,
        left_out=(*source.left_out, *outside),
        is_page=source.is_page,
        is_sure=is_sure and form.covers(year),
    )
    return ImportedReport(report, tuple(ledger.placements), account)


def _without_site(
    unplaced: tuple[Unplaced, ...], placements: Sequence[Placement]
) -> tuple[tuple[Unplaced, ...], tuple[str, ...]]:
    """The pieces without those, where they are many, that a website has around its articles.

    They stand above all that was placed, and below it from what looks like such a piece on.
    """
    lines = [placement.line + 1 for placement in placements if placement.role is Role.VALUE]
    first, last = min(lines, default=0), max(lines, default=0)
    below = (n.line for n in unplaced if n.line > last and marks.BELOW_ARTICLE.search(n.text))
    end = min(below, default=None)
    outside = [piece for piece in unplaced if piece.line < first or (end and piece.line >= end)]
    if len(outside) < _FEWEST_SITE_LINES:
        return unplaced, ()
    inside = tuple(piece for piece in unplaced if piece not in outside)
    return inside, tuple(piece.text for piece in outside)


def _tables(form: Form, ledger: Ledger, source: SourceText) -> Iterator[TableText]:
    for table in form.tables:
        if len(table.columns) == 1:
            found = read_table(form, table, ledger)
        else:
            found = read_grid(form, table, ledger, source.boxes)
        if found is not None:
            yield found
        else:
            place_blank_table(form, table, ledger)


def _completed(document: dict[FieldAddress, str]) -> dict[FieldAddress, str]:
    """With the issuer from the signature where the head has none, and the direction inferred.

    A 报告 to an addressee is an upward document (《党政机关公文处理工作条例》第八条(十)).
    """
    completed = dict(document)
    if fields.ORGAN in completed:
        completed.setdefault(fields.ISSUER, completed[fields.ORGAN])
    if fields.ADDRESSEE in completed and "报告" in completed.get(fields.TITLE, ""):
        completed.setdefault(fields.DIRECTION, fields.UPWARD)
    return completed


def _remarks(
    choice: FormChoice,
    report: Report,
    tables: Sequence[TableText],
    narrative: Narrative,
    headed: Collection[str],
) -> tuple[str, ...]:
    form = choice.form
    remarks: list[str] = []
    read_tables = {table.table.chapter for table in tables}
    if fields.DIRECTION in report.fields:
        remarks.append("按“有主送机关的报告”推定为上行文，如不是请在“公文信息”中更改。")
    if not form.covers(report.year) and choice.in_force.covers(report.year):
        remarks.append(
            f"{report.year}年度应使用“{choice.in_force.name}”，原文的章节和表格是“{form.name}”的，"
            "已照原文读入，请核对。"
        )
    elif not form.covers(report.year):
        remarks.append(f"没有{report.year}年度的报表格式，暂按“{form.name}”读入，请核对。")
    if narrative.joined:
        remarks.append("原文按行宽换行，已连成整段，请核对各段的起止。")
    remarks += [
        f"章节“{chapter.heading}”不在报表格式之内，已作为另加的章节保留。"
        for chapter in report.chapters
        if form.chapter(chapter.id) is None
    ]
    remarks += [
        f"原文没有“{definition.tab}”一章，该章是空的。"
        for definition in form.chapters
        if definition.required
        and definition.id not in read_tables
        and (definition.kind is ChapterKind.TEXT or definition.id not in headed)
        and not report.chapter(definition.id).paragraphs
    ]
    remarks += _missing_tables(form, tables)
    return (*remarks, *_missing_rows(tables))


def _missing_tables(form: Form, tables: Sequence[TableText]) -> Iterator[str]:
    known = {table.table.id for table in tables}
    if not tables:
        yield "没有找到统计表，统计表是空的。"
        return
    for table in form.tables:
        if table.id not in known:
            yield f"没有找到“{table.tab}”，该表是空的。"


def _missing_rows(tables: Sequence[TableText]) -> Iterator[str]:
    for table in tables:
        names = [str(row_name(table.table, row)) for row in table.missing]
        if len(table.table.columns) == 1:
            yield from (f"统计表中没有找到“{name}”一行，该格是空的。" for name in names)
        elif names:
            listed = "、".join(f"“{name}”" for name in names)
            yield f"“{table.table.tab}”中没有找到{len(names)}行，是空的：{listed}。"

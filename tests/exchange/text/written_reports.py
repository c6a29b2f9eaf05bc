"""Reports written out as they are met: web pages, what a browser copies, one cell on a line.

What a table holds is given as the text of its cells, so that faults can be planted; a cell that is
not given is blank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress
from xjdesk.core.form import ChapterKind, Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Report
from xjdesk.core.table import LabelPlace, Table
from xjdesk.core.table_layout import CellRole, LayoutCell, LayoutRow, layout_of

Texts = Mapping[CellAddress, str]
Labels = Mapping[str, str]


@dataclass(frozen=True)
class Written:
    """A report and what is printed in its cells; `labels` are misprints by what they stand for."""

    form: Form
    report: Report
    texts: Texts
    labels: Labels

    def label(self, text: str) -> str:
        """The label as this report prints it."""
        return self.labels.get(text, text)


def written(form: Form, report: Report) -> Written:
    """The report without any fault."""
    texts = {address: show_entry(entry) for address, entry in report.values.items()}
    return Written(form, report, texts, {})


def with_texts(source: Written, texts: Texts) -> Written:
    """The same with other texts in some cells; the empty text makes a cell blank."""
    return replace(source, texts={**source.texts, **texts})


def _rows(source: Written, table: Table) -> Iterator[LayoutRow]:
    filled = [address for address, text in source.texts.items() if text]
    layout = layout_of(table, filled)
    yield from (*layout.header, *layout.body)


def _text(source: Written, cell: LayoutCell) -> str:
    if cell.role is CellRole.VALUE:
        assert cell.address is not None
        return source.texts.get(cell.address, "")
    return source.label(cell.text)


def html_table(source: Written, table: Table, *, spans: bool = True) -> str:
    """The table as a page has it, with or without the spans of its cells."""
    rows: list[str] = []
    for row in _rows(source, table):
        cells: list[str] = []
        for cell in row.cells:
            reach = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"' if spans else ""
            cells.append(f"<td{reach}><p><span>{escape(_text(source, cell))}</span></p></td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1><tbody>{''.join(rows)}</tbody></table>"


def tab_table(source: Written, table: Table) -> str:
    """The table as a browser copies it: a row on a line, tabs between its cells."""
    return "\n".join(
        "\t".join(_text(source, cell) for cell in row.cells) for row in _rows(source, table)
    )


def barred_table(source: Written, table: Table) -> str:
    """The table with bars, rows filled up to one length, as some readers of pages write it."""
    rows = list(_rows(source, table))
    width = max(len(row.cells) for row in rows)
    lines: list[str] = []
    for row in rows:
        texts = [_text(source, cell) for cell in row.cells]
        lines.append(" | ".join(texts) + " |" + "|" * (width - len(texts)))
    return "\n".join(lines)


def bar_lines_table(source: Written, table: Table) -> str:
    """Every cell on a line, and a line of one bar between two."""
    texts = [_text(source, cell) for row in _rows(source, table) for cell in row.cells]
    return "\n|\n".join(texts).replace("\n\n", "\n") + "\n|"


def bar_cells_table(source: Written, table: Table) -> str:
    """A bar before every row and behind every cell, each cell on a line of its own."""
    rows = (
        "| " + "".join(f"\n {_text(source, cell)}  | " for cell in row.cells)
        for row in _rows(source, table)
    )
    return "\n".join(rows)


def markdown_table(source: Written, table: Table) -> str:
    """The table in Markdown."""
    lines = [
        "| " + " | ".join(_text(source, cell) for cell in row.cells) + " |"
        for row in _rows(source, table)
    ]
    lines.insert(1, "|" + "---|" * lines[0].count("|"))
    return "\n".join(lines)


def line_table(source: Written, table: Table) -> str:
    """Every cell that is not blank on a line of its own."""
    return "\n".join(_text(source, cell) for row in _rows(source, table) for cell in row.cells)


def spaced_table(source: Written, table: Table) -> str:
    """Rows on lines, with blanks between the cells."""
    return "\n".join(
        "   ".join(_text(source, cell) for cell in row.cells) for row in _rows(source, table)
    )


def bars_behind_table(source: Written, table: Table) -> str:
    """A bar behind every cell, each on a line of its own; rows filled up with bars."""
    rows = list(_rows(source, table))
    width = max(len(row.cells) for row in rows)
    lines: list[str] = []
    for row in rows:
        lines += [f"{_text(source, cell)} |" for cell in row.cells]
        if len(row.cells) < width:
            lines.append("|" * (width - len(row.cells)))
    return "\n".join(lines)


def tab_lines_table(source: Written, table: Table) -> str:
    """Every cell on a line, and between two of a row a line of one tab, as some browsers copy."""
    return "\n".join(
        "\n\t\n".join(_text(source, cell) for cell in row.cells) for row in _rows(source, table)
    )


def tabs_before_table(source: Written, table: Table) -> str:
    """Every cell on a line behind a tab, as word processors save tables as text."""
    rows = _rows(source, table)
    return "\n".join("\t" + _text(source, cell) for row in rows for cell in row.cells)


def grouped_table(source: Written, table: Table) -> str:
    """A table without labels broken into one for each group of columns; others in Markdown."""
    if table.labels is not LabelPlace.NOWHERE:
        return markdown_table(source, table)
    parts: list[str] = []
    for groups, columns in groupby(table.columns, key=lambda column: column.groups):
        found = list(columns)
        row = table.rows[0].id
        cells = [CellAddress(table.id, row, column.id) for column in found]
        texts = [source.texts.get(cell, "") for cell in cells]
        captions = " | ".join(column.label for column in found)
        parts.append(f"### {'（'.join(groups)}{'）' * (len(groups) - 1)}\n| {captions} |")
        parts += ["|" + "---|" * len(found), "| " + " | ".join(texts) + " |", ""]
    return "\n".join(parts)


PLAIN: Mapping[str, Callable[[Written, Table], str]] = {
    "tabs": tab_table,
    "bars": barred_table,
    "bar lines": bar_lines_table,
    "bar cells": bar_cells_table,
    "markdown": markdown_table,
    "bars behind cells": bars_behind_table,
    "lines of tabs": tab_lines_table,
    "tabs before cells": tabs_before_table,
    "groups of columns": grouped_table,
    "a cell on a line": line_table,
    "blanks": spaced_table,
}
"""The ways in which a table stands in plain text."""

KEEPING_BLANKS = ("tabs", "bars", "bar lines", "markdown", "tabs before cells")
"""Those in which a blank cell keeps its place."""


def plain_text(source: Written, way: str) -> str:
    """The whole report as plain text."""
    report, lines = source.report, list[str]()
    lines.append(report.field(fields.TITLE))
    for chapter in report.chapters:
        lines += [chapter.heading] if chapter.heading else []
        lines += [paragraph.text for paragraph in chapter.paragraphs]
        for table in source.form.tables:
            if table.chapter == chapter.id:
                lines.append(PLAIN[way](source, table))
    lines += [report.field(fields.ORGAN), report.field(fields.DATE)]
    return "\n".join(lines) + "\n"


def article(source: Written, *, spans: bool = True) -> str:
    """The report as the markup of an article, its title apart."""
    report, parts = source.report, list[str]()
    for chapter in report.chapters:
        texts = [chapter.heading] if chapter.heading else []
        texts += [paragraph.text for paragraph in chapter.paragraphs]
        parts += [f"<p style='text-indent:2em'>&nbsp;&nbsp;{escape(text)}</p>" for text in texts]
        definition = source.form.chapter(chapter.id)
        if definition is not None and definition.kind is ChapterKind.TABLES:
            parts += [
                html_table(source, table, spans=spans)
                for table in source.form.tables
                if table.chapter == chapter.id
            ]
    for address in (fields.ORGAN, fields.DATE):
        parts.append(f"<p align=right>{escape(report.field(address))}</p>")
    return "\n".join(parts)


def plain_page(source: Written, *, spans: bool = True) -> str:
    """A page of nothing but the report."""
    title = escape(source.report.field(fields.TITLE))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><h1>{title}</h1>{article(source, spans=spans)}</body></html>"
    )


def site_page(source: Written, charset: str = "gb2312") -> str:
    """A page of a government's website: laid out with tables, with menus and scripts."""
    title = escape(source.report.field(fields.TITLE))
    menu = "".join(f"<li><a href=#>{word}</a></li>" for word in _MENU)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}-某某政府网</title><style>td{{border:1px}}</style>
<script>var a = "一、总体情况<td>3</td>";</script></head><body>
<table width=1000 align=center><tr><td colspan=3><ul>{menu}</ul></td></tr>
<tr><td>当前位置：<a>首页</a> &gt; <a>政府信息公开年报</a></td></tr></table>
<table width=1000><tr><td width=200><ul><li>2019年政府信息公开工作年度报告</li></ul></td><td>
<table><tr><td>索 引 号</td><td>01431/2024-0002</td><td>发布机构</td><td>某某办公室</td></tr>
<tr><td>发布日期</td><td>2024-01-17</td><td>文号</td><td>&nbsp;</td></tr></table>
<h1>{title}</h1><div>发布日期：2024-01-17 浏览次数：<span id=n></span> 字号：大 中 小</div>
<div style="display:none">一、总体情况（隐藏）</div>
<div id=zoom class="article">{article(source)}</div>
<div class=share>分享到：微信 微博</div><div>【打印本页】 【关闭窗口】</div>
</td></tr></table>
<div class=footer>主办：某某人民政府办公室　网站标识码：3200000001<br>苏ICP备00000001号</div>
</body></html>"""


_MENU = ("首页", "政府信息公开", "政府信息公开指南", "政府信息公开年报", "依申请公开", "政民互动")

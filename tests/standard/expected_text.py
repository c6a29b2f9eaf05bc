"""Every character that a report's pages must bear, and how often."""

from __future__ import annotations

from collections import Counter

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Report
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet


def printed_text(pages: PageSet) -> Counter[str]:
    """The characters on the pages, blanks aside."""
    return Counter("".join("".join(page.text.split()) for page in pages.pages))


def expected_text(report: Report, form: Form, options: PageOptions, pages: PageSet) -> Counter[str]:
    """What `printed_text` must be; table heads and page numbers as often as there are pages."""
    parts = [*_head(report, options), *_text(report), *_back(report, form)]
    if options.letterhead is not Letterhead.NONE:
        parts += _imprint(report)
    table = form.tables[0]
    head = "".join(table.captions)
    with_table = sum("".join(head.split()) in "".join(p.text.split()) for p in pages.pages)
    parts += [head] * with_table
    parts += [f"—{number}—" for number in numbered_pages(pages)]
    return Counter("".join("".join(part.split()) for part in parts))


def numbered_pages(pages: PageSet) -> range:
    """Every page; but neither a blank page before the 版记 nor that of the 版记."""
    count = len(pages.pages)
    is_blank = count > 1 and not pages.pages[-2].text.strip()
    return range(1, count - 1 if is_blank else count + 1)


def _head(report: Report, options: PageOptions) -> list[str]:
    parts: list[str] = []
    if options.letterhead is Letterhead.FULL:
        parts += [report.field(fields.ISSUER), "文件"]
    if options.letterhead is not Letterhead.NONE:
        parts.append(report.field(fields.NUMBER))
        if report.field(fields.DIRECTION) == fields.UPWARD:
            parts += ["签发人：", report.field(fields.SIGNER)]
    return parts


def _text(report: Report) -> list[str]:
    parts = [report.field(fields.TITLE), report.field(fields.ADDRESSEE), "："]
    for chapter in report.chapters:
        parts += [chapter.heading, *(paragraph.text for paragraph in chapter.paragraphs)]
    names = report.field(fields.ANNEX_NOTE).split()
    numbers = range(1, len(names) + 1) if len(names) > 1 else ()
    parts += [*names, *(f"{number}." for number in numbers), "附件：" if names else ""]
    return [*parts, report.field(fields.ORGAN), report.field(fields.DATE)]


def _back(report: Report, form: Form) -> list[str]:
    table = form.tables[0]
    several = len(report.field(fields.ANNEX_NOTE).split()) > 1
    parts = ["附件1" if several else "附件", report.field(fields.ANNEX_TITLE)]
    parts += [table.period.format(year=report.year)]
    parts += [row.label + row.unit for row in table.rows]
    parts += [show_entry(value) for value in report.values.values()]
    labels = {
        fields.FILLING_UNIT: "填报单位（盖章）：",
        fields.HEAD: "单位负责人：",
        fields.REVIEWER: "审核人：",
        fields.PREPARER: "填报人：",
        fields.PHONE: "联系电话：",
        fields.FILLED_ON: "填报日期：",
    }
    return [*parts, *(label + report.field(address) for address, label in labels.items())]


def _imprint(report: Report) -> list[str]:
    copies, printed_by = report.field(fields.COPIES_TO), report.field(fields.PRINTED_BY)
    parts = ["抄送：", copies, "。"] if copies else []
    return parts + ([printed_by, report.field(fields.PRINTED_ON), "印发"] if printed_by else [])

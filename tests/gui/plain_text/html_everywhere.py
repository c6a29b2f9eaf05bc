"""A project in which every text looks like HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import GROUPS, SIGNER
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.outline import numbering
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.project import Project, new_document_id

RECEIVED = CellAddress("statistics", "received", "count")
FIGURED = ParagraphAddress("requests", 0)
FILE_NAME = "&lt;b&gt;年报.xjd"
"""Also Windows has files of that name, and Qt takes it for HTML."""
_FORM_ID = "elsewhere"
_WORD = re.compile(
    r"\b(?:name|basis|tab|heading|guidance|title|period|label|label_caption|unit|unit_caption"
    r'|message) = "([^"]*)'
)
_REMEDY = re.compile(r'(?<=[\[ ])"(?=[^"]*。")')


def html_everywhere(html: str, report: Report, form_source: str) -> Project:
    """The project with `html` in front of every text, those of its form included.

    The program knows no such form; it has to take the one that the project brings along.
    """
    told = replace(_report(html, report), form_id=_FORM_ID)
    change = Change(SIGNER, f"{html}甲", told.field(SIGNER))
    log = (LoggedChange(datetime(2017, 1, 18, tzinfo=UTC), f"{html}张三", change),)
    originals = {"<b>原件<img src=a>.txt": html.encode()}
    return Project(told, _form(html, form_source), new_document_id(), originals, log)


def _form(html: str, source: str) -> str:
    named = re.sub(r'^id = ".*"$', f'id = "{_FORM_ID}"', source, count=1, flags=re.MULTILINE)
    worded = _WORD.sub(lambda found: _behind_numbering(html, found), named)
    lines = (
        _REMEDY.sub(f'"{html}', line) if line.lstrip().startswith(("remedies", '"')) else line
        for line in worded.splitlines()
    )
    return "\n".join(lines)


def _behind_numbering(html: str, found: re.Match[str]) -> str:
    """What was found with `html` in its words: rows are named by their numbers."""
    led = numbering(found[1])
    at = found.start(1) - found.start() + (len(led.text) if led else 0)
    return f"{found[0][:at]}{html}{found[0][at:]}"


def _report(html: str, report: Report) -> Report:
    fields = (field for group in GROUPS for field in group.fields)
    return replace(
        report,
        fields={field.address: f"{html}{report.field(field.address)}" for field in fields},
        chapters=tuple(_chapter(html, chapter) for chapter in report.chapters),
        values={**report.values, CellAddress("statistics", "closed", "count"): f"{html}9"},
    )


def _chapter(html: str, chapter: Chapter) -> Chapter:
    texts = [Paragraph(f"{html}{paragraph.text}") for paragraph in chapter.paragraphs]
    if chapter.id == FIGURED.chapter:
        texts.insert(FIGURED.paragraph, _figured(html))
    # With a picture in it, it would be too long for the heading of a section.
    texts.append(Paragraph("（一）<b>小标题</b>。"))
    return Chapter(chapter.id, f"{html}{chapter.heading}", tuple(texts))


def _figured(html: str) -> Paragraph:
    before = f"{html}收到申请"
    source = FigureSource(FigureKind.VALUE, (RECEIVED,))
    return placed(Paragraph(f"{before}200件。"), len(before), len(before) + 3, source, "200")

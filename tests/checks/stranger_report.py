"""A report with a chapter that its form does not know."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report

STRANGER = HeadingAddress("added")


def report_with_stranger(form: Form, *paragraphs: Paragraph | str) -> Report:
    """An empty report with that chapter behind the others, and `paragraphs` in `overview`."""
    report = empty_report(form, 2016)
    report = replace(report, chapters=(*report.chapters, Chapter(STRANGER.chapter, "五、其他", ())))
    text = tuple(p if isinstance(p, Paragraph) else Paragraph(p) for p in paragraphs)
    return apply(report, Change(ParagraphAddress("overview", 0), (), text))

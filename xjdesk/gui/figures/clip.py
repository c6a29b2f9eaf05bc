"""Copied text with the figures in it; other programs see the plain text alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData

from xjdesk.core.figure_text import figure_text
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.storage.records.report_records import RecordError, decode_report, encode_report

_FORMAT = "application/x-xjdesk-paragraphs"


def add_figures(copied: QMimeData, paragraphs: Paragraphs, report: Report) -> None:
    """Put the figures of `paragraphs`, which are copied from `report`, beside their text."""
    if any(paragraph.figures for paragraph in paragraphs):
        # Asked for its text, what Qt copied lays aside the list of formats it began with.
        copied.text()
        chapters = (Chapter("copied", "", paragraphs),)
        copied.setData(
            _FORMAT, encode_report(Report(report.form_id, report.year, {}, chapters, {}))
        )


def paragraphs_in(pasted: QMimeData, text: str, report: Report) -> Paragraphs:
    """The paragraphs, with figures, that go into `report` where `text` is put in.

    None when `text` is not what was copied. A figure whose cells give another number by now, or
    belong to another form, stays behind.
    """
    data = pasted.data(_FORMAT).data()
    try:
        copied = decode_report(bytes(data))
    except RecordError:
        return ()
    paragraphs = copied.chapters[0].paragraphs if copied.chapters else ()
    is_whole = text == "\n".join(paragraph.text for paragraph in paragraphs)
    if not is_whole or copied.form_id != report.form_id:
        return ()
    return tuple(_current(paragraph, report) for paragraph in paragraphs)


def _current(paragraph: Paragraph, report: Report) -> Paragraph:
    figures = tuple(
        figure
        for figure in paragraph.figures
        if figure_text(figure.source, report.value)
        in (None, paragraph.text[figure.start : figure.end])
    )
    return replace(paragraph, figures=figures)

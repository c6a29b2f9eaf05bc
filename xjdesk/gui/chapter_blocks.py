"""The blocks of a text control as the paragraphs of a chapter."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from xjdesk.gui.chapter_text import Difference, Paragraphs, paragraphs_of
from xjdesk.gui.text_span import changed_span, index_at, qt_length


def shown_paragraphs(document: QTextDocument) -> Paragraphs:
    """The paragraphs that `document` shows."""
    texts: list[str] = []
    block = document.begin()
    while block.isValid():
        texts.append(block.text())
        block = block.next()
    return paragraphs_of(texts)


def show_difference(document: QTextDocument, to_show: Difference, position: int) -> QTextCursor:
    """Put the paragraphs `new` where `old` are shown, touching only the words that differ.

    `position` is that of the cursor now; the cursor that comes back stands behind what is new.
    """
    if not to_show.old:
        return _insert(document, to_show)
    if not to_show.new:
        return _remove(document, to_show, position)
    return _replace(document, to_show, position)


def _replace(document: QTextDocument, to_show: Difference, position: int) -> QTextCursor:
    old = "\n".join(paragraph.text for paragraph in to_show.old)
    new = "\n".join(paragraph.text for paragraph in to_show.new)
    at = document.findBlockByNumber(to_show.at).position()
    within = min(index_at(old, max(position - at, 0)), len(old))
    span = changed_span(old, new, within)
    cursor = QTextCursor(document)
    cursor.setPosition(at + qt_length(old[: span.start]))
    cursor.setPosition(at + qt_length(old[: span.end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(span.text)
    return cursor


def _remove(document: QTextDocument, to_show: Difference, position: int) -> QTextCursor:
    first = document.findBlockByNumber(to_show.at)
    last = document.findBlockByNumber(to_show.at + len(to_show.old) - 1)
    start, end = first.position(), last.position() + last.length() - 1
    # One break goes with the paragraphs: that on the far side of them, seen from the cursor.
    if last.next().isValid() and (start == 0 or position > end):
        end += 1
    elif start > 0:
        start -= 1
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return cursor


def _insert(document: QTextDocument, to_show: Difference) -> QTextCursor:
    text = "\n".join(paragraph.text for paragraph in to_show.new)
    block = document.findBlockByNumber(to_show.at)
    cursor = QTextCursor(document)
    if document.isEmpty():
        cursor.insertText(text)
    elif block.isValid():
        cursor.setPosition(block.position())
        cursor.insertText(text + "\n")
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" + text)
    return cursor

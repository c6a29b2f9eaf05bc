"""The look of a page that was read from Markdown: distances, links, tables."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

_LINE_PERCENT, _AFTER_PX = 130, 6
_PICTURE = "\ufffc"
"""What stands in the text for a picture."""
_WHOLE_WIDTH = QTextLength(QTextLength.Type.PercentageLength, 100)
_CELL_PX, _AFTER_TABLE_PX = 5, 18


def dress(document: QTextDocument, palette: QPalette) -> None:
    """Give all of the document a look that goes with `palette`."""
    link = QTextCharFormat()
    link.setForeground(palette.color(QPalette.ColorRole.Link))
    block = document.firstBlock()
    while block.isValid():
        _dress_block(block)
        for cursor in _stretches(block):
            format_ = cursor.charFormat()
            if format_.isAnchor():
                cursor.mergeCharFormat(link)
            elif format_.isImageFormat():
                picture = format_.toImageFormat()
                picture.setMaximumWidth(_WHOLE_WIDTH)
                cursor.setCharFormat(picture)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, palette)


def _dress_block(block: QTextBlock) -> None:
    cursor, format_ = QTextCursor(block), QTextBlockFormat()
    if _PICTURE not in block.text():
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        format_.setLineHeight(_LINE_PERCENT, proportional.value)
    if cursor.currentTable() is None:
        format_.setBottomMargin(_AFTER_PX)
    cursor.mergeBlockFormat(format_)


def _stretches(block: QTextBlock) -> Iterator[QTextCursor]:
    """What has one format in the block, selected, one after the other."""
    spans: list[tuple[int, int]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        spans.append((fragment.position(), fragment.position() + fragment.length()))
        fragments += 1
    for start, end in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        yield cursor


def _dress_table(table: QTextTable, palette: QPalette) -> None:
    format_ = table.format()
    format_.setBorder(1)
    format_.setBorderCollapse(True)
    format_.setCellPadding(_CELL_PX)
    format_.setCellSpacing(0)
    format_.setBottomMargin(_AFTER_TABLE_PX)
    table.setFormat(format_)
    line = palette.color(QPalette.ColorRole.PlaceholderText)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            # Where borders collapse Qt draws those of the cells only.
            ruled = cell.format().toTableCellFormat()
            ruled.setBorder(1)
            ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            ruled.setBorderBrush(line)
            if row == 0:
                ruled.setBackground(palette.color(QPalette.ColorRole.AlternateBase))
            cell.setFormat(ruled)

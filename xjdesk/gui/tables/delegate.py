"""How the cells of a statistics table are drawn and edited: labels, values, marks.

Only what Qt cannot do by itself is drawn here: it paints the values, the cells that change most,
much faster on its own.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPolygon,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from xjdesk.gui.cell_editor import CellEditor
from xjdesk.gui.item_option import in_view, rect_of, within, wrap_text
from xjdesk.gui.model_index import Index
from xjdesk.gui.tables.entry_delegate import EntryDelegate
from xjdesk.gui.tables.keys import GridKeys, asks_to_fill
from xjdesk.gui.tables.model import TableModel

_INDENT_EM = 1.5
_SIDE_PX = 4
_MARK_PX = 16
_CORNER_PX = 9


class LabelDelegate(QStyledItemDelegate):
    """Indents labels by level, unless level stands beside level; the background fills the cell."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.measure(parent.font())

    def measure(self, font: QFont) -> None:
        """Take the depth of indents from the type of the labels."""
        self._indent = round(_INDENT_EM * QFontMetrics(font).horizontalAdvance("国"))

    def margins(self, row: int, column: int) -> QMargins:
        """The room at both sides of the label there, in px."""
        cell = self._model.grid.begins(row, column)
        labelled = None if cell is None else cell.shown.row
        is_alone = self._model.grid.layout.label_columns == 1
        level = labelled.level if labelled is not None and is_alone else 0
        return QMargins(_SIDE_PX + level * self._indent, 0, _SIDE_PX, 0)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        wrap_text(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(background, QBrush):
            painter.fillRect(rect_of(option), background)
        inner = within(option, self.margins(index.row(), index.column()))
        cell = self._model.grid.begins(index.row(), index.column())
        if cell is not None and cell.shown.row_span > 1:
            # Of a heading as high as all its rows, the words stay where they can be seen.
            inner = in_view(inner)
        super().paint(painter, inner, index)


class MarkDelegate(QStyledItemDelegate):
    """Shows the sign of the gravest finding in the row, and a corner where it has a note."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect = rect_of(option)
        if self._model.row_note(index.row()):
            _paint_corner(painter, rect, self._model.note_colour)
        severity = self._model.row_severity(index.row())
        if severity is None:
            return
        size = min(_MARK_PX, rect.height())
        left = rect.x() + (rect.width() - size) // 2
        top = rect.y() + (rect.height() - size) // 2
        self._model.icon(severity).paint(painter, left, top, size, size)


def _paint_corner(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A filled corner at the upper right, as worksheets mark cells with a comment."""
    right, top = rect.right() + 1, rect.top()
    corner = QPolygon(
        [QPoint(right - _CORNER_PX, top), QPoint(right, top), QPoint(right, top + _CORNER_PX)]
    )
    path = QPainterPath()
    path.addPolygon(corner.toPolygonF())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour)
    painter.restore()


class ValueDelegate(EntryDelegate):
    """Edits with a plain line edit: `core.numbers` understands what was meant.

    Signals:
        moved: A Move was asked for in the editor, whose text is already in the model.
        fill_wanted: The text of the editor, which has been given up, is meant for all that is
            selected.
        range_pasted: A range of cells was to be pasted into the editor, which has been given up.
    """

    moved = Signal(object)
    fill_wanted = Signal(object)
    range_pasted = Signal()

    def __init__(self, model: TableModel, keys: GridKeys, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._keys = keys
        self.is_entering = False
        """Whether the editor was opened by typing over what stood in the cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent)
        editor.range_pasted.connect(partial(self._on_range_pasted, editor))
        editor.setAccessibleName(self._model.cell_title(index.row(), index.column()))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        match editor, event:
            case CellEditor(), QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._takes_key(editor, event) or super().eventFilter(editor, event)
            case _:
                return super().eventFilter(editor, event)

    def _takes_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """Whether the key ended the editing, or turned typing over into working on."""
        if event.key() == Qt.Key.Key_F2:
            self.is_entering = not self.is_entering
            return True
        if asks_to_fill(event):
            text = editor.text()
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.fill_wanted.emit(text)
            return True
        move = self._keys.move_in_editor(event, is_entering=self.is_entering)
        if move is None:
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.moved.emit(move)
        return True

    def _on_range_pasted(self, editor: CellEditor) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.range_pasted.emit()

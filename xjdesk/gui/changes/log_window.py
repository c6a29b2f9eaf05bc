"""The window 修改记录: what was changed when and by whom, from what to what."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.address import Place
from xjdesk.core.change_log import ChangeLog
from xjdesk.core.place_name import place_name
from xjdesk.gui.changes.content_view import ContentView
from xjdesk.gui.changes.excerpt import telling_stretch
from xjdesk.gui.changes.log_clip import log_clip
from xjdesk.gui.changes.log_rows import LogRow, LogRows, filtered
from xjdesk.gui.changes.log_view import LogView
from xjdesk.gui.changes.place_history import entries_at, place_now
from xjdesk.gui.document import Document
from xjdesk.gui.findings.filter_line import FilterLine
from xjdesk.gui.list_window import ListWindow
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.wrapped_label import WrappedLabel
from xjdesk.typesetting.pages import Origin

_SIZE_EM = QSize(76, 44)
_UNCHANGED = "还没有修改过。"
_NONE_FOUND = "没有符合条件的修改。"
_NOWHERE = "请先在主窗口中单击要看的那一格、那一项或那一段。"
_GONE = "这条修改所在的位置已经不在文件中，不能转到。"


class LogWindow(ListWindow):
    """Lists the changes of one document.

    Signals:
        chosen: The Place of a change that is to be shown.
    """

    chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__("修改记录", _SIZE_EM, document, parent)
        self._document = document
        self._log: ChangeLog = ()
        self._rows = LogRows(document.form)
        self._all: tuple[LogRow, ...] = ()
        self._here: Place | None = None
        self._make_controls()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._log = self._document.log
        self._all = self._rows.rows(self._log)
        self._filter()

    def follow(self, here: Origin | None) -> None:
        """Note where the caret or the current cell of the main window stand."""
        place = here.place if here else None
        if place != self._here:
            self._here = place
            if self.only_here.isChecked() and self.isVisible():
                self._filter()

    def first_focus(self) -> QWidget:
        return self.view

    def _make_controls(self) -> None:
        self.search = FilterLine(self)
        self.search.setObjectName("log-filter")
        self.search.setAccessibleName("筛选修改记录")
        self.search.setPlaceholderText("按位置或内容筛选")
        self.search.setToolTip("只列出含有这些词的修改（Esc 清除）")
        self.only_here = QCheckBox("只看当前位置(&H)", self)
        self.only_here.setToolTip("只列出主窗口中光标所在的那一格、那一项或那一段的修改")
        self.summary = PlainLabel(self)
        self.view = LogView(self)
        self.old = ContentView("原来", self)
        self.new = ContentView("改为", self)
        self.note = WrappedLabel(self)
        self.go = QPushButton("转到(&G)", self)
        self.copy = QPushButton("复制(&C)", self)
        self.copy.setToolTip("复制选中的修改；没有选中的，复制列出的全部（Ctrl+C）")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.only_here)
        contents = QSplitter(Qt.Orientation.Horizontal, self)
        contents.addWidget(self.old)
        contents.addWidget(self.new)
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self.view)
        middle.addWidget(contents)
        middle.setStretchFactor(0, 1)
        for splitter in (contents, middle):
            splitter.setChildrenCollapsible(False)
        bottom = QHBoxLayout()
        bottom.addWidget(self.note, 1)
        bottom.addWidget(self.go)
        bottom.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(middle, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.left.connect(self.view.setFocus)
        self.only_here.toggled.connect(self._filter)
        self.view.activated.connect(self._on_go)
        self.view.moved.connect(self._show_current)
        self.view.entries.modelReset.connect(self._show_current)
        self.view.copy_action.triggered.connect(self._on_copy)
        self.go.clicked.connect(self._on_go)
        self.copy.clicked.connect(self._on_copy)
        self._document.state_changed.connect(self.refresh_later)

    def _filter(self) -> None:
        numbers = None
        if self.only_here.isChecked():
            numbers = entries_at(self._log, self._here) if self._here else frozenset[int]()
        shown = filtered(self._all, self.search.text(), numbers)
        self.view.show_rows(shown, self._reason())
        self.summary.setText(self._summary(len(shown)))
        self.copy.setEnabled(bool(shown))
        self._show_current()

    def _reason(self) -> str:
        """Why nothing is listed, when nothing is."""
        if not self._all:
            return _UNCHANGED
        return _NOWHERE if self.only_here.isChecked() and self._here is None else _NONE_FOUND

    def _summary(self, shown: int) -> str:
        where = ""
        if self.only_here.isChecked() and self._here is not None:
            where = f"：{place_name(self._document.form, self._here)}"
        return f"共 {len(self._all)} 条，显示 {shown} 条{where}"

    def _show_current(self) -> None:
        row = self.view.current()
        old, new = (row.old, row.new) if row else ("", "")
        differs = telling_stretch(old, new)
        self.old.show_text(old, differs.start, differs.old_end)
        self.new.show_text(new, differs.start, differs.new_end)
        is_gone = row is not None and self._place_of(row) is None
        self.note.setText(_GONE if is_gone else "")
        self.go.setEnabled(row is not None and not is_gone)

    def _place_of(self, row: LogRow) -> Place | None:
        return place_now(self._document.form, self._document.report, self._log, row.number)

    def _on_go(self) -> None:
        # A paragraph may have moved a moment ago.
        self.refresh()
        row = self.view.current()
        place = self._place_of(row) if row else None
        if place is not None:
            self.chosen.emit(place)

    def _on_copy(self) -> None:
        rows = self.view.chosen()
        if rows:
            QGuiApplication.clipboard().setMimeData(log_clip(rows))
            self.note.setText(f"已复制 {len(rows)} 条。")

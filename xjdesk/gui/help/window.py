"""The window 使用手册."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.help.manual import Manual, ManualPage
from xjdesk.gui.help.manual_search import pages_holding
from xjdesk.gui.help.manual_view import ManualView
from xjdesk.gui.icons import Resource
from xjdesk.gui.settings import Settings

_TITLE = "使用手册"
_SIZE_EM, _CONTENTS_EM = QSize(72, 50), 15
_WIDTH, _HEIGHT, _LETTERS = "help/width", "help/height", "help/letters"
_SPACING_PX = 2
_NONE_FOUND = "没有找到，请换几个字再试。"
_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """The contents at the left, a page at the right, and a line to search all pages; Esc closes."""

    def __init__(
        self, manual: Manual, resource: Resource, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.manual, self._settings = manual, settings
        self.setObjectName("help")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.view = ManualView(manual, resource, self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName("在手册中查找")
        self.line.setAccessibleDescription("只列出含有这些词的页；回车转到下一处")
        self.line.setPlaceholderText("在手册中查找")
        self.line.setClearButtonEnabled(True)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName("手册目录")
        self.contents.setAccessibleDescription("上下键选择一页")
        self.contents.setWordWrap(True)
        self.contents.setSpacing(_SPACING_PX)
        self.none = QLabel(_NONE_FOUND, self)
        self.none.setWordWrap(True)
        self.none.hide()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.hide()
        self._lay_out()
        self._connect()
        self._list()
        self._restore()

    def open(self, page: ManualPage) -> None:
        """Show the window with this page."""
        self.line.clear()
        self.view.show_page(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.resize_letters(self.view.steps)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep(_WIDTH, self.width())
        self._settings.keep(_HEIGHT, self.height())
        self._settings.keep(_LETTERS, self.view.steps)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.back = self._button("返回(&B)", "回到前一页", QKeySequence.StandardKey.Back)
        self.forward = self._button("前进(&F)", "再到后一页", QKeySequence.StandardKey.Forward)
        bar = QHBoxLayout()
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addWidget(self.told, 1)
        bar.addStretch()
        left, right = QWidget(self), QWidget(self)
        for side, widgets in ((left, (self.line, self.contents, self.none)), (right, (self.view,))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                column.addWidget(widget, 0 if widget is self.line else 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.split, 1)

    def _button(self, text: str, purpose: str, key: QKeySequence.StandardKey) -> QToolButton:
        action = QAction(text, self)
        action.setShortcuts(key)
        action.setToolTip(f"{purpose}（{action.shortcut().toString()}）")
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.setEnabled(False)
        return button

    def _connect(self) -> None:
        view = self.view
        self.back.defaultAction().triggered.connect(view.backward)
        self.forward.defaultAction().triggered.connect(view.forward)
        view.backwardAvailable.connect(self.back.defaultAction().setEnabled)
        view.forwardAvailable.connect(self.forward.defaultAction().setEnabled)
        view.opened.connect(self._on_opened)
        view.refused.connect(self._on_refused)
        self.line.textChanged.connect(self._list)
        self.line.returnPressed.connect(self._show_next_found)
        self.contents.currentItemChanged.connect(self._on_chosen)
        for keys, do in (
            (QKeySequence.StandardKey.Find, self._search),
            (QKeySequence.StandardKey.FindNext, self._show_next_found),
            (QKeySequence.StandardKey.FindPrevious, self._show_found_before),
            ("Ctrl++", view.enlarge),
            ("Ctrl+=", view.enlarge),
            ("Ctrl+-", view.lessen),
            ("Ctrl+0", view.reset_letters),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(do)

    def _restore(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        size = _SIZE_EM * em
        kept = self._settings.text(_WIDTH), self._settings.text(_HEIGHT)
        if all(map(str.isdecimal, kept)):
            size = QSize(int(kept[0]), int(kept[1]))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self.split.setSizes([_CONTENTS_EM * em, self.width() - _CONTENTS_EM * em])
        self.view.resize_letters(_whole(self._settings.text(_LETTERS)))

    def _list(self) -> None:
        """The contents; with words in the line only the pages that hold them, with a line each."""
        words = self.line.text().strip()
        hits = pages_holding(words, self.manual)
        shown = self.view.page()
        self.contents.blockSignals(True)
        self.contents.clear()
        entries = (
            [(hit.page, f"{hit.page.title}（{hit.count}）\n{hit.excerpt}") for hit in hits]
            if words
            else [(page, page.title) for page in self.manual.pages]
        )
        for page, text in entries:
            item = QListWidgetItem(text, self.contents)
            item.setData(_PAGE, page.name)
            if page is shown:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        self.contents.setVisible(bool(entries))
        self.none.setVisible(not entries)
        self.view.mark(words)
        self.told.hide()

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        page = self.manual.page(item.data(_PAGE)) if item is not None else None
        if page is not None:
            self.view.show_page(page)
            self.view.show_next_mark()

    def _on_opened(self, page: ManualPage) -> None:
        self.told.hide()
        self.setWindowTitle(f"{page.title} - {_TITLE}")
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(self._row(page))
        self.contents.blockSignals(False)

    def _row(self, page: ManualPage) -> int:
        """Where the page stands in the list; -1 where it does not."""
        names = [self.contents.item(row).data(_PAGE) for row in range(self.contents.count())]
        return names.index(page.name) if page.name in names else -1

    def _on_refused(self, address: str) -> None:
        self.told.setText(f"程序不联网，不会打开“{address}”。")
        self.told.show()

    def _search(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _show_next_found(self) -> None:
        self._show_found(1)

    def _show_found_before(self) -> None:
        self._show_found(-1)

    def _show_found(self, by: int) -> None:
        """The next place on this page, or the first on the first page that has one."""
        if self.contents.currentItem() is None and self.contents.count():
            self.contents.setCurrentRow(0)
        else:
            self.view.show_next_mark(by)


def _whole(text: str) -> int:
    return int(text) if text.removeprefix("-").isdecimal() else 0

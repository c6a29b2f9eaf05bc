"""The window 查找和替换."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.place_name import place_name
from xjdesk.core.text_search import Hit, HitKind, replacement, search
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.find.hit_words import excerpt, place_of, remark, told_after

_SIZE_EM = QSize(46, 28)
_PLACE, _TEXT, _REMARK = range(3)
_SETTLE_MS = 150


class FindWindow(QDialog):
    """Searches as one types; stands beside the main window, in which one may go on working.

    Signals:
        place_wanted: The Place of what was found, which is to be shown.
        told: A sentence about what was just done, for the status bar.
    """

    place_wanted = Signal(object)
    told = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._hits: tuple[Hit, ...] = ()
        self.setWindowTitle("查找和替换")
        self.setObjectName("find")
        self.words = self._line("查找内容", "要查找的文字，全文和统计表行名、列名都查")
        self.new = self._line("替换为", "替换成的文字；不填就是删除")
        self.replaces = QCheckBox("替换(&R)", self)
        self.replaces.setToolTip("显示替换的输入框和按钮")
        self.count = QLabel(self)
        self.list = self._hit_list()
        self.next = QPushButton("下一处(&N)", self)
        self.previous = QPushButton("上一处(&P)", self)
        self.replace_one = QPushButton("替换这一处(&E)", self)
        self.replace_all = QPushButton("全部替换(&A)", self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        em = self.fontMetrics().horizontalAdvance("国")
        self.resize((_SIZE_EM * em).boundedTo(parent.screen().availableSize()))
        self._search()

    def open_on(self, words: str, *, replaces: bool) -> None:
        """Show the window, on these words where there are any."""
        self.replaces.setChecked(replaces and self._document.access.can_edit)
        if words:
            self.words.setText(words)
        self._search()
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()
        self.words.selectAll()

    def step(self, by: int) -> None:
        """Lead to the next place found, or with -1 to the one before; round and round."""
        self._search_now()
        if self._hits:
            at = self.list.indexOfTopLevelItem(self.list.currentItem())
            to = (at + by) % len(self._hits) if at >= 0 else (0 if by > 0 else -1) % len(self._hits)
            self.list.setCurrentItem(self.list.topLevelItem(to))
            self.place_wanted.emit(place_of(self._hits[to]))

    def _line(self, name: str, description: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setAccessibleDescription(description)
        line.setClearButtonEnabled(True)
        return line

    def _hit_list(self) -> QTreeWidget:
        found = QTreeWidget(self)
        found.setAccessibleName("查找结果")
        found.setAccessibleDescription("上下键选择，回车键转到该处")
        found.setHeaderLabels(["位置", "内容", "说明"])
        found.setRootIsDecorated(False)
        found.setUniformRowHeights(True)
        found.setAlternatingRowColors(True)
        header = found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (_PLACE, _REMARK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return found

    def _lay_out(self) -> None:
        lines = QGridLayout()
        self._new_label = QLabel("替换为(&I)：", self)
        self._new_label.setBuddy(self.new)
        words_label = QLabel("查找内容(&D)：", self)
        words_label.setBuddy(self.words)
        lines.addWidget(words_label, 0, 0)
        lines.addWidget(self.words, 0, 1)
        lines.addWidget(self.replaces, 0, 2)
        lines.addWidget(self._new_label, 1, 0)
        lines.addWidget(self.new, 1, 1)
        close = QPushButton("关闭", self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.replace_one)
        buttons.addWidget(self.replace_all)
        buttons.addStretch(1)
        for button in (self.previous, self.next, close):
            buttons.addWidget(button)
        self.next.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(lines)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._on_settled)
        self.replaces.toggled.connect(self._show_replacing)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.next.clicked.connect(self._on_next)
        self.previous.clicked.connect(self._on_previous)
        self.replace_one.clicked.connect(self._replace_one)
        self.replace_all.clicked.connect(self._replace_all)
        self._document.changed.connect(self._on_changed)
        for key, do in (
            ("F3", self._on_next),
            ("Shift+F3", self._on_previous),
            ("Shift+Return", self._on_previous),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(do)
        self._show_replacing(False)

    def _search_now(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self._search()

    def _search(self, told: str = "") -> None:
        """Make the list anew; `told` is said before how many there are."""
        self._hits = search(self._document.form, self._document.report, self.words.text())
        self.list.clear()
        self.list.addTopLevelItems([self._item(hit) for hit in self._hits])
        if self.words.text().strip():
            count = len(self._hits)
            found = f"共{count}处" if count else "没有找到，请检查要查找的文字。"
            self.count.setText(f"{told}还有{count}处。" if told else found)
        else:
            self.count.setText("全文和统计表的行名、列名、统计数都查；全角、半角和大小写不分。")
        can_replace = any(hit.kind is HitKind.WRITTEN for hit in self._hits)
        for button in (self.replace_one, self.replace_all):
            button.setEnabled(can_replace and self._document.access.can_edit)
        for button in (self.next, self.previous):
            button.setEnabled(bool(self._hits))

    def _item(self, hit: Hit) -> QTreeWidgetItem:
        shown = "".join(excerpt(hit))
        return QTreeWidgetItem([place_name(self._document.form, hit.address), shown, remark(hit)])

    def _show_replacing(self, replaces: bool) -> None:
        self.replaces.setEnabled(self._document.access.can_edit)
        for widget in (self._new_label, self.new, self.replace_one, self.replace_all):
            widget.setVisible(replaces)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.place_wanted.emit(place_of(self._hits[self.list.indexOfTopLevelItem(item)]))

    def _on_next(self) -> None:
        self.step(1)

    def _on_previous(self) -> None:
        self.step(-1)

    def _on_settled(self) -> None:
        self._search()

    def _on_changed(self, edit: Edit) -> None:
        if self.isVisible():
            self._later.start()

    def _replace_one(self) -> None:
        self._search_now()
        at = max(self.list.indexOfTopLevelItem(self.list.currentItem()), 0)
        following = (*self._hits[at:], *self._hits[:at])
        wanted = next((hit for hit in following if hit.kind is HitKind.WRITTEN), None)
        if wanted is None:
            return
        self._replace((wanted,))
        if self._hits:
            self.list.setCurrentItem(self.list.topLevelItem(min(at, len(self._hits) - 1)))

    def _replace_all(self) -> None:
        self._search_now()
        self._replace(self._hits)

    def _replace(self, hits: tuple[Hit, ...]) -> None:
        done = replacement(hits, self._document.report, self.new.text())
        if done.changes:
            self._document.submit(f"替换“{self.words.text()}”", list(done.changes))
        # The edit would have it searched once more, and what is told be forgotten.
        self._later.stop()
        self._search(told_after(done))
        self.told.emit(told_after(done))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._on_activated(self.list.currentItem())
            return
        super().keyPressEvent(event)

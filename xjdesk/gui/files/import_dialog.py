"""Showing what was read from another file, before it is taken."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xjdesk.exchange.text.account import Certainty, ImportAccount, TableAccount
from xjdesk.gui.wrapped_label import WrappedLabel

_WIDTH_EM, _HEIGHT_EM = 48, 34
_WHAT, _HOW_MUCH = 0, 1
_ADVICE = {
    Certainty.CERTAIN: "各章和表格都与报表格式对上了。",
    Certainty.FAIR: "有几处与报表格式不完全一样，或者没有读进来，都列在下面。",
    Certainty.CHECK: "有的内容没有读进来，或者没有把握，导入后请对照原文逐条核对。",
}


class ImportDialog(QDialog):
    """What goes where, what is uncertain and what was not read; 取消 and Esc leave it."""

    def __init__(self, name: str, account: ImportAccount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("导入预览")
        self.summary = WrappedLabel(self, _summary(name, account))
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("import-account")
        self.tree.setAccessibleName("读入的内容")
        self.tree.setAccessibleDescription("读到了什么、没有读进来什么，只供查看")
        self.tree.setHeaderLabels(("内容", "读入"))
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.tree.setWordWrap(True)
        self.tree.setUniformRowHeights(False)
        self._fill(account)
        self._lay_out()

    def _fill(self, account: ImportAccount) -> None:
        chapters = [
            (c.name, f"{c.paragraphs} 段" if c.paragraphs or not c.has_table else "见统计表")
            for c in account.chapters
        ]
        self._add("正文", chapters)
        self._add("统计表", [(t.table.tab, _table_words(t)) for t in account.tables])
        questions = (*account.remarks, *account.doubtful())
        self._add(f"请核对（{len(questions)}）", [(text, "") for text in questions])
        unread = account.unread()
        self._add(f"没有读入（{len(unread)}）", [(text, "") for text in unread])

    def _add(self, title: str, rows: Iterable[tuple[str, str]]) -> None:
        shown = list(rows)
        if not shown:
            return
        group = QTreeWidgetItem(self.tree, [title])
        font = group.font(_WHAT)
        font.setBold(True)
        group.setFont(_WHAT, font)
        for what, how_much in shown:
            row = QTreeWidgetItem(group, [what, how_much])
            if not how_much:
                row.setFirstColumnSpanned(True)
        group.setExpanded(True)

    def _lay_out(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_HOW_MUCH, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(self)
        self.take_button = buttons.addButton("导入(&I)", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_button.setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)
        em = self.fontMetrics().horizontalAdvance("国")
        self.resize(_WIDTH_EM * em, _HEIGHT_EM * em)


def _summary(name: str, account: ImportAccount) -> str:
    return (
        f"“{name}”按“{account.form}”读入，报告年度 {account.year}。\n"
        f"把握程度：{account.certainty}。{_ADVICE[account.certainty]}原文件不会改动。"
    )


def _table_words(table: TableAccount) -> str:
    if not table.is_found:
        return "没有找到"
    words = f"{table.numbers} 格有数"
    if table.texts:
        words += f"，{table.texts} 格是文字"
    return f"{words}，{table.blanks} 格空白" if table.blanks else words

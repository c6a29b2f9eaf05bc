"""Writing the user's own words: what should not be written, and what should."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.words.word_rows import filled_rows, first_problem
from xjdesk.gui.words.word_table import WordTable
from xjdesk.gui.wrapped_label import WrappedLabel
from xjdesk.storage.user_words import UserWords, WordPair

_WIDTH_PX, _HEIGHT_PX = 560, 480
_MOST_LINES = 3
_INTRODUCTION = (
    "审核时把左边的词当作错词，建议改成右边的词；对本机上的所有报告有效。"
    "可以从 Excel、WPS 表格复制两列，在这里粘贴。"
)


class WordListDialog(QDialog):
    """The words as a grid; 确定 is for lists without a fault."""

    def __init__(self, words: UserWords, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("我的用词表")
        self.table = WordTable(words.pairs, self)
        self.problem = WrappedLabel(self)
        self.unread = WrappedLabel(self, _unread(words))
        self.unread.setVisible(bool(words.unread))
        self._lay_out(file)
        self.table.edited.connect(self._check)
        self._check()
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.table.setFocus()

    def pairs(self) -> tuple[WordPair, ...]:
        """The words as they are written now."""
        return filled_rows(self.table.rows())

    def _lay_out(self, file: Path) -> None:
        side = QVBoxLayout()
        for text, deed in (
            ("添加(&A)", self.table.add),
            ("删除(&D)", self.table.remove),
            ("粘贴(&P)", self.table.paste),
        ):
            button = QPushButton(text, self)
            # Else Enter would press one of them.
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.table, 1)
        middle.addLayout(side)
        buttons = QDialogButtonBox(self)
        self.accept_button = buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        where = WrappedLabel(
            self, f"词表存放在：{file}\n也可以用记事本修改：每行一个“错词 正词”，中间空一格。"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(WrappedLabel(self, _INTRODUCTION))
        layout.addLayout(middle, 1)
        for widget in (self.problem, self.unread, where, buttons):
            layout.addWidget(widget)

    def _check(self) -> None:
        problem = first_problem(self.table.rows())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.accept_button.setEnabled(not problem)


def _unread(words: UserWords) -> str:
    shown = words.unread[:_MOST_LINES]
    lines = [f"第{number}行：{words.lines[number - 1].text.strip()}" for number in shown]
    more = f"……共 {len(words.unread)} 行" if len(words.unread) > len(shown) else ""
    return "\n".join(("词表文件中没有读懂、原样保留的行：", *lines, *filter(None, (more,))))

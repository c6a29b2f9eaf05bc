"""The list of profiles, to be kept, renamed, thrown away or filled in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.document_fields import field_at
from xjdesk.core.issuer_profile import IssuerProfile, with_profile
from xjdesk.gui.entered_text import one_line
from xjdesk.gui.profiles.question import ProfileAnswer, ProfileQuestion
from xjdesk.gui.read_only import make_read_only
from xjdesk.storage.issuer_profiles import LONGEST_NAME, MOST_PROFILES

_WIDTH_PX, _HEIGHT_PX = 660, 400
_NONE = "还没有单位资料。打开一份填好的报告，点“保存本报告的资料”，以后就能填入别的报告。"
_NOTE = "单位资料是每年都一样的公文信息，只保存在本机；不含文号、标题、日期和统计数。"


class ProfilesDialog(QDialog):
    """Nothing is changed before 确定 or 填入本报告 is pressed."""

    def __init__(self, question: ProfileQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._profiles = list(question.profiles)
        self._to_fill: IssuerProfile | None = None
        self.setWindowTitle("单位资料")
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.list = QListWidget(self)
        self.list.setAccessibleName("单位资料")
        self.list.setAccessibleDescription("F2 改名，Delete 删除")
        self.content = QPlainTextEdit(self)
        self.content.setAccessibleName("所选单位资料的内容")
        self.content.setAccessibleDescription("只供查看，在报告里修改后重新保存")
        self.content.setTabChangesFocus(True)
        make_read_only(self.content)
        self.keep = QPushButton("保存本报告的资料(&S)", self)
        self.rename = QPushButton("改名(&R)", self)
        self.remove = QPushButton("删除(&D)", self)
        self.fill = QPushButton("填入本报告(&F)", self)
        self.fill.setToolTip("只填本报告空着的项，已填的不改；可以撤销")
        self._lay_out()
        self._connect()
        self._show(0)

    def answer(self) -> ProfileAnswer:
        """What was decided."""
        return ProfileAnswer(tuple(self._profiles), self._to_fill)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for button in (self.keep, self.rename, self.remove):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 2)
        middle.addWidget(self.content, 3)
        middle.addLayout(side)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(self.fill, QDialogButtonBox.ButtonRole.ActionRole)
        ok = self.buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        note = QLabel(_NOTE, self)
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addLayout(middle, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_content)
        self.list.itemChanged.connect(self._on_renamed)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.list, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.keep.clicked.connect(self._keep)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.fill.clicked.connect(self._fill)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for profile in self._profiles:
            item = QListWidgetItem(profile.name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(self._profiles) - 1))
        self._show_content()

    def _show_content(self) -> None:
        row, question = self.list.currentRow(), self._question
        is_chosen = 0 <= row < len(self._profiles)
        self.content.setPlainText(_words(self._profiles[row]) if is_chosen else _NONE)
        has_room = len(self._profiles) < MOST_PROFILES
        self.keep.setEnabled(
            question.of_report is not None and bool(question.of_report.fields) and has_room
        )
        self.rename.setEnabled(is_chosen)
        self.remove.setEnabled(is_chosen)
        self.fill.setEnabled(is_chosen and question.can_fill)

    def _keep(self) -> None:
        added = self._question.of_report
        if added is not None:
            self._profiles = list(with_profile(tuple(self._profiles), added))
            self._show(next(n for n, one in enumerate(self._profiles) if one.name == added.name))

    def _rename(self) -> None:
        self.list.setFocus()
        self.list.editItem(self.list.currentItem())

    def _on_renamed(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        name = one_line(item.text()).strip()[:LONGEST_NAME]
        others = {profile.name for n, profile in enumerate(self._profiles) if n != row}
        if name and name not in others:
            self._profiles[row] = replace(self._profiles[row], name=name)
        self._show(row)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._profiles):
            del self._profiles[row]
            self._show(row)

    def _fill(self) -> None:
        self._to_fill = self._profiles[self.list.currentRow()]
        self.accept()


def _words(profile: IssuerProfile) -> str:
    lines = (f"{field_at(address).label}：{text}" for address, text in profile.fields.items())
    return "\n".join(lines)

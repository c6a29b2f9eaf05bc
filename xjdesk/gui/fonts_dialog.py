"""Telling in which fonts the document is printed, and how to get those it should have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.wrapped_label import WrappedLabel
from xjdesk.typesetting.fonts.font_report import FontUse
from xjdesk.typesetting.pages import Face

_HEADERS = ("用途", "要求的字体", "实际使用", "来源")
_WIDTH_PX = 720
_TITLE_HINT = (
    "小标宋体：Windows 不带这种字体。请用本单位已取得授权的“方正小标宋简体”字体文件，"
    "右键单击它，选择“安装”，然后重新打开本程序。"
)
_SYSTEM_HINT = (
    "仿宋、楷体、黑体：在 Windows 的“设置 → 应用 → 可选功能”中添加“简体中文补充字体”，"
    "或者安装本单位已有的字体文件，然后重新打开本程序。"
)
_SYSTEM_FACES = (Face.FANGSONG, Face.KAITI, Face.HEITI)


class FontsDialog(QDialog):
    """The font of every face that occurs in the document, and which of them are substitutes.

    It asks nothing and may stay open beside the window.
    """

    def __init__(self, uses: Sequence[FontUse], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印字体")
        self.summary = WrappedLabel(self, _summary(uses))
        self.table = _table(uses, self)
        self.table.setVisible(bool(uses))
        self.hints = WrappedLabel(self, "\n\n".join(_hints(uses)))
        self.hints.setVisible(bool(self.hints.text()))
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.summary, self.table, self.hints, buttons):
            layout.addWidget(widget)
        self.resize(_WIDTH_PX, self.sizeHint().height())
        close.setFocus()


def _summary(uses: Sequence[FontUse]) -> str:
    if not uses:
        return "文件中还没有文字，没有用到字体。"
    substitutes = [use for use in uses if use.substituted]
    if not substitutes:
        return "所用的都是公文通常使用的字体（GB/T 9704—2012）。"
    wanted = "、".join(dict.fromkeys(use.wanted for use in substitutes))
    return f"本机没有可用的{wanted}，打印时改用下表中标明“代替”的字体。"


def _hints(uses: Sequence[FontUse]) -> list[str]:
    substitutes = [use for use in uses if use.substituted]
    faces = {use.face for use in substitutes}
    hints = [f"{use.face.value}：{use.reason}。" for use in substitutes if _is_telling(use)]
    if Face.XIAOBIAOSONG in faces:
        hints.append(_TITLE_HINT)
    if faces.intersection(_SYSTEM_FACES):
        hints.append(_SYSTEM_HINT)
    return hints


def _is_telling(use: FontUse) -> bool:
    """Whether the reason says more than that the font is not there."""
    return bool(use.reason) and not use.reason.startswith("未找到")


def _table(uses: Sequence[FontUse], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(uses), len(_HEADERS), parent)
    table.setAccessibleName("打印字体")
    table.setAccessibleDescription("标准要求的字体和本机实际用的字体，只供查看")
    table.setHorizontalHeaderLabels(list(_HEADERS))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    # Tab goes on to the button: there is nothing to do in the cells.
    table.setTabKeyNavigation(False)
    for row, use in enumerate(uses):
        for column, text in enumerate(_texts(use)):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(use.sentence))
            table.setItem(row, column, item)
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    table.setStyleSheet("QTableView::item { padding: 0 8px; }")
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table


def _texts(use: FontUse) -> tuple[str, str, str, str]:
    """What the columns show of a font."""
    wanted = use.face.value
    if use.face is Face.RARE:
        wanted = "—"
    elif use.substituted and use.wanted not in wanted:
        wanted += f"（{use.wanted}）"
    used = f"{use.family}（代替）" if use.substituted else use.family
    source = "随程序附带" if use.bundled else f"本机：{use.file}"
    return use.use, wanted, used, source

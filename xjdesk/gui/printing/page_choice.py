"""The choice of the pages to be printed."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from xjdesk.core.errors import UserError

_TO = re.compile("[-−–—―~〜至到]+")
_AND = re.compile(r"[,、;]+|(?<=[0-9])[第页\s]+(?=[0-9])")
_IDLE = re.compile(r"[第页\s]")
_PART = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
_MOST_QUOTED = 12


class PageChoice(QWidget):
    """All pages, the one that is shown where one is, or those that are typed in."""

    def __init__(self, current_page: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._current_page = current_page
        self.all = QRadioButton(self)
        self.current = QRadioButton(f"当前页（第 {current_page} 页）(&E)", self)
        self.current.setVisible(current_page is not None)
        self.some = QRadioButton("指定页(&G)：", self)
        self.range = QLineEdit(self)
        self.range.setPlaceholderText("例如 1-3,5")
        self.range.setAccessibleName("指定页")
        self.all.setChecked(True)
        self.some.clicked.connect(self.range.setFocus)
        self.range.textEdited.connect(self._choose_some)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for controls, stretch in (((self.all, self.current), 1), ((self.some, self.range), 0)):
            row = QHBoxLayout()
            for control in controls:
                row.addWidget(control)
            row.addStretch(stretch)
            layout.addLayout(row)

    def show_count(self, count: int) -> None:
        """Say how many pages there are."""
        self.all.setText(f"全部（共 {count} 页）(&A)")

    def pages(self, count: int) -> tuple[int, ...] | None:
        """The chosen of `count` pages, None for all; UserError when there are no such pages."""
        if self.all.isChecked():
            return None
        if self.some.isChecked():
            return read_pages(self.range.text(), count)
        current = self._current_page
        if current is None or current > count:
            raise UserError(f"这样打印时只有 {count} 页，没有第 {current} 页，请改选要打印的页。")
        return (current,)

    def _choose_some(self) -> None:
        self.some.setChecked(True)


def read_pages(text: str, last: int) -> tuple[int, ...]:
    """The pages that `text` names, in rising order, each once: (1, 2, 3, 5) for 1-3,5.

    Full-width digits and signs are understood. UserError when it names none, or one that is not
    among the `last` pages.
    """
    plain = _AND.sub(",", _TO.sub("-", unicodedata.normalize("NFKC", text)))
    plain = _IDLE.sub("", plain).strip(",")
    if not plain:
        raise UserError("没有填写要打印的页码，请填写，例如 1-3,5。")
    numbers: set[int] = set()
    for part in plain.split(","):
        numbers.update(_read_part(part, last))
    return tuple(sorted(numbers))


def _read_part(part: str, last: int) -> range:
    match = _PART.fullmatch(part)
    if match is None:
        quoted = part if len(part) <= _MOST_QUOTED else f"{part[:_MOST_QUOTED]}……"
        raise UserError(f"页码“{quoted}”看不明白，请这样填写：1-3,5。")
    first, to = int(match[1]), int(match[2] or match[1])
    for number in (first, to):
        if not 1 <= number <= last:
            raise UserError(f"没有第 {number} 页，页码应在 1 到 {last} 之间。")
    if first > to:
        raise UserError(f"页码“{part}”前大后小，请改为 {to}-{first}。")
    return range(first, to + 1)

"""Signs at lines of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.severity import Severity
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.year_editor import YearEditor

HEADING = HeadingAddress("overview")


def _signs(line: QLineEdit) -> list[QAction]:
    """Those at the end of the line that are to be seen."""
    return [action for action in line.actions() if action.isVisible()]


def _tips(box: QWidget) -> list[str]:
    """What the signs in a box say that are to be seen."""
    labels: list[QLabel] = list(box.findChildren(QLabel))
    return [label.toolTip() for label in labels if not label.pixmap().isNull()]


def test_a_heading_bears_the_sign_of_its_findings(
    window: MainWindow, tell: Callable[..., None]
) -> None:
    window.show_place(HEADING)
    line = window.findChild(QLineEdit, "heading-overview")
    assert isinstance(line, QLineEdit)
    tell()
    assert _signs(line) == []
    tell(Finding("T-1", Severity.QUERY, (HEADING,), "标题过长"))
    (sign,) = _signs(line)
    assert not sign.icon().isNull()
    assert sign.toolTip() == line.accessibleDescription() == "【核实】标题过长"
    tell()
    assert not sign.isVisible()
    assert line.accessibleDescription() == ""


def test_the_year_bears_the_sign_of_its_findings(
    window: MainWindow, tell: Callable[..., None]
) -> None:
    tell(Finding("T-1", Severity.ERROR, (YearAddress(),), "年度不对"))
    year = window.findChild(YearEditor)
    assert isinstance(year, YearEditor)
    assert _tips(year.parentWidget()) == ["【强制】年度不对"]

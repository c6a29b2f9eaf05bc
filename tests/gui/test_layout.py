"""Nothing is cut off and nothing lies over anything else, in usual and in large letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dialog_walk import unasked, walk
from tests.gui.layout_walk import LayoutFault, layout_faults
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.gui.chinese_font import window_font
from xjdesk.gui.document import Document
from xjdesk.gui.look.letters import LetterSize, apply_letters
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource
from xjdesk.storage.project import new_project

_SIZE_PX = (1280, 800)
_LEAST_DIALOGS = 25


@pytest.fixture(params=[LetterSize.USUAL, LetterSize.LARGE], ids=lambda size: size.name)
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[LetterSize]:
    """The letters of the program, in two sizes."""
    before = QFont(qapp.font())
    qapp.setFont(window_font(resource))
    apply_letters(qapp, request.param)
    yield request.param
    qapp.setFont(before)


@pytest.fixture
def real(letters: LetterSize, services: Services, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with the program's own dialogs."""
    window = MainWindow(services)
    window.resize(*_SIZE_PX)
    window.show()
    yield window
    if window.document is not None:
        window.document.stack.setClean()
    window.close()
    window.deleteLater()


def _turn() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _open(window: MainWindow, services: Services, report: Report) -> None:
    form = services.forms.form(report.form_id)
    project = new_project(report, services.forms.source(report.form_id))
    window.show_document(Document(project, form, None))
    _turn()


def _faults_of_tabs(window: MainWindow, qtbot: QtBot) -> dict[str, list[LayoutFault]]:
    workspace = window.workspace
    assert workspace is not None
    found: dict[str, list[LayoutFault]] = {}
    for tab in range(workspace.count()):
        workspace.setCurrentIndex(tab)
        qtbot.waitUntil(workspace.page(tab).isVisible)
        _turn()
        found[workspace.page_title(tab)] = layout_faults(window)
    return {title: told for title, told in found.items() if told}


def test_the_start_page(real: MainWindow) -> None:
    _turn()
    assert layout_faults(real) == []


def test_every_tab_of_the_founding_document(
    real: MainWindow, services: Services, sample: Report, qtbot: QtBot
) -> None:
    _open(real, services, sample)
    assert _faults_of_tabs(real, qtbot) == {}


def test_every_tab_of_a_report_of_2021(real: MainWindow, services: Services, qtbot: QtBot) -> None:
    _open(real, services, clean_report(HUAIAN_2024, services.forms.form("zfxxgk-2021")))
    assert _faults_of_tabs(real, qtbot) == {}


def test_every_dialog(real: MainWindow, services: Services, sample: Report, qtbot: QtBot) -> None:
    _open(real, services, sample)
    found: dict[str, list[LayoutFault]] = {}

    def see(name: str, dialog: QWidget) -> None:
        found[name] = layout_faults(dialog)

    account = read_report(
        resource("samples", "xiji-2016.txt").read_bytes(), "xiji-2016.txt", services.forms
    ).account
    walk(real, account, _turn, see)
    assert len(found) >= _LEAST_DIALOGS
    assert {name: told for name, told in found.items() if told} == {}


def test_no_question_is_left_out(window: MainWindow) -> None:
    assert unasked(window) == set()


@pytest.fixture
def narrow(qtbot: QtBot) -> QWidget:
    """A window in which nothing has room."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout()
    for widget in (
        QLabel("填报单位（盖章）", window),
        QPushButton("恢复到这一份", window),
        QCheckBox("只看当前位置", window),
    ):
        widget.setFixedWidth(30)
        row.addWidget(widget)
    wrapped = QLabel("很长的一句话，" * 20, window)
    wrapped.setWordWrap(True)
    wrapped.setFixedHeight(20)
    tabs = QTabBar(window)
    tabs.setUsesScrollButtons(False)
    tabs.setExpanding(False)
    for name in ("公文信息", "一、工作情况", "统计表"):
        tabs.addTab(name)
    tabs.setFixedWidth(60)
    table = QTableWidget(1, 1, window)
    table.setHorizontalHeaderLabels(["与现在相比有什么不同"])
    table.setColumnWidth(0, 20)
    column = QVBoxLayout(window)
    column.addLayout(row)
    for widget in (wrapped, tabs, table):
        column.addWidget(widget)
    window.show()
    _turn()
    return window


def test_the_walk_finds_what_is_cut_off(narrow: QWidget) -> None:
    told = [(fault.widget.split("/")[-1], fault.what) for fault in layout_faults(narrow)]
    kinds = [widget for widget, _ in told]
    for kind in ("QLabel", "QPushButton", "QCheckBox", "QTabBar", "QHeaderView"):
        assert kind in kinds
    assert any("cuts lines" in what for _, what in told)


def test_the_walk_finds_what_lies_over_something_else(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QLabel("甲", window), QLabel("乙", window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    _turn()
    assert layout_faults(window) == []
    second.setGeometry(first.geometry())
    assert [fault.what for fault in layout_faults(window)] == ["shows QLabel over QLabel"]
    second.move(0, window.height())
    assert "has no room for QLabel" in [fault.what for fault in layout_faults(window)]

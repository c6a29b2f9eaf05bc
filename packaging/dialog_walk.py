"""Shows every dialog of the program, one after the other, without waiting for anybody's answer.

What the menus lead to is found by walking the menus: every entry with dots opens something, and so
does most of 帮助. What is only asked in the course of things is asked here, by the methods of
`WindowDialogs`; `unasked` names those that nobody put in here yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)

from xjdesk.checks.finding import Counts
from xjdesk.core.errors import UserError
from xjdesk.exchange.text.account import ImportAccount
from xjdesk.gui.commands.menu_walk import menu_commands
from xjdesk.gui.dialogs import WindowDialogs
from xjdesk.gui.document import Document
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.figures.target import FigureTarget
from xjdesk.gui.files.questions import RecoveryQuestion, WriteQuestion
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.printing.job import PrintOffset, PrintQuestion
from xjdesk.gui.tables.note_dialog import NoteQuestion
from xjdesk.gui.tables.paste_question import PasteLine, PasteQuestion
from xjdesk.storage.files.write_error import WriteError, WriteProblem
from xjdesk.typesetting.page_options import PageOptions

See = Callable[[str, QWidget], None]
"""Told the name of a dialog and the dialog, which is shown."""

_DOTS = "…"
_WITHOUT_DOTS = ("actionHelp", "actionQuickStart", "actionShortcuts", "actionAbout")
_BY_MENU = ("ask_new_report", "ask_profiles", "ask_word_list", "choose_backup", "show_about")
"""Asked by what the menus lead to."""
_ASKING = ("ask_", "show_", "choose_backup")


def walk(
    window: MainWindow, account: ImportAccount | None, turn: Callable[[], None], see: See
) -> None:
    """Show all dialogs over `window`, which has a document open, and let each be seen.

    `turn` lets Qt lay out and paint what is shown. `account` is what was read of a foreign file.
    """
    steps: dict[str, Callable[[], object]] = {}
    for action, name in entries(window):
        if action.isEnabled():
            steps[name] = action.trigger
    fonts = window.findChild(QToolButton, "print-fonts")
    if isinstance(fonts, QToolButton):
        steps["打印字体"] = fonts.click
    for name, step in {**steps, **_questions(window, account)}.items():
        with _nothing_waits(name, turn, see):
            _see_opened(window, name, step, turn, see)


def entries(window: MainWindow) -> list[tuple[QAction, str]]:
    """The entries of the menus that open something."""
    passed_over = (window.ui.menuRecent,)
    return [
        (command.action, command.name)
        for command in menu_commands(window.ui.menuBar, passed_over)
        if command.action.text().endswith(_DOTS) or command.action.objectName() in _WITHOUT_DOTS
    ]


def unasked(window: MainWindow) -> set[str]:
    """The questions of the program that are not shown here."""
    all_of_them = {name for name in dir(WindowDialogs) if name.startswith(_ASKING)}
    return all_of_them - _questions(window, None).keys() - set(_BY_MENU) - {"ask_import"}


@contextmanager
def _nothing_waits(name: str, turn: Callable[[], None], see: See) -> Iterator[None]:
    """Let dialogs be shown, seen and put away where the program would wait for an answer."""

    def look(dialog: QDialog) -> int:
        dialog.show()
        turn()
        see(name, dialog)
        dialog.hide()
        return QDialog.DialogCode.Rejected.value

    def tell(parent: QWidget, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, title, text, parent=parent)
        look(box)

    def choose(*_: object, **__: object) -> tuple[str, str]:
        return "", ""

    replaced: tuple[tuple[Any, str, object], ...] = (
        (QDialog, "exec", look),
        (QMessageBox, "exec", look),
        (QMessageBox, "about", staticmethod(tell)),
        (QFileDialog, "getOpenFileName", staticmethod(choose)),
        (QFileDialog, "getSaveFileName", staticmethod(choose)),
    )
    before = [(owner, called, getattr(owner, called)) for owner, called, _ in replaced]
    for owner, called, ours in replaced:
        setattr(owner, called, ours)
    try:
        yield
    finally:
        for owner, called, theirs in before:
            setattr(owner, called, theirs)


def _see_opened(
    window: MainWindow,
    name: str,
    open_it: Callable[[], object],
    turn: Callable[[], None],
    see: See,
) -> None:
    """Do it, and see what window stands there afterwards beside the main one."""
    before = set(_windows(window))
    open_it()
    turn()
    for opened in _windows(window):
        if opened not in before:
            see(name, opened)
            opened.close()
    turn()


def _windows(window: MainWindow) -> list[QWidget]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and one is not window and not isinstance(one, QMenu)
    ]


def _questions(
    window: MainWindow, account: ImportAccount | None
) -> Mapping[str, Callable[[], object]]:
    ask, path = WindowDialogs(window), Path("西吉县2016年政府信息公开工作年度报告.xjd")
    held = WriteError("文件“报告.xlsx”没有写成：它正由别的程序打开。", "", WriteProblem.HELD)
    notes = ("发文字号没有读到。", "第三章的表格有两行没有对上，已列在清单里，请逐一核对。")
    recovery = RecoveryQuestion(
        path.name, "今天9:05", ("统计表 三、（一）收到申请数：198 → 200",), ""
    )
    locked = "张三（综合科-03）正在编辑这份报告，最近一次保存是今天9:05。"
    questions: dict[str, Callable[[], object]] = {
        "ask_save": lambda: ask.ask_save(path.name),
        "ask_despite_errors": lambda: ask.ask_despite_errors("导出", Counts(3, 20, 5)),
        "ask_print": lambda: ask.ask_print(_print_question()),
        "ask_pdf_instead": ask.ask_pdf_instead,
        "ask_turned": ask.ask_turned,
        "ask_figure": lambda: ask.ask_figure(_figure_question(window.document)),
        "ask_write_failed": lambda: ask.ask_write_failed(
            WriteQuestion(held, path.with_name("报告(1).xlsx"))
        ),
        "ask_changed_outside": lambda: ask.ask_changed_outside(path),
        "ask_locked": lambda: ask.ask_locked(locked, may_take_over=True),
        "ask_recovery": lambda: ask.ask_recovery(recovery),
        "ask_backup_instead": lambda: ask.ask_backup_instead("文件已经损坏。", "昨天16:30"),
        "ask_note": lambda: ask.ask_note(NoteQuestion("三、（一）收到申请数", "含上年结转2件。")),
        "ask_paste": lambda: ask.ask_paste(_PASTED),
        "show_error": lambda: ask.show_error(UserError("文件没有打开，请重试。", "errno 5")),
        "show_notes": lambda: ask.show_notes("导出", notes),
    }
    if account is not None:
        questions["ask_import"] = lambda: ask.ask_import(path.name, account)
    return questions


_PASTED = PasteQuestion(
    2,
    1,
    True,
    (
        PasteLine("三、（一）收到申请数 统计数", "198", "200", "", False),
        PasteLine("三、（一）1.当面申请数 统计数", "", "12", "", False),
        PasteLine("二、（二）回应解读的情况 统计数", "", "5", "标题行不填数", True),
    ),
)


def _print_question() -> PrintQuestion:
    printers = _Printers()
    return PrintQuestion(
        printers,
        printers.names(),
        printers.names()[0],
        PageOptions(),
        lambda _options: 12,
        lambda _printer: PrintOffset(),
        current_page=3,
    )


def _figure_question(document: Document | None) -> FigureQuestion:
    assert document is not None
    text = "全年共收到申请200件，均已按期办结。"
    start = text.index("200")
    return FigureQuestion(document.form, document.report, text, FigureTarget(start, start + 3))


class _Printers:
    """Two printers; whatever they print goes nowhere."""

    def names(self) -> tuple[str, ...]:
        """Both."""
        return ("办公室 HP LaserJet", "文印室")

    def turns_sheets(self, name: str) -> bool:
        """The first does."""
        return name == self.names()[0]

    def opened(self, name: str) -> QPrinter:
        """One that is not there."""
        assert name in self.names()
        return QPrinter(QPrinter.PrinterMode.HighResolution)

    def ask_properties(self, printer: QPrinter, parent: QWidget) -> bool:
        """Nothing to set."""
        return not (printer and parent)

"""What dialogs ask about is shown as it is written, whatever Qt might see in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.plain_text.shown_texts import html_among, taken_for_html, tips_all_over
from tests.gui.plain_text.watched_picture import WatchedPicture
from xjdesk.core.errors import UserError
from xjdesk.gui.figures.figure_dialog import FigureDialog
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.figures.target import FigureTarget
from xjdesk.gui.files.backups_dialog import BackupsDialog
from xjdesk.gui.files.questions import BackupList, ListedBackup, RecoveryQuestion
from xjdesk.gui.files.recovery_dialog import RecoveryDialog
from xjdesk.gui.fonts_button import FontsButton
from xjdesk.gui.fonts_dialog import FontsDialog
from xjdesk.gui.icons import Icons
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.printing.dialog import PrintDialog
from xjdesk.gui.printing.job import PrintOffset, PrintQuestion
from xjdesk.gui.read_only_banner import ReadOnlyBanner
from xjdesk.gui.services import Services
from xjdesk.gui.words.word_list_dialog import WordListDialog
from xjdesk.resource_files import resource
from xjdesk.storage.backups.backup_folder import Backup, BackupReason
from xjdesk.storage.user_words import UserWords, WordLine, WordPair
from xjdesk.typesetting.fonts.font_report import font_report
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Face

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices, FakeDialogs

Show = Callable[[QWidget], None]


@pytest.fixture
def shows_plainly(picture: WatchedPicture, qtbot: QtBot) -> Show:
    """Shows a window, and fails unless it says all as it is written."""

    def show(window: QWidget) -> None:
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        assert html_among(tips_all_over(window)) == taken_for_html(window) == []
        assert not picture.was_opened()

    return show


def test_the_choice_of_a_number(
    opened: MainWindow, picture: WatchedPicture, shows_plainly: Show
) -> None:
    document = opened.document
    assert document is not None
    before = "<b>收到</b>"
    target = FigureTarget(len(before), len(before) + 3)
    question = FigureQuestion(document.form, document.report, f"{before}200件", target)
    dialog = FigureDialog(question)
    assert before in dialog.context.text()
    assert picture.html in dialog.preview.text()
    shows_plainly(dialog)


def test_a_printer(picture: WatchedPicture, devices: FakeDevices, shows_plainly: Show) -> None:
    gone = replace(devices, printers=(picture.html,), gone=True)
    question = PrintQuestion(
        gone, gone.names(), picture.html, PageOptions(), lambda _options: 3, _no_offset
    )
    dialog = PrintDialog(question)
    dialog.accept()
    assert picture.html in dialog.fault.text()
    shows_plainly(dialog)


def _no_offset(_printer: str) -> PrintOffset:
    return PrintOffset()


def test_the_words_of_the_user(picture: WatchedPicture, shows_plainly: Show) -> None:
    lines = (WordLine(picture.html), WordLine("", WordPair(picture.html, "<b>乙</b>")))
    dialog = WordListDialog(UserWords(lines), Path("<b>词表</b>.txt"))
    assert picture.html in dialog.unread.text()
    assert dialog.problem.text()
    shows_plainly(dialog)


def test_fonts(picture: WatchedPicture, fonts: FontSet, shows_plainly: Show) -> None:
    html = picture.html
    uses = [
        replace(use, family=html, file=html, wanted=html, reason=html, substituted=True)
        for use in font_report(fonts, set(Face))
    ]
    dialog = FontsDialog(uses)
    assert html in dialog.summary.text()
    assert html in dialog.hints.text()
    shows_plainly(dialog)


def test_a_font_that_cannot_be_read(
    opened: MainWindow,
    services: Services,
    dialogs: FakeDialogs,
    picture: WatchedPicture,
    shows_plainly: Show,
    qtbot: QtBot,
) -> None:
    def refuse() -> FontSet:
        raise UserError(f"字体文件“{picture.html}”损坏。")

    button = FontsButton(opened, replace(services, fonts=refuse), opened.page_setup, dialogs)
    button.look_later()
    qtbot.waitUntil(button.isVisible)
    shows_plainly(button)


def test_backups(picture: WatchedPicture, shows_plainly: Show) -> None:
    html = picture.html
    taken = datetime(2026, 3, 1, tzinfo=UTC)
    backup = Backup(Path(f"{html}.xjd"), html, taken, BackupReason.SAVED, "0" * 16, 1)
    listed = (ListedBackup(backup, html, html),)
    shows_plainly(BackupsDialog(BackupList(html, listed, listed)))


def test_what_may_come_back(picture: WatchedPicture, shows_plainly: Show) -> None:
    html = picture.html
    dialog = RecoveryDialog(RecoveryQuestion(html, "今天9:05", (html,), html))
    assert html in dialog.sentence.text()
    shows_plainly(dialog)


def test_who_has_a_file_open(picture: WatchedPicture, shows_plainly: Show) -> None:
    reason = f"只读打开：{picture.html}正在编辑这份报告。"
    shows_plainly(ReadOnlyBanner(reason, Icons(resource).icon("read-only")))

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.gui.files.backup_table import BackupTable
from xjdesk.gui.files.backups_dialog import BackupsDialog
from xjdesk.gui.files.questions import BackupChoice, BackupDeed, BackupList, ListedBackup
from xjdesk.storage.backups.backup_folder import Backup, BackupReason

_NOW = datetime.now(UTC)


def _listed(
    number: int, reason: BackupReason = BackupReason.SAVED, size: int = 30_000
) -> ListedBackup:
    taken = _NOW - timedelta(minutes=number)
    backup = Backup(Path(f"{number}.xjd"), "id", taken, reason, "0" * 16, size)
    return ListedBackup(backup, f"西吉县 {2000 + number}年度", f"统计表 {number} 格")


_MINE = (
    _listed(1),
    _listed(2, BackupReason.REPLACED, 100),
    _listed(3, BackupReason.UNSAVED, 3 * 1024 * 1024 // 2),
)
_OTHERS = (_listed(11), _listed(12))


def _shown(qtbot: QtBot, backups: BackupList) -> BackupsDialog:
    dialog = BackupsDialog(backups)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> BackupsDialog:
    return _shown(qtbot, BackupList("甲&乙.xjd", _MINE, _OTHERS))


def _table(dialog: BackupsDialog) -> BackupTable:
    table = dialog.tabs.currentWidget()
    assert isinstance(table, BackupTable)
    return table


def _column(table: BackupTable, header: str) -> list[str]:
    model, across = table.model(), Qt.Orientation.Horizontal
    headers = [model.headerData(column, across) for column in range(model.columnCount())]
    column = headers.index(header)
    assert not table.isColumnHidden(column)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def _chosen(listed: Sequence[ListedBackup], number: int, deed: BackupDeed) -> BackupChoice:
    return BackupChoice(listed[number].backup, deed)


def test_of_the_open_document_everything_is_told(dialog: BackupsDialog) -> None:
    table = _table(dialog)
    assert dialog.tabs.tabText(0) == "本文件（甲&&乙.xjd）"
    assert all(time.startswith(("今天", "昨天")) for time in _column(table, "时间"))
    assert _column(table, "来由") == ["保存", "被覆盖前", "未保存的内容"]
    assert _column(table, "内容")[0] == "西吉县 2001年度"
    assert _column(table, "与现在相比") == ["统计表 1 格", "统计表 2 格", "统计表 3 格"]
    assert _column(table, "大小") == ["30 KB", "1 KB", "1.5 MB"]
    assert any("Ctrl+Z" in label.text() for label in dialog.findChildren(QLabel))


def test_the_newest_is_selected_ready_to_be_looked_into(
    dialog: BackupsDialog, qtbot: QtBot
) -> None:
    assert dialog.focusWidget() is _table(dialog)
    assert dialog.choice() == _chosen(_MINE, 0, BackupDeed.OPEN)
    qtbot.keyClick(_table(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(_table(dialog), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == BackupsDialog.DialogCode.Accepted
    assert dialog.choice() == _chosen(_MINE, 1, BackupDeed.OPEN)


def test_the_button_goes_back_to_the_selected_backup(dialog: BackupsDialog) -> None:
    _table(dialog).selectRow(2)
    dialog.restore.click()
    assert dialog.result() == BackupsDialog.DialogCode.Accepted
    assert dialog.choice() == _chosen(_MINE, 2, BackupDeed.RESTORE)


def test_a_double_click_looks_into_it(dialog: BackupsDialog, qtbot: QtBot) -> None:
    table = _table(dialog)
    at = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not dialog.isVisible()
    assert dialog.choice() == _chosen(_MINE, 1, BackupDeed.OPEN)


def test_those_of_other_documents_stand_by_themselves(dialog: BackupsDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    assert _table(dialog).rowCount() == 2
    with pytest.raises(AssertionError):
        _column(_table(dialog), "与现在相比")
    _table(dialog).selectRow(1)
    dialog.restore.click()
    assert dialog.choice() == _chosen(_OTHERS, 1, BackupDeed.RESTORE)


def test_with_nothing_selected_there_is_nothing_to_do(dialog: BackupsDialog) -> None:
    _table(dialog).clearSelection()
    assert dialog.choice() is None
    assert not dialog.look.isEnabled()
    assert not dialog.restore.isEnabled()
    dialog.tabs.setCurrentIndex(1)
    assert dialog.restore.isEnabled()


def test_without_a_document_there_is_one_list(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, BackupList("", (), _OTHERS))
    assert dialog.tabs.count() == 1
    assert dialog.tabs.tabBar().isHidden()
    assert dialog.choice() == _chosen(_OTHERS, 0, BackupDeed.OPEN)


@pytest.mark.parametrize(
    ("backups", "words"),
    [
        (BackupList("", (), ()), "还没有备份"),
        (BackupList("甲.xjd", (), _OTHERS), "这个文件还没有备份"),
    ],
)
def test_an_empty_list_says_so(qtbot: QtBot, backups: BackupList, words: str) -> None:
    dialog = _shown(qtbot, backups)
    assert words in _table(dialog).none.text()
    assert _table(dialog).none.isVisible()
    assert not dialog.look.isEnabled()
    assert dialog.choice() is None


def test_escape_goes_back(dialog: BackupsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(_table(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == BackupsDialog.DialogCode.Rejected


def test_titles_are_shown_as_they_are(qtbot: QtBot) -> None:
    listed = ListedBackup(_MINE[0].backup, "<img src='//甲/乙'>", "")
    dialog = _shown(qtbot, BackupList("", (), (listed,)))
    tip = _table(dialog).model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_a_backup_that_cannot_be_opened_is_listed_and_cannot_be_chosen(qtbot: QtBot) -> None:
    damaged = ListedBackup(_MINE[0].backup, "已损坏，不能打开", "", is_usable=False)
    dialog = _shown(qtbot, BackupList("甲.xjd", (damaged, _MINE[1]), ()))
    assert dialog.choice() is None
    assert not dialog.look.isEnabled()
    assert not dialog.restore.isEnabled()
    _table(dialog).setCurrentIndex(_table(dialog).model().index(1, 0))
    assert dialog.look.isEnabled()
    assert dialog.choice() == _chosen(_MINE, 1, BackupDeed.OPEN)

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from xjdesk.gui.fonts_dialog import FontsDialog
from xjdesk.typesetting.fonts.font_report import FontUse, font_report
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face


@pytest.fixture
def bundled_uses(fonts: FontSet) -> tuple[FontUse, ...]:
    """Every face is played by a bundled font."""
    return font_report(fonts, set(Face))


@pytest.fixture
def installed_uses(bundled_uses: tuple[FontUse, ...]) -> list[FontUse]:
    """Every face has the font wished for."""
    return [
        replace(use, family=use.wanted, file="a.ttf", substituted=False, bundled=False, reason="")
        for use in bundled_uses
    ]


def _rows(dialog: FontsDialog) -> list[list[str]]:
    table = dialog.table
    rows: list[list[str]] = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        rows.append([item.text() for item in items if item])
    return rows


def test_every_font_is_shown_with_what_it_stands_for(
    bundled_uses: tuple[FontUse, ...], qtbot: QtBot
) -> None:
    dialog = FontsDialog(bundled_uses)
    qtbot.addWidget(dialog)
    rows = _rows(dialog)
    assert len(rows) == 6
    assert rows[0] == ["正文和统计表", "仿宋体", "XJ FangSong（代替）", "随程序附带"]
    assert rows[3][1:3] == ["小标宋体（方正小标宋简体）", "XJ XiaoBiaoSong（代替）"]
    assert rows[5] == ["生僻字", "—", "XJ KaiTi", "随程序附带"]
    assert "没有可用的仿宋、楷体、黑体、方正小标宋简体、宋体" in dialog.summary.text()


def test_usual_fonts_need_no_hint(installed_uses: list[FontUse], qtbot: QtBot) -> None:
    dialog = FontsDialog(installed_uses)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "都是公文通常使用的字体" in dialog.summary.text()
    assert not dialog.hints.isVisible()
    assert _rows(dialog)[0] == ["正文和统计表", "仿宋体", "仿宋", "本机：a.ttf"]


def test_missing_title_font_alone_is_hinted_at(
    bundled_uses: tuple[FontUse, ...], installed_uses: list[FontUse], qtbot: QtBot
) -> None:
    uses = [
        ours if ours.face is Face.XIAOBIAOSONG else theirs
        for ours, theirs in zip(bundled_uses, installed_uses, strict=True)
    ]
    dialog = FontsDialog(uses)
    qtbot.addWidget(dialog)
    assert "没有可用的方正小标宋简体，" in dialog.summary.text()
    assert "右键单击" in dialog.hints.text()
    assert "可选功能" not in dialog.hints.text()


def test_reason_why_an_installed_font_is_not_used_is_told(
    bundled_uses: tuple[FontUse, ...], qtbot: QtBot
) -> None:
    reason = "fzxbsjw.ttf不可用（字体许可不允许嵌入文件）"
    uses = [
        replace(use, reason=reason) if use.face is Face.XIAOBIAOSONG else use
        for use in bundled_uses
    ]
    dialog = FontsDialog(uses)
    qtbot.addWidget(dialog)
    assert f"小标宋体：{reason}。" in dialog.hints.text()
    assert "未找到" not in dialog.hints.text()


def test_document_without_text_has_no_table(qtbot: QtBot) -> None:
    dialog = FontsDialog(())
    qtbot.addWidget(dialog)
    dialog.show()
    assert "没有文字" in dialog.summary.text()
    assert not dialog.table.isVisible()


def test_close_button_closes(bundled_uses: tuple[FontUse, ...], qtbot: QtBot) -> None:
    dialog = FontsDialog(bundled_uses)
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert not dialog.isVisible()

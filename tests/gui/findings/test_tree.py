"""The list of findings as it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from xjdesk.checks.finding import Finding
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.findings.ways_out import Answer

MESSAGE = "三、（二）申请办结数 198，（三）申请答复数 100，相差 98 件，请核实其余各件如何办结。"
FINDING = Finding("T-1", Severity.QUERY, (SIGNER,), MESSAGE, basis="1")


def _height(panel: FindingsPanel) -> int:
    return panel.view.visualRect(panel.model.index_of_row(0)).height()


def test_rows_are_as_high_as_their_words_need(
    panel: FindingsPanel, tell: Callable[..., None], qtbot: QtBot
) -> None:
    tell(FINDING)
    before = _height(panel)
    panel.view.setFixedWidth(panel.view.width() // 2)
    qtbot.waitUntil(lambda: _height(panel) > before)
    narrow = _height(panel)
    tell(replace(FINDING, message="请核实。"))
    qtbot.waitUntil(lambda: _height(panel) < narrow)


def test_rows_grow_with_the_font(
    panel: FindingsPanel, tell: Callable[..., None], qtbot: QtBot
) -> None:
    tell(FINDING)
    before = _height(panel)
    font = panel.view.font()
    font.setPointSizeF(2 * font.pointSizeF())
    panel.view.setFont(font)
    qtbot.waitUntil(lambda: _height(panel) >= 2 * before)


def test_what_is_settled_is_drawn_otherwise(
    panel: FindingsPanel, tell: Callable[..., None], qtbot: QtBot
) -> None:
    def picture() -> QImage:
        qtbot.wait(1)
        panel.view.expandAll()
        place = panel.view.visualRect(panel.model.index_of_row(0))
        return panel.view.viewport().grab(place).toImage()

    hint = replace(FINDING, severity=Severity.HINT)
    tell(hint)
    as_open = picture()
    panel.view.setCurrentIndex(panel.model.index_of_row(0))
    panel.detail.ways.answered.emit(Answer.DISMISS)
    panel.view.clearSelection()
    # Drawn anew when Qt comes to it.
    qtbot.waitUntil(lambda: picture() != as_open)

"""Choosing a cell, and how its number is written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.gui.figures.figure_dialog import FigureDialog
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.figures.target import FigureTarget

_RECEIVED = CellAddress("statistics", "received", "count")
_CLOSED = CellAddress("statistics", "closed", "count")
_TEXT = "共收到申请200件。"


class Asked:
    """The dialog about words of a text."""

    def __init__(self, form: Form, report: Report, qtbot: QtBot) -> None:
        self._form = form
        self._report = report
        self._qtbot = qtbot

    def __call__(
        self,
        text: str = _TEXT,
        written: str = "200",
        source: FigureSource | None = None,
        report: Report | None = None,
        last_year: LastYear | None = None,
    ) -> FigureDialog:
        start = text.index(written)
        target = FigureTarget(start, start + len(written), source)
        question = FigureQuestion(self._form, report or self._report, text, target, last_year)
        dialog = FigureDialog(question)
        self._qtbot.addWidget(dialog)
        return dialog


@pytest.fixture
def asked(form: Form, sample: Report, qtbot: QtBot) -> Asked:
    return Asked(form, sample, qtbot)


def _choose_kind(dialog: FigureDialog, kind: FigureKind) -> None:
    dialog.kind.setCurrentIndex(list(FigureKind).index(kind))


def test_the_likeliest_cell_is_on_top_and_chosen(asked: Asked) -> None:
    dialog = asked()
    assert dialog.cells.shown_names()[0] == "三、（一）收到申请数"
    assert dialog.source() == FigureSource(FigureKind.VALUE, (_RECEIVED,))
    assert dialog.preview.text() == "正文写作“200”：三、（一）收到申请数 200。"
    assert dialog.ok.isEnabled()


def test_it_is_worked_from_the_search_line_alone(asked: Asked, qtbot: QtBot) -> None:
    dialog = asked()
    dialog.show()
    dialog.search.insert("办结")
    assert all("办结" in name for name in dialog.cells.shown_names())
    assert dialog.source() == FigureSource(FigureKind.VALUE, (_CLOSED,))
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert "按时办结数 50" in dialog.preview.text()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.source() == FigureSource(FigureKind.VALUE, (_CLOSED,))


def test_every_word_searched_for_has_to_be_there(asked: Asked) -> None:
    dialog = asked()
    dialog.search.setText("复议 148")
    assert dialog.cells.shown_names() == []
    assert dialog.source() is None
    assert not dialog.ok.isEnabled()
    assert dialog.preview.text() == "请选一个指标。"
    dialog.search.setText("办结 148")
    assert dialog.cells.shown_names() == ["三、（二）2.延期办结数"]
    assert dialog.ok.isEnabled()


def test_a_blank_cell_cannot_be_taken(asked: Asked, sample: Report) -> None:
    report = apply(sample, Change(_RECEIVED, sample.value(_RECEIVED), None))
    dialog = asked(report=report, source=FigureSource(FigureKind.VALUE, (_RECEIVED,)))
    assert not dialog.ok.isEnabled()
    assert "收到申请数 未填" in dialog.preview.text()
    dialog.search.setText("申请办结数")
    assert dialog.ok.isEnabled()


def test_last_years_number_is_typed(asked: Asked) -> None:
    dialog = asked("同比增长5.5%。", "5.5%")
    dialog.search.setText("收到申请数")
    assert not dialog.ok.isEnabled()
    assert dialog.preview.text() == "请填一个数，或者选一格。"
    dialog.second.setEditText("１60")
    assert dialog.source() == FigureSource(FigureKind.GROWTH, (_RECEIVED, Decimal(160)), 1)
    assert dialog.preview.text() == (
        "正文写作“增长25.0%”：（三、（一）收到申请数 200−160）÷160=25.0%。"
    )
    dialog.decimals.setValue(0)
    assert "“增长25%”" in dialog.preview.text()
    dialog.second.setEditText("0")
    assert not dialog.ok.isEnabled()


def test_a_share_is_of_another_cell(asked: Asked) -> None:
    dialog = asked("占99%。", "99%")
    dialog.search.setText("申请办结数")
    dialog.second.setCurrentIndex(dialog.second.findText("三、（一）收到申请数 200"))
    assert dialog.source() == FigureSource(FigureKind.SHARE, (_CLOSED, _RECEIVED), 0)
    assert "写作“99%”" in dialog.preview.text()


def test_only_what_the_kind_needs_is_asked(asked: Asked) -> None:
    dialog = asked()
    dialog.show()
    seen = {}
    for kind in FigureKind:
        _choose_kind(dialog, kind)
        seen[kind] = (dialog.second.isVisible(), dialog.decimals.isVisible())
    assert seen == {
        FigureKind.VALUE: (False, False),
        FigureKind.DIFFERENCE: (True, False),
        FigureKind.SHARE: (True, True),
        FigureKind.CHANGE: (True, False),
        FigureKind.GROWTH: (True, True),
        FigureKind.YEAR_ON_YEAR: (True, True),
    }


@pytest.mark.parametrize(
    "source",
    [
        FigureSource(FigureKind.VALUE, (_CLOSED,)),
        FigureSource(FigureKind.DIFFERENCE, (_RECEIVED, _CLOSED)),
        FigureSource(FigureKind.GROWTH, (_CLOSED, Decimal("150.5")), 3),
    ],
)
def test_what_was_chosen_before_is_shown(asked: Asked, source: FigureSource) -> None:
    dialog = asked(source=source)
    assert dialog.source() == source


def test_words_that_are_no_number_are_not_taken(asked: Asked) -> None:
    dialog = asked()
    _choose_kind(dialog, FigureKind.CHANGE)
    dialog.second.setEditText("去年")
    assert dialog.source() is None
    assert not dialog.ok.isEnabled()


@pytest.fixture
def last_year(form: Form, sample: Report) -> LastYear:
    """A year in which 180 applications were received and nothing else is known."""
    report = replace(sample, year=sample.year - 1, values={_RECEIVED: Decimal(180)})
    return LastYear(report, form, {_RECEIVED: _RECEIVED, _CLOSED: _CLOSED})


def test_last_years_number_is_filled_in_for_the_chosen_cell(
    asked: Asked, last_year: LastYear
) -> None:
    dialog = asked(last_year=last_year)
    _choose_kind(dialog, FigureKind.YEAR_ON_YEAR)
    assert dialog.second.currentText() == "180"
    assert dialog.source() == FigureSource(
        FigureKind.YEAR_ON_YEAR, (_RECEIVED, Decimal(180)), 1, "件"
    )
    assert "正文写作“较上年增加20件，增长11.1%”" in dialog.preview.text()


def test_what_last_year_left_blank_is_asked_for(asked: Asked, last_year: LastYear) -> None:
    dialog = asked(last_year=last_year)
    _choose_kind(dialog, FigureKind.GROWTH)
    dialog.cells.choose(_CLOSED)
    assert dialog.second.currentText() == ""
    assert not dialog.ok.isEnabled()
    assert "上年报告没有填" in dialog.preview.text()


def test_what_is_not_comparable_is_called_so_and_not_offered(
    asked: Asked, last_year: LastYear
) -> None:
    dialog = asked(last_year=replace(last_year, same={}))
    _choose_kind(dialog, FigureKind.YEAR_ON_YEAR)
    assert dialog.source() is None
    assert not dialog.ok.isEnabled()
    assert "口径已变，与上年不可比" in dialog.preview.text()


def test_shares_and_differences_are_left_to_the_user(asked: Asked, last_year: LastYear) -> None:
    dialog = asked(last_year=last_year)
    _choose_kind(dialog, FigureKind.SHARE)
    assert dialog.second.currentText() == ""

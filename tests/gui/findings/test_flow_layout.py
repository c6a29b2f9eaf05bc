"""Widgets side by side, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk.gui.findings.flow_layout import FlowLayout
from xjdesk.gui.findings.wrapping_button import WrappingButton

pytestmark = pytest.mark.usefixtures("qapp")

GAP = 4
WIDE = 2000
LONG = "把正文的“召开会议或专题会议4次”改为“召开会议或专题会议0次”，与统计表一致"


def _places(words: Sequence[str], width: int) -> list[QRect]:
    host = QWidget()
    layout = FlowLayout(GAP, host)
    for word in words:
        layout.addWidget(WrappingButton(word))
    height = layout.heightForWidth(width)
    layout.setGeometry(QRect(0, 0, width, height))
    places = [item.geometry() for n in range(layout.count()) if (item := layout.itemAt(n))]
    assert max((place.bottom() + 1 for place in places), default=0) == height
    return places


def test_short_ones_share_a_line_where_there_is_room(qapp: QApplication) -> None:
    first, second = _places(["转到正文", "转到统计表"], WIDE)
    assert first.top() == second.top()
    assert second.left() == first.right() + 1 + GAP
    above, below = _places(["转到正文", "转到统计表"], first.width() + GAP)
    assert (above.left(), below.left()) == (0, 0)
    assert below.top() == above.bottom() + 1 + GAP


def test_a_long_one_has_its_line_and_is_as_high_as_it_needs(qapp: QApplication) -> None:
    room = WrappingButton(LONG).sizeHint().width() // 2
    short, long = _places(["填0", LONG], room)
    assert long.width() == room
    assert long.height() > short.height()
    assert long.top() > short.bottom()


@given(st.lists(st.sampled_from(["填0", "转到统计表", LONG]), max_size=6), st.integers(80, WIDE))
def test_none_covers_another_and_all_are_within_the_width(words: list[str], width: int) -> None:
    places = _places(words, width)
    for number, place in enumerate(places):
        assert place.left() >= 0
        assert place.right() < width
        assert not any(place.intersects(other) for other in places[:number])


def test_one_that_is_taken_out_leaves_no_gap(qapp: QApplication) -> None:
    host = QWidget()
    layout = FlowLayout(GAP, host)
    buttons = [WrappingButton(word, host) for word in ("填0", "转到统计表")]
    for button in buttons:
        layout.addWidget(button)
    layout.removeWidget(buttons[0])
    layout.setGeometry(QRect(0, 0, WIDE, WIDE))
    assert layout.count() == 1
    assert buttons[1].geometry().left() == 0

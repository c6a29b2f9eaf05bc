from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocument

from xjdesk.gui.plain_tip import plain_tip


def _shown(tip: str) -> str:
    """What a tooltip shows, which asks the same question."""
    document = QTextDocument()
    if Qt.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


@given(st.text("<>&'\"甲a= \n/!-[]img;lt?") | st.sampled_from(["<b>甲</b>", "&lt;b&gt;"]))
@example("<img src='//甲/乙.png'>")
@example("甲 &lt;b&gt;.xjd")
@example("<!-- 甲 -->  乙\n\n丙")
@example("<?xml?>")
def test_what_looks_like_html_is_shown_as_it_is_written(text: str) -> None:
    assert _shown(plain_tip(text)) == text


@pytest.mark.parametrize("text", ["", "【核实】办结数 < 收到数", "甲\n<b>乙</b>", "A&B"])
def test_what_does_not_is_left_alone(text: str) -> None:
    assert plain_tip(text) == text

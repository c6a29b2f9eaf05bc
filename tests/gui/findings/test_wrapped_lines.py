"""Text broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from xjdesk.gui.findings.wrapped_lines import wrapped_lines

MESSAGE = "三、（二）申请办结数 198，（三）申请答复数 100，相差 98 件，请核实其余各件如何办结。"


@given(
    st.text(st.sampled_from("国（）“”，。A1 😀𬱖—"), min_size=1, max_size=80),
    st.integers(60, 400),
)
def test_no_letter_is_lost_and_no_line_too_long(qapp: QApplication, text: str, width: int) -> None:
    font = QFont()
    lines = wrapped_lines(text, font, width, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())
    metrics = QFontMetrics(font)
    # Punctuation may hang, and what is measured alone may differ by a fraction.
    assert all(metrics.horizontalAdvance(line) <= width + metrics.maxWidth() for line in lines)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_is_too_long_ends_with_an_ellipsis(qapp: QApplication, most: int) -> None:
    whole = wrapped_lines(MESSAGE, QFont(), 120, 1000)
    assert len(whole) > 3
    lines = wrapped_lines(MESSAGE, QFont(), 120, most)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert lines[:-1] == whole[: most - 1]


def test_what_fits_is_left_whole(qapp: QApplication) -> None:
    assert wrapped_lines("请核实。", QFont(), 400, 1) == ("请核实。",)
    assert wrapped_lines("", QFont(), 400, 4) in ((), ("",))

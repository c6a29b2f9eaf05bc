"""What other programs, and this one, find on the clipboard for a range of cells."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from xjdesk.gui.cell_range import read_range
from xjdesk.gui.range_clip import harmless, range_clip, range_in

_FIELD = st.text(st.sampled_from("甲1= \t\n'\"<-+@"), max_size=5)
_AT_THE_END = """
from PySide6.QtGui import QGuiApplication
from xjdesk.gui.range_clip import range_clip
application = QGuiApplication([])
application.clipboard().setMimeData(range_clip([["=1", "2"]]))
print(application.clipboard().text())
"""


@pytest.mark.parametrize(
    "text", ["=1+1", "+86-1", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1", "－A1", "=cmd|' /C'!A0"]
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    assert harmless(text) == f"'{text}".replace("\t", " ")


@pytest.mark.parametrize("text", ["-5", "+5.00", "5000", "-0.5%", "甲", "'甲", ""])
def test_plain_numbers_and_words_are_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_line_breaks_and_tabs_do_not_tear_the_rows_apart() -> None:
    lines = read_range(range_clip([["一\n二\t三", '"四\r\n"五']]).text())
    assert lines == [["一／二 三", '"四／"五']]


def test_the_table_beside_it_holds_text_as_it_was_written() -> None:
    html = range_clip([["=1+1\n二", "<img src='//甲/乙'>&"]]).html()
    assert "'=1" not in html
    assert '=1+1<br style="mso-data-placement: same-cell">二</td>' in html
    assert "<img" not in html
    assert "&lt;img src=&#x27;//甲/乙&#x27;&gt;&amp;</td>" in html
    assert html.count("<td") == html.count("<td style='mso-number-format:\"\\@\"'>") == 2


@pytest.mark.parametrize("text", ["0", "200", "-3", "12.5", "0.001"])
def test_a_number_that_a_worksheet_shows_as_it_is_can_be_reckoned_with(text: str) -> None:
    assert f"<td>{text}</td>" in range_clip([[text]]).html()


@pytest.mark.parametrize("text", ["007", "+5", "5.10", "1" * 14, "1.2345", "1e5", "１", "5-6", ""])
def test_other_numbers_are_kept_as_they_were_written(text: str) -> None:
    assert f"<td style='mso-number-format:\"\\@\"'>{text}</td>" in range_clip([[text]]).html()


def test_half_a_character_can_be_copied() -> None:
    clip = range_clip([["\ud800甲"]])
    assert "�甲" in clip.text()
    assert "�甲" in clip.html()
    assert range_in(clip) == [["�甲"]]


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(_FIELD, min_size=n, max_size=n))))
def test_this_program_finds_the_fields_as_they_were(rows: list[list[str]]) -> None:
    assert range_in(range_clip(rows)) == rows


def test_a_table_with_merged_cells_tells_where_its_fields_belong() -> None:
    clip = QMimeData()
    clip.setText("总计\t5\n1\t2\t3")
    clip.setHtml(
        "<table><tr><td colspan=2>总计</td><td>5</td></tr>"
        "<tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert range_in(clip) == [["总计", "", "5"], ["1", "2", "3"]]


def test_without_merged_cells_the_text_beside_the_table_is_taken() -> None:
    clip = QMimeData()
    clip.setText("1\t2")
    clip.setHtml("<table><tr><td>1.00</td><td>2.00</td></tr></table>")
    assert range_in(clip) == [["1", "2"]]


def test_of_another_program_the_text_is_taken() -> None:
    clip = QMimeData()
    clip.setText("1\t=2\r\n3\t4\r\n")
    assert range_in(clip) == [["1", "=2"], ["3", "4"]]


def test_what_is_still_on_the_clipboard_at_the_end_does_no_harm() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _AT_THE_END],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "'=1\t2")

"""Tables on the clipboard, as Excel, WPS and Word write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.clip_table import table_in

_EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=ProgId content=Excel.Sheet>
<style><!-- td {mso-number-format:General;} --></style></head>
<body><table border=0 cellpadding=0 width=216 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=72 span=3 style='width:54pt'>
 <tr height=18>
  <td height=18 rowspan=2 class=xl65 width=72>申请人<br>
    情况</td>
  <td colspan=2 class=xl66 width=144>法人&nbsp;或其他</td>
 </tr>
 <tr height=18><td>企业</td><td align=right>1,234</td></tr>
 <tr height=18><td></td><td align=right x:num="5">5</td><td></td></tr>
<!--EndFragment-->
</table></body></html>"""

_WORD = """<html><body lang=ZH-CN><!--StartFragment-->
<table class=MsoTableGrid><tr><td colspan=2><p class=MsoNormal><b>总计<o:p></o:p></b></p></td>
<td><p class=MsoNormal>12<span style='display:none;mso-hide:all'>34</span></p>
<p class=MsoNormal>件</p></td></tr></table><!--EndFragment--></body></html>"""


def _rows(html: str) -> list[list[str]]:
    found = table_in(html)
    assert found is not None
    return found.rows


def test_merged_cells_of_a_worksheet_leave_the_others_in_their_columns() -> None:
    found = table_in(_EXCEL)
    assert found is not None
    assert found.has_merged
    assert found.rows == [
        ["申请人\n情况", "法人\xa0或其他", ""],
        ["", "企业", "1,234"],
        ["", "5", ""],
    ]


def test_of_a_word_processor_paragraphs_are_lines_and_hidden_words_are_left_out() -> None:
    assert _rows(_WORD) == [["总计", "", "12\n件"]]


def test_a_table_without_merged_cells_says_so() -> None:
    found = table_in("<table><tr><td>1<td>2<tr><td>3<td>4</table>")
    assert found is not None
    assert not found.has_merged
    assert found.rows == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>1\t2</p>",
        "<table></table>",
        "<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>",
        "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>",
        "<table>" + "<tr><td>1</td></tr>" * 3000 + "</table>",
        "<table><tr>" + "<td>1</td>" * 300 + "</tr></table>",
        "<table><tr><td colspan=1999>1</td></tr></table>",
    ],
)
def test_what_is_no_table_of_a_form_is_left_to_the_text(html: str) -> None:
    assert table_in(html) is None


@pytest.mark.parametrize("span", ["0", "-1", "9" * 4000, "２", "x", ""])
def test_a_strange_span_is_one_place(span: str) -> None:
    assert _rows(f"<table><tr><td colspan='{span}'>1</td><td>2</td></tr></table>") == [["1", "2"]]


def test_a_cell_that_reaches_below_the_last_row_ends_there() -> None:
    assert _rows("<table><tr><td rowspan=9>1</td><td>2</td></tr></table>") == [["1", "2"]]


_PIECES = st.sampled_from(
    (
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>"),
        *("<td colspan=2>", "<td rowspan=2>", "<p style='display:none'>", "</p>"),
        *("<style>", "</style>", "<!--", "-->", "<![if !mso]>", "<br>", "<"),
        *("甲", "&nbsp;", "&#x1F600;"),
    )
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_whatever_is_written_there_is_a_table_or_none(html: str) -> None:
    found = table_in(html)
    if found is not None:
        assert len({len(row) for row in found.rows}) == 1
        assert not any("<td" in field for row in found.rows for field in row)

"""Text copied in Word, WPS and browsers, as paragraphs with their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.pasting.word_html import MOST_CHARACTERS, paragraphs_in

_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"仿宋",serif;} @list l0:level1 {} --></style>
</head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><b><span style='mso-list:Ignore'>（一）<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></b><![endif]><b>强化组织领导。<span
lang=EN-US><o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'>　　全年召开会议<span lang=EN-US>4</span>次<a
style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>，
印发文件<span lang=EN-US style='mso-spacerun:yes'>  </span>12件<span
style='display:none;mso-hide:all'>内部掌握</span>。</p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>●<span>&nbsp; </span></span>加强培训。</p>
<div style='mso-element:footnote-list'><p class=MsoFootnoteText>[1] 见附件。</p></div>
<!--EndFragment--></body></html>"""

_WPS = """<html><head><meta name="Generator" content="WPS Office"></head><body>
<!--StartFragment--><div class="Section0">
<p class=MsoNormal style="text-indent:32pt;"><span style="font-family:仿宋">一是</span><span>公开
政策</span></p><p class=16 style="margin-left:0"><span style="mso-list:Ignore;">1.&nbsp;</span>推进
重点领域<br>信息公开</p></div><!--EndFragment--></body></html>"""


def test_of_word_the_numbers_of_lists_are_kept_and_all_else_is_dropped() -> None:
    assert paragraphs_in(_WORD) == (
        "（一）强化组织领导。",
        "全年召开会议4次，印发文件 12件。",
        "加强培训。",
    )


def test_of_wps_a_line_break_begins_a_paragraph() -> None:
    assert paragraphs_in(_WPS) == ("一是公开政策", "1.推进重点领域", "信息公开")


def test_lists_of_web_pages_are_numbered() -> None:
    html = (
        "<ol><li>甲</li><li><p>乙</p><ol><li>丙</li></ol></li><li>丁</li></ol><ul><li>戊</li></ul>"
    )
    assert paragraphs_in(html) == ("1.甲", "2.乙", "1.丙", "3.丁", "戊")


def test_a_list_goes_on_where_it_says_so() -> None:
    assert paragraphs_in("<ol start=3><li>丙<li>丁</ol>") == ("3.丙", "4.丁")


def test_headings_are_paragraphs_and_rows_of_tables_too() -> None:
    html = (
        "<h2>一、总体情况</h2><table><tr><td><p>项目</p></td><td>数</td></tr>"
        "<tr><td>收到</td><td>5</td></tr></table>"
    )
    assert paragraphs_in(html) == ("一、总体情况", "项目 数", "收到 5")


@pytest.mark.parametrize(
    "html",
    ["", "   ", "<p>&nbsp;</p>", "<style>p{}</style>", "<!-- 甲 -->", "<p hidden>甲</p>"],
)
def test_where_nothing_is_seen_there_are_no_paragraphs(html: str) -> None:
    assert paragraphs_in(html) == ()


def test_too_much_is_left_to_the_plain_text() -> None:
    assert paragraphs_in("甲" * (MOST_CHARACTERS + 1)) is None


def test_characters_that_no_report_holds_are_gone() -> None:
    assert paragraphs_in("<p>甲&#8203;乙&#x200E;&#7;丙&#x2028;丁</p>") == ("甲乙丙丁",)


_PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<ol>", "</ol>", "<ol start=9>", "<ul>", "<li>", "</li>", "<br>"),
        *("<span style='mso-list:Ignore'>", "</span>", "<div style='display:none'>", "</div>"),
        *("<table><tr><td>", "</td></tr></table>", "<style>", "</style>", "<!--", "-->"),
        *("甲", "1.", "&nbsp;", "\x00", "&#0;", "&#8232;", "<![if !mso]>", "<", "\r\n", "\u3000"),
    )
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_whatever_is_written_there_gives_clean_paragraphs(html: str) -> None:
    found = paragraphs_in(html)
    assert found is not None
    for text in found:
        assert text == text.strip()
        assert text
        assert text.isprintable() or "\u3000" in text

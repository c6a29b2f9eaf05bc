"""The paragraphs of what Word and WPS copy."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.pasting import word_clips as clips
from xjdesk.gui.pasting.word_html import is_from_word, paragraphs_of_word

_MARKUP = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            (
                *("<p class=MsoNormal>", "</p>", "<br>", "<h1>", "</h4>", "<o:p>", "</o:p>"),
                *("<ol start=9>", "<ol type=i>", "</ol>", "<li value=3>", "<li>", "</li>", "<ul>"),
                *("<table>", "<tr>", "<td>", "<th>", "</td>", "</tr>", "</table>", "<a b='"),
                *("<span style='mso-list:Ignore'>", "<span style='display:none'>", "</span>"),
                *("<![if !supportLists]>", "<![endif]>", "<![", "<!", "<!--", "-->", "<?"),
                *("<style>", "</style>", "<script", "<title>", "<textarea>", "<", ">"),
                *("&nbsp;", "&#0;", "&#x1b;", "&#xd800;", "&", "&#"),
                *("\x00", "\x85", "\u2028", "\u3000", "\ufeff", "１", "一"),
            )
        ),
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (clips.WORD_PARAGRAPHS, clips.WORD_PARAGRAPHS_SEEN),
        (clips.WORD_LIST, clips.WORD_LIST_SEEN),
        (clips.WORD_NOTES, clips.WORD_NOTES_SEEN),
        (clips.WORD_TABLE, clips.WORD_TABLE_SEEN),
        (clips.WORD_WORDS, ("会议4次",)),
        (clips.WPS, clips.WPS_SEEN),
    ],
    ids=["paragraphs", "lists", "notes and revisions", "table", "a few words", "WPS"],
)
def test_the_words_and_numbers_stay_and_nothing_else(markup: str, seen: tuple[str, ...]) -> None:
    assert is_from_word(markup)
    assert paragraphs_of_word(markup) == seen


@pytest.mark.parametrize(
    "markup",
    ["", "纯文字", clips.SHEET, '<html><body><p class="content">网页</p></body></html>'],
    ids=["nothing", "plain text", "a worksheet", "a web page"],
)
def test_what_neither_word_nor_wps_wrote_is_told_apart(markup: str) -> None:
    assert not is_from_word(markup)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<ol><li>甲<ol type=a><li>乙<li>丙</ol><li>丁</ol>", ("1.甲", "a.乙", "b.丙", "2.丁")),
        ("<ol type=I start=4><li>甲<li value=9>乙<li>丙</ol>", ("IV.甲", "IX.乙", "X.丙")),
        (
            "<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol>",
            ("十、甲", "十一、乙"),
        ),
        ("<ol><li>2024年<li></li><li>乙</ol>丙", ("1、2024年", "3.乙", "丙")),
        ("<ol start=99999999999999999999><li>甲</ol>", ("1.甲",)),
        ("<p>甲<p>乙<h4>丙</h4>丁", ("甲", "乙", "丙", "丁")),
        ("全年\r\n公开 a\r\nb 条", ("全年公开 a b 条",)),
        ("<p>甲<span style='MSO-HIDE: all'>乙</p><p>丙", ("甲", "丙")),
        ("<table><tr><td>甲<table><tr><td>乙<td>丙</table>丁<td>戊</table>", ("甲 乙 丙 丁 戊",)),
        ("<p>甲<style>p {", ("甲",)),
        ("<p>甲\uf0a7乙\u00ad丙\u200d丁", ("甲乙丙丁",)),
    ],
)
def test_markup_is_read_as_a_browser_shows_it(written: str, seen: tuple[str, ...]) -> None:
    assert paragraphs_of_word(written) == seen


@given(_MARKUP)
def test_whatever_the_markup_is_clean_paragraphs_come_of_it(markup: str) -> None:
    found = paragraphs_of_word(markup)
    assert sum(map(len, found)) <= 8 * len(markup)
    for paragraph in found:
        assert paragraph
        assert paragraph == paragraph.strip()
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in paragraph)


@pytest.mark.parametrize(
    "piece",
    [
        *("<a ", "<a b='", "<a b=\"<a b='", "<a =\"'", "<a" + " " * 99, "<", "</p", "</i>"),
        *("<!", "<!--", "<![", "<?", "<style>", "<script", "&", "&#"),
        *("<p>", "<b>", "<ol><li>甲", "<table><tr><td>"),
    ],
)
def test_much_broken_markup_is_read_in_bounded_time(piece: str) -> None:
    # Where each piece is tried anew up to the end, the test runs into its time limit.
    paragraphs_of_word(piece * (400_000 // len(piece)))


def test_markup_without_end_is_not_read() -> None:
    assert paragraphs_of_word("<p>甲</p>" * 1_000_000) == ()

"""Web pages: what is seen of them is read, wherever the report stands, and within bounds."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.text.written_reports import Written, plain_page, site_page, written
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.exchange.text.account import Certainty
from xjdesk.exchange.text.reader import ImportedReport, read_report
from xjdesk.exchange.text.source import ImportFailedError
from xjdesk.exchange.text.web_page import read_page
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM: Form = _FORMS.form("zfxxgk-2021")
_SOURCE: Written = written(_FORM, clean_report(HUAIAN_2024, _FORM))
_PAGE = plain_page(_SOURCE)


def _read(page: str | bytes) -> ImportedReport:
    return read_report(page.encode() if isinstance(page, str) else page, "年报.html", _FORMS)


def _lines(markup: str) -> list[str]:
    return [line.text for line in read_page(markup).lines]


def test_paragraphs_are_lines_and_rows_are_cells_with_tabs() -> None:
    markup = "<h1>年报</h1><p>一<b>二</b>三<br>四</p><table><tr><td>甲<td>乙<tr><td><td>1</table>"
    assert _lines(markup) == ["年报", "一二三", "四", "甲\t乙", "\t1"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>不见</script>",
        "<style>不见</style>",
        "<!-- 不见 -->",
        "<p style='DISPLAY: none'>不见</p>",
        "<p hidden>不见</p>",
        "<div style='mso-hide:all'><p>不见</p></div>",
        "<noscript>不见</noscript><select><option>不见</option></select>",
        "<del>不见</del>",
    ],
)
def test_what_nobody_sees_is_not_read(markup: str) -> None:
    assert _lines(f"<p>前</p>{markup}<p>后</p>") == ["前", "后"]


def test_cells_know_the_columns_that_they_reach_over() -> None:
    markup = (
        "<table><tr><td rowspan=2>甲<td colspan=3>乙<tr><td>1<td colspan=2>2"
        "<tr><td>丙<td>3<td>4<td>5</table>"
    )
    assert [line.boxes for line in read_page(markup).lines] == [
        ((0, 1), (1, 4)),
        ((1, 2), (2, 4)),
        ((0, 1), (1, 2), (2, 3), (3, 4)),
    ]


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    inner = "<table><tr><td>规章</td><td>0</td></tr></table>"
    markup = f"<table><tr><td>菜单</td><td><p>标题</p>{inner}</td></tr></table>"
    assert _lines(markup) == ["菜单", "标题", "规章\t0"]


def test_menus_and_footers_are_left_out_and_summed_up() -> None:
    imported = _read(site_page(_SOURCE, "utf-8"))
    assert imported.report.chapters == _SOURCE.report.chapters
    assert imported.account.is_page
    assert any("首页" in line for line in imported.account.left_out)
    assert any("ICP" in line for line in imported.account.left_out)
    assert sum("网站文字" in sentence for sentence in imported.account.sentences()) == 1


def test_the_title_may_stand_outside_the_article() -> None:
    title = _SOURCE.report.field(fields.TITLE)
    page = site_page(_SOURCE, "utf-8")
    assert _read(page).report.field(fields.TITLE) == title
    headless = page.replace(f"<h1>{title}</h1>", "")
    assert _read(headless).report.field(fields.TITLE) == title


def _with_wide_cell(text: str) -> str:
    """The page with two cells of a row made one, for which it is not said whose it is."""
    narrow = '<td rowspan="1" colspan="1"><p><span>0</span></p></td>'
    wide = f'<td rowspan="1" colspan="2"><p><span>{text}</span></p></td>'
    start = _PAGE.index("3.要求提供公开出版物")
    end = _PAGE.index("</tr>", start)
    return _PAGE[:start] + _PAGE[start:end].replace(narrow * 2, wide, 1) + _PAGE[end:]


def test_a_row_with_a_value_for_two_columns_is_left_out() -> None:
    imported = _read(_with_wide_cell("7"))
    assert not any(address.row == "publication" for address in imported.report.values)
    assert any("6个数，与7列对不上" in told for told in imported.account.sentences())


def test_blank_cells_made_one_are_blank_cells() -> None:
    values = _read(_with_wide_cell("")).report.values
    there = [address.column for address in values if address.row == "publication"]
    assert there == ["research", "charity", "legal", "other", "total"]


def test_a_row_that_lacks_a_cell_is_left_out() -> None:
    cell = '<td rowspan="1" colspan="1"><p><span>25</span></p></td>'
    page = _PAGE.replace(cell, "", 1)
    imported = _read(page)
    known = _SOURCE.report.values
    assert all(known[address] == entry for address, entry in imported.report.values.items())
    assert {a.row for a in known if a not in imported.report.values} == {"repeated"}
    assert imported.account.certainty is Certainty.CHECK


def test_a_web_archive_is_read() -> None:
    head = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    packed = base64.encodebytes(_PAGE.encode()).decode()
    data = f"{head}{packed}\r\n--b--\r\n".encode()
    assert _read(data).report.values == _SOURCE.report.values


def test_a_piece_of_a_page_is_a_page() -> None:
    assert _read(_PAGE[_PAGE.index("<h1>") :]).report.values == _SOURCE.report.values


_HARMLESS: dict[str, Callable[[], str]] = {
    "giant columns": lambda: _PAGE.replace('colspan="1"', 'colspan="1000000"', 40),
    "giant rows": lambda: _PAGE.replace('rowspan="1"', 'rowspan="99999999"'),
    "no spans": lambda: _PAGE.replace('span="1"', 'span="-1x"'),
    "a style of megabytes": lambda: _PAGE.replace("<h1>", f"<style>{'a{}' * 10**6}</style><h1>"),
    "open elements": lambda: _PAGE.replace("<h1>", "<font>" * 1500 + "<h1>"),
    "an entity": lambda: f"<!DOCTYPE html [<!ENTITY a 'b'>]>{_PAGE}",
    "a declaration": lambda: f"<?xml version='1.0' encoding='gb2312'?>{_PAGE}",
    "null characters": lambda: _PAGE.replace("规章", "规\0章"),
}


@pytest.mark.parametrize("trick", _HARMLESS)
def test_odd_markup_is_read_all_the_same(trick: str) -> None:
    assert _read(_HARMLESS[trick]()).report.values == _SOURCE.report.values


_REFUSED: dict[str, Callable[[], str]] = {
    "deep": lambda: "<html>" + "<div>" * 100_000 + _PAGE,
    "deep tables": lambda: "<html>" + "<table><tr><td>" * 30_000 + _PAGE,
    "cells": lambda: "<html><table><tr>" + "<td>0" * 140_000 + _PAGE,
    "elements": lambda: "<html>" + "<i></i>" * 400_000 + _PAGE,
    "words": lambda: "<html><p>" + "政府" * 150_000 + _PAGE,
    "nothing": lambda: "<html><script>2016年度报告</script></html>",
}


@pytest.mark.parametrize("trick", _REFUSED)
def test_a_page_beyond_all_bounds_is_refused_in_one_sentence(trick: str) -> None:
    with pytest.raises(ImportFailedError) as caught:
        _read(_REFUSED[trick]())
    assert caught.value.sentence.count("。") == 1
    assert "年报.html" in caught.value.sentence


_TAGS = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=0>", "</td>"),
        *("<p>", "</p>", "<div>", "</div>", "<h1>", "<span hidden>", "</span>", "<br>"),
        *("文字", "&nbsp;", "<", "&"),
    ]
)


@settings(deadline=None)
@given(st.lists(_TAGS, max_size=60).map("".join))
def test_any_markup_is_read(markup: str) -> None:
    page = read_page(markup)
    assert all(0 <= start < end <= len(page.lines) for start, end in page.parts)
    for line in page.lines:
        assert "\n" not in line.text
        assert not line.boxes or len(line.boxes) == line.text.count("\t") + 1

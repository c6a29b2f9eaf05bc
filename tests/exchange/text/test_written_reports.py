"""Reports in the form of 2021, written out in many ways: read right, or told as unread."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.text.written_reports import (
    KEEPING_BLANKS,
    PLAIN,
    Written,
    plain_page,
    plain_text,
    site_page,
    with_texts,
    written,
)
from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, SUQIAN_2023, clean_report
from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import read_entry
from xjdesk.core.report import Report
from xjdesk.exchange.text.account import Certainty
from xjdesk.exchange.text.reader import ImportedReport, read_report
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM: Form = _FORMS.form("zfxxgk-2021")
_REPORTS = {name: written(_FORM, clean_report(name, _FORM)) for name in CLEAN_REPORTS}
_PAGES = {
    "a page": lambda source: plain_page(source).encode(),
    "a page without spans": lambda source: plain_page(source, spans=False).encode(),
    "a site in GBK": lambda source: site_page(source).encode("gbk"),
    "a site in UTF-8": lambda source: site_page(source, "utf-8").encode(),
}
_WAYS = (*PLAIN, *_PAGES)
_PDF_TEXTS = sorted((Path(__file__).parent / "pdf_texts").glob("*.txt"))
_FAULTS = st.sampled_from(["", "", "/", "-", "无", "0件", "１２", "3,119", "0.5"])
_CELLS = st.sampled_from(sorted(_REPORTS[HUAIAN_2024].texts, key=str))
_LONG_LABELS = sorted(
    row.label for row in _FORM.table("requests").rows if len(row.label) > 8 and row.is_indicator
)


def _read(source: Written, way: str) -> ImportedReport:
    data = _PAGES[way](source) if way in _PAGES else plain_text(source, way).encode()
    return read_report(data, "年报", _FORMS)


def _unaltered(source: Written, imported: ImportedReport) -> None:
    """Every value that was read stands in the cell in which it was written."""
    for address, entry in imported.report.values.items():
        unit = _FORM.counting(address).unit
        assert entry == read_entry(source.texts.get(address, ""), unit), address


def _lost(source: Written, imported: ImportedReport) -> set[CellAddress]:
    return {a for a, text in source.texts.items() if text and a not in imported.report.values}


@pytest.mark.parametrize("name", CLEAN_REPORTS)
@pytest.mark.parametrize("way", _WAYS)
def test_a_clean_report_reads_the_same_however_it_is_written(name: str, way: str) -> None:
    source = _REPORTS[name]
    imported = _read(source, way)
    assert imported.report.values == source.report.values
    assert imported.report.chapters == source.report.chapters
    assert imported.report.year == source.report.year
    for address in (fields.TITLE, fields.ORGAN, fields.DATE):
        assert imported.report.field(address) == source.report.field(address)
    assert imported.account.certainty is Certainty.CERTAIN
    assert imported.unplaced == ()


@pytest.mark.parametrize("blank", [" ", "　", "  "])
@pytest.mark.parametrize("way", PLAIN)
def test_a_blank_behind_the_number_of_a_label_makes_no_value_of_it(way: str, blank: str) -> None:
    source = _REPORTS[HUAIAN_2024]
    text = re.sub(r"(?m)(?<!\d)(\d)\.(?=[^\s\d])", rf"\1{blank}.", plain_text(source, way))
    imported = read_report(text.encode(), "年报.txt", _FORMS)
    assert imported.report.values == source.report.values
    assert imported.unplaced == ()


@pytest.mark.parametrize("path", _PDF_TEXTS, ids=lambda path: path.stem)
def test_the_text_of_a_real_pdf_has_the_values_of_its_tables(path: Path) -> None:
    source = _REPORTS[HUAIAN_2024]
    imported = read_report(path.read_bytes(), path.name, _FORMS)
    assert imported.report.values == source.report.values
    assert imported.report.year == 2024
    assert imported.report.field(fields.ISSUER) == "淮安市人民政府"
    read = {chapter.id: chapter for chapter in imported.report.chapters}
    for chapter in source.report.chapters:
        assert read[chapter.id].heading == chapter.heading
        assert bool(read[chapter.id].paragraphs) == bool(chapter.paragraphs)


def test_values_without_labels_beside_them_are_left_out_and_told() -> None:
    lines = plain_text(_REPORTS[HUAIAN_2024], "a cell on a line").split("\n")
    label = lines.index("2.重复申请")
    del lines[label]
    imported = read_report("\n".join(lines).encode(), "年报.txt", _FORMS)
    _unaltered(_REPORTS[HUAIAN_2024], imported)
    assert {a.row for a in _lost(_REPORTS[HUAIAN_2024], imported)} >= {"repeated"}
    assert imported.account.certainty is Certainty.CHECK
    assert any("重复申请" in sentence for sentence in imported.account.sentences())


@pytest.mark.parametrize("way", ["blanks", "a cell on a line"])
def test_a_row_with_a_value_too_few_is_left_out_where_blanks_keep_no_place(way: str) -> None:
    blank = CellAddress("requests", "granted", "research")
    source = with_texts(_REPORTS[HUAIAN_2024], {blank: ""})
    imported = _read(source, way)
    _unaltered(source, imported)
    assert {address.row for address in _lost(source, imported)} == {"granted"}
    assert any("6个数，与7列对不上" in told for told in imported.account.sentences())
    assert imported.account.certainty is Certainty.CHECK


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(_CELLS, _FAULTS, max_size=12), st.sampled_from(_WAYS))
def test_no_value_is_altered_or_lands_in_another_cell(
    faults: dict[CellAddress, str], way: str
) -> None:
    source = with_texts(_REPORTS[HUAIAN_2024], faults)
    imported = _read(source, way)
    _unaltered(source, imported)
    told = " ".join(imported.account.sentences())
    for address in _lost(source, imported):
        assert source.texts[address] in told


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(_CELLS, _FAULTS, max_size=12),
    st.sampled_from([way for way in _WAYS if way in KEEPING_BLANKS or way in _PAGES]),
)
def test_where_blanks_keep_their_place_everything_is_read(
    faults: dict[CellAddress, str], way: str
) -> None:
    source = with_texts(_REPORTS[SUQIAN_2023], faults)
    lost = _lost(source, _read(source, way))
    # A blank at the end of a row that is filled up with blanks may be one of those.
    ends = {a.row for a, text in faults.items() if not text}
    assert all(way == "bars" and address.row in ends for address in lost)


_NUMBERED = replace(
    _REPORTS[HUAIAN_2024],
    texts={a: str(1000 + n) for n, a in enumerate(_REPORTS[HUAIAN_2024].texts)},
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(PLAIN)), st.data())
def test_a_line_that_is_lost_moves_no_value_to_another_column(
    way: str, data: st.DataObject
) -> None:
    lines = plain_text(_NUMBERED, way).split("\n")
    lost = data.draw(st.integers(1, len(lines) - 2))
    text = "\n".join(lines[:lost] + lines[lost + 1 :])
    written_at = {text: address for address, text in _NUMBERED.texts.items()}
    report = read_report(text.encode(), "年报.txt", _FORMS).report
    for address, entry in report.values.items():
        home = written_at[str(entry)]
        # A row that has lost its label is taken for the heading above it, which is an error there.
        is_heading = not _FORM.row_of(address).is_indicator
        assert home.column == address.column
        assert home.row == address.row or is_heading


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_LONG_LABELS), st.data(), st.sampled_from(_WAYS))
def test_a_misprinted_label_is_understood_and_told(
    label: str, data: st.DataObject, way: str
) -> None:
    start = data.draw(st.integers(2, len(label) - 2))
    misprint = label[:start] + data.draw(st.sampled_from(["", "某"])) + label[start + 1 :]
    source = replace(_REPORTS[HUAIAN_2024], labels={label: misprint})
    imported = _read(source, way)
    _unaltered(source, imported)
    assert not _lost(source, imported)
    if re.sub(r"\W", "", misprint) != re.sub(r"\W", "", label):
        assert imported.account.certainty is not Certainty.CERTAIN
        assert any("相似" in told for told in imported.account.sentences())


def test_a_label_as_an_office_really_misprinted_it_is_named() -> None:
    labels = {"2.其他法律行政法规禁止公开": "2.其他法律行政止公开"}
    source = replace(_REPORTS[HUAIAN_2024], labels=labels)
    account = _read(source, "a page").account
    doubts = [doubt for table in account.tables for doubt in table.doubts]
    assert [(doubt.label, doubt.row.id) for doubt in doubts] == [
        ("（三）不予公开2.其他法律行政止公开", "refused_by_law")
    ] or doubts[0].row.id == "refused_by_law"
    assert account.certainty is Certainty.FAIR


def _merged(name: str) -> tuple[Report, str, str]:
    """A page on which （六）其他处理 is one row, with the values of 3.其他."""
    source = _REPORTS[name]
    page = plain_page(source)
    rows = re.findall(r"<tr>.*?</tr>", page)
    under = [n for n, row in enumerate(rows) if "不再处理其政府信息公开申请" in row]
    first, second, third = rows[under[0]], rows[under[1]], rows[under[1] + 1]
    label = "<td colspan=2><p><span>（六）其他处理</span></p></td>"
    values = third.split("</td>", 1)[1].removesuffix("</tr>")
    merged = f"<tr>{label}{values}</tr>"
    return source.report, page.replace(first, "").replace(second, "").replace(third, merged), merged


def test_a_heading_with_values_of_its_own_keeps_them() -> None:
    report, page, _ = _merged(HUAIAN_2024)
    read = read_report(page.encode(), "年报.html", _FORMS).report
    table = _FORM.table("requests")
    for column in table.columns:
        there = CellAddress("requests", "otherwise", column.id)
        assert read.value(there) == report.value(
            CellAddress("requests", "other_results", column.id)
        )
        for row in ("not_amended", "not_paid", "other_results"):
            assert CellAddress("requests", row, column.id) not in read.values


@pytest.mark.parametrize("name", CLEAN_REPORTS)
@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("table", ["disclosure", "requests", "review"])
def test_the_words_of_a_table_without_values_are_no_text_of_its_chapter(
    name: str, way: str, table: str
) -> None:
    source = _REPORTS[name]
    blank = with_texts(source, {a: "" for a in source.texts if a.table == table})
    imported = _read(blank, way)
    assert {a.table for a in imported.report.values} == {a.table for a in source.texts} - {table}
    assert imported.report.chapters == source.report.chapters

"""Invented reports, arranged as those of other offices are: everything is placed or listed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress
from xjdesk.core.change import content_at
from xjdesk.core.numbers import read_entry, show_entry
from xjdesk.core.table import Table
from xjdesk.exchange.text.reader import ImportedReport, read_report
from xjdesk.exchange.text.source import Ledger, Role, decode_text
from xjdesk.storage.form_library import shipped_forms

_FOLDER = Path(__file__).parent / "reports"
_FORMS = shipped_forms()
_TABLE: Table = _FORMS.form("zfxxgk-2014").tables[0]
_NAMES = sorted(path.stem for path in _FOLDER.iterdir())


def _read(name: str) -> ImportedReport:
    path = _FOLDER / f"{name}.txt"
    return read_report(path.read_bytes(), path.name, _FORMS)


def _lines(name: str) -> list[str]:
    path = _FOLDER / f"{name}.txt"
    return [line.raw for line in Ledger(decode_text(path.read_bytes(), path.name)).lines]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", _NAMES)
def test_every_character_is_placed_once_or_listed(name: str) -> None:
    imported = _read(name)
    for number, line in enumerate(_lines(name)):
        seen: Counter[int] = Counter()
        for placement in imported.placements:
            if placement.line == number:
                seen.update(range(placement.start, placement.end))
        assert all(count == 1 for count in seen.values()), line
        listed = "".join(u.text for u in imported.unplaced if u.line == number + 1)
        left = "".join(c for column, c in enumerate(line) if column not in seen)
        assert _squeezed(listed) == _squeezed(left)


@pytest.mark.parametrize("name", _NAMES)
def test_what_is_placed_stands_in_the_report_unaltered(name: str) -> None:
    imported = _read(name)
    lines = _lines(name)
    pieces: dict[object, str] = {}
    for placement in imported.placements:
        if placement.role is Role.VALUE and placement.address is not None:
            text = lines[placement.line][placement.start : placement.end]
            pieces[placement.address] = pieces.get(placement.address, "") + text
    report = imported.report
    for address, text in report.fields.items():
        if address not in (fields.DIRECTION, fields.ISSUER):
            assert _squeezed(pieces[address]) == _squeezed(text)
    for address, entry in report.values.items():
        assert read_entry(pieces[address], _TABLE.row(address.row).unit) == entry
    texts = [p.text for chapter in report.chapters for p in chapter.paragraphs]
    placed = [a for a in pieces if str(a).startswith("narrative/") and "heading" not in str(a)]
    assert len(placed) == len(texts)


@pytest.mark.parametrize("name", _NAMES)
def test_digits_taken_for_captions_number_rows_or_belong_to_a_label(name: str) -> None:
    imported = _read(name)
    lines = _lines(name)
    labels = _bare("".join(row.label for row in _TABLE.rows))
    for placement in imported.placements:
        text = lines[placement.line][placement.start : placement.end]
        if placement.role is Role.CAPTION and placement.address is None and re.search(r"\d", text):
            is_serial_number = placement.start == 0 and text.strip("|\t ").isdigit()
            assert is_serial_number or _bare(text) in labels


def _bare(text: str) -> str:
    return re.sub(r"[\s（）():.、]", "", text)


@pytest.mark.parametrize(
    ("name", "year", "values", "chapters"),
    [
        ("bureau-opening-with-a-colon", 2017, 0, "overview disclosure requests problems"),
        ("bureau-published-a-year-later", 2017, 0, "overview disclosure requests problems"),
        ("bureau-with-other-labels", 2017, 56, "overview disclosure requests problems"),
        ("bureau-with-serial-numbers", 2017, 53, "overview disclosure requests problems"),
        ("county-broken-by-width", 2015, 56, "overview disclosure requests added_4 problems"),
        ("county-cell-by-cell", 2018, 56, "overview disclosure requests problems"),
        ("county-labels-in-sentences", 2016, 0, "overview disclosure requests added_4 problems"),
        ("county-with-local-rows", 2014, 56, "overview disclosure requests problems"),
        ("county-with-two-tables", 2017, 56, "overview disclosure requests problems"),
        (
            "department-from-website",
            2017,
            56,
            "overview disclosure requests added_4 problems added_6",
        ),
        ("township-without-table", 2018, 0, "overview disclosure requests added_4 problems"),
    ],
)
def test_year_values_and_chapters_are_found(
    name: str, year: int, values: int, chapters: str
) -> None:
    report = _read(name).report
    assert report.year == year
    assert len(report.values) == values
    assert [chapter.id for chapter in report.chapters[1:]] == chapters.split()


def test_no_caption_and_no_row_of_a_table_gets_into_the_narrative() -> None:
    for name in _NAMES:
        for chapter in _read(name).report.chapters:
            for paragraph in chapter.paragraphs:
                assert "\t" not in paragraph.text
                assert not paragraph.text.startswith(("附件1", "附表", "统计指标"))


def test_a_second_table_is_listed_and_not_mixed_in() -> None:
    imported = _read("county-with-two-tables")
    disclosed = imported.report.value(CellAddress("statistics", "disclosed", "count"))
    assert show_entry(disclosed) == "1200"
    assert any("行政区域汇总" in piece.text for piece in imported.unplaced)
    assert imported.report.field(fields.HEAD) == "王军"


def test_an_opening_that_ends_in_a_colon_is_no_addressee() -> None:
    report = _read("bureau-opening-with-a-colon").report
    assert report.field(fields.ADDRESSEE) == ""
    assert report.chapters[0].paragraphs[0].text.endswith("报告如下：")


def test_signers_labels_spelt_otherwise_and_unknown_labels_keep_apart() -> None:
    report = _read("bureau-with-other-labels").report
    assert report.field(fields.HEAD) == "王军"
    assert report.field(fields.PREPARER) == "张丽"
    assert report.field(fields.SIGNER) == "张三 李四"
    assert report.field(fields.NUMBER) == "固教发〔2018〕3号"


def test_content_at_every_placed_address_exists() -> None:
    for name in _NAMES:
        imported = _read(name)
        for placement in imported.placements:
            if placement.role is Role.VALUE and placement.address is not None:
                assert content_at(imported.report, placement.address) not in (None, "", ())

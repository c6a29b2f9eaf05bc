from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import ImportedReport, read_report
from xjdesk.exchange.text.source import ImportFailedError, Placement, Role
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import UnknownFormError, shipped_forms

_FORMS = shipped_forms()
_SAMPLE = resource("samples", "xiji-2016.txt").read_text(encoding="utf-8")


def _read(text: str, form: str | None = None) -> ImportedReport:
    return read_report(text.encode(), "报告.txt", _FORMS, form)


def _cell(row: str) -> CellAddress:
    return CellAddress("statistics", row, "count")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _content(report: Report, placement: Placement) -> str:
    match placement.address:
        case CellAddress() as address:
            return show_entry(report.value(address))
        case FieldAddress() as address:
            return report.field(address)
        case HeadingAddress() as address:
            return report.chapter(address.chapter).heading
        case ParagraphAddress() as address:
            return report.chapter(address.chapter).paragraphs[address.paragraph].text
        case YearAddress():
            return str(report.year)
        case FindingAddress() | NoteAddress() | None:
            return ""


def test_every_character_of_the_sample_is_accounted_for() -> None:
    imported = _read(_SAMPLE)
    assert imported.unplaced == ()
    lines = _SAMPLE.splitlines()
    covered: Counter[tuple[int, int]] = Counter()
    pieces: dict[object, str] = {}
    captions = set(
        _squeezed("".join(r.label + r.unit for r in _FORMS.form("zfxxgk-2014").tables[0].rows))
    )
    captions |= set(
        "统计指标单位统计数附件：抄送印发单位负责人审核人填报人联系电话填报日期填报单位（盖章）"
    )
    for placement in imported.placements:
        text = lines[placement.line][placement.start : placement.end]
        for column in range(placement.start, placement.end):
            covered[placement.line, column] += 1
        if placement.role is Role.VALUE and not isinstance(placement.address, YearAddress):
            pieces[placement.address] = pieces.get(placement.address, "") + _squeezed(text)
        elif placement.role is Role.CAPTION:
            assert set(_squeezed(text)) <= captions, text
        elif placement.role is Role.REPEATED:
            known = "".join(map(_squeezed, imported.report.fields.values()))
            assert _squeezed(text) in known
    for number, line in enumerate(lines):
        for column, character in enumerate(line):
            assert character.isspace() or covered[number, column] == 1, (number, column, line)
    for placement in imported.placements:
        if placement.role is Role.VALUE and placement.address in pieces:
            assert pieces[placement.address] == _squeezed(_content(imported.report, placement))


def test_everything_in_the_report_comes_from_the_sample() -> None:
    imported = _read(_SAMPLE)
    placed = {p.address for p in imported.placements if p.role is Role.VALUE}
    report = imported.report
    inferred = {fields.DIRECTION, fields.ISSUER}
    assert set(report.fields) - inferred <= placed
    assert set(report.values) <= placed
    for chapter in report.chapters:
        for number in range(len(chapter.paragraphs)):
            assert ParagraphAddress(chapter.id, number) in placed


def test_the_fields_of_the_sample_are_read() -> None:
    report = _read(_SAMPLE).report
    assert report.year == 2016
    assert {str(address): text for address, text in report.fields.items()} == {
        "letterhead/issuer": "西吉县人民政府",
        "letterhead/number": "西政发〔2017〕12号",
        "letterhead/direction": "上行文",
        "letterhead/title": "西吉县人民政府\n关于2016年政府信息公开工作年度报告",
        "letterhead/addressee": "固原市人民政府",
        "signoff/annex_note": "西吉县政府信息公开情况统计表",
        "signoff/organ": "西吉县人民政府",
        "signoff/date": "2017年1月19日",
        "signoff/annex_title": "西吉县政府信息公开情况统计表",
        "signoff/head": "毛兆平",
        "signoff/reviewer": "马存福",
        "signoff/preparer": "刘秀琴",
        "signoff/phone": "0954-3012401",
        "signoff/filled_on": "2017年1月19日",
        "imprint/copies_to": "县委书记，人大常委会主任，政府县长，政协主席。\n县委，人大，政协。",
        "imprint/printed_by": "西吉县人民政府办公室",
        "imprint/printed_on": "2017年1月19日",
    }


def test_the_chapters_of_the_sample_are_read() -> None:
    chapters = _read(_SAMPLE).report.chapters
    assert [(c.id, c.heading, len(c.paragraphs)) for c in chapters] == [
        ("preface", "", 1),
        ("overview", "一、工作开展情况", 3),
        ("disclosure", "二、主动公开政府信息情况", 6),
        ("requests", "三、办理政府信息依申请公开情况", 1),
        ("problems", "四、存在的主要问题及2017年工作思路", 2),
    ]
    assert "2016年１月１日" in chapters[0].paragraphs[0].text


def test_the_values_of_the_sample_are_read_also_the_blank_and_the_stray_one() -> None:
    report = _read(_SAMPLE).report
    expected = {"disclosed": 5000, "website": 4606, "closed_extended": 148, "trainees": 300}
    assert {row: report.value(_cell(row)) for row in expected} == expected
    assert report.value(_cell("staff_full_time")) is None
    assert report.value(_cell("response_channels")) == 0
    assert _cell("channels") not in report.values
    assert len(report.values) == 56


def _other_county(*, table: str) -> str:
    return f"""海原县政府信息公开工作2015年年度报告

    本报告由海原县人民政府办公室编制。
一、概述
2015年，县政府继续推进。
（一）加强领导。成立小组。
二、主动公开政府信息的情况
全年主动公开300条。
三、政府信息依申请公开情况
收到申请2件。
四、行政复议和行政诉讼情况
无。
五、存在问题和改进措施
人员不足。
{table}
海原县人民政府办公室
2016年3月20日
"""


def test_another_countys_report_is_read_by_its_structure() -> None:
    imported = _read(_other_county(table=""))
    report = imported.report
    assert report.year == 2015
    assert [c.id for c in report.chapters] == [
        "preface", "overview", "disclosure", "requests", "added_4", "problems",
    ]  # fmt: skip
    assert report.chapter("added_4").heading == "四、行政复议和行政诉讼情况"
    assert report.field(fields.TITLE) == "海原县政府信息公开工作2015年年度报告"
    assert report.field(fields.ORGAN) == "海原县人民政府办公室"
    assert report.field(fields.DIRECTION) == ""
    assert imported.unplaced == ()
    assert any("没有找到统计表" in remark for remark in imported.remarks)
    assert any("行政复议和行政诉讼情况" in remark for remark in imported.remarks)


def _rows(lines: str) -> str:
    return "统计指标\t单位\t统计数\n" + lines


def test_a_table_with_a_row_on_a_line_and_rows_left_out_is_read() -> None:
    form = _FORMS.form("zfxxgk-2014")
    numbers = {row.id: str(n) for n, row in enumerate(form.tables[0].rows) if row.is_indicator}
    left_out = {"microblog", "litigation_other"}
    lines = [
        "\t".join((row.label.replace("\n", ""), row.unit, numbers.get(row.id, "")))
        for row in form.tables[0].rows
        if row.id not in left_out
    ]
    imported = _read(_other_county(table=_rows("\n".join(lines))))
    got = {a.row: show_entry(v) for a, v in imported.report.values.items()}
    assert got == {row: n for row, n in numbers.items() if row not in left_out}
    assert imported.unplaced == ()
    assert sum("没有找到" in remark and "一行" in remark for remark in imported.remarks) == 2


def test_labels_spelt_otherwise_and_values_that_are_no_numbers_are_read() -> None:
    table = _SAMPLE[_SAMPLE.index("\t统  计  指  标") : _SAMPLE.index("单位负责人")]
    table = table.replace("（一）收到申请数", "(一) 收到申请数").replace("1.当面", "1、当面")
    table = re.sub(r"(4\.信函申请数\s*件\s*)0", r"\1/", table)
    report = _read(_other_county(table=table)).report
    assert report.value(_cell("received")) == Decimal(200)
    assert report.value(_cell("received_in_person")) == 0
    assert report.value(_cell("received_by_letter")) == "/"


def test_what_finds_no_place_is_listed_with_its_line() -> None:
    text = "索引号：640422/2016-00042\n" + _other_county(table="")
    unplaced = _read(text).unplaced
    assert [(u.line, u.text) for u in unplaced] == [(1, "索引号：640422/2016-00042")]


def test_lines_broken_by_width_are_joined_again() -> None:
    broken = "\n".join(line if "\t" in line else _broken(line) for line in _SAMPLE.splitlines())
    imported = _read(broken)
    assert imported.report == _read(_SAMPLE).report
    assert any("按行宽换行" in remark for remark in imported.remarks)


def _broken(line: str) -> str:
    parts, width = [""], 0
    for character in line:
        step = 1 if character.isascii() else 2
        if width + step > 76:
            parts.append("")
            width = 0
        parts[-1] += character
        width += step
    return "\n".join(parts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_of_chinese_offices_are_understood(encoding: str) -> None:
    read = read_report(_SAMPLE.encode(encoding), "a.txt", _FORMS)
    assert read.report == _read(_SAMPLE).report


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "是空的"),
        (b" \n", "是空的"),
        (b"\x7fELF\x00\x01\xff\xfe\x81", "不是纯文本"),
        ("今天天气很好。".encode(), "没有找到报告年度"),
        ("2016年的一篇短文，没有章节。".encode(), "没有认出"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ImportFailedError, match=said):
        read_report(data, "文件.txt", _FORMS)


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UnknownFormError):
        _read(_SAMPLE, "zfxxgk-1999")


def _rearranged(how: str) -> str:
    annex, sign_off = _SAMPLE.index("附件\n"), _SAMPLE.index("单位负责人")
    body, table, tail = _SAMPLE[:annex], _SAMPLE[annex:sign_off], _SAMPLE[sign_off:]
    preface, imprint = body.index("    根据《中华"), tail.index("抄送")
    page_broken = _SAMPLE.replace("\t（二）申请办结数", "— 9 —\n\t（二）申请办结数")
    return {
        "line ends of Windows": _SAMPLE.replace("\n", "\r\n"),
        "no empty lines": re.sub(r"\n[ \t]*\n+", "\n", _SAMPLE),
        "table before the narrative": body[:preface] + table + body[preface:] + tail,
        "imprint before the table": body + tail[imprint:] + "\n" + table + tail[:imprint],
        "page numbers between": page_broken.replace("    （二）加强", "- 2 -\n    （二）加强"),
        "a row on a line": body + re.sub(r"\n\t+", " ", table) + tail,
        "separators and full-width digits": _SAMPLE.replace("4606", "4,606").replace(
            "148", "１４８"
        ),
        "no header row": _SAMPLE.replace("\t统  计  指  标\n\t单位\n\t统计数\n", ""),
    }[how]


@pytest.mark.parametrize(
    "how",
    [
        "line ends of Windows",
        "no empty lines",
        "table before the narrative",
        "imprint before the table",
        "page numbers between",
        "a row on a line",
        "separators and full-width digits",
        "no header row",
    ],
)
def test_the_same_report_arranged_otherwise_reads_the_same(how: str) -> None:
    text = _rearranged(how)
    assert text != _SAMPLE
    imported = _read(text)
    assert imported.report == _read(_SAMPLE).report
    assert imported.unplaced == ()


def test_what_a_website_puts_around_a_report_is_no_part_of_it() -> None:
    imported = _read(f"当前位置：首页 > 年报\n{_SAMPLE}\n【打印本页】\n")
    assert imported.report == _read(_SAMPLE).report
    assert [piece.text for piece in imported.unplaced] == ["当前位置：首页 > 年报", "【打印本页】"]

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.sample_project import sample_project
from tests.storage.stored_formats import stored_entries, whole_project, zipped
from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.project import Project, new_project
from xjdesk.storage.project_errors import (
    DamagedProjectError,
    ForeignFileError,
    NewerProjectError,
    ProjectError,
)
from xjdesk.storage.project_file import (
    FORMAT,
    decode_project,
    decode_stored,
    encode_project,
    read_project,
    write_project,
)

_NAME = Path("报告.xjd")
_TEXT = st.text(max_size=20)
_IDS = st.text("abcxyz_019", min_size=1, max_size=6)
_REPORTS = st.builds(
    Report,
    form_id=_TEXT,
    year=st.integers(2000, 2100),
    fields=st.dictionaries(st.builds(FieldAddress, _IDS, _IDS), _TEXT, max_size=4),
    chapters=st.lists(
        st.builds(Chapter, _IDS, _TEXT, st.lists(_TEXT.map(Paragraph), max_size=3).map(tuple)),
        max_size=3,
        unique_by=lambda chapter: chapter.id,
    ).map(tuple),
    values=st.dictionaries(
        st.builds(CellAddress, _IDS, _IDS, _IDS),
        st.decimals(-(10**15), 10**15, places=2) | st.text(min_size=1, max_size=20),
        max_size=6,
    ),
)


def _with_report(**changed: object) -> bytes:
    """A whole file whose report says so."""
    value: dict[str, Any] = json.loads(stored_entries(FORMAT)["report.json"])
    return whole_project({"report.json": json.dumps({**value, **changed}).encode()})


def test_a_saved_project_opens_equal(tmp_path: Path) -> None:
    path = tmp_path / "西吉 2016.xjd"
    project = new_project(sample_project().report, "form", {"a.txt": b"x"})
    write_project(path, project)
    assert read_project(path) == project
    assert new_project(project.report, "").document_id != project.document_id


def test_a_project_with_all_it_can_hold_opens_equal() -> None:
    project = sample_project()
    assert decode_project(encode_project(project), _NAME) == project


@given(_REPORTS)
def test_any_report_survives_saving(report: Report) -> None:
    project = Project(report, "", "id", {})
    opened = decode_project(encode_project(project), _NAME)
    assert opened == project
    decimals = [str(v) for v in project.report.values.values()]
    assert [str(opened.report.values[a]) for a in project.report.values] == decimals


def test_equal_projects_give_equal_bytes() -> None:
    project = sample_project()
    report = project.report
    other_order = replace(
        project,
        report=replace(
            report,
            fields=dict(list(report.fields.items())[::-1]),
            values=dict(list(report.values.items())[::-1]),
            explanations=dict(list(report.explanations.items())[::-1]),
        ),
    )
    assert encode_project(project) == encode_project(sample_project())
    assert encode_project(project) == encode_project(other_order)


def test_originals_are_written_in_order_under_names_that_lead_nowhere() -> None:
    originals = {"b.txt": b"2", "../a:b.txt": b"1", "B.TXT": b"3"}
    opened = decode_project(encode_project(replace(sample_project(), originals=originals)), _NAME)
    assert opened.originals == {".._a_b.txt": b"1", "B.TXT": b"3", "_b.txt": b"2"}


def test_a_newer_format_is_not_worked_with() -> None:
    newer = whole_project({}, format=FORMAT + 1)
    with pytest.raises(NewerProjectError, match="更新版本"):
        decode_project(newer, _NAME)
    stored = decode_stored(newer, _NAME)
    assert (stored.is_newer, stored.project) == (
        True,
        decode_project(whole_project({}), _NAME),
    )


def test_what_is_not_known_is_passed_over_in_a_newer_format_alone() -> None:
    report: dict[str, Any] = json.loads(stored_entries(FORMAT)["report.json"])
    report["stamp"] = {"by": "王芳"}
    report["chapters"][0]["colour"] = "red"
    changed: dict[str, bytes | None] = {
        "report.json": json.dumps(report).encode(),
        "changes.jsonl": stored_entries(FORMAT)["changes.jsonl"].replace(b"{", b'{"x":1,', 1),
        "notes/1.json": b"{}",
    }
    for one in changed:
        with pytest.raises(DamagedProjectError):
            decode_stored(whole_project({one: changed[one]}), _NAME)
    stored = decode_stored(whole_project(changed, format=FORMAT + 1), _NAME)
    assert stored.is_newer
    assert stored.project.report == sample_project().report
    assert stored.project.changes == sample_project().changes


@pytest.mark.parametrize(
    "changed",
    [
        {"report.json": b"{}"},
        {"report.json": b'"a report of another kind"'},
        {"report.json": None},
        {"changes.jsonl": None},
        {"changes.jsonl": b"{}\n"},
        {"form.toml": None},
        {"form.toml": b"\xff"},
        {"form.toml": b" " * 200_000},
    ],
    ids=lambda changed: "".join(str(changed))[:40],
)
def test_what_cannot_be_understood_is_damaged_or_newer(changed: dict[str, bytes | None]) -> None:
    with pytest.raises(DamagedProjectError):
        decode_stored(whole_project(changed), _NAME)
    with pytest.raises(NewerProjectError):
        decode_stored(whole_project(changed, format=FORMAT + 1), _NAME)


@pytest.mark.parametrize("number", [1, 2])
def test_an_older_file_holds_no_log(number: int) -> None:
    decode_project(whole_project({}, number), _NAME)
    with pytest.raises(DamagedProjectError):
        decode_project(whole_project({"changes.jsonl": b""}, number), _NAME)


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/b", "C:x", "a\\b", "..", "", "a\nb", "originals/../../x"]
)
def test_an_original_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(DamagedProjectError):
        decode_project(whole_project({f"originals/{name}": b"x"}), _NAME)


@pytest.mark.parametrize("data", [b"", b"PK", b"hello", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(ProjectError):
        decode_project(data, _NAME)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="找不到文件“无"):
        read_project(tmp_path / "无.xjd")
    with pytest.raises(ReadError, match="无法读取"):
        read_project(tmp_path)
    with pytest.raises(ReadError, match="无法读取"):
        read_project(Path("a\0b"))


def test_half_a_character_does_not_stand_in_the_way_of_saving() -> None:
    chapter = Chapter("one\ud83d", "\ud83d", (Paragraph("前\ud83d后"),))
    project = Project(Report("f\ud83d", 2016, {}, (chapter,), {}), "", "id", {"\ud83d": b""})
    opened = decode_project(encode_project(project), _NAME)
    assert opened.report.chapters[0].paragraphs[0].text.startswith("前\ufffd")


@pytest.mark.parametrize(
    "number", ["9E+999999", "1E+99999999999", "NaN", "１２", "1" * 40, "0x1", "05", "+5", "1.", ""]
)
def test_a_number_no_cell_can_hold_is_refused(number: str) -> None:
    with pytest.raises(DamagedProjectError, match="已损坏"):
        decode_project(_with_report(values={"a.b.c": {"number": number}}), _NAME)


@pytest.mark.parametrize("number", ["1" * 28, "-0", "-0.00", "123456789012345678.0123456789012345"])
def test_a_number_that_sums_and_quotients_come_to_is_kept(number: str) -> None:
    cell = CellAddress("a", "b", "c")
    report = replace(sample_project().report, values={cell: Decimal(number)})
    opened = decode_project(encode_project(replace(sample_project(), report=report)), _NAME)
    assert str(opened.report.values[cell]) == number


@pytest.mark.parametrize(
    "changed",
    [
        {"year": 0},
        {"year": 10_000},
        {"year": 2016.0},
        {"year": True},
        {"year": 10**4000},
        {"values": {"a.b": {"number": "1"}}},
        {"values": {"a.b.c": {}}},
        {"values": {"a.b.c": {"text": ""}}},
        {"values": {"a.b.c": {"number": "1", "text": "1"}}},
        {"fields": {"report/year": "2016"}},
        {"fields": {"a": ""}},
        {"chapters": [{"id": "a", "heading": "", "paragraphs": []}] * 2},
        {"chapters": [{"id": "a", "heading": "", "paragraphs": [{"text": "", "bold": True}]}]},
        {"explanations": None},
    ],
    ids=lambda changed: "".join(str(changed))[:40],
)
def test_a_report_that_is_none_is_refused(changed: dict[str, object]) -> None:
    decode_project(_with_report(), _NAME)
    with pytest.raises(DamagedProjectError):
        decode_project(_with_report(**changed), _NAME)


def test_a_year_of_more_digits_than_are_read_is_refused() -> None:
    report = stored_entries(FORMAT)["report.json"].replace(b"2016,", b"9" * 5000 + b",", 1)
    with pytest.raises(DamagedProjectError):
        decode_project(whole_project({"report.json": report}), _NAME)


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.xjd"
    project = sample_project()
    paragraphs = (Paragraph("文"),) * 200_000
    chapters = (replace(project.report.chapters[0], paragraphs=paragraphs),)
    cell = CellAddress("a", "b", "c")
    unreadable = {
        "太多": [
            replace(project, originals={"a": bytes(21 * 1024 * 1024)}),
            replace(project, report=replace(project.report, chapters=chapters)),
        ],
        "撤销最近的修改": [
            replace(project, report=replace(project.report, values={cell: Decimal("1" * 40)})),
            replace(project, report=replace(project.report, chapters=project.report.chapters * 2)),
            replace(project, originals={str(n): b"" for n in range(250)}),
            replace(project, document_id="../x"),
        ],
    }
    for reason, projects in unreadable.items():
        for one in projects:
            with pytest.raises(ProjectError, match=reason):
                write_project(path, one)
    assert not path.exists()


def test_a_log_that_is_too_long_does_not_stand_in_the_way_of_saving() -> None:
    project = sample_project()
    change = Change(CellAddress("a", "b", "c"), None, Decimal(5))
    log = (LoggedChange(project.changes[0].when, "王芳", change),) * 9000
    opened = decode_project(encode_project(replace(project, changes=log)), _NAME)
    assert opened.changes == log[:5000]
    assert opened.report == project.report


def test_another_file_renamed_to_a_project_is_called_by_its_kind() -> None:
    data = zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    with pytest.raises(
        ForeignFileError, match="是 Excel 工作簿，不是西吉填报的项目文件，请在 Excel"
    ):
        decode_project(data, _NAME)

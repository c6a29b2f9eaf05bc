"""Files of every format are read, and each step from one format to the next is tried."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.storage.sample_project import (
    DOCUMENT_ID,
    ORIGINAL,
    bound_report,
    compared_report,
    noted_report,
    plain_report,
    sample_project,
)
from tests.storage.stored_formats import stored_entries, stored_formats, stored_project
from xjdesk.core.address import NoteAddress
from xjdesk.core.change_log import ChangeLog
from xjdesk.core.report import Report
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_file import FORMAT, decode_project, decode_stored, encode_project
from xjdesk.storage.project_store import ProjectStore
from xjdesk.storage.records.change_records import log_values
from xjdesk.storage.records.migrations import MIGRATIONS, Records, migrated
from xjdesk.storage.records.report_records import encode_report, report_from

_PATH = Path("报告.xjd")
_FORMATS = range(1, FORMAT + 1)


def _expected(number: int) -> Report:
    reports = (plain_report, bound_report, bound_report, compared_report, noted_report)
    return reports[number - 1]()


def _expected_log(number: int) -> ChangeLog:
    log = sample_project().changes
    if number >= 5:
        return log
    unnoted = tuple(e for e in log if not isinstance(e.change.address, NoteAddress))
    return unnoted if number >= 3 else ()


def _records(number: int) -> Records:
    entries = stored_entries(number)
    report: dict[str, Any] = json.loads(entries["report.json"])
    return Records(report, log_values(entries.get("changes.jsonl", b"")))


def test_every_format_has_its_texts_and_every_older_one_its_migration() -> None:
    assert stored_formats() == tuple(_FORMATS)
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))


@pytest.mark.parametrize("number", _FORMATS)
def test_a_file_of_every_format_opens_with_all_that_it_holds(number: int, tmp_path: Path) -> None:
    opened = ProjectStore(shipped_forms(), BackupFolder(tmp_path)).opened(
        stored_project(number), _PATH
    )
    project = opened.project
    assert project.report == _expected(number)
    # Equal numbers may be written differently, as 5 and 5.00.
    assert encode_report(project.report) == encode_report(_expected(number))
    assert project.document_id == DOCUMENT_ID
    assert project.originals == {"2016年报.txt": ORIGINAL}
    assert project.changes == _expected_log(number)
    assert not opened.is_newer


@pytest.mark.parametrize("number", _FORMATS)
def test_what_is_saved_again_is_of_the_present_format_and_the_same(number: int) -> None:
    project = decode_project(stored_project(number), _PATH)
    saved = decode_stored(encode_project(project), _PATH)
    assert saved.format == FORMAT
    assert saved.project == project


@pytest.mark.parametrize("number", _FORMATS[:-1])
def test_each_migration_leads_to_records_of_the_next_format(number: int) -> None:
    step = MIGRATIONS[number](_records(number))
    assert report_from(migrated(step, number + 1, FORMAT).report) == _expected(number)
    if number + 1 < FORMAT:
        assert step.report.keys() == _records(number + 1).report.keys()


def test_records_of_a_later_format_stay_as_they_are() -> None:
    records = _records(FORMAT)
    assert migrated(records, FORMAT + 1, FORMAT) is records


def test_what_is_written_is_what_the_texts_of_the_present_format_show() -> None:
    """Who changes what is written has to count up the format, and to write a migration."""
    with zipfile.ZipFile(io.BytesIO(encode_project(sample_project()))) as archive:
        written = {name: archive.read(name) for name in archive.namelist()}
    stored = stored_entries(FORMAT)
    # The manifest names the program, of whatever version.
    names = [name for name in stored if name != "manifest.json"]
    assert [name for name in written if name != "manifest.json"] == names
    assert [written[name].decode() for name in names] == [stored[name].decode() for name in names]


def test_the_texts_of_old_formats_differ_as_the_programs_did() -> None:
    kept = [set(stored_entries(number)) for number in _FORMATS]
    assert [("changes.jsonl" in names) for names in kept] == [False, False, True, True, True]
    keys = [json.loads(stored_entries(number)["report.json"]).keys() for number in _FORMATS]
    assert ["explanations" in names for names in keys] == [False, True, True, True, True]
    assert ["notes" in names for names in keys] == [False, False, False, False, True]

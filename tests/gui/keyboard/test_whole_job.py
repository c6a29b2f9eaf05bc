"""A report from the new document to the files that are handed up, without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.gui.keyboard.whole_job import NAME, Job
from tests.own_process import said_by
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.report import Report
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_file import read_project

_VALUES = 60
_MOST_KEYS = 700
"""Keys and key combinations for all of it, input method aside; more would be a step back."""


@dataclass(frozen=True, slots=True)
class _Done:
    job: Job
    folder: Path


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> _Done:
    """The job, done once for all tests."""
    folder = tmp_path_factory.mktemp("job")
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    job = said_by("gui.keyboard.whole_job", Job, folder, environment=environment)
    return _Done(job, folder)


@pytest.fixture(scope="module")
def meant() -> Report:
    """What the clerk typed."""
    return clean_report(HUAIAN_2024, shipped_forms().form("zfxxgk-2021"))


def test_what_is_in_the_file_is_what_was_meant(done: _Done, meant: Report) -> None:
    report = read_project(done.folder / f"{NAME}.xjd").report
    assert dict(report.values) == dict(meant.values)
    for address, text in meant.fields.items():
        assert report.field(address) == text
    for chapter in meant.chapters:
        written = report.chapter(chapter.id).paragraphs
        assert [p.text for p in written if p.text] == [p.text for p in chapter.paragraphs]


def test_the_one_number_mistyped_was_found_and_put_right(done: _Done) -> None:
    before, after = done.job.errors
    assert before > 0
    assert after == 0


def test_the_files_that_are_handed_up_hold_the_report(done: _Done, meant: Report) -> None:
    with pypdfium2.PdfDocument(done.folder / f"{NAME}.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    first = next(p.text for c in meant.chapters for p in c.paragraphs)
    assert first[:12] in "".join(text.split())
    book = load_workbook(done.folder / f"{NAME}.xlsx")
    assert len(book.sheetnames) >= 1


def test_most_numbers_need_not_be_typed_and_few_keys_are_needed(
    done: _Done, meant: Report, record_property: Callable[[str, object], None]
) -> None:
    job = done.job
    keys = sum(job.keys.values())
    record_property("keys", keys)
    assert _VALUES <= job.values < len(meant.values) / 2
    assert keys <= _MOST_KEYS
    assert sum(job.characters.values()) >= sum(
        len(p.text) for c in meant.chapters for p in c.paragraphs
    ) - sum(job.keys.values())


def test_beginning_and_exporting_take_a_few_keys_each(done: _Done) -> None:
    assert done.job.keys["新建"] <= 6
    assert done.job.keys["导出"] <= 6

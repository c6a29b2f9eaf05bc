from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from tests.samples.year_before import year_before
from xjdesk.core.errors import UserError
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.last_year_file import WrongYearError, read_last_year
from xjdesk.storage.project import new_project
from xjdesk.storage.project_file import write_project
from xjdesk.storage.project_store import ProjectStore

_LIBRARY = shipped_forms()
_FORM = _LIBRARY.form("zfxxgk-2021")
_REPORT = clean_report(HUAIAN_2024, _FORM)


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    return ProjectStore(_LIBRARY, BackupFolder(tmp_path / "backups"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "files" / "2023.xjd"
    path.parent.mkdir()
    write_project(path, new_project(year_before(_FORM, _REPORT), _LIBRARY.source(_FORM.id)))
    return path


def test_the_year_before_is_read_and_the_file_left_as_it_is(
    store: ProjectStore, file: Path
) -> None:
    before = file.read_bytes()
    last_year = read_last_year(store, file, _FORM, _REPORT)
    assert last_year.report == year_before(_FORM, _REPORT)
    assert set(last_year.same) == set(_FORM.indicator_cells())
    assert file.read_bytes() == before
    # Neither a lock nor a note is left of it.
    assert list(file.parent.iterdir()) == [file]


def test_another_year_is_refused_in_a_sentence(store: ProjectStore, file: Path) -> None:
    with pytest.raises(WrongYearError) as caught:
        read_last_year(store, file, _FORM, year_before(_FORM, _REPORT))
    assert caught.value.sentence == "“2023.xjd”是2023年度的，这里需要2022年度的，请换一个文件。"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", "年度报告".encode()])
def test_a_file_that_is_no_project_is_refused_in_a_sentence(
    store: ProjectStore, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.xjd"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_last_year(store, path, _FORM, _REPORT)
    assert "坏.xjd" in caught.value.sentence

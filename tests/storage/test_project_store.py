"""Saving over what is there, and what is kept of it."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.report import empty_report
from xjdesk.storage.archive import MOST_BYTES, pack, unpack
from xjdesk.storage.backups.backup_folder import BackupFolder, BackupReason
from xjdesk.storage.files.write_error import WriteError
from xjdesk.storage.form_library import FormLibrary, shipped_forms
from xjdesk.storage.project import Project, new_project
from xjdesk.storage.project_errors import NewerProjectError, UnfitFormError
from xjdesk.storage.project_file import FORMAT, encode_project, read_project, write_project
from xjdesk.storage.project_store import ChangedOutsideError, ProjectStore, digest_of


@pytest.fixture(scope="module")
def library() -> FormLibrary:
    return shipped_forms()


@pytest.fixture
def store(library: FormLibrary, tmp_path: Path) -> ProjectStore:
    return ProjectStore(library, BackupFolder(tmp_path / "backups"))


@pytest.fixture
def project(library: FormLibrary) -> Project:
    form_id = library.ids()[0]
    form = library.form(form_id)
    return new_project(empty_report(form, form.first_year), library.source(form_id))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "文件").mkdir()
    return tmp_path / "文件" / "报告.xjd"


def _kept(store: ProjectStore, project: Project) -> list[tuple[BackupReason, bytes]]:
    return [(b.reason, b.read()) for b in store.backups.of(project.document_id)]


def test_what_is_saved_is_opened_again_and_kept_once(
    store: ProjectStore, project: Project, path: Path
) -> None:
    digest = None
    for _ in range(3):
        saved = store.save(path, project, digest)
        assert saved.remarks == ()
        digest = saved.digest
        assert digest == digest_of(path.read_bytes())
    opened = store.open(path)
    assert (opened.project, opened.digest, opened.is_newer) == (project, digest, False)
    assert _kept(store, project) == [(BackupReason.SAVED, path.read_bytes())]
    assert list(path.parent.iterdir()) == [path]
    assert store.backups.document_at(path) == project.document_id


def test_a_file_saved_by_somebody_else_is_left_as_it_is(
    store: ProjectStore, project: Project, path: Path
) -> None:
    mine = store.save(path, project, None)
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedOutsideError, match=r"报告\.xjd"):
        store.save(path, project, mine.digest)
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("theirs", [b"", b"theirs", b"PK\x03\x04"])
def test_what_is_overwritten_is_kept_whatever_it_is(
    store: ProjectStore, project: Project, path: Path, theirs: bytes
) -> None:
    path.write_bytes(theirs)
    store.save(path, project, None)
    assert (BackupReason.REPLACED, theirs) in _kept(store, project)


def test_another_document_that_is_overwritten_is_kept_as_its_own(
    store: ProjectStore, project: Project, path: Path
) -> None:
    other = replace(project, document_id="another")
    write_project(path, other)
    store.save(path, project, None)
    assert _kept(store, other) == [(BackupReason.REPLACED, encode_project(other))]


def test_a_file_too_large_for_a_project_is_not_read_whole_and_that_is_told(
    store: ProjectStore, project: Project, path: Path
) -> None:
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "太大" in store.save(path, project, None).remarks[0]
    assert read_project(path) == project


def test_a_file_that_cannot_be_read_is_not_overwritten(
    store: ProjectStore, project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"theirs")

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "held")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(WriteError, match="没有写成"):
            store.save(path, project, None)
    assert path.read_bytes() == b"theirs"


def test_a_disk_that_returns_something_else_is_told(
    store: ProjectStore, project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_half(path: Path, data: bytes) -> None:
        path.write_bytes(data[:-1])

    monkeypatch.setattr("xjdesk.storage.project_store.write_atomically", write_half)
    with pytest.raises(WriteError, match="核对不符"):
        store.save(path, project, None)


def test_a_backup_that_cannot_be_written_does_not_hinder_the_saving(
    store: ProjectStore, project: Project, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "backups").touch()
    assert "备份没有写成" in store.save(path, project, None).remarks[0]
    assert read_project(path) == project
    assert not store.keep_unsaved(project)


def test_what_is_too_large_to_be_saved_is_not_kept_either(
    store: ProjectStore, project: Project
) -> None:
    assert not store.keep_unsaved(replace(project, originals={"a.txt": bytes(MOST_BYTES)}))


def test_a_newer_file_that_is_understood_can_be_looked_at(
    store: ProjectStore, project: Project, path: Path
) -> None:
    newer = replace(unpack(encode_project(project), path, FORMAT), format=FORMAT + 1)
    path.write_bytes(pack(newer))
    opened = store.open(path)
    assert opened.is_newer
    assert opened.project == project
    with pytest.raises(NewerProjectError):
        read_project(path)


def test_a_newer_file_with_cells_that_no_form_has_is_called_newer(
    store: ProjectStore, project: Project, path: Path
) -> None:
    values = {CellAddress("statistics", "no_such_row", "count"): Decimal(1)}
    strange = replace(project, report=replace(project.report, values=values))
    with pytest.raises(UnfitFormError):
        store.opened(encode_project(strange), path)
    newer = replace(unpack(encode_project(strange), path, FORMAT), format=FORMAT + 1)
    with pytest.raises(NewerProjectError):
        store.opened(pack(newer), path)


def test_the_newest_backup_that_can_be_opened_is_found_by_the_file(
    store: ProjectStore, project: Project, path: Path
) -> None:
    assert store.newest_good_backup(path) is None
    reports = [replace(project.report, year=year) for year in (2015, 2016)]
    digest = None
    for report in reports:
        digest = store.save(path, replace(project, report=report), digest).digest
    newest, older = store.backups.of(project.document_id)
    assert store.newest_good_backup(path) == newest
    newest.path.write_bytes(newest.read()[:-100])
    path.write_bytes(b"")
    assert store.newest_good_backup(path) == older


def test_what_was_written_though_an_error_came_back_is_not_taken_for_somebody_elses(
    store: ProjectStore, project: Project, path: Path
) -> None:
    first = store.save(path, project, None)
    changed = replace(project, report=replace(project.report, year=project.report.year + 1))
    path.write_bytes(encode_project(changed))
    assert store.save(path, changed, first.digest).digest == digest_of(encode_project(changed))


def test_a_name_that_is_too_long_is_told(store: ProjectStore, project: Project, path: Path) -> None:
    with pytest.raises(WriteError, match="太长"):
        store.save(path.with_name("长" * 100 + ".xjd"), project, None)


def test_what_the_user_gave_up_is_the_last_backup_to_be_offered(
    store: ProjectStore, project: Project, path: Path
) -> None:
    store.save(path, project, None)
    given_up = replace(project, report=replace(project.report, year=project.report.year + 1))
    assert store.keep_unsaved(given_up)
    unsaved, saved = store.backups.of(project.document_id)
    assert unsaved.reason is BackupReason.UNSAVED
    assert store.newest_good_backup(path) == saved
    saved.path.unlink()
    assert store.newest_good_backup(path) == unsaved


def test_a_backup_of_a_newer_program_is_not_worked_with(
    store: ProjectStore, project: Project, path: Path
) -> None:
    store.save(path, project, None)
    (saved,) = store.backups.of(project.document_id)
    newer = replace(unpack(encode_project(project), path, FORMAT), format=FORMAT + 1)
    backup = store.backups.keep(project.document_id, pack(newer), BackupReason.REPLACED)
    with pytest.raises(NewerProjectError):
        store.opened_backup(backup)
    assert store.newest_good_backup(path) == saved


def test_what_is_to_be_replaced_can_be_kept_before(
    store: ProjectStore, project: Project, path: Path, tmp_path: Path
) -> None:
    assert store.keep_theirs(path, project)
    path.write_bytes(b"theirs")
    assert store.keep_theirs(path, project)
    assert _kept(store, project) == [(BackupReason.REPLACED, b"theirs")]
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").touch()
    assert not store.keep_theirs(path, project)

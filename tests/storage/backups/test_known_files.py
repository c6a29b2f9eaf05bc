from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.backups.known_files import MOST_FILES, KnownFiles
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.leftovers import temporary_name

_A = Path("/单位/甲 报告.xjd").absolute()
_B = Path("/单位/乙.xjd").absolute()


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "备份" / "files.json"


@pytest.fixture
def known(index: Path) -> KnownFiles:
    return KnownFiles(index)


def _fail(*_: object, **__: object) -> NoReturn:
    raise PermissionError("held")


def test_what_was_noted_is_known_both_ways_and_later(index: Path, known: KnownFiles) -> None:
    assert known.document_at(_A) is None
    assert known.file_of("a") is None
    known.note(_A, "a")
    known.note(_B, "b")
    for later in (known, KnownFiles(index)):
        assert later.document_at(_A) == "a"
        assert later.document_at(_B) == "b"
        assert later.file_of("a") == _A


def test_the_last_note_counts(known: KnownFiles) -> None:
    known.note(_A, "a")
    known.note(_B, "a")
    assert known.file_of("a") == _B
    known.note(_A, "a")
    assert known.file_of("a") == _A
    known.note(_A, "other")
    assert known.document_at(_A) == "other"
    assert known.file_of("a") == _B


def test_paths_are_compared_absolute_and_normalised(
    known: KnownFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known.note(Path("a.xjd"), "a")
    assert known.document_at(tmp_path / "none" / ".." / "a.xjd") == "a"
    assert known.file_of("a") == tmp_path / "a.xjd"


def test_upper_and_lower_case_are_one_where_the_system_takes_them_for_one(
    known: KnownFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.note(tmp_path / "A.xjd", "a")
    monkeypatch.setattr(os.path, "normcase", str.lower)
    assert known.document_at(tmp_path / "a.XJD") == "a"
    known.note(tmp_path / "a.xjd", "b")
    assert known.file_of("a") is None


def test_the_files_noted_longest_ago_are_forgotten(known: KnownFiles, tmp_path: Path) -> None:
    known.note(_A, "a")
    for n in range(MOST_FILES - 1):
        known.note(tmp_path / f"{n}.xjd", f"{n}")
    assert known.document_at(_A) == "a"
    known.note(_B, "b")
    assert known.document_at(_A) is None
    assert known.document_at(tmp_path / "0.xjd") == "0"


def test_nothing_is_written_when_nothing_changes(
    known: KnownFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def recorded(path: Path, data: bytes) -> None:
        written.append(path)
        write_atomically(path, data)

    monkeypatch.setattr("xjdesk.storage.backups.known_files.write_atomically", recorded)
    for path in (_A, _A, _A, _B, _B):
        known.note(path, "a")
    assert len(written) == 2


@pytest.mark.parametrize(
    "damaged",
    [b"", b"\0" * 100, b"[[", b"{}", b"[[1, 2]]", b'[["a"]]', b'[["a", "\xff"]]', b"[" * 100_000],
)
def test_a_damaged_index_is_as_good_as_none(index: Path, known: KnownFiles, damaged: bytes) -> None:
    index.parent.mkdir()
    index.write_bytes(damaged)
    assert known.document_at(_A) is None
    assert known.file_of("a") is None
    known.note(_A, "a")
    assert KnownFiles(index).document_at(_A) == "a"


@given(st.binary() | st.recursive(st.text() | st.none(), st.lists).map(msgspec.json.encode))
def test_whatever_the_index_holds_is_survived(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    index = tmp_path_factory.mktemp("index") / "files.json"
    index.write_bytes(data)
    known = KnownFiles(index)
    known.document_at(_A)
    known.file_of("a")
    known.note(_A, "a")
    assert known.document_at(_A) == "a"


def test_an_index_that_cannot_be_read_just_now_is_not_overwritten(
    index: Path, known: KnownFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.note(_A, "a")
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.open", _fail)
        assert known.document_at(_A) is None
        assert known.file_of("a") is None
        known.note(_B, "b")
    assert known.document_at(_A) == "a"


@pytest.mark.parametrize(
    "call",
    [
        *("os.fsync", "os.open", "os.replace", "os.mkdir"),
        # Elsewhere the system itself makes a path absolute.
        *(["os.getcwd"] if os.name == "posix" else []),
    ],
)
def test_whatever_fails_noting_raises_nothing(
    known: KnownFiles, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(call, _fail)
        known.note(Path("a.xjd"), "a")
        assert known.document_at(Path("a.xjd")) is None


def test_where_the_index_cannot_be_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    for index in (tmp_path / "taken" / "files.json", tmp_path / "folder"):
        known = KnownFiles(index)
        known.note(_A, "a")
        assert known.document_at(_A) is None
        assert known.file_of("a") is None


def test_what_is_no_text_or_too_long_is_not_noted(index: Path, known: KnownFiles) -> None:
    known.note(_A, "a")
    before = index.read_bytes()
    known.note(Path("/报告\udcff.xjd"), "b")
    known.note(_B, "\ud800")
    known.note(_B, "b" * 20_000_000)
    assert index.read_bytes() == before


def test_no_temporary_file_is_left(index: Path, known: KnownFiles) -> None:
    known.note(_A, "a")
    left = index.with_name(temporary_name())
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    known.note(_B, "b")
    assert list(index.parent.iterdir()) == [index]

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from xjdesk.storage.files.file_reading import ReadError, read_file, shown_name


def _docx(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", bytes(size))
        archive.writestr("word/document.xml", b"<x/>")
    return buffer.getvalue()


def test_a_file_is_read_up_to_the_size(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(ReadError, match="文件“a”是文本文件，又太大，"):
        read_file(path, 4)


def test_a_file_that_is_too_large_is_called_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(_docx(100_000))
    with pytest.raises(ReadError, match=r"文件“年报\.txt”是 Office 文件，又太大，不像是"):
        read_file(path, 50_000)
    path.write_bytes(bytes(100_000))
    with pytest.raises(ReadError, match=r"文件“年报\.txt”太大，不像是"):
        read_file(path, 50_000)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, Path("a\0b"), tmp_path / "a" / ".."):
        with pytest.raises(ReadError):
            read_file(path, 100)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no devices and pipes in folders")
def test_a_device_without_end_and_a_pipe_without_beginning_are_not_waited_for(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "管道.xjd"
    os.mkfifo(pipe)
    before = len(list(Path("/dev/fd").iterdir()))
    for path in (Path("/dev/zero"), pipe):
        with pytest.raises(ReadError, match="请确认选的是文件"):
            read_file(path, 100)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_name_is_shown_whatever_it_holds() -> None:
    assert shown_name(Path("a/报告.xjd")) == "报告.xjd"
    assert shown_name(Path("报\udcff.xjd")) == "报?.xjd"
    assert shown_name(Path("/")) == str(Path("/"))

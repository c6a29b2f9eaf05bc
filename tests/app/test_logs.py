from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from xjdesk.app import main
from xjdesk.app.folders import log_folder
from xjdesk.app.logs import start_log


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    before = list(root.handlers)
    root.handlers = []
    yield root
    for handler in root.handlers:
        handler.close()
    root.handlers = before


def test_warnings_go_to_the_log_file_and_only_once(root_logger: logging.Logger) -> None:
    start_log()
    start_log()
    (handler,) = (h for h in root_logger.handlers if isinstance(h, logging.FileHandler))
    # Straight to the handler: half a character is not for the output of the tests.
    handler.handle(logging.makeLogRecord({"msg": "坏 \ud800", "levelno": logging.WARNING}))
    text = (log_folder() / "xjdesk.log").read_text(encoding="utf-8")
    assert text.count("坏 \\ud800") == 1


@pytest.mark.usefixtures("root_logger")
def test_why_a_command_failed_is_in_the_log(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "无.xjd")]) == 2
    assert "找不到文件“无.xjd”" in (log_folder() / "xjdesk.log").read_text(encoding="utf-8")


def test_a_large_log_is_put_aside(root_logger: logging.Logger) -> None:
    log_folder().mkdir(parents=True)
    (log_folder() / "xjdesk.log").write_bytes(b"x" * 600_000)
    start_log()
    root_logger.warning("new")
    assert (log_folder() / "xjdesk.1.log").stat().st_size == 600_000
    assert (log_folder() / "xjdesk.log").stat().st_size < 1000


def test_without_a_place_to_write_the_program_goes_on(root_logger: logging.Logger) -> None:
    log_folder().parent.mkdir(parents=True, exist_ok=True)
    log_folder().write_bytes(b"a file in the way")
    start_log()
    assert not any(isinstance(handler, logging.FileHandler) for handler in root_logger.handlers)

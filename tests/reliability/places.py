"""Where files are saved, and what must come of it."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.documents import project_at, step_of
from tests.reliability.outcome import outcome_of_saving
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.project_file import read_project

NAMES = (
    "报告#1.xjd",
    "完成100%.xjd",
    "%2e%2e%2f报告.xjd",
    " 前后 有空格 .xjd",
    "生僻字𠮷㐂龘𤭢䶮.xjd",
    "表情😀👩‍👩‍👧.xjd",
    "（西政发〔2017〕12号）“终稿”.xjd",
    "é与é.xjd",
    "没有扩展名",
    "-o.xjd",
    "~报告.xjd",
    "报告.xjd.tmp",
    "长" * 83 + "ab.xjd",
)
"""Names that a file can have on every system; the last has 255 bytes, the most there are."""

REFUSED = {
    "read-only folder": "FORBIDDEN",
    "read-only file": "FORBIDDEN",
    "folder gone": "GONE",
    "folder in the way": "TAKEN",
    "name too long": "TOO_LONG",
    "path too long": "TOO_LONG",
}
"""The problem that is told, by the name of the place."""


def loss_under(name: str, folder: Path) -> str:
    """What goes wrong with saving and exporting under that name; empty when nothing does."""
    path = folder / "目录 #1%" / name
    path.parent.mkdir()
    for step in (1, 2):
        outcome = outcome_of_saving(path, project_at(step), folder / "backups")
        if outcome.problem or outcome.left_over:
            return f"{name}: {outcome}"
        if step_of(read_project(path)) != step:
            return f"{name}: another state in the file"
    exported = path.with_suffix(".pdf")
    write_atomically(exported, b"%PDF")
    there = sorted(path.parent.iterdir())
    return "" if there == sorted((path, exported)) else f"{name}: {there}"

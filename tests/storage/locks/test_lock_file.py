from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.storage.locks.lock_samples import refused
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.project_lock import take_lock


@pytest.mark.parametrize(
    "name",
    [
        "100%#1 份 报告.xjd",
        "𠮷林䶮镇㊣.xjd",
        "e\u0301 'a' (1) & b; $HOME ~.xjd",
        "~$报告.xjd",
        ".xjd",
        "没有扩展名",
        "长" * 83 + ".xjd",
        "长" * 83 + "a.xjd",
        "x" * 251 + ".xjd",
    ],
    ids=lambda name: name[:12],
)
def test_a_project_of_any_name_is_locked(tmp_path: Path, name: str) -> None:
    project = tmp_path / name
    project.write_bytes(b"a file of this name can be")
    lock = take_lock(project)
    refused(project)
    assert lock.beat()
    lock.release()
    assert list(tmp_path.iterdir()) == [project]


def test_long_names_that_differ_anywhere_have_locks_of_their_own(tmp_path: Path) -> None:
    names = ["长" * 80 + end for end in ("一.xjd", "二.xjd", "一.bak")]
    names.append("短" + names[0][1:])
    for name in names:
        take_lock(tmp_path / name)
    assert len(list(tmp_path.iterdir())) == len(names)
    assert all(file.name.startswith("~$") for file in tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few users make links")
def test_a_project_that_a_link_leads_to_is_locked_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.xjd"
    link.symlink_to(tmp_path / "real" / "报告.xjd")
    take_lock(link)
    refused(tmp_path / "real" / "报告.xjd")


def test_a_long_name_has_the_same_lock_however_it_is_typed(tmp_path: Path) -> None:
    one, other = (lock_path(tmp_path / f"{'长' * 82}{end}") for end in ("a.xjd", "A.XJD"))
    assert one == other

from __future__ import annotations

import os
from pathlib import Path

from xjdesk.app.tidying import tidy_later
from xjdesk.storage.backups.backup_folder import BackupFolder, BackupReason
from xjdesk.storage.files.leftovers import temporary_name


def test_what_was_left_long_ago_is_swept_in_every_folder_that_is_there(tmp_path: Path) -> None:
    backups = BackupFolder(tmp_path / "备份")
    kept = backups.keep("document", b"data", BackupReason.SAVED).path
    for folder in (tmp_path / "a", tmp_path / "b", kept.parent):
        folder.mkdir(exist_ok=True)
        left = folder / temporary_name()
        left.touch()
        os.utime(left, (0, 0))
        (folder / "报告.xjd").touch()
    folders = [tmp_path / name for name in ("a", "gone", "b", "a")]
    tidy_later(folders, backups).join()
    assert list(tmp_path.rglob("*.tmp")) == []
    assert len(list(tmp_path.rglob("报告.xjd"))) == 3
    assert kept.exists()

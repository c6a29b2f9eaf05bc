"""Why a file cannot be opened as a project."""

from __future__ import annotations

from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_kind import FileKind
from xjdesk.storage.files.file_reading import shown_name


class ProjectError(UserError):
    """A file that cannot be opened as a project."""


class ForeignFileError(ProjectError):
    """Not a project file at all."""

    def __init__(self, path: Path, detail: str, kind: FileKind = FileKind.UNKNOWN) -> None:
        what = f"{kind.clause}，" if kind else ""
        way = kind.way_to_import or "请选择扩展名为 .xjd 的文件"
        super().__init__(
            f"“{shown_name(path)}”{what}不是西吉填报的项目文件，{way}。", f"{path}: {detail}"
        )


class DamagedProjectError(ProjectError):
    """A project file that no longer is what was written."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"“{shown_name(path)}”已损坏，为免数字出错没有打开，请改用备份的副本。",
            f"{path}: {detail}",
        )


class NewerProjectError(ProjectError):
    """A project file of a format that only newer programs know."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"“{shown_name(path)}”由更新版本的西吉填报保存，请用新版本打开。", f"{path}: {detail}"
        )


class UnfitFormError(ProjectError):
    """A project whose form has no place for all that its report holds."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"“{shown_name(path)}”中的报表格式与数据不符，为免漏印没有打开，请改用备份的副本。",
            f"{path}: {detail}",
        )

"""Finds the files of resources/: forms, fonts, icons, help and samples.

They stand beside the package in a checkout, and inside it as `_data` in an installed wheel and in a
frozen program.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PureWindowsPath


class ResourceMissingError(FileNotFoundError):
    """A file that belongs to the program is not there: the installation is damaged."""


def resource(*parts: str) -> Traversable:
    """A file or folder of resources/, for example `resource("forms", "report-2014.toml")`.

    Without parts, resources/ itself. What it returns is read with `read_text(encoding="utf-8")` or
    `read_bytes()`; where a library insists on a real path, `importlib.resources.as_file` makes one.

    Raises ResourceMissingError when it is not there, and ValueError when a part leads out of
    resources/.
    """
    for part in parts:
        _refuse_ways_out(part)
    found = _root().joinpath(*parts)
    if not (found.is_file() or found.is_dir()):
        name = "/".join(("resources", *parts))
        raise ResourceMissingError(f"程序自带的文件缺失，请重新安装：{name}")
    return found


def _refuse_ways_out(part: str) -> None:
    # Read as Windows does, on every system: what leads out there is a mistake everywhere.
    windows = PureWindowsPath(part)
    if not part or windows.anchor or ".." in windows.parts or "\\" in part:
        raise ValueError(f"not a name inside resources/: {part!r}")


def _root() -> Traversable:
    # The checkout first: an editable installation leaves a copy of the data in site-packages that
    # is never brought up to date.
    checkout = Path(__file__).resolve().parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    return files("xjdesk").joinpath("_data")

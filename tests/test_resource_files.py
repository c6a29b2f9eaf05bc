"""resources/ is found from a checkout, an editable installation and a wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from xjdesk.resource_files import ResourceMissingError, resource

_ROOT = Path(__file__).resolve().parents[1]
_SAMPLE = ("samples", "xiji-2016.txt")
_PRINT_SAMPLE = (
    "import sys; from xjdesk.resource_files import resource; found = resource(*sys.argv[1:]);"
    "sys.stdout.buffer.write(str(found).encode() + b'\\0' + found.read_bytes())"
)


def _found_from(search_path: str, folder: Path, *parts: str) -> tuple[str, bytes]:
    """Where a fresh interpreter that knows only `search_path` finds a resource, and its bytes."""
    done = subprocess.run(
        # -S: nothing that is installed beside the tests can help.
        [sys.executable, "-S", "-P", "-X", "utf8", "-c", _PRINT_SAMPLE, *parts],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": search_path},
        capture_output=True,
        check=True,
    )
    place, _, content = done.stdout.partition(b"\0")
    return place.decode(), content


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the project."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(_ROOT)).build(directory=str(folder), versions=["standard"])))


def test_a_checkout_reads_its_own_resources() -> None:
    assert resource(*_SAMPLE).read_bytes() == _ROOT.joinpath("resources", *_SAMPLE).read_bytes()


def test_a_folder_lists_its_files() -> None:
    assert _SAMPLE[1] in {entry.name for entry in resource("samples").iterdir()}


def test_a_wheel_holds_every_resource_and_no_other(wheel: Path) -> None:
    tree = _ROOT / "resources"
    expected = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    prefix = "xjdesk/_data/"
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix(prefix) for name in archive.namelist() if name.startswith(prefix)
        }
    assert expected
    assert packed == expected


def test_a_wheel_unpacked_under_a_chinese_path_finds_its_resources(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "西吉 填报" / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    place, content = _found_from(str(site), tmp_path, *_SAMPLE)
    assert Path(place) == site.joinpath("xjdesk", "_data", *_SAMPLE)
    assert content == _ROOT.joinpath("resources", *_SAMPLE).read_bytes()


def test_a_zipped_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    _, content = _found_from(str(wheel), tmp_path, *_SAMPLE)
    assert content == _ROOT.joinpath("resources", *_SAMPLE).read_bytes()


@pytest.mark.parametrize("copy_first", [True, False])
def test_an_editable_installation_reads_the_checkout_and_not_its_old_copy(
    tmp_path: Path, copy_first: bool
) -> None:
    checkout, site = tmp_path / "checkout", tmp_path / "site-packages"
    checkout.joinpath("xjdesk").mkdir(parents=True)
    for name in ("__init__.py", "resource_files.py"):
        shutil.copy(_ROOT / "xjdesk" / name, checkout / "xjdesk" / name)
    checkout.joinpath("pyproject.toml").touch()
    for folder, text in ((checkout / "resources", "new"), (site / "xjdesk" / "_data", "old")):
        folder.mkdir(parents=True)
        folder.joinpath("note.txt").write_text(text, encoding="utf-8")
    order = (site, checkout) if copy_first else (checkout, site)
    _, content = _found_from(os.pathsep.join(map(str, order)), tmp_path, "note.txt")
    assert content == b"new"


def test_a_missing_resource_is_named_in_chinese() -> None:
    with pytest.raises(ResourceMissingError, match=r"缺失.*forms/none\.toml"):
        resource("forms", "none.toml")


@pytest.mark.parametrize(
    "part", ["", "..", "../pyproject.toml", "a/../../b", "/etc/passwd", "C:/x", "C:x", "a\\b"]
)
def test_no_part_leads_out_of_the_resources(part: str) -> None:
    with pytest.raises(ValueError, match="not a name inside"):
        resource("samples", part)

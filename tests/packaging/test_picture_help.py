"""The pictures of the manual can all be made anew, and come out alike."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_HELP = _ROOT / "resources" / "help"
_LARGEST_BYTES = 80_000


def _made(folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    script = _ROOT / "packaging" / "picture_help.py"
    done = subprocess.run(
        [sys.executable, str(script), str(folder)], cwd=_ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_pictures_of_the_manual_are_made_and_alike_every_time(tmp_path: Path) -> None:
    wanted = {
        name
        for page in _HELP.glob("*.md")
        for name in re.findall(r"!\[[^\]]*\]\(([^)]*)\)", page.read_text(encoding="utf-8"))
    }
    first, second = _made(tmp_path / "first"), _made(tmp_path / "second")
    assert first.keys() == wanted == {path.name for path in _HELP.glob("picture-*.png")}
    assert max(map(len, first.values())) <= _LARGEST_BYTES
    assert [name for name in first if first[name] != second[name]] == []

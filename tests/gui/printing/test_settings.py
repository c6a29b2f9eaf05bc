"""What printing remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjdesk.gui.printing.job import PrintOffset
from xjdesk.gui.printing.settings import PrintSettings
from xjdesk.gui.settings import Settings

PRINTERS = ("办公室 HP", "\\\\gongwen\\Canon 100%", "a/b=c;[d]", "x" * 300)


def test_every_printer_has_its_own_offset(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    kept = PrintSettings(settings)
    offsets = {name: PrintOffset(n + 0.5, -n - 1.5) for n, name in enumerate(PRINTERS)}
    for name, offset in offsets.items():
        kept.keep_offset(name, offset)
    kept.keep_last_printer(PRINTERS[1])
    settings.write()
    again = PrintSettings(Settings(tmp_path / "a.ini"))
    assert {name: again.offset(name) for name in PRINTERS} == offsets
    assert again.offset("a") == PrintOffset()
    assert again.last_printer() == PRINTERS[1]


@pytest.mark.parametrize(
    "broken", ["x", "nan", "inf", "-inf", "21", "1e9", "", "1, 2", "@Invalid()"]
)
def test_a_broken_offset_is_none(tmp_path: Path, broken: str) -> None:
    settings = Settings(tmp_path / "a.ini")
    kept = PrintSettings(settings)
    kept.keep_offset("HP", PrintOffset(1.25, 2.0))
    settings.write()
    text = (tmp_path / "a.ini").read_text(encoding="utf-8")
    assert "1.25" in text
    # Another file: Qt remembers one whose time and size are the same.
    (tmp_path / "b.ini").write_text(text.replace("1.25", broken), encoding="utf-8")
    assert PrintSettings(Settings(tmp_path / "b.ini")).offset("HP") == PrintOffset(0.0, 2.0)

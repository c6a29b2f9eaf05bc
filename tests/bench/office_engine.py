"""LibreOffice as an engine, through its command line."""

from __future__ import annotations

import shutil
from pathlib import Path

from office_source import office_source
from pdf_engine import FONTS
from processes import run_process
from sample_report import plain_text, sample_report

_FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class OfficeEngine:
    """LibreOffice with the same fonts and a user profile that exists already.

    FileNotFoundError when it is not installed.
    """

    name = "LibreOffice"

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        if program is None:
            raise FileNotFoundError("soffice")
        self._program, self._folder = program, folder
        self._source, self._target = folder / "sample.fodt", folder / "sample.pdf"
        self._text = office_source(plain_text(*sample_report()))
        self._source.write_text(self._text, encoding="utf-8")
        self._configuration = folder / "fonts.conf"
        self._configuration.write_text(
            _FONT_CONFIGURATION.format(fonts=FONTS, cache=folder / "font-cache"), encoding="utf-8"
        )
        self._convert([self._source])

    def cold(self) -> Path:
        """A headless process that converts one document."""
        self._convert([self._source])
        return self._target

    def several(self, documents: int) -> None:
        """A headless process that converts that many documents one after the other."""
        copies = [self._folder / f"copy-{number}.fodt" for number in range(documents)]
        for copy in copies:
            copy.write_text(self._text, encoding="utf-8")
        self._convert(copies)

    def _convert(self, sources: list[Path]) -> None:
        run_process(
            self._program,
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(self._folder)),
            *map(str, sources),
            FONTCONFIG_FILE=str(self._configuration),
        )

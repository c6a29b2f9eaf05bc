"""typst as an engine, through its Python package."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pdf_engine import FONTS
from processes import run_python
from sample_report import edited, plain_text, sample_report
from typst_source import typst_source

_COLD = (
    "import sys, typst; source, target, fonts = sys.argv[1:]; "
    "typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True, "
    "pdf_tags=False)"
)


class TypstEngine:
    """typst with the same fonts, without tags: the program writes none either.

    ImportError when the package is not installed.
    """

    name = "typst"

    def __init__(self, folder: Path) -> None:
        library: Any = importlib.import_module("typst")
        self._report, self._form = sample_report()
        self._source, self._edited = folder / "sample.typ", folder / "edited.typ"
        self._target = folder / "typst.pdf"
        for path in (self._source, self._edited):
            path.write_text(typst_source(plain_text(self._report, self._form)), encoding="utf-8")
        self._compiler = library.Compiler(
            str(self._edited), font_paths=[str(FONTS)], ignore_system_fonts=True
        )

    def cold(self) -> Path:
        """A Python process that imports typst and compiles the source."""
        run_python("-c", _COLD, str(self._source), str(self._target), str(FONTS))
        return self._target

    def edit(self, addition: str) -> Callable[[], object]:
        """Write the edited source and compile it with a compiler that has done so before."""
        source = typst_source(plain_text(edited(self._report, addition), self._form)).encode()
        return lambda: self._compile(source)

    def _compile(self, source: bytes) -> bytes:
        self._edited.write_bytes(source)
        return self._compiler.compile(pdf_tags=False)

"""The program itself as an engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from processes import run_python
from sample_report import edited, sample_project, sample_report

from xjdesk.app.projects import print_fonts
from xjdesk.core.report import Report
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.exchange.pdf_subset import FontSubsets
from xjdesk.storage.project_file import write_project
from xjdesk.typesetting.document import Typesetter
from xjdesk.typesetting.page_options import PageOptions


class OwnEngine:
    """typesetting and the PDF painter."""

    name = "xjdesk"

    def __init__(self, folder: Path) -> None:
        self._project, self._target = folder / "sample.xjd", folder / "xjdesk.pdf"
        write_project(self._project, sample_project())
        self._report, self._form = sample_report()
        self._fonts, self._subsets = print_fonts(), FontSubsets()
        self._typesetter = Typesetter(self._fonts)

    def cold(self) -> Path:
        """`xjdesk export` from project file to PDF."""
        run_python("-m", "xjdesk", "export", str(self._project), "--pdf", str(self._target))
        return self._target

    def edit(self, addition: str) -> Callable[[], object]:
        """Set the edited report and paint it."""
        report = edited(self._report, addition)
        return lambda: self._export(report)

    def _export(self, report: Report) -> bytes:
        pages = self._typesetter.typeset(report, self._form, PageOptions())
        return pdf_bytes(pages, self._fonts, PdfInfo("报告"), self._subsets)

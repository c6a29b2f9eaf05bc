"""What the files are like that the program makes of the founding document.

As a program: FOLDER DAYS; the clock is so many days fast. Prints a SHA-256 by the name of each
file, and those of two files that tell when they were made: they show that the clock was shifted.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

from tests.own_process import tell
from tests.reliability.shifted_clock import shift_clock

OURS = ("报告.xjd", "报告.pdf", "报告.xlsx", "问题清单.xlsx")
DATED = ("openpyxl", "reportlab")


def _ours(folder: Path) -> dict[str, bytes]:
    from tests.reliability.documents import forms, sample_report
    from xjdesk.app.projects import export_findings, export_pdf, export_xlsx
    from xjdesk.resource_files import resource
    from xjdesk.storage.project import Project
    from xjdesk.storage.project_file import write_project
    from xjdesk.typesetting.fonts.font_search import find_fonts

    report = sample_report()
    form = forms().form(report.form_id)
    fonts = find_fonts([], Path(str(resource("fonts"))))
    paths = [folder / name for name in OURS]
    write_project(paths[0], Project(report, forms().source(form.id), "document"))
    export_pdf(report, form, fonts, paths[1])
    export_xlsx(report, form, paths[2])
    export_findings(report, form, (), paths[3])
    return {path.name: path.read_bytes() for path in paths}


def _dated() -> dict[str, bytes]:
    from openpyxl import Workbook
    from reportlab.pdfgen.canvas import Canvas

    book, page = io.BytesIO(), io.BytesIO()
    Workbook().save(book)
    Canvas(page).save()
    return dict(zip(DATED, (book.getvalue(), page.getvalue()), strict=True))


def main() -> None:
    """Make the files, and print what they are like."""
    folder, days = sys.argv[1:]
    shift_clock(int(days))
    made = {**_ours(Path(folder)), **_dated()}
    tell({name: hashlib.sha256(data).hexdigest() for name, data in made.items()})


if __name__ == "__main__":
    main()

"""Measures what the program promises, as times and ratios of one run; asserts nothing.

python tests/bench/measure.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from timing import medians_ms

from xjdesk.app.projects import export_pdf, export_xlsx, form_of, import_project, print_fonts
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_file import read_project, write_project

_ROUNDS, _STARTS = 40, 7
_HERE = Path(__file__).parent


def main() -> None:
    """Print the table."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project_file = folder / "sample.xjd"
        sample = Path(str(resource("samples", "xiji-2016.txt")))
        write_project(project_file, import_project(sample, shipped_forms()).project)
        _measure_work(project_file, folder)
        _measure_starts(project_file, folder)


def _measure_work(project_file: Path, folder: Path) -> None:
    project = read_project(project_file)
    form, report = form_of(project), project.report
    book, fonts = rule_book(form), print_fonts()
    before = check(book, report)
    cell = CellAddress("statistics", "closed", "count")
    change = Change(cell, report.value(cell), Decimal(200))
    changed = apply(report, change)
    work = {
        "one edit re-checked": lambda: recheck(book, changed, [change], before),
        "whole report checked": lambda: check(book, report),
        "project saved": lambda: write_project(folder / "saved.xjd", project),
        "project opened": lambda: read_project(project_file),
        "PDF, warm": lambda: export_pdf(report, form, fonts, folder / "a.pdf"),
        "xlsx, warm": lambda: export_xlsx(report, form, folder / "a.xlsx"),
    }
    for run in work.values():
        run()
    for what, taken in medians_ms(work, _ROUNDS).items():
        print(f"{what:28}{taken:9.2f} ms")


def _measure_starts(project_file: Path, folder: Path) -> None:
    # As installed: the byte code of our own modules is compiled once, not at every start.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def process(*arguments: str) -> None:
        command = [sys.executable, *arguments]
        subprocess.run(command, check=True, capture_output=True, env=environment)

    project, target = str(project_file), str(folder / "cold")
    starts = {
        "python alone": lambda: process("-c", ""),
        "bare window shown": lambda: process(str(_HERE / "bare_window.py")),
        "our window shown": lambda: process(str(_HERE / "our_window.py"), project),
        "forms listed, cold": lambda: process("-m", "xjdesk", "forms"),
        "PDF, cold": lambda: process("-m", "xjdesk", "export", project, "--pdf", target),
        "xlsx, cold": lambda: process("-m", "xjdesk", "export", project, "--xlsx", target),
    }
    for start in starts.values():
        start()
    taken = medians_ms(starts, _STARTS)
    for what, milliseconds in taken.items():
        print(f"{what:28}{milliseconds:9.0f} ms")
    ratio = taken["our window shown"] / taken["bare window shown"]
    print(f"our window / bare window    {ratio:9.2f}")


if __name__ == "__main__":
    main()

"""Measures what the program promises, as times and ratios of one run; asserts nothing.

python tests/bench/measure.py
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

from processes import run_python
from sample_report import sample_project
from timing import medians_ms

from xjdesk.app.check_data import CheckDataSource
from xjdesk.app.press import Press
from xjdesk.app.projects import export_xlsx, print_fonts
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply, content_at
from xjdesk.core.report import Paragraph
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_file import read_project, write_project
from xjdesk.storage.user_words import UserWordFile
from xjdesk.typesetting.page_options import PageOptions

_ROUNDS, _STARTS = 40, 15
_HERE = Path(__file__).parent


def main() -> None:
    """Print the table."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project_file = folder / "sample.xjd"
        write_project(project_file, sample_project())
        _measure_work(project_file, folder)
        _measure_starts(project_file, folder)


def _measure_work(project_file: Path, folder: Path) -> None:
    project = read_project(project_file)
    form, report = shipped_forms().form(project.report.form_id), project.report
    source = CheckDataSource(UserWordFile(folder / "words.txt"))
    data = source.load().data
    book, press, options = rule_book(form, data), Press(print_fonts()), PageOptions()
    before = check(book, report)
    cell = CellAddress("statistics", "closed", "count")
    change = Change(cell, report.value(cell), Decimal(200))
    changed = apply(report, change)
    at = ParagraphAddress("overview", 0)
    old = content_at(report, at)
    assert isinstance(old, tuple)
    key = Change(at, old, (Paragraph(f"{old[0].text}又"),))
    typed = apply(report, key)
    work = {
        "words for checks loaded": source.load,
        "rule book made": lambda: rule_book(form, data),
        "one edit re-checked": lambda: recheck(book, changed, [change], before),
        "one key re-checked": lambda: recheck(book, typed, [key], before),
        "whole report checked": lambda: check(book, report),
        "project saved": lambda: write_project(folder / "saved.xjd", project),
        "project opened": lambda: read_project(project_file),
        "PDF, warm": lambda: press.export_pdf(report, form, options, folder / "a.pdf"),
        "xlsx, warm": lambda: export_xlsx(report, form, folder / "a.xlsx"),
    }
    for run in work.values():
        run()
    for what, taken in medians_ms(work, _ROUNDS).items():
        print(f"{what:28}{taken:9.2f} ms")


def _measure_starts(project_file: Path, folder: Path) -> None:
    project, target = str(project_file), str(folder / "cold")
    window, settings = str(_HERE / "our_window.py"), str(folder / "settings.ini")
    numbers = itertools.count()

    def fresh_project() -> str:
        # What was open when a process was ended at once is still locked, and the lock looked into.
        return str(shutil.copy(project_file, folder / f"sample-{next(numbers)}.xjd"))

    starts = {
        "python alone": lambda: run_python("-c", ""),
        "bare window shown": lambda: run_python(str(_HERE / "bare_window.py")),
        "our window shown": lambda: run_python(window, fresh_project(), settings),
        "forms listed, cold": lambda: run_python("-m", "xjdesk", "forms"),
        "PDF, cold": lambda: run_python("-m", "xjdesk", "export", project, "--pdf", target),
        "xlsx, cold": lambda: run_python("-m", "xjdesk", "export", project, "--xlsx", target),
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

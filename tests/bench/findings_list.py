"""From an edit to the list of findings that shows it, with 300 of them; asserts nothing.

python tests/bench/findings_list.py

The edit makes one finding come or go, or changes its words. `at once` is what list, tabs and grid
do when they are told, `painted` what the event loop does until they are painted again.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sample_report import sample_project

from xjdesk.app.window import make_services
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import Findings
from xjdesk.core.form import Form
from xjdesk.core.severity import Severity
from xjdesk.gui.application import make_application
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import FindingIndex, index_of
from xjdesk.gui.main_window import MainWindow

_FINDINGS, _EDITED, _ROUNDS, _WARM_UPS = 300, 150, 60, 5
_MESSAGE = "三、（二）申请办结数 198，（三）申请答复数 100，相差 98 件。请核实其余各件如何办结。"


def main() -> None:
    """Print the medians in ms."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        services = make_services(Path(folder) / "settings.ini")
        application = make_application(services, ["bench"])
        project = sample_project()
        document = Document(project, services.forms.form(project.report.form_id), None)
        window = MainWindow(services)
        window.show_document(document)
        window.show_first_table()
        window.show()
        _measure(application, document)
        window.hide()
        document.close()


def _measure(application: QApplication, document: Document) -> None:
    every = [_finding(document.form, number) for number in range(_FINDINGS)]
    without = [finding for finding in every if finding.rule != f"T-{_EDITED}"]
    reworded = [*every]
    reworded[_EDITED] = _finding(document.form, _EDITED, "已变")
    print(f"{'ms':16}{'at once':>12}{'painted':>12}")
    for what, other in (("one comes, goes", without), ("words change", reworded)):
        states = (_index(other), _index(every))
        taken = [_show(application, document, states[n % 2]) for n in range(2 * _ROUNDS)]
        at_once, painted = zip(*taken[_WARM_UPS:], strict=True)
        print(f"{what:16}{statistics.median(at_once):12.2f}{statistics.median(painted):12.2f}")


def _finding(form: Form, number: int, words: str = "") -> Finding:
    cells = tuple(form.tables[0].addresses())
    where = (cells[number % len(cells)],)
    severity = list(Severity)[number % 3]
    return Finding(f"T-{number}", severity, where, f"第{number}条：{_MESSAGE}{words}")


def _index(findings: Sequence[Finding]) -> FindingIndex:
    return index_of(Findings(dict(enumerate((finding,) for finding in findings))), {})


def _show(
    application: QApplication, document: Document, index: FindingIndex
) -> tuple[float, float]:
    document.index = index
    start = time.perf_counter()
    document.findings_changed.emit()
    told = time.perf_counter()
    for _ in range(4):
        # Painting is what is measured, and a laid-out list is painted after some turns.
        application.processEvents()
    return (told - start) * 1000, (time.perf_counter() - told) * 1000


if __name__ == "__main__":
    main()

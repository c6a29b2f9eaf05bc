"""Findings made up for the tests, and a document that has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import Findings
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import index_of
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.main_window import MainWindow

FIRST_OF_OURS = 100_000
"""Behind the numbers of all rules: no edit makes the document look for these again."""

Tell = Callable[..., None]


@pytest.fixture
def tell(document: Document) -> Tell:
    """Makes the given findings those of the document, and shows them."""

    def tell(*findings: Finding) -> None:
        numbered = {FIRST_OF_OURS + n: (finding,) for n, finding in enumerate(findings)}
        document.findings = Findings(numbered)
        document.index = index_of(document.findings, document.report.explanations)
        document.findings_changed.emit()

    return tell


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    """The panel of the window on the founding document."""
    assert window.findings_panel is not None
    return window.findings_panel

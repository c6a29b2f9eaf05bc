"""Signs beside controls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xjdesk.checks.finding import Finding
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.findings.field_sign import FieldSign
from xjdesk.gui.severity_look import SeverityLook

Tell = Callable[..., None]
HINT = "填写签发人姓名"
ABOUT = Finding("T-1", Severity.QUERY, (SIGNER,), "请核实签发人")


@pytest.fixture
def control(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleDescription(HINT)
    qtbot.addWidget(line)
    return line


@pytest.fixture
def sign(
    document: Document, look: SeverityLook, tell: Tell, control: QLineEdit, qtbot: QtBot
) -> FieldSign:
    tell()
    shown = FieldSign(document, SIGNER, look, control)
    qtbot.addWidget(shown)
    return shown


def test_a_finding_is_seen_and_heard(sign: FieldSign, control: QLineEdit, tell: Tell) -> None:
    tell(ABOUT)
    assert not sign.pixmap().isNull()
    assert sign.toolTip() == "【核实】请核实签发人"
    assert control.accessibleDescription() == f"{HINT}\n【核实】请核实签发人"


def test_a_finding_that_is_gone_leaves_nothing(
    sign: FieldSign, control: QLineEdit, tell: Tell
) -> None:
    tell(ABOUT)
    tell()
    assert sign.pixmap().isNull()
    assert sign.toolTip() == ""
    assert control.accessibleDescription() == HINT


def test_findings_elsewhere_are_not_told(sign: FieldSign, tell: Tell) -> None:
    tell(Finding("T-1", Severity.ERROR, (ISSUER,), "没有填写"))
    assert sign.pixmap().isNull()


def test_what_was_found_before_is_shown_at_once(
    document: Document, look: SeverityLook, tell: Tell, control: QLineEdit, qtbot: QtBot
) -> None:
    tell(ABOUT)
    shown = FieldSign(document, SIGNER, look, control)
    qtbot.addWidget(shown)
    assert not shown.pixmap().isNull()

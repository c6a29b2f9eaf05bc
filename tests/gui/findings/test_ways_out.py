"""Which ways out can be taken in a document that is only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from xjdesk.checks.remedy import Remedy
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.access import EDITING, Access
from xjdesk.gui.findings.ways_out import Answer, Ways, WaysOut

LEAD = Remedy("转到签发人", place=SIGNER)
CHANGE = Remedy("填入马学军", changes=(Change(SIGNER, "", "马学军"),))
READ_ONLY = Access(can_edit=False, reason="只能查看。")


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    parent = QWidget()
    yield parent
    parent.deleteLater()


def _enabled(parent: QWidget, access: Access) -> dict[str, bool]:
    ways = WaysOut(QWidget(parent), parent)
    ways.follow_access(access)
    ways.show_ways(Ways((LEAD, CHANGE), (Answer.EXPLAIN, Answer.DISMISS)))
    return {b.accessibleName(): b.isEnabled() for b in ways.findChildren(QPushButton)}


def test_what_leads_somewhere_can_be_pressed_and_what_changes_cannot(parent: QWidget) -> None:
    assert _enabled(parent, READ_ONLY) == {
        LEAD.label: True,
        CHANGE.label: False,
        Answer.EXPLAIN.value: False,
        Answer.DISMISS.value: False,
    }


def test_where_the_document_is_edited_all_can(parent: QWidget) -> None:
    assert set(_enabled(parent, EDITING).values()) == {True}

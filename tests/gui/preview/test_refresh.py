"""When pages are set anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.preview.refresh import PreviewRefresh
from xjdesk.gui.services import Services
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet


class Recorder:
    """Sets pages that only tell by their number which they are, and keeps what it was given."""

    def __init__(self) -> None:
        self.signers: list[str] = []
        self.options: list[PageOptions] = []

    def typeset(self, report: Report, form: Form, options: PageOptions) -> PageSet:
        self.signers.append(report.field(SIGNER))
        self.options.append(options)
        return PageSet((), (), frozenset(), (), adjustments=(report.field(SIGNER),))


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def setup(services: Services) -> PageSetup:
    return PageSetup(services.settings)


@pytest.fixture
def refresh(
    document: Document, recorder: Recorder, setup: PageSetup, qtbot: QtBot
) -> Iterator[PreviewRefresh]:
    refresh = PreviewRefresh(document, recorder.typeset, setup)
    yield refresh
    refresh.close()
    refresh.deleteLater()


def _sign(document: Document, name: str) -> None:
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), name)])


def test_nothing_is_set_while_nobody_looks(
    refresh: PreviewRefresh, recorder: Recorder, document: Document, qtbot: QtBot
) -> None:
    _sign(document, "马志宏")
    qtbot.wait(150)
    assert recorder.signers == []
    with qtbot.waitSignal(refresh.typeset) as typeset:
        refresh.wake()
    assert typeset.args is not None
    assert typeset.args[0].adjustments == ("马志宏",)
    assert not refresh.is_due
    refresh.rest()
    _sign(document, "马")
    qtbot.wait(150)
    assert recorder.signers == ["马志宏"]


def test_looking_again_at_what_did_not_change_sets_nothing(
    refresh: PreviewRefresh, recorder: Recorder, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refresh.typeset):
        refresh.wake()
    refresh.rest()
    refresh.wake()
    qtbot.wait(50)
    assert len(recorder.signers) == 1


def test_what_is_typed_in_a_row_is_set_once_and_as_it_is_at_last(
    refresh: PreviewRefresh, recorder: Recorder, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refresh.typeset):
        refresh.wake()
    recorder.signers.clear()
    for name in ("马", "马志", "马志宏"):
        _sign(document, name)
    assert refresh.is_due
    qtbot.waitUntil(lambda: not refresh.is_due)
    assert recorder.signers == ["马志宏"]


def test_somebody_who_never_pauses_sees_pages_all_the_same(
    refresh: PreviewRefresh, recorder: Recorder, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refresh.typeset):
        refresh.wake()
    recorder.signers.clear()
    # Never longer than the pause that is waited for, together longer than the longest lag.
    for number in range(30):
        _sign(document, f"马{number}")
        qtbot.wait(15)
        if recorder.signers:
            break
    assert recorder.signers


def test_another_page_setup_sets_the_pages_anew(
    refresh: PreviewRefresh, recorder: Recorder, setup: PageSetup, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refresh.typeset):
        refresh.wake()
    options = PageOptions(double_sided=False, letterhead=Letterhead.NONE)
    with qtbot.waitSignal(refresh.typeset):
        setup.choose(options)
    assert recorder.options[-1] == options

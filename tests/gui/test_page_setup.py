"""The choices for print, preview and PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.gui.page_setup import LETTERHEADS, PageSetup
from xjdesk.gui.settings import Settings
from xjdesk.typesetting.page_options import Letterhead, PageOptions

OTHER = PageOptions(double_sided=False, letterhead=Letterhead.PREPRINTED)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def test_a_choice_is_told_and_kept(settings: Settings, qtbot: QtBot) -> None:
    setup = PageSetup(settings)
    assert setup.options == PageOptions()
    with qtbot.waitSignal(setup.changed):
        setup.choose(OTHER)
    assert setup.options == OTHER
    assert PageSetup(settings).options == OTHER


def test_the_same_choice_again_is_not_told(settings: Settings, qtbot: QtBot) -> None:
    setup = PageSetup(settings)
    with qtbot.assertNotEmitted(setup.changed):
        setup.choose(PageOptions())


def test_every_letterhead_has_a_name() -> None:
    assert set(LETTERHEADS) == set(Letterhead)

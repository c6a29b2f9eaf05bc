"""The question about characters that no font has, before they are on paper or in a file."""

from __future__ import annotations

from xjdesk.gui.dialogs import Dialogs
from xjdesk.typesetting.missing import missing_notices
from xjdesk.typesetting.pages import PageSet


def goes_on_despite_missing(deed: str, pages: PageSet, dialogs: Dialogs) -> bool:
    """Whether to go on with `deed` (导出, 打印); asked only where characters are missing."""
    missing = missing_notices(pages)
    return not missing or dialogs.ask_despite_missing(deed, (*missing, *pages.adjustments))

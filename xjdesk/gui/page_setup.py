"""How the open window prints and previews: chosen once, kept from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from xjdesk.gui.settings import Settings
from xjdesk.typesetting.page_options import Letterhead, PageOptions

LETTERHEADS = {
    Letterhead.FULL: "完整公文",
    Letterhead.PREPRINTED: "打印在红头纸上（不印红色部分）",
    Letterhead.NONE: "网站发布样式（不带版头）",
}
"""What the screen calls them."""


class PageSetup(QObject):
    """The page options in force, for preview, print and PDF alike.

    Signals:
        changed: Other options are in force.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._options = settings.page_options()

    @property
    def options(self) -> PageOptions:
        """The options in force."""
        return self._options

    def choose(self, options: PageOptions) -> None:
        """Put other options in force and remember them."""
        if options != self._options:
            self._options = options
            self._settings.keep_page_options(options)
            self.changed.emit()

"""The panel that tells about the indicator in the current cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from xjdesk.core.address import CellAddress, Place
from xjdesk.core.severity import Severity
from xjdesk.gui.colours import tinted
from xjdesk.gui.document import Document
from xjdesk.gui.findings.pane_key import PaneKey
from xjdesk.gui.indicator.account import account_of
from xjdesk.gui.indicator.account_page import (
    AccountPage,
    PageColours,
    account_page,
    empty_page,
)
from xjdesk.gui.indicator.relation_book import RelationBook
from xjdesk.gui.severity_look import hue

_KEY = "Shift+F6"
_QUIET = 0.6
_STYLE = """
h3 { font-size: large; margin: 0 0 2px 0 }
h4 { font-size: medium; margin: 8px 0 2px 0 }
p { margin: 2px 0 2px 0 }
"""


class IndicatorPanel(QWidget):
    """Follows a cell of a document; while it rests, nothing is worked out.

    Signals:
        place_wanted: The Place that a link leads to.
        left: The focus is to go back to the editors.
    """

    place_wanted = Signal(object)
    left = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cell: CellAddress | None = None
        self._book: RelationBook | None = None
        self._page = AccountPage("", ())
        self._is_awake = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self.browser = QTextBrowser(self)
        self.browser.setObjectName("indicator-page")
        self.browser.setAccessibleName("指标说明")
        self.browser.setAccessibleDescription("Tab 到下一个链接，回车转到所指的地方，Esc 返回")
        self.browser.setOpenLinks(False)
        self.browser.setUndoRedoEnabled(False)
        self.browser.document().setDefaultStyleSheet(_STYLE)
        self.browser.anchorClicked.connect(self._on_link)
        self.browser.installEventFilter(self)
        self.setFocusProxy(self.browser)
        self._key = PaneKey(self, self.browser, _KEY)
        self._key.left.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        document.changed.connect(self._show_later)
        document.findings_changed.connect(self._show_later)
        document.last_year_changed.connect(self._show_later)

    def follow(self, place: Place | None) -> None:
        """Tell about the cell at `place`; of any other place, what the panel is for."""
        cell = place if isinstance(place, CellAddress) else None
        if cell != self._cell:
            self._cell = cell
            self._show_later()

    def wake(self) -> None:
        """Be up to date from now on."""
        self._is_awake = True
        self._show_later()

    def rest(self) -> None:
        """Work nothing out until it is seen again."""
        self._is_awake = False
        self._later.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return False

    def _show_later(self) -> None:
        # Keys that lead through many cells, and edits, come first.
        if self._is_awake:
            self._later.start(0)

    def _show(self) -> None:
        page = self._current_page()
        if page != self._page:
            self._page = page
            self.browser.setHtml(page.text)

    def _current_page(self) -> AccountPage:
        document, cell = self._document, self._cell
        if cell is None or not document.form.has(cell):
            return empty_page()
        if self._book is None or self._book.last_year is not document.last_year:
            self._book = RelationBook(document.form, document.last_year)
        account = account_of(self._book, document.report, cell, document.index.at(cell))
        palette = self.palette()
        wrong = hue(palette, Severity.ERROR).name()
        quiet = tinted(palette, palette.color(QPalette.ColorRole.Text), _QUIET).name()
        return account_page(account, PageColours(wrong, quiet))

    def _on_link(self, link: QUrl) -> None:
        self.place_wanted.emit(self._page.places[int(link.toString())])

"""Shows a page of the manual."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from xjdesk.gui.help.manual import FOLDER, Manual, ManualPage
from xjdesk.gui.help.page_dress import dress
from xjdesk.gui.icons import Resource
from xjdesk.resource_files import ResourceMissingError

_SCHEME = "manual"
_MARGIN_PX = 18
_LEAST_STEPS, _MOST_STEPS, _LEAST_PT = -3, 16, 7.0
_Kind = QTextDocument.ResourceType


class ManualView(QTextBrowser):
    """The pages with their links, and the pages that were open before; nothing from elsewhere.

    Signals:
        opened: The ManualPage that is shown now.
        refused: The address of a link that leads out of the manual.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, manual: Manual, resource: Resource, parent: QWidget) -> None:
        super().__init__(parent)
        self._manual, self._resource = manual, resource
        self._found: list[QTextCursor] = []
        self._words: tuple[str, ...] = ()
        self._page: ManualPage | None = None
        self._steps = 0
        self.setAccessibleName("手册正文")
        self.setAccessibleDescription("Tab 到下一个链接，回车打开，Alt+← 返回")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.anchorClicked.connect(self._on_link)
        self.sourceChanged.connect(self._on_source)

    def show_page(self, page: ManualPage) -> None:
        """Show this page, unless it is shown already."""
        if page is not self.page():
            self.setSource(QUrl(f"{_SCHEME}:/{page.name}"), _Kind.MarkdownResource)

    def page(self) -> ManualPage | None:
        """The page that is shown."""
        return self._page

    def mark(self, words: str) -> None:
        """Mark where these words stand, on this page and on those opened later."""
        self._words = tuple(words.split())
        self._mark()

    def show_next_mark(self, by: int = 1) -> None:
        """Lead to the next marked place, or with -1 to the one before; round the ends."""
        if not self._found:
            return
        here = self.textCursor()
        starts = [found.selectionStart() for found in self._found]
        if by > 0:
            at = next((n for n, s in enumerate(starts) if s >= here.selectionEnd()), 0)
        else:
            before = [n for n, s in enumerate(starts) if s < here.selectionStart()]
            at = before[-1] if before else len(starts) - 1
        self.setTextCursor(self._found[at])
        self.ensureCursorVisible()

    @property
    def steps(self) -> int:
        """By how many pt the letters are larger than those of the window."""
        return self._steps

    def enlarge(self) -> None:
        """Larger letters."""
        self.resize_letters(self._steps + 1)

    def lessen(self) -> None:
        """Smaller letters."""
        self.resize_letters(self._steps - 1)

    def reset_letters(self) -> None:
        """Letters of the size that the window has."""
        self.resize_letters(0)

    def resize_letters(self, steps: int) -> None:
        """Letters so many pt larger than those of the window, smaller with a negative number."""
        self._steps = min(max(steps, _LEAST_STEPS), _MOST_STEPS)
        font = QFont(self.window().font())
        font.setPointSizeF(max(font.pointSizeF() + self._steps, _LEAST_PT))
        self.setFont(font)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        name = QUrl(name)
        path = name.path().removeprefix("/")
        if name.scheme() != _SCHEME:
            return None
        if kind == _Kind.MarkdownResource.value:
            page = self._manual.page(path)
            return page.text if page is not None else None
        if kind == _Kind.ImageResource.value:
            try:
                return QImage.fromData(self._resource(FOLDER, path).read_bytes())
            except (ResourceMissingError, ValueError):
                return None
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.resize_letters(self._steps + (1 if turned > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Colours of links and lines are put into the document when it is read.
        if event.type() == QEvent.Type.PaletteChange and self.source().isValid():
            at = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(at)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def _on_link(self, link: QUrl) -> None:
        if link.scheme() == _SCHEME and self._manual.page(link.path().removeprefix("/")):
            self.setSource(link, _Kind.MarkdownResource)
        else:
            self.refused.emit(link.toString())

    def _on_source(self, source: QUrl) -> None:
        dress(self.document(), self.palette())
        self._mark()
        # Qt tells of it before it knows the source itself.
        self._page = self._manual.page(source.path().removeprefix("/"))
        if self._page is not None:
            self.opened.emit(self._page)

    def _mark(self) -> None:
        self._found = [found for word in self._words for found in self._places(word)]
        self._found.sort(key=QTextCursor.selectionStart)
        ground = QTextCharFormat()
        ground.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        ground.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        self.setExtraSelections([_selection(found, ground) for found in self._found])

    def _places(self, word: str) -> Iterator[QTextCursor]:
        found = self.document().find(word)
        while not found.isNull():
            yield found
            found = self.document().find(word, found)


def _selection(found: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    # PySide6 does not tell type checkers what it is made of.
    setattr(selection, "cursor", found)  # noqa: B010
    setattr(selection, "format", look)  # noqa: B010
    return selection

"""What menu, keys and context menu do with figures: bind a number to a cell, and release it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xjdesk.core.address import CellAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.figure import FigureSource
from xjdesk.core.figure_placing import figure_at, released
from xjdesk.core.figure_text import arithmetic, figure_text
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Paragraph
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.editable import editable_document
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.figures.target import FigureTarget, bound, target_in
from xjdesk.gui.page import FigureDeed
from xjdesk.gui.shell import Shell
from xjdesk.gui.workspace import Workspace

_NOT_IN_TEXT = "请先把光标放到正文中要引用统计数的地方。"


class FigureActions(QObject):
    """Works where the caret stands in the narrative."""

    def __init__(self, shell: Shell, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._dialogs = dialogs

    def follow(self, document: Document) -> None:
        """Tell when an edit of the table changes the narrative of `document` as well."""
        document.changed.connect(self._tell_followed)

    def do(self, deed: FigureDeed) -> None:
        """Carry out what is chosen from the menu of a chip."""
        match deed:
            case FigureDeed.BIND:
                self.bind()
            case FigureDeed.RELEASE:
                self.release()

    def bind(self) -> None:
        """Ask for a cell, and bind the number at the caret to it or put its number there."""
        self._shell.commit_pending()
        document = editable_document(self._shell)
        if document is None:
            return
        workspace, span = self._shell.workspace, self._span()
        if workspace is None or span is None:
            self._shell.tell(_NOT_IN_TEXT)
            return
        paragraph = _paragraph(document, span)
        target = target_in(paragraph, span.start, span.end)
        last_year = _comparable_last_year(document)
        question = FigureQuestion(document.form, document.report, paragraph.text, target, last_year)
        source = self._dialogs.ask_figure(question)
        if source is not None:
            self._bind(document, workspace, span, target, source)

    def release(self) -> None:
        """Make the figures that the caret or the selection touches plain text."""
        self._shell.commit_pending()
        document = editable_document(self._shell)
        if document is None:
            return
        span = self._span()
        if span is None:
            self._shell.tell(_NOT_IN_TEXT)
            return
        old = new = _paragraph(document, span)
        while (figure := figure_at(new, span.start, span.end)) is not None:
            new = released(new, figure)
        if new == old:
            self._shell.tell("光标处没有引用的数。")
            return
        document.submit("解除引用", [Change(_address(span), (old,), (new,))])
        self._shell.tell("已解除引用，该数不再随统计表变化。")

    def _tell_followed(self, edit: Edit) -> None:
        if not isinstance(edit.address, CellAddress):
            return
        followed = [
            change for change in edit.changes if isinstance(change.address, ParagraphAddress)
        ]
        if followed:
            self._shell.tell(f"正文中引用的数已随统计表更新，共{len(followed)}段。")

    def _bind(
        self,
        document: Document,
        workspace: Workspace,
        span: SpanAddress,
        target: FigureTarget,
        source: FigureSource,
    ) -> None:
        text = figure_text(source, document.report.value)
        if text is None:
            return
        address = _address(span)
        new, end = bound(_paragraph(document, span), target, source, text)
        old = content_at(document.report, address)
        document.submit("引用统计数", [Change(address, old, (new,))])
        workspace.show_place(address, end)
        self._shell.tell(f"已引用：{arithmetic(document.form, document.report, source)}。")

    def _span(self) -> SpanAddress | None:
        workspace = self._shell.workspace
        if workspace is None:
            return None
        return workspace.page(workspace.currentIndex()).text_selection()


def _comparable_last_year(document: Document) -> LastYear | None:
    last_year = document.last_year
    return last_year if last_year is not None and last_year.fits(document.report) else None


def _address(span: SpanAddress) -> ParagraphAddress:
    return ParagraphAddress(span.chapter, span.paragraph)


def _paragraph(document: Document, span: SpanAddress) -> Paragraph:
    """The paragraph there; an empty one in a chapter without any."""
    paragraphs = document.report.chapter(span.chapter).paragraphs
    return paragraphs[span.paragraph] if span.paragraph < len(paragraphs) else Paragraph("")

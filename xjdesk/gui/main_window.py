"""The main window: its shell, and what is shown in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from xjdesk.core.address import Place
from xjdesk.gui.changes.log_actions import ChangeLogActions
from xjdesk.gui.checking import Checking
from xjdesk.gui.closed_documents import ClosedDocuments
from xjdesk.gui.commands.command_search import CommandSearch
from xjdesk.gui.commands.shortcut_actions import ShortcutActions
from xjdesk.gui.completeness.blank_actions import BlankActions
from xjdesk.gui.dialogs import Dialogs, WindowDialogs
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.document_area import DocumentArea
from xjdesk.gui.edit_actions import EditActions
from xjdesk.gui.export_actions import ExportActions
from xjdesk.gui.files.file_actions import FileActions
from xjdesk.gui.files.file_names import document_name
from xjdesk.gui.files.keeping import Keeping
from xjdesk.gui.find.actions import FindActions
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.fonts_button import FontsButton
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.help.actions import HelpActions
from xjdesk.gui.icons import Icons
from xjdesk.gui.indicator.dock import IndicatorDock
from xjdesk.gui.last_year.actions import LastYearActions
from xjdesk.gui.look.actions import LookActions
from xjdesk.gui.look.dock_titles import DockTitles
from xjdesk.gui.look.zoom_actions import ZoomActions
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.preview.dock import PreviewDock
from xjdesk.gui.preview.reading import ReadingView
from xjdesk.gui.profiles.actions import ProfileActions
from xjdesk.gui.program_name import PROGRAM
from xjdesk.gui.recent.recent_files import RecentFiles
from xjdesk.gui.recent.recent_menu import RecentMenu
from xjdesk.gui.recent.start_page import StartPage
from xjdesk.gui.review_actions import ReviewActions
from xjdesk.gui.sections.actions import SectionActions
from xjdesk.gui.services import Services
from xjdesk.gui.severity_look import severity_look
from xjdesk.gui.status_counts import StatusCounts
from xjdesk.gui.tables.actions import TableActions
from xjdesk.gui.tables.note_actions import NoteActions
from xjdesk.gui.tables.paste_actions import PasteActions
from xjdesk.gui.window_dress import dress
from xjdesk.gui.words.word_list_actions import WordListActions
from xjdesk.gui.workspace import Workspace

_PANELS_SHARE = 0.33
"""What the panels take of the width of a window shown for the first time."""
_FRAME_PX = 40
"""What the system draws around a window, at the most: its title bar."""
_TELL_MS = 8000


class MainWindow(QMainWindow):
    """Shows one document, or the start page.

    What the menus do stands in the actions classes; `dialogs` asks and tells.
    """

    def __init__(self, services: Services, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._services = services
        self._document: Document | None = None
        self._workspace: Workspace | None = None
        self._area: DocumentArea | None = None
        self._panel: FindingsPanel | None = None
        self.dialogs: Dialogs = dialogs if dialogs is not None else WindowDialogs(self)
        self.files = FileActions(self, services, self.dialogs, self)
        self.keeping = Keeping(self, services, self)
        self.page_setup = PageSetup(services.settings, self)
        self.exports = ExportActions(self, services, self.page_setup, self.dialogs, self)
        self.recent_files = RecentFiles(services.settings, self)
        self.ui = ui = Ui_MainWindow()
        ui.setupUi(self)
        self._closed = ClosedDocuments(self)
        self._edits = EditActions(self, self.ui, self)
        self.review = ReviewActions(self, self.ui, self.dialogs, self)
        self.tables = TableActions(self, self.ui, services.settings, self)
        self.pasting = PasteActions(self, self.dialogs, self)
        self.notes = NoteActions(self, self.ui, self.dialogs, self)
        self.sections = SectionActions(self, self.ui, services.settings, self)
        self.checking = Checking(self, services, self.dialogs, self)
        self.words = WordListActions(self, services, self.dialogs, self.ui, self)
        self.words.changed.connect(self.checking.renew_words)
        self.profiles = ProfileActions(self, services.profiles, self.dialogs, ui, self)
        self.changes = ChangeLogActions(self, self)
        self.word_search = FindActions(self, self.ui, self)
        self.help = HelpActions(self, self, self.ui, services, self.dialogs)
        self.shortcuts = ShortcutActions(self, self.ui, services.resource)
        self.commands = CommandSearch(
            self, self, self.ui, self.files, services.settings, services.resource
        )
        self._icons = Icons(services.resource)
        self._look = severity_look(self._icons)
        dress(self, self.ui, self._icons)
        self.preview = PreviewDock(self, self.ui, services, self.page_setup)
        self.reading = ReadingView(self, self.preview, self.ui, self)
        self.zooming = ZoomActions(self, self.preview, self.ui, services.settings, self)
        self.looking = LookActions(self, self.ui, services.settings, self)
        self.exports.current_page = self.preview.page_number
        self.indicator = IndicatorDock(self, self.ui, services.settings)
        DockTitles(self, self._icons)
        self._connect()
        self._fill_status_bar()
        steps = (ui.actionNew, ui.actionOpen, ui.actionSample, ui.actionQuickStart)
        self._start_page = StartPage(steps, self.recent_files, self)
        self._start_page.chosen.connect(self.files.open_path)
        self.ui.centre.addWidget(self._start_page)
        self._restore_shape()
        self._show_no_document()

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self._document

    @property
    def workspace(self) -> Workspace | None:
        """The tabs of the open document."""
        return self._workspace

    @property
    def findings_panel(self) -> FindingsPanel | None:
        """The list of findings of the open document."""
        return self._panel

    def show_document(self, document: Document) -> None:
        """Make `document` the open one; the one before is closed without a question."""
        self._drop_document()
        document.setParent(self)
        self._document = document
        self._workspace = Workspace(document, self._look, self)
        settings = self._services.settings
        self._panel = FindingsPanel(document, self._look, self._workspace, settings, self)
        self.review.follow(self._panel, self._workspace)
        self._area = DocumentArea(self._workspace, document.access, self._icons, self)
        self.ui.centre.addWidget(self._area)
        self.ui.centre.setCurrentWidget(self._area)
        self.ui.findingsArea.addWidget(self._panel)
        self.ui.findingsArea.setCurrentWidget(self._panel)
        self.ui.findingsDock.show()
        self.preview.open(document, self._workspace)
        self.indicator.open(document, self._workspace)
        if not self._has_shape:
            self._has_shape = True
            width = round(_PANELS_SHARE * self.width())
            self.resizeDocks([self.ui.findingsDock], [width], Qt.Orientation.Horizontal)
        self._follow(document)
        self.tables.open()
        self.notes.open()
        self.pasting.open()
        self.sections.open()
        self.reading.open()
        self.zooming.open()
        self.looking.open()
        self.keeping.follow(document)
        self._enable(document)
        self.checking.follow(at_once=self.isVisible())
        self._workspace.enter()

    def show_place(self, place: Place) -> None:
        """Lead to a place in the document."""
        if self._workspace is not None:
            self._workspace.show_place(place)

    def show_first_table(self) -> None:
        """Open the tab of the first statistics table, where there is one."""
        if self._workspace is not None:
            self._workspace.show_first_table()

    def commit_pending(self) -> None:
        """Hand over to the document what stands in an open editor."""
        if self._workspace is not None:
            self._workspace.commit_pending()
        if self._panel is not None:
            self._panel.commit_pending()

    def show_recent(self) -> None:
        """Show the recent files as they are now on the start page."""
        self.recent_files.look()

    def tell(self, sentence: str) -> None:
        """Say something in the status bar for a while."""
        self.ui.statusBar.showMessage(sentence, _TELL_MS)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Also when what follows fails: Qt would close the window all the same.
        event.ignore()
        if not self.files.may_leave():
            return
        # Nothing is known of the panels' widths before a document was open.
        state = self.saveState() if self._has_shape else QByteArray()
        self._services.settings.keep_window(self.saveGeometry(), state)
        self._drop_document()
        self.keeping.close()
        self.help.close()
        self._services.settings.write()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fonts.look_later()
        self.checking.begin_later()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_path(Path(paths[0]))
        if len(paths) > 1:
            self.tell(f"一次打开一份报告，另外{len(paths) - 1}个文件没有打开。")

    def _connect(self) -> None:
        ui = self.ui
        ui.actionNew.triggered.connect(self.files.new)
        ui.actionOpen.triggered.connect(self.files.open)
        ui.actionSave.triggered.connect(self.files.save)
        ui.actionSaveAs.triggered.connect(self.files.save_as)
        ui.actionBackups.triggered.connect(self.files.show_backups)
        ui.actionSample.triggered.connect(self.files.open_sample)
        ui.actionQuit.triggered.connect(self.close)
        ui.actionExportPdf.triggered.connect(self.exports.export_pdf)
        ui.actionExportXlsx.triggered.connect(self.exports.export_xlsx)
        ui.actionExportFindings.triggered.connect(self.exports.export_findings)
        ui.actionPrint.triggered.connect(self.exports.print)
        ui.actionChangeLog.triggered.connect(self.changes.show)
        self.recent = RecentMenu(ui.menuRecent, self.recent_files, self)
        self.recent.chosen.connect(self.files.open_path)

    def _fill_status_bar(self) -> None:
        services, setup = self._services, self.page_setup
        self._fonts = FontsButton(self, services, setup, self.dialogs, self)
        self._fonts.found.connect(self.checking.use_fonts)
        self._counts = StatusCounts(self._look, self)
        self.blanks = BlankActions(self, self.ui, self)
        self.checking.begun.connect(self.blanks.open)
        self.last_year = LastYearActions(self, services, self.dialogs, self.ui, self)
        self.checking.begun.connect(self.last_year.open)
        self.ui.statusBar.addPermanentWidget(self.tables.sums)
        self.ui.statusBar.addPermanentWidget(self.zooming.sign)
        self.ui.statusBar.addPermanentWidget(self.last_year.sign)
        self.ui.statusBar.addPermanentWidget(self._fonts)
        self.ui.statusBar.addPermanentWidget(self.blanks.meter)
        self.ui.statusBar.addPermanentWidget(self._counts)

    def _follow(self, document: Document) -> None:
        document.changed.connect(self._on_changed)
        document.findings_changed.connect(self._show_counts)
        document.state_changed.connect(self._show_state)
        self._edits.follow(document.stack)
        self._show_counts()
        self._show_state()

    def _drop_document(self) -> None:
        document, self._document = self._document, None
        if document is None:
            return
        document.close()
        self.reading.close()
        self.preview.close()
        self.indicator.close()
        self.blanks.close()
        self.last_year.close()
        self.changes.close()
        self.word_search.close()
        for widget in (self._area, self._panel):
            if widget is not None:
                self._remove(widget)
        self._workspace = self._area = self._panel = None
        self._closed.end(document)
        self._show_no_document()

    def _remove(self, widget: QWidget) -> None:
        for area in (self.ui.centre, self.ui.findingsArea):
            area.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _show_no_document(self) -> None:
        self.show_recent()
        self.ui.centre.setCurrentWidget(self._start_page)
        self._start_page.setFocus()
        self.ui.findingsDock.hide()
        self.ui.previewDock.hide()
        self.setWindowModified(False)
        self.setWindowTitle(PROGRAM)
        self._enable(None)

    def _enable(self, document: Document | None) -> None:
        ui, has_document = self.ui, document is not None
        can_hand_on = document is not None and document.access.can_hand_on
        for action in (
            ui.actionSave,
            ui.actionSaveAs,
            ui.actionExportPdf,
            ui.actionExportXlsx,
            ui.actionPrint,
        ):
            action.setEnabled(can_hand_on)
        for action in (
            ui.actionPrintPreview,
            ui.actionChangeLog,
            ui.findingsDock.toggleViewAction(),
            ui.previewDock.toggleViewAction(),
        ):
            action.setEnabled(has_document)
        self.review.enable(has_document)
        self.tables.enable(has_document)
        self.profiles.enable(has_document)
        self.word_search.enable(has_document)
        if not has_document:
            self.sections.close()
            self._counts.hide()
            self.notes.close()
        self._edits.rest()

    def _on_changed(self, edit: Edit) -> None:
        self._show_counts()

    def _show_counts(self) -> None:
        if self._document is not None:
            self._counts.show_counts(self._document.index.counts())
            # Before the checks three noughts would be taken for their result.
            self._counts.setVisible(self._document.check_data is not None)

    def _show_state(self) -> None:
        if self._document is not None:
            mark = "" if self._document.access.can_edit else "（只读）"
            self.setWindowTitle(f"{document_name(self._document)}{mark}[*] - {PROGRAM}")
            self.setWindowModified(self._document.is_modified)

    def _restore_shape(self) -> None:
        if not self.restoreGeometry(self._services.settings.geometry()):
            room = self.screen().availableGeometry().size()
            self.resize(self.size().boundedTo(room - QSize(_FRAME_PX, _FRAME_PX)))
        self._has_shape = self.restoreState(self._services.settings.state())

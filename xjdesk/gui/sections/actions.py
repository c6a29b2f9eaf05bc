"""What the menu 正文 does with the sections of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.gui.editable import editable_document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded with the first chapter that is looked at.
    from xjdesk.gui.sections.editing import SectionEditing

_AUTO_NUMBER = "sections/auto_number"
_NOT_IN_TEXT = "请先把光标放到正文中。"


class SectionActions(QObject):
    """Works where the caret stands in the open chapter, and sets whether numbers are kept."""

    def __init__(
        self, shell: Shell, ui: Ui_MainWindow, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._settings = settings
        self._auto_number = ui.actionAutoNumber
        self._actions = (
            ui.actionLevel2,
            ui.actionLevel3,
            ui.actionLevel4,
            ui.actionPlainText,
            ui.actionRaise,
            ui.actionLower,
            ui.actionSectionUp,
            ui.actionSectionDown,
            ui.actionRenumber,
        )
        ui.actionLevel2.triggered.connect(self._give_level_2)
        ui.actionLevel3.triggered.connect(self._give_level_3)
        ui.actionLevel4.triggered.connect(self._give_level_4)
        ui.actionPlainText.triggered.connect(self._make_plain)
        ui.actionRaise.triggered.connect(self._raise)
        ui.actionLower.triggered.connect(self._lower)
        ui.actionSectionUp.triggered.connect(self._move_up)
        ui.actionSectionDown.triggered.connect(self._move_down)
        ui.actionRenumber.triggered.connect(self._renumber)
        ui.actionAutoNumber.setChecked(settings.flag(_AUTO_NUMBER, True))
        ui.actionAutoNumber.toggled.connect(self._on_toggled)

    def open(self) -> None:
        """Work in the chapters of the document that was just opened."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.currentChanged.connect(self._enable)
            workspace.keep_numbers(self._auto_number.isChecked())
        self._enable()

    def close(self) -> None:
        """Do nothing any more: the document is closed."""
        for action in self._actions:
            action.setEnabled(False)

    def _enable(self) -> None:
        document, workspace = self._shell.document, self._shell.workspace
        may = document is not None and document.access.can_edit
        is_text = workspace is not None and workspace.page(workspace.currentIndex()).has_sections
        for action in self._actions:
            action.setEnabled(may and is_text)

    def _editing(self) -> SectionEditing | None:
        self._shell.commit_pending()
        workspace = self._shell.workspace
        if workspace is None or editable_document(self._shell) is None:
            return None
        editing = workspace.page(workspace.currentIndex()).section_editing()
        if editing is None:
            self._shell.tell(_NOT_IN_TEXT)
        return editing

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._shell.tell(sentence)

    def _give_level(self, level: int) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.give_level(level))

    def _give_level_2(self) -> None:
        self._give_level(2)

    def _give_level_3(self) -> None:
        self._give_level(3)

    def _give_level_4(self) -> None:
        self._give_level(4)

    def _make_plain(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.make_plain())

    def _raise(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.raise_level())

    def _lower(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.lower_level())

    def _move_up(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.move_up())

    def _move_down(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.move_down())

    def _renumber(self) -> None:
        if (editing := self._editing()) is not None:
            self._tell(editing.renumber())

    def _on_toggled(self, kept: bool) -> None:
        self._settings.keep(_AUTO_NUMBER, kept)
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.keep_numbers(kept)

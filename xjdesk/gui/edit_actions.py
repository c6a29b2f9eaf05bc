"""What the menu 编辑 does."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

from xjdesk.gui.document import Edit
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.shell import Shell


@runtime_checkable
class _Copies(Protocol):
    """A control from which something can be copied; text controls and grids name it so."""

    def copy(self) -> None: ...


@runtime_checkable
class _Pastes(_Copies, Protocol):
    """A control in which something can also be cut and pasted, unless it is only read."""

    def cut(self) -> None: ...

    def paste(self) -> None: ...

    def isReadOnly(self) -> bool: ...


class EditActions(QObject):
    """Undo and redo in the open document, the clipboard in the control that has the focus."""

    def __init__(self, shell: Shell, ui: Ui_MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._ui = ui
        ui.actionUndo.triggered.connect(self.undo)
        ui.actionRedo.triggered.connect(self.redo)
        ui.actionCut.triggered.connect(self.cut)
        ui.actionCopy.triggered.connect(self.copy)
        ui.actionPaste.triggered.connect(self.paste)

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo say what they would do in `stack`, which is new."""
        stack.canUndoChanged.connect(self._ui.actionUndo.setEnabled)
        stack.canRedoChanged.connect(self._ui.actionRedo.setEnabled)
        stack.undoTextChanged.connect(self._show_undo_text)
        stack.redoTextChanged.connect(self._show_redo_text)

    def rest(self) -> None:
        """Nothing can be undone or redone yet; where there is only reading, nor cut or pasted."""
        document = self._shell.document
        may_edit = document is None or document.access.can_edit
        self._ui.actionCut.setEnabled(may_edit)
        self._ui.actionPaste.setEnabled(may_edit)
        self._ui.actionUndo.setEnabled(False)
        self._ui.actionRedo.setEnabled(False)
        self._show_undo_text("")
        self._show_redo_text("")

    def undo(self) -> None:
        """Take back the last step, and show where it was made."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is not None:
            sentence = f"已撤销：{document.stack.undoText()}"
            edit = document.undo()
            # What was done first is taken back last.
            self._tell(sentence, Edit(edit.changes[::-1]) if edit is not None else None)

    def redo(self) -> None:
        """Carry out once more the step taken back last, and show where."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is not None:
            self._tell(f"已恢复：{document.stack.redoText()}", document.redo())

    def cut(self) -> None:
        """Cut what is selected in the control that has the focus."""
        control = _control()
        if isinstance(control, _Pastes) and not control.isReadOnly():
            control.cut()

    def copy(self) -> None:
        """Copy what is selected in the control that has the focus."""
        control = _control()
        if isinstance(control, _Copies):
            control.copy()

    def paste(self) -> None:
        """Put what was copied into the control that has the focus."""
        control = _control()
        if isinstance(control, _Pastes) and not control.isReadOnly():
            control.paste()

    def _tell(self, sentence: str, edit: Edit | None) -> None:
        workspace = self._shell.workspace
        if edit is not None and workspace is not None:
            workspace.open_tab_of(edit.address)
            self._shell.tell(sentence)

    def _show_undo_text(self, text: str) -> None:
        self._ui.actionUndo.setText(f"撤销{text}(&U)")
        self._ui.actionUndo.setIconText("撤销")
        self._ui.actionUndo.setToolTip(plain_tip(f"撤销{text}（Ctrl+Z）"))

    def _show_redo_text(self, text: str) -> None:
        self._ui.actionRedo.setText(f"恢复{text}(&R)")
        self._ui.actionRedo.setIconText("恢复")
        self._ui.actionRedo.setToolTip(plain_tip(f"恢复{text}（Ctrl+Y）"))


def _control() -> QWidget | None:
    """The control that has the focus, or the line in which it is edited."""
    match QApplication.focusWidget():
        case QComboBox() | QAbstractSpinBox() as control:
            return control.lineEdit()
        case control:
            return control

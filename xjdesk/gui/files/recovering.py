"""Bringing back what was not saved when the program was ended."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from xjdesk.core.change import ChangeError
from xjdesk.core.difference import difference
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.gui.changes.change_words import change_lines
from xjdesk.gui.dialogs import PROJECT, Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.files.moments import moment
from xjdesk.gui.files.opening import Opening
from xjdesk.gui.files.questions import RecoveryAnswer, RecoveryQuestion
from xjdesk.gui.files.recovery_place import RecoveryPlace, belongs_to, place_of
from xjdesk.gui.files.saving import save_apart
from xjdesk.gui.files.writing import write_or_ask
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.journals.recovery import (
    JournalError,
    Recoverable,
    put_away,
    read_journal,
    set_aside,
)
from xjdesk.storage.project import new_document_id
from xjdesk.storage.project_store import SavedProject

_LOG = logging.getLogger("xjdesk.gui")
_STEP = "恢复未保存的修改"
_TORN = "恢复记录的末尾不完整，最后的少量修改可能要重新填写。"


class Recovering:
    """Asks, for each journal that was left behind, whether its changes are to come back.

    `open_file` opens a project file in place of the open document, and tells whether that worked.
    """

    def __init__(
        self,
        shell: Shell,
        services: Services,
        dialogs: Dialogs,
        opening: Opening,
        open_file: Callable[[Path], bool],
    ) -> None:
        self._shell = shell
        self._services = services
        self._dialogs = dialogs
        self._opening = opening
        self._open_file = open_file

    def offer(self) -> None:
        """Ask about the document that was just opened; at the start page, about any.

        Once something came back the others wait for another time: they would take its place.
        """
        document = self._shell.document
        if document is not None and not document.access.can_edit:
            return
        for found in self._left_behind():
            if document is None or belongs_to(found, document):
                with errors_told(self._dialogs):
                    if self._ask(found):
                        return

    def _left_behind(self) -> Iterator[Recoverable]:
        for path in self._services.journals.left_behind():
            try:
                yield read_journal(path)
            except JournalError as error:
                _LOG.warning("%s | %s", error.sentence, error.detail)
                set_aside(path)
            except ReadError as error:
                # It may be read another time.
                _LOG.warning("%s | %s", error.sentence, error.detail)

    def _ask(self, found: Recoverable) -> bool:
        """Ask about it, and do what is answered; whether it came back."""
        place = place_of(found, self._shell.document, self._services.projects)
        if place.is_saved:
            # The program was ended between saving and putting the journal away.
            put_away(found.journal)
            return False
        form = self._services.projects.form_of(found.project, found.journal)
        match self._dialogs.ask_recovery(_question(found, form, place)):
            case RecoveryAnswer.RECOVER:
                return self._recover(found, form, place)
            case RecoveryAnswer.SAVE_COPY:
                self._save_copy(found)
            case RecoveryAnswer.DECLINE:
                if not self._services.projects.keep_unsaved(found.project):
                    raise UserError("未保存的修改没有能留作备份，下次启动时会再次询问。")
                put_away(found.journal)
            case RecoveryAnswer.LATER:
                pass
        return False

    def _recover(self, found: Recoverable, form: Form, place: RecoveryPlace) -> bool:
        """In the file's own document, as one step that can be undone; else in one of its own.

        Whether that was done: not when the user goes back from opening the file.
        """
        if place.is_as_left and not self._open_its_file(found):
            return False
        if not (place.is_as_left and self._recover_in_place(found)):
            copy = self._opening.copy(found.base, form)
            _bring_back(found, copy)
            self._shell.show_document(copy)
        # The new journal may not have been written: on a full disk the old one is all there is.
        if self._services.projects.keep_unsaved(found.project):
            put_away(found.journal)
        self._shell.tell("未保存的修改已恢复，请核对后保存。")
        return True

    def _open_its_file(self, found: Recoverable) -> bool:
        """Open its file, unless a document is open, which is of that file; whether one is."""
        if self._shell.document is not None:
            return True
        return found.file is not None and self._open_file(found.file)

    def _recover_in_place(self, found: Recoverable) -> bool:
        """In the open document, if that is of the file as it was left; whether that was done."""
        document = self._shell.document
        if document is None or document.file is None or not document.access.can_edit:
            return False
        if document.file.digest != found.digest:
            # Saved by somebody else while the question stood.
            return False
        try:
            _bring_back(found, document)
        except ChangeError:
            return False
        return True

    def _save_copy(self, found: Recoverable) -> None:
        file = found.file
        folder = file.parent if file else self._services.settings.folder()
        name = f"{file.stem if file else found.project.report.year}（恢复）{PROJECT.suffix}"
        path = self._dialogs.choose_save(folder / name, PROJECT)
        if path is None:
            return
        project = replace(found.project, document_id=new_document_id())

        def write(path: Path) -> SavedProject:
            return save_apart(self._services.projects, path, project)

        written = write_or_ask(self._dialogs, path, PROJECT, write)
        if written is not None:
            put_away(found.journal)
            self._shell.tell(f"已另存：{written.path.name}。" + "".join(written.result.remarks))


def _bring_back(found: Recoverable, document: Document) -> None:
    document.become(_STEP, found.project)
    document.take_log(found.project.changes)


def _question(found: Recoverable, form: Form, place: RecoveryPlace) -> RecoveryQuestion:
    year = found.project.report.year
    name = found.file.name if found.file else f"未保存的{year}年度报告"
    changes = difference(found.base.report, found.project.report)
    remark = place.remark + ("" if found.is_whole else _TORN)
    lines = change_lines(form, changes)
    return RecoveryQuestion(name, moment(found.changed), lines, remark)

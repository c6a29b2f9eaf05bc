"""What the menu 文件 does with profiles."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.core.issuer_profile import IssuerProfile, filled_from, profile_of, usual_name
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.editable import editable_document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.shell import Shell
from xjdesk.storage.issuer_profiles import IssuerProfileFile


class ProfileActions(QObject):
    """Shows the profiles, and fills one into the open report."""

    def __init__(
        self,
        shell: Shell,
        profiles: IssuerProfileFile,
        dialogs: Dialogs,
        ui: Ui_MainWindow,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shell, self._file, self._dialogs = shell, profiles, dialogs
        self._take = ui.actionTakeProfile
        ui.actionProfiles.triggered.connect(self.show)
        self._take.triggered.connect(self.take)

    def enable(self, has_document: bool) -> None:
        """Let a profile be filled into a document that can be edited."""
        document = self._shell.document
        self._take.setEnabled(has_document and document is not None and document.access.can_edit)

    def show(self) -> None:
        """Show the profiles; keep and fill in what the user decides."""
        with errors_told(self._dialogs):
            self._ask(self._file.read())

    def take(self) -> None:
        """Fill in the only profile there is; of several, ask for one."""
        with errors_told(self._dialogs):
            profiles = self._file.read()
            if len(profiles) == 1:
                self._fill(profiles[0])
            else:
                self._ask(profiles)

    def _ask(self, profiles: tuple[IssuerProfile, ...]) -> None:
        from xjdesk.gui.profiles.question import ProfileQuestion

        self._shell.commit_pending()
        document = self._shell.document
        report = None if document is None else document.report
        own = None if report is None else profile_of(report, usual_name(report))
        can_fill = document is not None and document.access.can_edit
        answer = self._dialogs.ask_profiles(ProfileQuestion(profiles, own, can_fill))
        if answer is None:
            return
        if answer.profiles != profiles:
            self._file.write(answer.profiles)
            self._shell.tell("单位资料已保存。")
        if answer.to_fill is not None:
            self._fill(answer.to_fill)

    def _fill(self, profile: IssuerProfile) -> None:
        document = editable_document(self._shell)
        if document is None:
            return
        self._shell.commit_pending()
        changes = filled_from(document.report, profile)
        if document.submit(f"填入单位资料“{profile.name}”", changes):
            self._shell.tell(f"已按“{profile.name}”填入{len(changes)}项，已填的没有改动。")
        else:
            self._shell.tell("单位资料中的各项，本报告都已填写，没有改动。")

"""What 审核 → 我的用词表 does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.errors import errors_told
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.user_words import UserWords


class WordListActions(QObject):
    """Lets the user write words of his own; without a document too, as they are for all reports.

    Signals:
        changed: The file holds other words.
    """

    changed = Signal()

    def __init__(
        self,
        shell: Shell,
        services: Services,
        dialogs: Dialogs,
        ui: Ui_MainWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._dialogs = dialogs
        ui.actionWordList.triggered.connect(self.edit)

    def edit(self) -> None:
        """Show the words and keep what the user makes of them."""
        self._shell.commit_pending()
        # A file that cannot be read is not written over.
        with errors_told(self._dialogs):
            self._edit(self._services.user_words.read())

    def _edit(self, words: UserWords) -> None:
        file = self._services.user_words
        while True:
            pairs = self._dialogs.ask_word_list(words, file.path)
            if pairs is None:
                return
            words = words.with_pairs(pairs)
            try:
                file.write(words)
            except UserError as error:
                # What was written is shown once more, to be kept when the way is free.
                self._dialogs.show_error(error)
            else:
                break
        self._shell.tell(f"我的用词表已保存，共 {len(words.pairs)} 个词。")
        self.changed.emit()

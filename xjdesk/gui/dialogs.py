"""Every question and message that stops the user, in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QProgressDialog, QWidget

from xjdesk.checks.finding import Counts
from xjdesk.core.errors import UserError
from xjdesk.core.figure import FigureSource
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.gui.files.question_boxes import FileQuestionBoxes
from xjdesk.gui.files.questions import FileQuestions
from xjdesk.gui.program_name import PROGRAM
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.form_library import FormLibrary

if TYPE_CHECKING:
    from xjdesk.exchange.text.account import ImportAccount
    from xjdesk.gui.figures.question import FigureQuestion
    from xjdesk.gui.new_report.wanted import NewReport
    from xjdesk.gui.printing.job import GoOn, PrintJob, PrintQuestion
    from xjdesk.gui.profiles.question import ProfileAnswer, ProfileQuestion
    from xjdesk.gui.tables.note_dialog import NoteQuestion
    from xjdesk.gui.tables.paste_question import PasteQuestion
    from xjdesk.storage.user_words import UserWords, WordPair

_MOST_NOTES = 12
_UNTIL_PROGRESS_MS = 500


class Answer(Enum):
    """What is to happen to unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file the user may save: its name on screen and its suffix with the dot.

    `ending` ends the proposed name before the suffix, where several kinds have the same.
    """

    name: str
    suffix: str
    ending: str = ""

    @property
    def filter(self) -> str:
        """The filter of a file dialog."""
        return f"{self.name} (*{self.suffix})"


PROJECT = FileKind("西吉填报项目", ".xjd")
PDF = FileKind("PDF 文件", ".pdf")
XLSX = FileKind("Excel 工作簿", ".xlsx")
FINDINGS = FileKind("Excel 工作簿", ".xlsx", "问题清单")
_PAGES = "*.html *.htm *.mht *.mhtml"
_OPENABLE = (
    f"年度报告 (*.xjd *.txt {_PAGES});;西吉填报项目 (*.xjd);;文本文件 (*.txt);;网页 ({_PAGES})"
    ";;所有文件 (*)"
)


def choose_last_year(parent: QWidget, folder: Path, year: int) -> Path | None:
    """Ask for the project file of the report on `year`; None when the user goes back."""
    title = f"选择上年（{year}年）的报告"
    chosen, _ = QFileDialog.getOpenFileName(
        parent, title, str(folder), f"{PROJECT.filter};;所有文件 (*)"
    )
    return Path(chosen) if chosen else None


class Dialogs(FileQuestions, Protocol):
    """The questions the window asks; tests answer them without a screen."""

    def ask_save(self, name: str) -> Answer:
        """Whether to save the changes to the document called `name`."""
        ...

    def choose_open(self, folder: Path) -> Path | None:
        """Which file to open; None when the user goes back."""
        ...

    def choose_last_year(self, folder: Path, year: int) -> Path | None:
        """Which file holds the report on `year`; None when the user goes back."""
        ...

    def choose_save(self, proposal: Path, kind: FileKind) -> Path | None:
        """Where to save, with the right suffix; None when the user goes back."""
        ...

    def ask_new_report(
        self, forms: FormLibrary, profiles: Sequence[IssuerProfile], folder: Path
    ) -> NewReport | None:
        """Year and form of a new report, and what of last year's; None when the user goes back.

        `folder` is where last year's file is looked for.
        """
        ...

    def ask_despite_errors(self, deed: str, counts: Counts) -> bool:
        """Whether to go on with `deed` (导出, 打印) though there are findings of severity error."""
        ...

    def ask_print(self, question: PrintQuestion) -> PrintJob | None:
        """What to print, and how; None when the user goes back."""
        ...

    def ask_word_list(self, words: UserWords, file: Path) -> tuple[WordPair, ...] | None:
        """The user's own words, which `file` holds, as they are to be; None to leave them."""
        ...

    def ask_pdf_instead(self) -> bool:
        """Whether to export a PDF, as there is no printer."""
        ...

    def ask_turned(self) -> bool:
        """Whether the printed sheets are turned and back in the printer; False to leave it."""
        ...

    def printing(self) -> AbstractContextManager[GoOn]:
        """Show how far the printing is; what it gives is to be told, and knows of a 取消."""
        ...

    def ask_figure(self, question: FigureQuestion) -> FigureSource | None:
        """Which cell, or what reckoned from cells, a number in the text is to show; None: none."""
        ...

    def ask_profiles(self, question: ProfileQuestion) -> ProfileAnswer | None:
        """What becomes of the profiles; None when they stay as they are."""
        ...

    def ask_paste(self, question: PasteQuestion) -> bool:
        """Whether to fill in what was copied elsewhere."""
        ...

    def ask_note(self, question: NoteQuestion) -> str | None:
        """What to note about a row, in lines, empty for no note; None when it stays as it is."""
        ...

    def ask_import(self, name: str, account: ImportAccount) -> bool:
        """Whether to take what was read from the file called `name`."""
        ...

    def show_error(self, error: UserError) -> None:
        """Tell what went wrong."""
        ...

    def show_notes(self, title: str, notes: Sequence[str]) -> None:
        """Tell some sentences that ask for nothing."""
        ...

    def show_about(self, text: str) -> None:
        """Tell what the program is."""
        ...


class WindowDialogs(FileQuestionBoxes):
    """Dialogs over a window."""

    def ask_save(self, name: str) -> Answer:
        """Whether to save the changes to the document called `name`."""
        box = self.plain_box()
        box.setWindowTitle(PROGRAM)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(f"“{name}”有未保存的更改，要保存吗？")
        save = box.addButton("保存(&S)", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存(&N)", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.exec()
        if box.clickedButton() is save:
            return Answer.SAVE
        return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL

    def choose_open(self, folder: Path) -> Path | None:
        """Which file to open; None when the user goes back."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "打开年度报告", str(folder), _OPENABLE
        )
        return Path(chosen) if chosen else None

    def choose_last_year(self, folder: Path, year: int) -> Path | None:
        """Which file holds the report on `year`; None when the user goes back."""
        return choose_last_year(self._window, folder, year)

    def choose_save(self, proposal: Path, kind: FileKind) -> Path | None:
        """Where to save, with the right suffix; None when the user goes back."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, f"保存为{kind.name}", str(proposal), kind.filter
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == kind.suffix:
            return path
        completed = path.with_name(path.name + kind.suffix)
        return completed if not is_there(completed) or self._may_replace(completed) else None

    def ask_new_report(
        self, forms: FormLibrary, profiles: Sequence[IssuerProfile], folder: Path
    ) -> NewReport | None:
        """All that a new report begins with; None when the user goes back."""
        from xjdesk.gui.new_report.dialog import NewReportDialog

        def choose_file(parent: QWidget, year: int) -> Path | None:
            return choose_last_year(parent, folder, year)

        dialog = NewReportDialog(forms, profiles, choose_file, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice() if accepted else None

    def ask_despite_errors(self, deed: str, counts: Counts) -> bool:
        """Whether to go on with `deed` (导出, 打印) though there are findings of severity error."""
        return self._agrees(
            f"还有 {counts.errors} 条“强制”级审核问题没有改正，仍要{deed}吗？\n"
            "问题都列在“审核结果”中，单击即可跳到该处。",
            f"仍要{deed}",
        )

    def ask_print(self, question: PrintQuestion) -> PrintJob | None:
        """What to print, and how; None when the user goes back."""
        from xjdesk.gui.printing.dialog import PrintDialog

        dialog = PrintDialog(question, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.job if accepted else None

    def ask_word_list(self, words: UserWords, file: Path) -> tuple[WordPair, ...] | None:
        """The user's own words, which `file` holds, as they are to be; None to leave them."""
        from xjdesk.gui.words.word_list_dialog import WordListDialog

        dialog = WordListDialog(words, file, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.pairs() if accepted else None

    def ask_pdf_instead(self) -> bool:
        """Whether to export a PDF, as there is no printer."""
        return self._agrees(
            "这台电脑上没有找到打印机。\n请先安装打印机，或导出 PDF，拿到能打印的电脑上打印。",
            "导出 PDF(&E)…",
            is_usual=True,
        )

    def ask_turned(self) -> bool:
        """Whether the printed sheets are turned and back in the printer; False to leave it."""
        return self._agrees(
            "正面已送往打印机。\n请等正面全部打完，把整叠纸翻面放回纸盒，"
            "使最先打出的一张最先进纸，然后打印反面。",
            "打印反面(&B)",
            is_usual=True,
        )

    @contextmanager
    def printing(self) -> Iterator[GoOn]:
        """Show how far the printing is; what it gives is to be told, and knows of a 取消."""
        progress = QProgressDialog("正在送往打印机……", "取消", 0, 1, self._window)
        progress.setWindowTitle("打印")
        # While it is shown the window is drawn on, but can be neither edited nor closed.
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_UNTIL_PROGRESS_MS)
        progress.setAutoReset(False)
        # From here on the time counts after which it is shown.
        progress.setValue(0)

        def go_on(done: int, count: int) -> bool:
            progress.setMaximum(count)
            progress.setLabelText(f"已送往打印机 {done} 页，共 {count} 页。")
            progress.setValue(done)
            return not progress.wasCanceled()

        try:
            yield go_on
        finally:
            # Unlike hiding it, this also stops the timer that would show it yet.
            progress.reset()
            progress.deleteLater()

    def ask_figure(self, question: FigureQuestion) -> FigureSource | None:
        """Which cell, or what reckoned from cells, a number in the text is to show; None: none."""
        from xjdesk.gui.figures.figure_dialog import FigureDialog

        dialog = FigureDialog(question, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.source() if accepted else None

    def ask_profiles(self, question: ProfileQuestion) -> ProfileAnswer | None:
        """What becomes of the profiles; None when the user goes back."""
        from xjdesk.gui.profiles.dialog import ProfilesDialog

        dialog = ProfilesDialog(question, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.answer() if accepted else None

    def ask_paste(self, question: PasteQuestion) -> bool:
        """Whether to fill in what was copied elsewhere, with each field to be looked at."""
        from xjdesk.gui.tables.paste_dialog import PasteDialog

        dialog = PasteDialog(question, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def ask_note(self, question: NoteQuestion) -> str | None:
        """What to note about a row; None when the user goes back."""
        from xjdesk.gui.tables.note_dialog import NoteDialog

        dialog = NoteDialog(question, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.text() if accepted else None

    def ask_import(self, name: str, account: ImportAccount) -> bool:
        """Whether to take what was read from the file called `name`."""
        from xjdesk.gui.files.import_dialog import ImportDialog

        dialog = ImportDialog(name, account, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def show_error(self, error: UserError) -> None:
        """Tell what went wrong."""
        box = self.plain_box()
        box.setWindowTitle(PROGRAM)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(error.sentence)
        if error.detail:
            box.setDetailedText(error.detail)
        copy = box.addButton("复制错误信息", QMessageBox.ButtonRole.ActionRole)
        # Else it would close the box like any other button.
        copy.clicked.disconnect()
        told = _Clipping(f"{error.sentence}\n{error.detail}".strip())
        copy.clicked.connect(told.copy)
        close = box.addButton("确定", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(close)
        # Of two buttons Qt does not know which one Esc is.
        box.setEscapeButton(close)
        box.exec()

    def show_notes(self, title: str, notes: Sequence[str]) -> None:
        """Tell some sentences that ask for nothing."""
        box = self.plain_box()
        box.setWindowTitle(title)
        box.setIcon(QMessageBox.Icon.Information)
        shown = "\n".join(f"· {note}" for note in notes[:_MOST_NOTES])
        if len(notes) > _MOST_NOTES:
            shown += f"\n……共 {len(notes)} 条，全部列在“详细信息”中。"
            box.setDetailedText("\n".join(notes))
        box.setText(shown)
        box.addButton("确定", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def show_about(self, text: str) -> None:
        """Tell what the program is."""
        QMessageBox.about(self._window, f"关于{PROGRAM}", text)

    def _may_replace(self, path: Path) -> bool:
        return self._agrees(f"“{path.name}”已存在，要替换它吗？", "替换")

    def _agrees(self, question: str, yes: str, *, is_usual: bool = False) -> bool:
        """Ask, with the answer `yes` or 取消; Enter is `yes` only where that is usual."""
        box = self.plain_box()
        box.setWindowTitle(PROGRAM)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(question)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        back = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on if is_usual else back)
        box.exec()
        return box.clickedButton() is go_on


class _Clipping:
    """Text that a click puts on the clipboard."""

    def __init__(self, text: str) -> None:
        self._text = text

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

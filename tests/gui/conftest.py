"""A window over the founding document, with dialogs that answer by themselves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.gui.files.fake_questions import FakeFileQuestions
from xjdesk.checks.check_data import NO_DATA, LoadedCheckData
from xjdesk.checks.finding import Counts
from xjdesk.checks.settlement import SettledFinding
from xjdesk.core.errors import UserError
from xjdesk.core.figure import FigureSource
from xjdesk.core.form import Form
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.core.report import Report, empty_report
from xjdesk.exchange.text.account import ImportAccount
from xjdesk.exchange.text.reader import read_report
from xjdesk.gui.dialogs import Answer, FileKind
from xjdesk.gui.document import Document
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.icons import Icons
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.new_report.wanted import NewReport
from xjdesk.gui.printing.job import GoOn, PrintJob, PrintQuestion, Sides
from xjdesk.gui.profiles.question import ProfileAnswer, ProfileQuestion
from xjdesk.gui.services import Services
from xjdesk.gui.settings import Settings
from xjdesk.gui.severity_look import SeverityLook, severity_look
from xjdesk.gui.tables.note_dialog import NoteQuestion
from xjdesk.gui.tables.paste_question import PasteQuestion
from xjdesk.resource_files import resource
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.form_library import FormLibrary, shipped_forms
from xjdesk.storage.issuer_profiles import IssuerProfileFile
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.project import Project, new_project
from xjdesk.storage.project_store import ProjectStore
from xjdesk.storage.user_words import UserWordFile, UserWords, WordPair
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet

SAMPLE = "xiji-2016.txt"
FORM_ID = "zfxxgk-2014"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with windows."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@dataclass(frozen=True)
class ReadText:
    """A project read from text, and the account of it."""

    project: Project
    account: ImportAccount


@dataclass
class FakeDialogs(FakeFileQuestions):
    """Answers as it was told to, and keeps what it was asked and told."""

    answer: Answer = Answer.CANCEL
    to_open: Path | None = None
    last_year_file: Path | None = None
    to_save: Path | None = None
    new_report: NewReport | None = None
    goes_on: bool = True
    printer: QPrinter | None = None
    print_choices: dict[str, Any] = field(default_factory=dict[str, Any])
    wants_pdf: bool = False
    turns: bool = True
    stops_after: float = math.inf
    takes_import: bool = True
    imports: list[ImportAccount] = field(default_factory=list[ImportAccount])
    profile_answer: ProfileAnswer | None = None
    profile_questions: list[ProfileQuestion] = field(default_factory=list[ProfileQuestion])
    offered_profiles: tuple[IssuerProfile, ...] = ()
    pastes: bool = True
    paste_questions: list[PasteQuestion] = field(default_factory=list[PasteQuestion])
    note: str | None = None
    note_questions: list[NoteQuestion] = field(default_factory=list[NoteQuestion])
    figure: FigureSource | None = None
    figure_questions: list[FigureQuestion] = field(default_factory=list[FigureQuestion])
    print_questions: list[PrintQuestion] = field(default_factory=list[PrintQuestion])
    words: list[tuple[WordPair, ...]] = field(default_factory=list[tuple[WordPair, ...]])
    word_lists: list[UserWords] = field(default_factory=list[UserWords])
    asked: list[str] = field(default_factory=list[str])
    proposals: list[Path] = field(default_factory=list[Path])
    errors: list[UserError] = field(default_factory=list[UserError])
    notes: list[str] = field(default_factory=list[str])

    def ask_save(self, name: str) -> Answer:
        self.asked.append(name)
        return self.answer

    def choose_open(self, folder: Path) -> Path | None:
        return self.to_open

    def choose_last_year(self, folder: Path, year: int) -> Path | None:
        self.proposals.append(folder)
        return self.last_year_file

    def choose_save(self, proposal: Path, kind: FileKind) -> Path | None:
        self.proposals.append(proposal)
        return self.to_save

    def ask_new_report(
        self, forms: FormLibrary, profiles: Sequence[IssuerProfile], folder: Path
    ) -> NewReport | None:
        self.offered_profiles = tuple(profiles)
        return self.new_report

    def ask_despite_errors(self, deed: str, counts: Counts) -> bool:
        self.asked.append(f"{deed} {counts.errors}")
        return self.goes_on

    def ask_print(self, question: PrintQuestion) -> PrintJob | None:
        self.print_questions.append(question)
        if self.printer is None:
            return None
        job = PrintJob(self.printer, question.options, Sides.ONE)
        return replace(job, **self.print_choices)

    def ask_word_list(self, words: UserWords, file: Path) -> tuple[WordPair, ...] | None:
        self.word_lists.append(words)
        return self.words.pop(0) if self.words else None

    def ask_pdf_instead(self) -> bool:
        self.asked.append("PDF")
        return self.wants_pdf

    def ask_turned(self) -> bool:
        self.asked.append("翻面")
        return self.turns

    @contextmanager
    def printing(self) -> Iterator[GoOn]:
        yield lambda done, _count: done < self.stops_after

    def ask_figure(self, question: FigureQuestion) -> FigureSource | None:
        self.figure_questions.append(question)
        return self.figure

    def ask_profiles(self, question: ProfileQuestion) -> ProfileAnswer | None:
        self.profile_questions.append(question)
        return self.profile_answer

    def ask_paste(self, question: PasteQuestion) -> bool:
        self.paste_questions.append(question)
        return self.pastes

    def ask_note(self, question: NoteQuestion) -> str | None:
        self.note_questions.append(question)
        return self.note

    def ask_import(self, name: str, account: ImportAccount) -> bool:
        self.asked.append(name)
        self.imports.append(account)
        return self.takes_import

    def show_error(self, error: UserError) -> None:
        self.errors.append(error)

    def show_notes(self, title: str, notes: Sequence[str]) -> None:
        self.notes.extend(notes)

    def show_about(self, text: str) -> None:
        self.notes.append(text)


@pytest.fixture(scope="session")
def library() -> FormLibrary:
    """The forms that come with the program."""
    return shipped_forms()


@pytest.fixture(scope="session")
def form(library: FormLibrary) -> Form:
    """The form of the founding document."""
    return library.form(FORM_ID)


@pytest.fixture(scope="session")
def sample(library: FormLibrary) -> Report:
    """The founding document."""
    return read_report(resource("samples", SAMPLE).read_bytes(), SAMPLE, library).report


@pytest.fixture
def project(sample: Report, library: FormLibrary) -> Project:
    """The founding document as a project."""
    return new_project(sample, library.source(FORM_ID))


@pytest.fixture
def document(project: Project, form: Form, qapp: QApplication) -> Iterator[Document]:
    """The founding document, open and unmodified."""
    opened = Document(project, form, None)
    yield opened
    if isValid(opened):
        opened.close()


@pytest.fixture
def look(qapp: QApplication) -> SeverityLook:
    """The signs of the severities."""
    return severity_look(Icons(resource))


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """The fonts that come with the program."""
    return find_fonts((), Path(str(resource("fonts"))))


@pytest.fixture
def services(library: FormLibrary, fonts: FontSet, tmp_path: Path) -> Services:
    """Everything real but the exports, which write the name of the form."""

    def begin(form_id: str, year: int) -> Project:
        return new_project(empty_report(library.form(form_id), year), library.source(form_id))

    def import_text(path: Path) -> ReadText:
        found = read_report(path.read_bytes(), path.name, library)
        form_source = library.source(found.report.form_id)
        return ReadText(new_project(found.report, form_source), found.account)

    def export(report: Report, form: Form, path: Path) -> tuple[str, ...]:
        path.write_text(form.id, encoding="utf-8")
        return ()

    def export_findings(
        report: Report, form: Form, settled: Sequence[SettledFinding], path: Path
    ) -> None:
        path.write_text(f"{form.id} {len(settled)}", encoding="utf-8")

    return Services(
        forms=library,
        new_project=begin,
        projects=ProjectStore(library, BackupFolder(tmp_path / "state" / "backups")),
        journals=JournalFolder(tmp_path / "state" / "recovery"),
        import_text=import_text,
        export_pdf=lambda report, form, _options, path: export(report, form, path),
        export_xlsx=export,
        export_findings=export_findings,
        check_data=lambda: LoadedCheckData(NO_DATA),
        user_words=UserWordFile(tmp_path / "我的用词表.txt"),
        profiles=IssuerProfileFile(tmp_path / "单位资料.json"),
        author="张三",
        fonts=lambda: fonts,
        typeset=lambda report, form, options: typeset(report, form, fonts, options),
        settings=Settings(tmp_path / "settings.ini"),
        log_folder=tmp_path / "log",
        resource=resource,
    )


@pytest.fixture
def dialogs() -> FakeDialogs:
    """Dialogs that answer by themselves."""
    return FakeDialogs()


@dataclass
class FakeDevices:
    """Printers that print into `file`; of `printers`, those in `turning` turn the sheets."""

    file: Path
    printers: tuple[str, ...] = ("办公室", "打印室")
    turning: tuple[str, ...] = ("办公室",)
    gone: bool = False
    set_in_properties: Callable[[QPrinter], None] | None = None

    def names(self) -> tuple[str, ...]:
        return self.printers

    def turns_sheets(self, name: str) -> bool:
        return name in self.turning

    def opened(self, name: str) -> QPrinter:
        if self.gone:
            raise UserError(f"找不到打印机“{name}”。")
        return FilePrinter(self.file, name)

    def ask_properties(self, printer: QPrinter, parent: QWidget) -> bool:
        if self.set_in_properties is not None:
            self.set_in_properties(printer)
        return self.set_in_properties is not None


class FilePrinter(QPrinter):
    """Prints into a file, and has the name and the duplex unit that Qt gives no such printer."""

    def __init__(self, file: Path, name: str) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        self._name = name
        self._duplex = QPrinter.DuplexMode.DuplexNone

    def printerName(self) -> str:
        return self._name

    def setPrinterName(self, name: str) -> None:
        self._name = name

    def duplex(self) -> QPrinter.DuplexMode:
        return self._duplex

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self._duplex = duplex


@pytest.fixture
def devices(tmp_path: Path) -> FakeDevices:
    """Two printers: 办公室 turns the sheets, 打印室 does not."""
    return FakeDevices(tmp_path / "printed.pdf")


@pytest.fixture
def empty_window(
    services: Services, dialogs: FakeDialogs, devices: FakeDevices, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window without a document."""
    window = MainWindow(services, dialogs)
    window.exports.devices = devices
    window.show()
    yield window
    dialogs.answer = Answer.DISCARD
    window.close()
    window.deleteLater()


@pytest.fixture
def window(empty_window: MainWindow, document: Document) -> MainWindow:
    """The window on the founding document."""
    empty_window.show_document(document)
    return empty_window

"""Putting the window together. Only here does the program reach for Qt, and only when asked to."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from xjdesk.app.arguments import Arguments
from xjdesk.app.folders import (
    issuer_profiles_beside,
    journal_folder,
    log_folder,
    settings_file,
    user_words_beside,
)
from xjdesk.app.garbage import resume_collection
from xjdesk.app.logs import start_log
from xjdesk.app.projects import (
    ImportedProject,
    begin_project,
    export_findings,
    export_xlsx,
    import_project,
    print_fonts,
    project_store,
)
from xjdesk.app.tidying import tidy_later
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui import application
from xjdesk.gui.services import Services
from xjdesk.gui.settings import Settings
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.issuer_profiles import IssuerProfileFile
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.project import Project
from xjdesk.storage.station import this_station
from xjdesk.storage.user_words import UserWordFile

if TYPE_CHECKING:
    from xjdesk.app.check_data import CheckDataSource
    from xjdesk.app.press import Press
    from xjdesk.typesetting.fonts.font_set import FontSet
    from xjdesk.typesetting.page_options import PageOptions
    from xjdesk.typesetting.pages import PageSet


def open_window(arguments: Arguments) -> int:
    """Show the window, on a file if one is named, until it is closed; returns the exit code."""
    start_log()
    services = make_services(settings_file())

    def settle_down() -> None:
        resume_collection()
        settings = services.settings
        used = (file.parent for file in settings.recent_files())
        tidy_later((*used, settings.folder()), services.projects.backups)

    return application.run(services, arguments.file, sys.argv, settle_down)


def take_picture(project: Path, picture: Path) -> None:
    """Save a picture (PNG) of the window as it is when the project has just been opened."""
    start_log()
    application.save_picture(make_services(settings_file()), project, picture)


def make_services(settings: Path) -> Services:
    """Everything the window needs, its settings in the file `settings`, the words beside it."""
    forms = shipped_forms()
    fonts = _once(print_fonts)
    user_words = UserWordFile(user_words_beside(settings))

    def begin(form_id: str, year: int) -> Project:
        return begin_project(forms, form_id, year)

    def import_text(path: Path) -> ImportedProject:
        return import_project(path, forms)

    @functools.cache
    def check_data() -> CheckDataSource:
        # Loaded with the first document, not with the window.
        from xjdesk.app.check_data import CheckDataSource

        return CheckDataSource(user_words)

    @functools.cache
    def press() -> Press:
        # Loaded here, so that the window does not wait for it.
        from xjdesk.app.press import Press

        return Press(fonts())

    def write_pdf(report: Report, form: Form, options: PageOptions, path: Path) -> tuple[str, ...]:
        return press().export_pdf(report, form, options, path)

    def write_xlsx(report: Report, form: Form, path: Path) -> tuple[str, ...]:
        export_xlsx(report, form, path)
        return ()

    def set_pages(report: Report, form: Form, options: PageOptions) -> PageSet:
        return press().typeset(report, form, options)

    return Services(
        forms=forms,
        new_project=begin,
        projects=project_store(forms),
        journals=JournalFolder(journal_folder()),
        import_text=import_text,
        export_pdf=write_pdf,
        export_xlsx=write_xlsx,
        export_findings=export_findings,
        check_data=lambda: check_data().load(),
        user_words=user_words,
        profiles=IssuerProfileFile(issuer_profiles_beside(settings)),
        author=this_station().user,
        fonts=fonts,
        typeset=set_pages,
        settings=Settings(settings),
        log_folder=log_folder(),
        resource=resource,
    )


def _once(find: Callable[[], FontSet]) -> Callable[[], FontSet]:
    """The same fonts for window and preview, which ask for them on two threads at about one time.

    Whoever comes second waits for the first instead of looking through all fonts once more.
    """
    lock, kept = Lock(), functools.cache(find)

    def fonts() -> FontSet:
        with lock:
            return kept()

    return fonts

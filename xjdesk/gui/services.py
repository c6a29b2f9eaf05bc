"""What the window needs from the rest of the program, given to it by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.icons import Resource
from xjdesk.gui.settings import Settings
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.issuer_profiles import IssuerProfileFile
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.project import Project
from xjdesk.storage.project_store import ProjectStore
from xjdesk.storage.user_words import UserWordFile

if TYPE_CHECKING:
    # Not needed to show the window.
    from xjdesk.checks.check_data import LoadedCheckData
    from xjdesk.checks.settlement import SettledFinding
    from xjdesk.exchange.text.account import ImportAccount
    from xjdesk.typesetting.fonts.font_set import FontSet
    from xjdesk.typesetting.page_options import PageOptions
    from xjdesk.typesetting.pages import PageSet


class Imported(Protocol):
    """A report read from another format."""

    @property
    def project(self) -> Project:
        """The report as a project that no file holds yet."""
        ...

    @property
    def account(self) -> ImportAccount:
        """What was read, what was not, and how sure that is."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Everything below the window, as functions and objects.

    Each raises `core.errors.UserError` when it cannot do its work. `new_project` takes the id of a
    form and a year. The exports return Chinese sentences about what is not as it should be.
    `check_data` reads the user's words each time, so as to know them as they are now. Changes are
    logged under the name `author`. `fonts` finds the fonts on its first call and returns the same
    set ever after. `log_folder` need not exist yet.
    """

    forms: FormLibrary
    new_project: Callable[[str, int], Project]
    projects: ProjectStore
    journals: JournalFolder
    import_text: Callable[[Path], Imported]
    export_pdf: Callable[[Report, Form, PageOptions, Path], tuple[str, ...]]
    export_xlsx: Callable[[Report, Form, Path], tuple[str, ...]]
    export_findings: Callable[[Report, Form, Sequence[SettledFinding], Path], None]
    check_data: Callable[[], LoadedCheckData]
    user_words: UserWordFile
    profiles: IssuerProfileFile
    author: str
    fonts: Callable[[], FontSet]
    typeset: Callable[[Report, Form, PageOptions], PageSet]
    settings: Settings
    log_folder: Path
    resource: Resource

"""Attempts at writing what is handed on, and the user's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from tests.reliability.documents import forms, sample_report
from tests.reliability.survival import Attempt
from tests.reliability.writing import OLD, Writing
from xjdesk.app.press import Press
from xjdesk.app.projects import export_findings, export_pdf, export_xlsx
from xjdesk.exchange import findings_xlsx, pdf_painter, xlsx_writer
from xjdesk.resource_files import resource
from xjdesk.storage.user_words import UserWordFile, UserWords, WordPair
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.page_options import PageOptions


@contextmanager
def exports(folder: Path) -> Iterator[dict[str, Callable[[Path], Attempt]]]:
    """Attempts at each kind of export, over an older file.

    Each is really made once, in `folder`; from then on its bytes are at hand.
    """
    report = sample_report()
    form = forms().form(report.form_id)
    fonts = find_fonts([], Path(str(resource("fonts"))))
    kinds: dict[str, Callable[[Path], object]] = {
        "export_pdf": lambda path: export_pdf(report, form, fonts, path),
        "export_xlsx": lambda path: export_xlsx(report, form, path),
        "export_findings": lambda path: export_findings(report, form, (), path),
    }
    made = {name: _made(write, folder / name) for name, write in kinds.items()}
    pages = Press(fonts).typeset(report, form, PageOptions())

    def attempt(name: str) -> Callable[[Path], Attempt]:
        return lambda place: Writing(place, kinds[name], made[name], OLD)

    with (
        mock.patch.object(Press, "typeset", return_value=pages),
        mock.patch.object(pdf_painter, "pdf_bytes", return_value=made["export_pdf"]),
        mock.patch.object(xlsx_writer, "xlsx_bytes", return_value=made["export_xlsx"]),
        mock.patch.object(
            findings_xlsx, "findings_xlsx_bytes", return_value=made["export_findings"]
        ),
    ):
        yield {name: attempt(name) for name in kinds}


def writing_words(place: Path) -> Attempt:
    """Writing the user's own words over others."""
    words = UserWords().with_pairs([WordPair("回答", "答复")])

    def write(path: Path) -> None:
        UserWordFile(path).write(words)

    return Writing(place, write, "回答\t答复\r\n".encode("utf-8-sig"), OLD)


def _made(write: Callable[[Path], object], path: Path) -> bytes:
    write(path)
    return path.read_bytes()

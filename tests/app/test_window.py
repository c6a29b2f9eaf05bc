"""What the window is given, without the window."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from threading import Event

import pypdfium2
import pytest

from xjdesk.app.window import make_services
from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource
from xjdesk.typesetting.document import Typesetter
from xjdesk.typesetting.page_options import Letterhead, PageOptions

_SAMPLE = Path(str(resource("samples", "xiji-2016.txt")))


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return make_services(tmp_path / "settings.ini")


@pytest.fixture
def sample(services: Services) -> tuple[Report, Form]:
    project = services.import_text(_SAMPLE).project
    return project.report, services.forms.form(project.report.form_id)


def _first_page(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return "".join(text.split())


def test_pages_and_pdf_follow_the_options(
    services: Services, sample: tuple[Report, Form], tmp_path: Path
) -> None:
    pdf = tmp_path / "a.pdf"
    for letterhead, shown in ((Letterhead.FULL, True), (Letterhead.NONE, False)):
        options = PageOptions(letterhead=letterhead)
        services.export_pdf(*sample, options, pdf)
        pages = services.typeset(*sample, options)
        assert ("西吉县人民政府文件" in _first_page(pdf)) is shown
        assert _first_page(pdf) == "".join(pages.pages[0].text.split())


def test_the_export_says_what_was_adjusted_and_what_no_font_has(
    services: Services,
    sample: tuple[Report, Form],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typeset = Typesetter.typeset
    monkeypatch.setattr(
        Typesetter, "typeset", lambda *given: replace(typeset(*given), adjustments=("行距略减。",))
    )
    report, form = sample
    first, *others = report.chapters
    chapters = (replace(first, paragraphs=(Paragraph("姓名😀。"),)), *others)
    said = services.export_pdf(
        replace(report, chapters=chapters), form, PageOptions(), tmp_path / "a.pdf"
    )
    assert said[0] == "行距略减。"
    assert ["😀" in sentence for sentence in said] == [False, True]


def test_what_no_file_can_hold_in_title_and_issuer_is_no_failure(
    services: Services, sample: tuple[Report, Form], tmp_path: Path
) -> None:
    report, form = sample
    spoilt = {name: f"{report.field(name)}\ud83d\x07" for name in (fields.TITLE, fields.ISSUER)}
    pdf = tmp_path / "a.pdf"
    services.export_pdf(
        replace(report, fields={**report.fields, **spoilt}), form, PageOptions(), pdf
    )
    found = pypdfium2.PdfDocument(pdf.read_bytes()).get_metadata_dict()
    assert found["Title"].endswith("年度报告〓")
    assert found["Author"] == "西吉县人民政府〓"


def test_a_second_export_is_the_same_file(
    services: Services, sample: tuple[Report, Form], tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for pdf in (first, second):
        services.export_pdf(*sample, PageOptions(), pdf)
    assert first.read_bytes() == second.read_bytes()


def test_fonts_asked_for_on_two_threads_are_looked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on = Event(), Event()
    found: list[object] = []

    def find() -> object:
        begun.set()
        assert may_go_on.wait(10)
        found.append(object())
        return found[-1]

    monkeypatch.setattr("xjdesk.app.window.print_fonts", find)
    fonts = make_services(tmp_path / "settings.ini").fonts
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(fonts)
        assert begun.wait(10)
        second = pool.submit(fonts)
        # It is to have begun waiting, or looking, before the first is done.
        wait([second], 0.1)
        may_go_on.set()
        assert first.result() is second.result()
    assert len(found) == 1

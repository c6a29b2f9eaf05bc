"""What is done to have text on the page of the signature, and in what order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.standard.placed_characters import Placing
from tests.standard.variants import brief
from tests.typesetting.other_tables import with_rows
from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.typesetting.body import set_body
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fitting import fit_body
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import Pitch
from xjdesk.typesetting.lines.compositor import Compositor
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet

_TEXT = "正文段落。"
_LENGTHS = range(1, 40)


def _texts(count: int) -> tuple[Paragraph, ...]:
    return (Paragraph(_TEXT),) * count


def _report(sample: Report, *chapters: Chapter, **changed: str) -> Report:
    new = {getattr(fields, name.upper()): text for name, text in changed.items()}
    filled = {**sample.fields, fields.ANNEX_NOTE: "", **new}
    return replace(sample, chapters=chapters, fields=filled)


def _signed_without_text(pages: PageSet) -> bool:
    """Whether organ or date stand on a page that holds nothing else of the report."""
    for page in pages.pages:
        places = [run.origin.place for run in page.runs if run.origin and run.text.strip()]
        is_text = [isinstance(p, ParagraphAddress | HeadingAddress | CellAddress) for p in places]
        if {fields.ORGAN, fields.DATE}.intersection(places) and not any(is_text):
            return True
    return False


@pytest.mark.parametrize(
    ("paragraphs", "done"),
    [
        (14, "每面排21行（一般为22行）。"),
        (13, "每行排27字（一般为28字）。"),
        (24, "每面排21行（一般为22行），每行排27字（一般为28字）。"),
    ],
)
def test_lines_are_moved_before_characters_and_both_before_text(
    paragraphs: int, done: str, sample: Report, form: Form, fonts: FontSet
) -> None:
    # The second line of each paragraph is full: 27 to the line make a third one.
    texts = (Paragraph("信" * 54),) * paragraphs
    report = _report(sample, Chapter("overview", "一、工作开展情况", texts))
    assert typeset(report, form, fonts).adjustments == (f"为使落款与正文同在一页，{done}",)


def test_characters_do_not_touch_at_any_pitch_that_is_tried(
    sample: Report, form: Form, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Pitch] = []

    def every_pitch(manuscript: Manuscript, kept_lines: int = 0) -> object:
        tried.append(manuscript.pitch)
        return replace(set_body(manuscript, kept_lines), is_signature_alone=True)

    monkeypatch.setattr("xjdesk.typesetting.fitting.set_body", every_pitch)
    heading = "一、财政资金信息公开和行政权力运行情况"
    texts = tuple(map(Paragraph, ("（一）财政资金信息公开和行政权力运行情况。", "财政资金信息")))
    report = _report(sample, Chapter("overview", heading, texts))
    manuscript = Manuscript(report, form, Compositor(fonts), PageOptions(), Pitch())
    fit_body(manuscript)
    assert len(set(tried)) > 4
    for pitch in set(tried):
        pages = set_body(replace(manuscript, pitch=pitch)).flow.pages()
        placed = list(Placing(fonts).characters(PageSet(pages, (), frozenset(), ())))
        for one, following in pairwise(placed):
            if following.ink.left > one.ink.left and not (one.text + following.text).isascii():
                assert following.ink.left - one.ink.right > 0.1, (pitch, one, following)


_ENDINGS = {
    "a heading": (Chapter("end", "二、其他", ()),),
    "a heading in the text": (Chapter("end", "", (Paragraph("（一）其他"),)),),
    "empty paragraphs": (Chapter("end", "", (Paragraph(""), Paragraph("\u3000"))),),
    "a table": (Chapter("tables", "二、主动公开", ()),),
    "an empty chapter behind a table": (
        Chapter("tables", "二、主动公开", ()),
        Chapter("end", "", (Paragraph(""),)),
    ),
    "a heading behind a table": (
        Chapter("tables", "二、主动公开", ()),
        Chapter("end", "三、其他", ()),
    ),
}


@pytest.mark.parametrize("letterhead", [Letterhead.FULL, Letterhead.NONE])
@pytest.mark.parametrize("ending", _ENDINGS.values(), ids=_ENDINGS)
def test_text_or_a_table_stands_above_the_signature_whatever_the_text_ends_with(
    ending: tuple[Chapter, ...], letterhead: Letterhead, sample: Report, form: Form, fonts: FontSet
) -> None:
    table = with_rows(form.tables[0], form.tables[0].rows[:6], chapter="tables", title="")
    one_table = replace(form, tables=(table,))
    for lines in _LENGTHS:
        report = _report(sample, Chapter("begin", "", _texts(lines)), *ending)
        pages = typeset(report, one_table, fonts, PageOptions(letterhead=letterhead))
        assert not _signed_without_text(pages), (lines, pages.adjustments)


@pytest.mark.parametrize("unfilled", ["organ", "date"])
def test_organ_or_date_alone_stands_below_text(
    unfilled: str, sample: Report, form: Form, fonts: FontSet
) -> None:
    for lines in _LENGTHS:
        report = _report(sample, Chapter("begin", "", _texts(lines)), **{unfilled: ""})
        assert not _signed_without_text(typeset(report, form, fonts)), lines


def test_nothing_is_adjusted_for_a_signature_that_is_not_filled_in(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    for lines in _LENGTHS:
        report = _report(sample, Chapter("begin", "", _texts(lines)), organ="", date="")
        assert typeset(report, form, fonts).adjustments == ()


def test_a_list_of_annexes_longer_than_half_a_page_goes_on_on_the_next_page(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    note = "\n".join(f"统计表{number}" for number in range(30))
    report = brief(sample, *[_TEXT] * 5)
    report = replace(report, fields={**report.fields, fields.ANNEX_NOTE: note})
    pages = typeset(report, form, fonts)
    of_note = [
        page.number
        for page in pages.pages
        if any(run.origin and run.origin.place == fields.ANNEX_NOTE for run in page.runs)
    ]
    signed = next(page for page in pages.pages if "统计表29" in page.text)
    assert of_note == [1, 2, 3][: len(of_note)]
    assert sample.field(fields.DATE) in signed.text

"""Organ and date, with and without a seal, and the page they stand on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.typesetting.body import set_body
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import (
    CELL_MM,
    LINE_MM,
    SIZE_3_PT,
    TEXT_BOTTOM_MM,
    TEXT_WIDTH_MM,
    Pitch,
    mm,
)
from xjdesk.typesetting.lines.compositor import Compositor
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Face, GlyphRun, Page, PageSet

_DATE = "2017年1月19日"


def _report(sample: Report, texts: list[str], **changed: str) -> Report:
    chapter = Chapter("overview", "一、工作开展情况", tuple(map(Paragraph, texts)))
    new = {getattr(fields, name.upper()): text for name, text in changed.items()}
    kept = {a: text for a, text in sample.fields.items() if a != fields.ANNEX_NOTE}
    return replace(sample, fields={**kept, **new}, chapters=(chapter,))


def _signed(pages: PageSet) -> Page:
    return next(page for page in pages.pages if _DATE in page.text and "填报日期" not in page.text)


def _run(page: Page, text: str) -> GlyphRun:
    return next(run for run in reversed(page.runs) if run.text == text)


@pytest.mark.parametrize("lines", range(1, 40))
@pytest.mark.parametrize("seal", [fields.WITH_SEAL, fields.WITHOUT_SEAL])
def test_it_always_has_text_on_its_page(
    lines: int, seal: str, sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _report(sample, ["正文段落。"] * lines, seal=seal)
    assert "正文段落。" in _signed(typeset(report, form, fonts)).text


def test_what_was_done_to_have_text_on_its_page_is_said(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    said: set[str] = set()
    for lines in range(1, 40):
        pages = typeset(_report(sample, ["正文段落。"] * lines), form, fonts)
        said.update(pages.adjustments)
    # Paragraphs of one line: letters closer or wider help nothing, lines sometimes do.
    assert {sentence[:11] for sentence in said} == {"为使落款与正文同在一页"}
    assert any("每面排" in sentence for sentence in said)


def test_text_goes_with_it_when_no_pitch_helps(
    sample: Report, form: Form, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xjdesk.typesetting.fitting._PITCHES", ())
    moved = 0
    for lines in range(1, 40):
        pages = typeset(_report(sample, ["正文段落。"] * lines), form, fonts)
        if pages.adjustments:
            moved += 1
            # The heading and the line below it stay on page 1, which must show text.
            count = min(2, lines - 1)
            assert pages.adjustments == (
                f"为使落款与正文同在一页，正文最后{count}行移到了落款所在的一页。",
            )
            assert _signed(pages).text.count("正文段落。") == count
            assert "正文段落。" in pages.pages[0].text
    assert moved


def test_sealed_the_date_keeps_four_characters_free_and_the_organ_is_centred_on_it(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    page = _signed(typeset(_report(sample, ["正文段落。"] * 3), form, fonts))
    date, organ = _run(page, _DATE), _run(page, "西吉县人民政府")
    right = date.x_mm + fonts.width_mm(date) - date.letter_spacing_mm
    assert right == pytest.approx(page.left_mm + TEXT_WIDTH_MM - 4 * CELL_MM)
    middles = [run.x_mm + fonts.width_mm(run) / 2 for run in (organ, date)]
    assert middles[0] == pytest.approx(middles[1])
    text = _run(page, "正文段落。")
    assert organ.baseline_mm - text.baseline_mm == pytest.approx(3 * LINE_MM)


def test_sealed_a_long_organ_is_centred_on_the_date_within_the_type_area(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    organ = "宁夏回族自治区固原市西吉县政务公开工作领导小组办公室"
    page = _signed(typeset(_report(sample, ["正文段落。"] * 3, organ=organ), form, fonts))
    runs = _run(page, _DATE), _run(page, organ)
    middles = [run.x_mm + (fonts.width_mm(run) - run.letter_spacing_mm) / 2 for run in runs]
    assert middles[0] == pytest.approx(middles[1])
    right = runs[1].x_mm + fonts.width_mm(runs[1]) - runs[1].letter_spacing_mm
    assert right == pytest.approx(page.left_mm + TEXT_WIDTH_MM)


@pytest.mark.parametrize("lines", range(1, 40))
def test_the_seal_presses_organ_and_date_near_the_text_and_stays_in_the_type_area(
    lines: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(_report(sample, ["正文段落。"] * lines), form, fonts)
    page, seal = _signed(pages), pages.seal
    assert seal is not None
    assert (seal.page_number, seal.diameter_mm) == (page.number, 45.0)
    below_baseline = mm(SIZE_3_PT) * 0.12
    text_bottom = _run(page, "正文段落。").baseline_mm + below_baseline
    assert -0.1 <= seal.y_mm - seal.diameter_mm / 2 - text_bottom <= LINE_MM
    organ, date = _run(page, "西吉县人民政府"), _run(page, _DATE)
    middle = (organ.baseline_mm + date.baseline_mm) / 2 - mm(SIZE_3_PT) * 0.38
    assert 0.0 < middle - seal.y_mm < 12.0
    assert seal.y_mm + seal.diameter_mm / 2 <= TEXT_BOTTOM_MM + 0.01
    assert seal.x_mm == pytest.approx(date.x_mm + fonts.width_mm(date) / 2, abs=0.2)


def test_the_seal_of_a_township_is_smaller(sample: Report, form: Form, fonts: FontSet) -> None:
    report = _report(sample, ["正文段落。"], issuer="吉强镇人民政府")
    seal = typeset(report, form, fonts).seal
    assert seal is not None
    assert seal.diameter_mm == 42.0


def _blanks(page: Page, organ: str, fonts: FontSet) -> tuple[float, float, float]:
    """In characters: right of the organ, right of the date, from organ's start to the date's."""
    first, second = _run(page, organ), _run(page, _DATE)
    edge = page.left_mm + TEXT_WIDTH_MM

    def right(run: GlyphRun) -> float:
        return (edge - run.x_mm - fonts.width_mm(run)) / CELL_MM

    return right(first), right(second), (second.x_mm - first.x_mm) / CELL_MM


def test_unsealed_a_longer_organ_keeps_two_characters_free_and_the_date_is_indented_by_two(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    organ = "宁夏回族自治区西吉县人民政府"
    report = _report(sample, ["正文段落。"] * 3, organ=organ, seal=fields.WITHOUT_SEAL)
    pages = typeset(report, form, fonts)
    of_organ, _, indent = _blanks(_signed(pages), organ, fonts)
    assert of_organ == pytest.approx(2.0, abs=0.02)
    assert indent == pytest.approx(2.0, abs=0.02)
    assert pages.seal is None
    text = _run(_signed(pages), "正文段落。")
    assert _run(_signed(pages), organ).baseline_mm - text.baseline_mm == pytest.approx(2 * LINE_MM)


def test_unsealed_a_longer_date_keeps_two_characters_free_and_the_organ_moves_left(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _report(sample, ["正文段落。"] * 3, organ="县政府", seal=fields.WITHOUT_SEAL)
    _, of_date, indent = _blanks(_signed(typeset(report, form, fonts)), "县政府", fonts)
    assert of_date == pytest.approx(2.0, abs=0.02)
    assert indent == pytest.approx(2.0, abs=0.02)


@pytest.mark.parametrize("seal", [fields.WITH_SEAL, fields.WITHOUT_SEAL])
@pytest.mark.parametrize("length", [27, 40, 300])
def test_a_date_of_any_length_stays_on_the_page(
    length: int, seal: str, sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _report(sample, ["正文段落。"], date="日" * length, seal=seal)
    for page in typeset(report, form, fonts).pages:
        assert all(run.x_mm >= page.left_mm - 0.01 for run in page.runs)


def test_what_is_published_is_signed_without_a_seal(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    report = _report(sample, ["正文段落。"] * 3)
    pages = typeset(report, form, fonts, PageOptions(letterhead=Letterhead.NONE))
    assert pages.seal is None
    assert _blanks(_signed(pages), "西吉县人民政府", fonts)[2] == pytest.approx(2.0, abs=0.02)


@pytest.mark.parametrize("lines", [22, 23, 21])
def test_the_seal_presses_an_organ_of_two_lines_and_the_date(
    lines: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    organ = "宁夏回族自治区固原市西吉县全面推进基层政务公开标准化规范化工作领导小组办公室"
    report = _report(sample, ["正文段落。"], organ=organ)
    manuscript = Manuscript(report, form, Compositor(fonts), PageOptions(), Pitch(lines=lines))
    flow = set_body(manuscript).flow
    (page,), seal = flow.pages(), flow.seal
    assert seal is not None
    height, centre = mm(SIZE_3_PT), fonts.centre_em(Face.FANGSONG)
    text, date = _run(page, "正文段落。"), _run(page, _DATE)
    first = min(run.baseline_mm for run in page.runs if run.text and organ.startswith(run.text))
    text_bottom = text.baseline_mm + (0.5 - centre) * height
    date_bottom = date.baseline_mm + (0.5 - centre) * height
    top, bottom = seal.y_mm - seal.diameter_mm / 2, seal.y_mm + seal.diameter_mm / 2
    assert 0.0 <= top - text_bottom <= LINE_MM + 0.01
    assert top < first - height
    assert bottom > date_bottom
    middle = (first - (0.5 + centre) * height + date_bottom) / 2
    assert 3.0 < middle - seal.y_mm < 11.2

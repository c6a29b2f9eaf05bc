"""Where the imprint stands, and which pages bear a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import IMPRINT_LINE_MM, TEXT_BOTTOM_MM
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Face, Page, PageSet

SINGLE = PageOptions(double_sided=False)


def _without_annex(form: Form) -> Form:
    return replace(form, tables=())


def _report(sample: Report, paragraphs: int, **changed: str) -> Report:
    """A report with so many lines of text and neither annexes nor signature."""
    chapter = Chapter("overview", "一、情况", (Paragraph("正文段落。"),) * paragraphs)
    removed = {fields.ANNEX_NOTE, fields.ORGAN, fields.DATE}
    kept = {a: text for a, text in sample.fields.items() if a not in removed}
    new = {FieldAddress("imprint", name): text for name, text in changed.items()}
    return replace(sample, fields={**kept, **new}, chapters=(chapter,))


def _number(page: Page) -> str | None:
    return next((r.text for r in page.runs if r.face is Face.SONGTI and r.text[0] == "—"), None)


def _set(report: Report, form: Form, fonts: FontSet, options: PageOptions | None = None) -> PageSet:
    return typeset(report, _without_annex(form), fonts, options)


def test_it_has_its_rules_and_ends_on_the_bottom_of_the_last_page(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    last = typeset(sample, form, fonts).pages[-1]
    assert "抄送：" in last.text
    rules = [rule for rule in last.rules if rule.width_mm > 0.2]
    assert [rule.width_mm for rule in rules] == [0.35, 0.25, 0.35]
    assert rules[-1].y0 == TEXT_BOTTOM_MM
    assert all(rule.x1 - rule.x0 == pytest.approx(156.0) for rule in rules)


@pytest.mark.parametrize("paragraphs", range(1, 70, 3))
def test_double_sided_it_is_on_the_back_of_the_last_sheet(
    paragraphs: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = _set(_report(sample, paragraphs), form, fonts).pages
    assert len(pages) % 2 == 0
    assert "抄送：" in pages[-1].text
    assert "抄送：" not in "".join(page.text for page in pages[:-1])


@pytest.mark.parametrize("paragraphs", range(1, 70, 3))
def test_only_a_blank_page_before_it_takes_the_numbers_off(
    paragraphs: int, sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = _set(_report(sample, paragraphs), form, fonts).pages
    is_after_blank = not pages[-2].runs
    for page in pages:
        unnumbered = is_after_blank and page.number > len(pages) - 2
        assert _number(page) == (None if unnumbered else f"— {page.number} —")


def test_text_that_fills_an_even_page_is_followed_by_a_blank_page(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    found = [
        len(pages)
        for paragraphs in range(20, 60)
        if not (pages := _set(_report(sample, paragraphs), form, fonts).pages)[-2].runs
    ]
    # The lines the imprint would need at the foot of page 2.
    assert found
    assert set(found) == {4}


def test_single_sided_it_is_on_the_page_where_the_text_ends_if_it_has_room(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    short = _set(_report(sample, 3), form, fonts, SINGLE).pages
    assert len(short) == 1
    assert "正文段落。" in short[0].text
    assert "抄送：" in short[0].text


def test_single_sided_it_goes_on_a_further_page_if_it_has_no_room(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    copies = "\n".join(["县委办公室"] * 16)
    pages = _set(_report(sample, 3, copies_to=copies), form, fonts, SINGLE).pages
    assert len(pages) == 2
    assert pages[1].text.startswith("抄送：")
    assert _number(pages[1]) == "— 2 —"


def test_three_hundred_recipients_run_on_from_the_text(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    organs = [f"第{number}号乡镇人民政府" for number in range(300)]
    pages = _set(_report(sample, 3, copies_to="\n".join(organs)), form, fonts).pages
    text = "".join(page.text for page in pages)
    assert all(organ in text for organ in organs)
    assert "印发" in pages[-1].text


def test_an_addressee_that_pushes_the_text_off_the_first_page_moves_here(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    names = "，".join(f"第{number}乡镇人民政府" for number in range(40))
    changed = {**sample.fields, fields.ADDRESSEE: names}
    pages = typeset(replace(sample, fields=changed), form, fonts)
    first, last = pages.pages[0], pages.pages[-1]
    assert "根据《中华人民共和国政府信息公开条例》" in first.text.replace("\n", "")
    assert "第39乡镇人民政府" not in first.text
    assert (
        last.text.index("主送：") < last.text.index("第39乡镇人民政府") < last.text.index("抄送：")
    )
    assert "第39乡镇人民政府。" in last.text.replace("\n", "")
    # One rule above both, one above 印发, one at the end: none between 主送 and 抄送.
    rules = [rule for rule in last.rules if rule.width_mm > 0.2]
    assert [rule.width_mm for rule in rules] == [0.35, 0.25, 0.35]
    assert rules[1].y0 == pytest.approx(TEXT_BOTTOM_MM - IMPRINT_LINE_MM)
    assert any("主送机关" in sentence for sentence in pages.adjustments)


def test_an_addressee_of_usual_length_stays_below_the_title(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    pages = typeset(sample, form, fonts)
    assert "固原市人民政府：" in pages.pages[0].text
    assert "主送：" not in pages.pages[-1].text
    assert pages.adjustments == ()


def test_what_is_published_has_none(sample: Report, form: Form, fonts: FontSet) -> None:
    pages = typeset(sample, form, fonts, PageOptions(letterhead=Letterhead.NONE))
    assert "抄送：" not in "".join(page.text for page in pages.pages)
    assert "印发" not in pages.pages[-1].text


def test_one_that_is_not_filled_in_is_left_out(sample: Report, form: Form, fonts: FontSet) -> None:
    kept = {a: text for a, text in sample.fields.items() if a.group != "imprint"}
    pages = typeset(replace(sample, fields=kept), form, fonts).pages
    assert all(rule.width_mm < 0.25 for rule in pages[-1].rules)

"""The letterhead: what of it is printed, and what happens to fields longer than they should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import LINE_MM, TEXT_BOTTOM_MM, TEXT_TOP_MM
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page


def test_on_preprinted_paper_only_the_red_parts_are_left_out(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    whole = typeset(sample, form, fonts)
    options = PageOptions(letterhead=Letterhead.PREPRINTED)
    bare = typeset(sample, form, fonts, options)
    black = [run for run in whole.pages[0].runs if run.ink is Ink.BLACK]
    assert len(black) < len(whole.pages[0].runs)
    assert list(bare.pages[0].runs) == black
    assert bare.pages[0].rules == ()
    assert bare.pages[1:] == whole.pages[1:]


def _with_fields(report: Report, changed: dict[FieldAddress, str]) -> Report:
    return replace(report, fields={**report.fields, **changed})


def _mark_to_title_mm(page: Page) -> tuple[float, float]:
    """From the mark's baseline to the red rule, and from this to the first black line."""
    mark = max(run.baseline_mm for run in page.runs if run.ink is Ink.RED)
    (rule,) = (rule.y0 for rule in page.rules if rule.ink is Ink.RED)
    below = min(run.baseline_mm for run in page.runs if run.baseline_mm > rule)
    return rule - mark, below - rule


def test_without_a_number_the_rule_stands_close_below_the_mark(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    downward = {fields.DIRECTION: fields.DOWNWARD}
    with_number = typeset(_with_fields(sample, downward), form, fonts)
    without = typeset(_with_fields(sample, {**downward, fields.NUMBER: ""}), form, fonts)
    to_rule, to_title = _mark_to_title_mm(without.pages[0])
    usual_to_rule, usual_to_title = _mark_to_title_mm(with_number.pages[0])
    assert to_rule < 2 * LINE_MM < usual_to_rule
    assert to_title == pytest.approx(usual_to_title)


def test_on_preprinted_paper_the_title_stands_where_the_paper_asks_for_it(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    options = PageOptions(letterhead=Letterhead.PREPRINTED)
    title = [
        [run for run in page.runs if run.face is Face.XIAOBIAOSONG]
        for number in ("西政发〔2017〕12号", "")
        for changed in [{fields.DIRECTION: fields.DOWNWARD, fields.NUMBER: number}]
        for page in typeset(_with_fields(sample, changed), form, fonts, options).pages[:1]
    ]
    assert title[0] == title[1]


@pytest.mark.parametrize("field", [fields.NUMBER, fields.SIGNER])
@pytest.mark.parametrize("direction", [fields.UPWARD, fields.DOWNWARD])
@pytest.mark.parametrize("length", [40, 400, 900])
def test_a_field_longer_than_a_page_goes_on_on_the_next(
    field: fields.FieldAddress,
    direction: str,
    length: int,
    sample: Report,
    form: Form,
    fonts: FontSet,
) -> None:
    changed = {**sample.fields, field: "国" * length, fields.DIRECTION: direction}
    pages = typeset(replace(sample, fields=changed), form, fonts).pages
    is_printed = field == fields.NUMBER or direction == fields.UPWARD
    printed = sum(run.text.count("国") for page in pages for run in page.runs if _is_of(run, field))
    assert printed == (length if is_printed else 0)
    for page in pages:
        for run in page.runs:
            if run.face is not Face.SONGTI:
                assert TEXT_TOP_MM < run.baseline_mm < TEXT_BOTTOM_MM


def _is_of(run: GlyphRun, field: fields.FieldAddress) -> bool:
    return run.origin is not None and run.origin.place == field

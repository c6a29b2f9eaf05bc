"""The letterhead: what of it is printed, and what happens to fields longer than they should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import TEXT_BOTTOM_MM, TEXT_TOP_MM
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Face, GlyphRun, Ink


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

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import FILLING
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet


def test_what_the_report_is_checked_for_is_not_printed(
    sample: Report, form: Form, fonts: FontSet
) -> None:
    settings = {field.address: choice for field in FILLING.fields for choice in field.choices}
    checked = replace(sample, fields={**sample.fields, **settings})
    assert typeset(checked, form, fonts) == typeset(sample, form, fonts)

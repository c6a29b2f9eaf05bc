from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import FILLING
from xjdesk.exchange.text.reader import read_report
from xjdesk.exchange.xlsx_writer import xlsx_bytes
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms


def test_what_the_report_is_checked_for_is_not_in_the_workbook() -> None:
    forms = shipped_forms()
    data = resource("samples", "xiji-2016.txt").read_bytes()
    sample = read_report(data, "xiji-2016.txt", forms).report
    form = forms.form(sample.form_id)
    settings = {field.address: choice for field in FILLING.fields for choice in field.choices}
    checked = replace(sample, fields={**sample.fields, **settings})
    assert xlsx_bytes(checked, form) == xlsx_bytes(sample, form)

"""Whose numbers a table holds, in the words of its form."""

from __future__ import annotations

from dataclasses import replace

from tests.core.report_states import FORM
from xjdesk.core.document_fields import OWN_LEVEL, SCOPE
from xjdesk.core.report import empty_report
from xjdesk.core.table_scope import PrintedScope, printed_scope

_TABLE = FORM.tables[0]
_EMPTY = empty_report(FORM, 2016)


def test_a_chosen_scope_is_printed_between_the_words_of_the_form() -> None:
    report = replace(_EMPTY, fields={SCOPE: OWN_LEVEL})
    printed = printed_scope(_TABLE, report)
    assert printed == PrintedScope("（统计范围：", "本级", "）")
    assert printed is not None
    assert printed.text == "（统计范围：本级）"


def test_nothing_is_printed_before_a_scope_is_chosen() -> None:
    assert printed_scope(_TABLE, _EMPTY) is None
    assert printed_scope(_TABLE, replace(_EMPTY, fields={SCOPE: " "})) is None


def test_a_table_that_prints_no_scope_has_none() -> None:
    report = replace(_EMPTY, fields={SCOPE: OWN_LEVEL})
    assert printed_scope(replace(_TABLE, scope=""), report) is None

"""Every kind of error that is planted into a clean report is found and named."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.planted.claims import CLAIM_ERRORS
from tests.checks.planted.document_errors import DOCUMENT_ERRORS
from tests.checks.planted.kinds import Kind
from tests.checks.planted.sentences import SPOKEN_ERRORS
from tests.checks.planted.table_errors import TABLE_ERRORS
from tests.samples.clean_reports import CLEAN_REPORTS, clean_report
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import RuleBook, check, rule_book
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_KINDS = (*TABLE_ERRORS, *DOCUMENT_ERRORS, *SPOKEN_ERRORS, *CLAIM_ERRORS)
_ALLOWED = {"H21-07", "P-19", "P-22"}
"""Hints: a 市 may be of either level, 目前, and 、 between quotations, which both really have."""


@pytest.fixture(scope="module")
def book(check_data: CheckData) -> RuleBook:
    return rule_book(_FORM, check_data)


@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_a_clean_report_has_nothing_but_a_few_hints(name: str, book: RuleBook) -> None:
    found = check(book, clean_report(name, _FORM)).sorted()
    assert {finding.severity for finding in found} == {Severity.HINT}
    assert {finding.rule for finding in found} <= _ALLOWED


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in _KINDS])
@settings(max_examples=10)
@given(seed=st.integers(0, 2**32), name=st.sampled_from(CLEAN_REPORTS))
def test_a_planted_error_is_found(kind: Kind, seed: int, name: str, book: RuleBook) -> None:
    planted = kind.plant(Random(seed), _FORM, clean_report(name, _FORM))
    finding = planted.told_by(book)
    assert finding is not None
    assert finding.remedies

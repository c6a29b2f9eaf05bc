from __future__ import annotations

from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.report import empty_report
from xjdesk.core.year_change import year_changes
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")


def test_headings_that_name_a_year_follow_it() -> None:
    report = empty_report(_FORM, 2018)
    changed = apply_all(report, year_changes(_FORM, report, 2016))
    assert changed == empty_report(_FORM, 2016)
    assert changed.chapter("problems").heading == "四、存在的主要问题及2017年工作思路"


def test_a_heading_worded_by_the_user_stays() -> None:
    report = empty_report(_FORM, 2018)
    at = HeadingAddress("problems")
    report = apply(report, Change(at, report.chapter("problems").heading, "四、问题"))
    assert year_changes(_FORM, report, 2016) == (Change(YearAddress(), 2018, 2016),)


def test_the_same_year_changes_nothing() -> None:
    assert year_changes(_FORM, empty_report(_FORM, 2018), 2018) == ()

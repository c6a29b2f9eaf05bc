from __future__ import annotations

from dataclasses import replace

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.finding import Finding
from xjdesk.core.change import apply_all
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM = _FORMS.form("zfxxgk-2021")
_RULES = tuple(document_rules(_FORM))
_CLEAN = clean_report(HUAIAN_2024, _FORM)


def _found(report: Report) -> list[Finding]:
    return [f for rule in _RULES for f in rule.check(report) if f.rule == "D-15"]


def _with_heading(heading: str) -> Report:
    chapters = tuple(
        replace(c, heading=heading) if c.id == "problems" else c for c in _CLEAN.chapters
    )
    return replace(_CLEAN, chapters=chapters)


def test_the_headings_of_the_form_are_right_whatever_blanks_stand_in_them() -> None:
    assert _found(_CLEAN) == []
    assert _found(_with_heading("五、 存在的主要问题及改进情况 ")) == []


def test_another_heading_can_be_made_the_one_of_the_form() -> None:
    report = _with_heading("五、政府信息公开工作存在的主要问题及改进情况")
    (finding,) = _found(report)
    assert finding.severity is Severity.QUERY
    assert finding.expected == "五、存在的主要问题及改进情况"
    assert "国办公开办函〔2021〕30号" in finding.message
    mended = apply_all(report, next(r.changes for r in finding.remedies if r.changes))
    assert mended.chapters == _CLEAN.chapters


def test_a_heading_not_written_yet_is_no_other_heading_and_can_be_filled_in() -> None:
    report = _with_heading("")
    assert _found(report) == []
    (finding,) = (f for rule in _RULES for f in rule.check(report) if f.rule == "D-07")
    assert apply_all(report, finding.remedies[0].changes).chapters == _CLEAN.chapters


def test_the_numbers_of_prescribed_headings_are_not_told_twice() -> None:
    report = _with_heading("六、存在的主要问题及改进情况")
    found = [f.rule for rule in _RULES for f in rule.check(report)]
    assert found.count("D-15") == 1
    assert "P-11" not in found


def test_a_chapter_that_is_not_there_is_an_error() -> None:
    chapters = tuple(c for c in _CLEAN.chapters if c.id != "review")
    (finding,) = _found(replace(_CLEAN, chapters=chapters))
    assert finding.severity is Severity.ERROR
    assert "缺少“四、政府信息公开行政复议、行政诉讼情况”一章" in finding.message


def test_a_chapter_besides_those_of_the_form_and_one_out_of_place_are_asked_about() -> None:
    added = Chapter("added", "七、附则", ())
    first, *rest = _CLEAN.chapters
    (finding,) = _found(replace(_CLEAN, chapters=(*_CLEAN.chapters, added)))
    assert "“七、附则”一章不在规定的各章之内" in finding.message
    (finding,) = _found(replace(_CLEAN, chapters=(*rest, first)))
    assert "不在规定的位置" in finding.message


def test_a_form_without_fixed_chapters_asks_for_none() -> None:
    form = _FORMS.form("zfxxgk-2014")
    report = replace(_CLEAN, form_id=form.id, year=2016)
    found = (f for rule in document_rules(form) for f in rule.check(report))
    assert "D-15" not in {finding.rule for finding in found}

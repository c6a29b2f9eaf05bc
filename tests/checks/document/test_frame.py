"""Number, title, addressee, annexes and copies of the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import (
    ADDRESSEE,
    ANNEX_NOTE,
    ANNEX_TITLE,
    COPIES_TO,
    DIRECTION,
    DOWNWARD,
    ISSUER,
    NUMBER,
    ORGAN,
    TITLE,
    UPWARD,
)
from xjdesk.core.report import Report

Found = Callable[[Report, str], list[Finding]]
Written = Callable[..., Report]
Fixed = Callable[[Report, Finding], Report]


@pytest.mark.parametrize(
    "number",
    [
        "西政发[2017]12号",
        "西政发（2017）12号",
        "西政发【2017】12号",
        "西政发﹝2017﹞12号",
        "西政发〔2017〕第12号",
        "西政发〔2017〕012号",
        "西政发 〔2017〕 12号",
        "西政发〔２０１７〕１２号",
        "西政发〔2017〕12",
    ],
)
def test_a_number_in_another_form_is_put_right(
    number: str, found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(fields={NUMBER: number})
    (finding,) = found(report, "D-03")
    assert after_fix(report, finding).field(NUMBER) == "西政发〔2017〕12号"


@pytest.mark.parametrize(
    "number", ["12号", "西政发17年12号", "西政发〔17〕12号", "西政发〔2017〕号"]
)
def test_a_number_that_is_not_certain_is_not_put_right(
    number: str, found: Found, written: Written
) -> None:
    (finding,) = found(written(fields={NUMBER: number}), "D-03")
    assert not any(remedy.changes for remedy in finding.remedies)


def test_a_number_in_the_form_of_the_standard_is_left_alone(found: Found, written: Written) -> None:
    for number in ("西政发〔2017〕12号", " 宁政办发〔2015〕64号 ", ""):
        assert not found(written(fields={NUMBER: number}), "D-03")


def _subjects(findings: list[Finding]) -> list[str]:
    return [finding.subject.split()[-1] for finding in findings]


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("西吉县人民政府2016年政府信息公开工作年度报告", []),
        ("西吉县人民政府\n关于2016年政府信息公开工作的年度报告", []),
        ("西吉县人民政府关于2016年政府信息公开工作情况的报告", []),
        ("关于2016年《政府信息公开条例》实施、培训情况的自查报告（试行）", []),
        ("2015—2016年政府信息公开工作年度报告", []),
        ("关于2016年政府信息公开工作年度报告", ["的"]),
        ("关于2016年政府信息公开工作报告", ["的"]),
        ("2016年政府信息公开工作年度报告。", ["末尾标点"]),
        ("2016年政府信息公开工作，年度报告", ["中间标点"]),
        ("2016年政府信息公开工作年报", ["文种"]),
        ("2015年政府信息公开工作年度报告", ["年份"]),
        ("泾源县人民政府2016年政府信息公开工作年度报告", ["机关"]),
        ("西吉县2016年政府信息公开工作年度报告", []),
        ("", []),
    ],
)
def test_a_title_is_checked_part_by_part(
    title: str, subjects: list[str], found: Found, written: Written
) -> None:
    report = written(fields={TITLE: title, ISSUER: "西吉县人民政府"})
    assert _subjects(found(report, "P-15")) == subjects


def test_a_title_without_its_particle_is_put_right_in_two_ways(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    title = "西吉县人民政府\n关于2016年政府信息公开工作年度报告"
    report = written(fields={TITLE: title})
    (finding,) = found(report, "P-15")
    news = [change.new for remedy in finding.remedies for change in remedy.changes]
    assert news == [
        "西吉县人民政府\n关于2016年政府信息公开工作的年度报告",
        "西吉县人民政府\n2016年政府信息公开工作年度报告",
    ]
    assert not found(after_fix(report, finding), "P-15")


def test_the_office_of_a_government_may_write_for_it(found: Found, written: Written) -> None:
    fields = {TITLE: "淮安市人民政府2016年政府信息公开工作年度报告", ISSUER: "淮安市人民政府办公室"}
    assert not found(written(fields=fields), "P-15")


@pytest.mark.parametrize(
    ("addressee", "subjects"),
    [
        ("固原市人民政府", []),
        ("固原市人民政府：", []),
        ("固原市人民政府:", []),
        ("固原市人民政府办公室（政务公开科）", []),
        ("固原市人民政府。", ["末尾"]),
        ("王市长", ["职务"]),
        ("固原市人民政府，自治区人民政府办公厅：", ["几个机关"]),
        ("", []),
    ],
)
def test_an_upward_document_goes_to_one_organ(
    addressee: str, subjects: list[str], found: Found, written: Written
) -> None:
    report = written(fields={ADDRESSEE: addressee, DIRECTION: UPWARD})
    assert _subjects(found(report, "P-17")) == subjects


def test_other_documents_may_go_to_several_organs(found: Found, written: Written) -> None:
    fields = {ADDRESSEE: "各乡镇人民政府，县直各部门", DIRECTION: DOWNWARD}
    assert not found(written(fields=fields), "P-17")


def test_a_mark_at_the_end_of_the_addressee_is_taken_away(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(fields={ADDRESSEE: "固原市人民政府。："})
    (finding,) = found(report, "P-17")
    assert after_fix(report, finding).field(ADDRESSEE) == "固原市人民政府"


@pytest.mark.parametrize(
    ("copies", "subjects"),
    [
        ("县委，县人大，县政协。", []),
        ("县委，县人大\n县政协", []),
        ("县委办公室，县总工会，县工商联，固原市各部门", []),
        ("自治区政府办公厅。\n固原市委办公室。", ["句号"]),
        ("县委。。", ["句号"]),
        ("县委书记，县政协", ["职务"]),
        ("县委张三同志", ["职务"]),
        ("县委，各乡镇，县直各部门", ["下级机关"]),
        ("县委，吉强镇人民政府", ["下级机关"]),
        ("", []),
    ],
)
def test_copies_go_to_organs_that_are_not_below(
    copies: str, subjects: list[str], found: Found, written: Written
) -> None:
    fields = {COPIES_TO: copies, DIRECTION: UPWARD, ORGAN: "西吉县人民政府"}
    assert _subjects(found(written(fields=fields), "P-34")) == subjects


@pytest.mark.parametrize(
    "changed", [{DIRECTION: DOWNWARD}, {ORGAN: "吉强镇人民政府"}, {ORGAN: "", ISSUER: ""}]
)
def test_townships_may_be_sent_copies_by_others(
    changed: dict[FieldAddress, str], found: Found, written: Written
) -> None:
    fields = {COPIES_TO: "各乡镇", DIRECTION: UPWARD, ORGAN: "西吉县人民政府"} | changed
    assert not found(written(fields=fields), "P-34")


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("附件：统计表", "统计表"),
        ("1.统计表\n2.名单", "统计表\n名单"),
        ("附件1：统计表", "统计表"),
        ("附件1 统计表", "统计表"),
        ("《统计表》", "统计表"),
        ("统计表。", "统计表"),
        ("1、《统计表》；", "统计表"),
    ],
)
def test_the_annex_note_is_left_with_names_alone(
    note: str, names: str, found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(fields={ANNEX_NOTE: note})
    (finding,) = found(report, "P-20")
    fixed = after_fix(report, finding)
    assert fixed.field(ANNEX_NOTE) == names
    assert not found(fixed, "P-20")


@pytest.mark.parametrize(
    "note", ["2016年统计表", "《条例》执行情况表", "12345热线统计表", "附件材料清单", "1.5级响应表"]
)
def test_names_of_annexes_are_left_as_they_are(note: str, found: Found, written: Written) -> None:
    assert not found(written(fields={ANNEX_NOTE: note}), "P-20")


def test_the_annex_bears_the_name_it_is_announced_by(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    note = "西吉县政府信息公开情况统计表"
    report = written(fields={ANNEX_NOTE: note, ANNEX_TITLE: "政府信息公开统计表"})
    (finding,) = found(report, "P-21")
    fixed = after_fix(report, finding)
    assert fixed.field(ANNEX_TITLE) == note
    assert not found(fixed, "P-21")


def test_without_a_title_of_its_own_the_annex_bears_that_of_the_form(
    found: Found, written: Written
) -> None:
    assert not found(written(fields={ANNEX_NOTE: "政府信息公开情况统计表"}), "P-21")
    (finding,) = found(written(fields={ANNEX_NOTE: "西吉县政府信息公开情况统计表"}), "P-21")
    assert finding.found == "政府信息公开情况统计表"


def test_an_annex_that_is_not_announced_is_put_into_the_note(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(fields={ANNEX_TITLE: "西吉县统计表"})
    (finding,) = found(report, "P-21")
    fixed = after_fix(report, finding)
    assert fixed.field(ANNEX_NOTE) == "西吉县统计表"
    assert not found(fixed, "P-21")


_ONE = {ANNEX_NOTE: "政府信息公开情况统计表"}
_TWO = {ANNEX_NOTE: "政府信息公开情况统计表\n名单"}


@pytest.mark.parametrize(
    ("text", "fields", "severities"),
    [
        ("具体数据见附件。", _ONE, []),
        ("具体数据见附件1。", _ONE, ["提示"]),
        ("具体数据见附件2。", _ONE, ["核实"]),
        ("具体数据见附件1、名单见附件二。", _TWO, []),
        ("名单详见附件3。", _TWO, ["核实"]),
        ("《通知》附件3规定的时限。", _ONE, []),
        ("按照附件2的要求办理。", _ONE, []),
    ],
)
def test_an_annex_that_the_text_refers_to_is_there(
    text: str,
    fields: dict[FieldAddress, str],
    severities: list[str],
    found: Found,
    written: Written,
) -> None:
    report = written(text, fields=fields)
    assert [f.severity.label for f in found(report, "P-21")] == severities

"""What real sentences say of cells is read as it is meant, and nothing is said of right ones."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.planted.claims import CLAIMED, WITHDRAWN, WITHDRAWN_CELL, claiming
from tests.checks.planted.kinds import with_text, with_values
from tests.checks.planted.sentences import SPOKEN, Spoken
from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, clean_report
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.facts.fact_rules import chapter_reader, chapters_by, fact_rules
from xjdesk.checks.facts.number_overview import number_overview
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.core.address import parse_cell_address
from xjdesk.core.report import Report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")

_LEFT_ALONE = [
    "其中，按期办结，8件申请人撤销。",
    "政府信息公开申请中，县自然资源局收到8件、城关镇收到4件。",
    "政府信息公开申请主要来源：市政府349件、市各有关部门933件、沭阳县477件。",
    "2019年收到政府信息公开申请300件。",
    "去年收到政府信息公开申请300件，结转5件。",
    "政府信息公开申请较上年增加20件，比去年同期减少5件。",
    "组织依申请公开培训3期，评查依申请公开案卷50件，抽查申请件20件。",
    "审核规范性文件25件，备案审查规范性文件12件。",
    "引导申请人撤回申请5件，沟通28次。",
    "网上申请9件，当面申请3件，信函申请3件。",
    "申请公开征地信息的8件，申请公开财政信息的7件。",
    "共办理政府信息公开申请，同比增加25件。",
    "县司法局全年受理行政复议申请300件，办结280件。",
    "全县各级行政复议机关共办理行政复议案件86件，维持50件，纠正12件。",
    "县法院受理行政诉讼案件86件。",
    "全年受理投诉举报20件，办结20件。",
    "“12345”热线办件300件，办结率100%。",
    "办理人大代表建议32件、政协提案58件，全部办结并公开。",
    "公示行政许可、行政处罚信息3500条。",
    "公开行政许可事项清单320项。",
    "清理规范性文件100件，其中拟废止20件。",
    "解读规范性文件10件。",
    "完善规章制度5项。",
    "答复申请时，因不属于本机关职责而无法提供的10件。",
    "计划制定规范性文件12件。",
    "主动公开政府信息5500余条。",
    "收到公众意见382条。",
    "参加依申请公开业务培训2次，培训120人次。",
    "市卫生健康委受理政府信息公开申请8件。",
]

_NO_CLAIMS = [
    "对全部申请均在法定期限内予以答复。",
    "除2件结转下年度办理外，其余政府信息公开申请均已办结。",
    "确保政府信息公开申请全部按期办结。",
    "申请均已受理，其中5件顺延至下年度，其余全部办结。",
    "政府信息公开申请办结率100%，未发生超期答复。",
    "未经行政复议直接提起诉讼的，均已审结。",
    "无正当理由大量反复申请的，不予处理。",
    "不服行政复议决定提起诉讼的没有。",
    "没有被纠正的行政复议案件。",
    "引导申请人主动撤回政府信息公开申请。",
    "“政民互动”栏目信件均已办结。",
    "上年没有收到政府信息公开申请。",
    "县教育局没有收到政府信息公开申请。",
    "未制定规章制度的单位已全部整改。",
]


def _told(read_numbers: NumberReader, report: Report) -> list[Finding]:
    rules = fact_rules(_FORM, chapters_by(_FORM, read_numbers), read_numbers)
    return [f for rule in rules for f in rule.check(report)]


def _saying(text: str) -> Report:
    return with_text(clean_report(HUAIAN_2024, _FORM), "overview", text)


@pytest.mark.parametrize("spoken", SPOKEN, ids=lambda one: one.text)
@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_a_right_number_is_no_finding(
    name: str, spoken: Spoken, read_numbers: NumberReader
) -> None:
    report = clean_report(name, _FORM)
    text = spoken.with_number(spoken.right_number(report))
    assert _told(read_numbers, with_text(report, "overview", text)) == []


def test_every_phrase_of_the_form_is_spoken(check_data: CheckData) -> None:
    assert check_data.number_words is not None
    reader = chapter_reader(_FORM, check_data.number_words)
    report = clean_report(HUAIAN_2024, _FORM)
    heard = {
        id(placed.reading.phrases[0])
        for spoken in SPOKEN
        for written in [
            with_text(report, "overview", spoken.with_number(spoken.right_number(report)))
        ]
        for placed in reader.comparable(written, written.chapter("overview"))
    }
    silent = [p.words for p in _FORM.text_rules.phrases if id(p) not in heard]
    assert silent == []


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_numbers_of_something_else_are_left_alone(text: str, read_numbers: NumberReader) -> None:
    report = with_text(
        clean_report(HUAIAN_2024, _FORM), "overview", f"（二）依申请公开情况。{text}"
    )
    assert _told(read_numbers, report) == []


@pytest.mark.parametrize("text", _NO_CLAIMS)
def test_what_is_no_claim_is_left_alone(text: str, read_numbers: NumberReader) -> None:
    report = with_text(
        clean_report(HUAIAN_2024, _FORM), "overview", f"（二）依申请公开情况。{text}"
    )
    assert [finding for finding in _told(read_numbers, report) if finding.rule == "T-02"] == []


@pytest.mark.parametrize(("sentence", "address"), CLAIMED)
def test_a_claim_that_the_table_bears_out_is_no_finding(
    sentence: str, address: str, read_numbers: NumberReader
) -> None:
    """With 0 in the cell, and in all that the same statement speaks of."""
    claimed = parse_cell_address(address)
    cells = {
        cell
        for claim in _FORM.text_rules.claims
        if address in claim.condition.names()
        for cell in map(parse_cell_address, claim.condition.names())
    }
    report = claiming(clean_report(HUAIAN_2024, _FORM), sentence)
    zeros = with_values(report, dict.fromkeys({*cells, claimed}, Decimal(0)))
    assert [f for f in _told(read_numbers, zeros) if claimed in f.where] == []


def test_withdrawals_are_counted_as_settled_otherwise(read_numbers: NumberReader) -> None:
    report = claiming(clean_report(HUAIAN_2024, _FORM), WITHDRAWN)
    assert report.values[WITHDRAWN_CELL]
    assert _told(read_numbers, report) == []


@pytest.mark.parametrize(
    "said", ["全县共收到政府信息公开申请3119件。", "全县共受理政府信息公开申请3153件。"]
)
def test_received_may_be_meant_with_or_without_what_was_carried_over(
    said: str, read_numbers: NumberReader
) -> None:
    report = clean_report(HUAIAN_2024, _FORM)
    assert _told(read_numbers, with_text(report, "overview", said)) == []


@pytest.mark.parametrize(
    ("number", "matched"),
    [
        (3119, "一、本年新收政府信息公开申请数量（总计）为3119件"),
        (
            3153,
            "一、本年新收政府信息公开申请数量、二、上年结转政府信息公开申请数量（总计）合计为3153件",
        ),
    ],
)
def test_the_overview_of_numbers_says_which_sum_matched(
    number: int, matched: str, check_data: CheckData
) -> None:
    assert check_data.number_words is not None
    report = _saying(f"全县共受理政府信息公开申请{number}件。")
    reader = chapter_reader(_FORM, check_data.number_words)
    notes = [
        entry.note
        for entry in number_overview(_FORM, report, reader)
        if entry.place.chapter == "overview"
    ]
    assert notes == [matched]


def test_both_sums_that_are_not_the_number_are_told(read_numbers: NumberReader) -> None:
    report = clean_report(HUAIAN_2024, _FORM)
    (finding,) = _told(
        read_numbers, with_text(report, "overview", "共受理政府信息公开申请3000件。")
    )
    assert "一、本年新收政府信息公开申请数量（总计）为3119件" in finding.message
    assert "与二、上年结转政府信息公开申请数量（总计）合计为3153件" in finding.message


def test_as_long_as_one_sum_is_not_known_nothing_is_said(read_numbers: NumberReader) -> None:
    report = with_text(
        clean_report(HUAIAN_2024, _FORM), "overview", "共受理政府信息公开申请3200件。"
    )
    carried_in = parse_cell_address("requests.carried_in.total")
    assert _told(read_numbers, with_values(report, {carried_in: None})) == []


def test_rows_that_are_all_of_a_heading_are_named_by_it(read_numbers: NumberReader) -> None:
    (finding,) = _told(read_numbers, _saying("对政府信息公开申请，无法提供800件。"))
    assert "三、（四）无法提供各项（总计）合计为781件" in finding.message

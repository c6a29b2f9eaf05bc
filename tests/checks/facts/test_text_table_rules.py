from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, SpanAddress
from xjdesk.core.change import apply_all
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

Told = Callable[..., tuple[Finding, ...]]

_AGREEING = [
    ("全年主动公开政府信息5000条。", "disclosure", {"disclosed": 5000}),
    ("主动公开政府信息数160条，其中综合政务59条。", "disclosure", {"disclosed": 160}),
    (
        "全县各级各部门主动公开政府信息共计14189条，其中政府网站公开5419条、政务微信公开3914条、"
        "其他方式公开4856条。",
        "disclosure",
        {"disclosed": 14189, "website": 5419, "wechat": 3914, "other_channels": 4856},
    ),
    (
        "受理公民、法人和其他组织提出的政府信息公开申请2件，按时办结2件，出具依申请答复书2件。",
        "requests",
        {"received": 2, "closed_in_time": 2, "answered": 2},
    ),
    (
        "全县共受理行政复议4件，其中维持具体行政行为1件，被依法纠错3件。",
        "requests",
        {"reconsideration": 4, "reconsideration_upheld": 1, "reconsideration_corrected": 3},
    ),
    (
        "因政府信息公开被提起行政复议、行政诉讼共5件。",
        "requests",
        {"reconsideration": 3, "litigation": 2},
    ),
    (
        "召开政务公开工作推进会2次，举办政务公开业务培训班3期，受训人员300人次。",
        "overview",
        {"meetings": 2, "courses": 3, "trainees": 300},
    ),
    (
        "参加新闻发布会6场，政府网站在线访谈4期，发布政策解读稿件18篇。",
        "disclosure",
        {"press_conferences": 6, "online_interviews": 4, "interpretations": 18},
    ),
    (
        "设置政府信息公开查阅点2个，配备专职工作人员3名。",
        "overview",
        {"reading_points": 2, "staff_full_time": 3},
    ),
    ("全年公开政府信息4600余条。", "disclosure", {"disclosed": 4606}),
    ("2016年度主动公开信息的有5条。", "disclosure", {"disclosed": 5}),
    ("在政府网站上共公开285条信息，政务网公开信息285条。", "disclosure", {"website": 285}),
    ("其他方式回应事件2次。", "disclosure", {"responses_otherwise": 2}),
    (
        "因政府信息公开引起的行政复议1件、行政诉讼2件。",
        "requests",
        {"reconsideration": 1, "litigation": 2},
    ),
    (
        "本年新收政府信息公开申请12件，其中通过网络收到申请5件。",
        "requests",
        {"received": 12, "received_online": 5},
    ),
    ("在已经答复的12件申请中，“不予公开”的1件。", "requests", {"answered": 12, "refused": 1}),
    (
        "不同意公开答复3件，其中涉及国家秘密1件、商业秘密1件、个人隐私1件。",
        "requests",
        {
            "refused": 3,
            "refused_state_secret": 1,
            "refused_trade_secret": 1,
            "refused_privacy": 1,
        },
    ),
    (
        "召开政府信息公开专题会议4次，举办各类培训班3次，接受培训人员300人次。",
        "overview",
        {"meetings": 4, "courses": 3, "trainees": 300},
    ),
    ("主动公开政府信息约1.4万条。", "disclosure", {"disclosed": 14189}),
    ("按照上年的安排，今年主动公开政府信息3000条。", "disclosure", {"disclosed": 3000}),
    ("继2015年之后，2016年主动公开政府信息3000条。", "disclosure", {"disclosed": 3000}),
]

_LEFT_ALONE = [
    "在县政府网站设置“国务院文件”栏目，转载国务院文件及信息等20余片（条）。",
    "公开项目建设、住房分配、动态管理核查等信息100余条。",
    "2015年主动公开政府信息3000条。",
    "主动公开政府信息较上年增加3000条。",
    "县人社局主动公开政府信息37条。",
    "19个乡（镇）、23个政府工作部门也分别成立相应的工作机构。",
    "受理、办理“政民互动”栏目网络诉求信息966件，办结回复960件。",
    "依据权责清单梳理政务服务事项315项，受理行政许可申请315件。",
    "举办农民技能培训班20期，培训人员3000人次。",
    "各乡镇均配备专职工作人员1名。",
    "办理人大代表建议30件、政协提案50件，全部答复。",
    "认真落实《关于主动公开政府信息100条的通知》。",
    "微博问政50次，在线回复44次。",
    "计划召开政务公开工作会议4次。",
    "编印简报18期，公开政府信息85条，其它媒体公开政府信息73条。",
    "通过政务新媒体公开政府信息306条。",
    "各乡镇主动公开政府信息2100条，县直部门主动公开政府信息2900条。",
    "在市政府门户网站发布信息86条。",
    "“发布”微信公众号发布信息600条，“政务”微信公众号发布信息300条。",
    "县法院受理行政诉讼案件86件，市行政复议机构办理行政复议案件17件。",
    "推进政务公开，举办农民技能培训班26期，培训农民2300人次。",
]


@pytest.mark.parametrize(("text", "chapter", "values"), _AGREEING)
def test_numbers_that_agree_are_no_findings(
    told: Told, text: str, chapter: str, values: dict[str, int]
) -> None:
    assert told(text, chapter, **values) == ()


@pytest.mark.parametrize(("text", "chapter", "values"), _AGREEING)
def test_a_cell_that_the_text_speaks_of_and_that_differs_is_found(
    told: Told, text: str, chapter: str, values: dict[str, int]
) -> None:
    for row, value in values.items():
        other = {**values, row: 2 * value + 7}
        cell = CellAddress("statistics", row, "count")
        assert any(cell in finding.where for finding in told(text, chapter, **other)), row


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_numbers_of_something_else_are_left_alone(told: Told, text: str) -> None:
    assert told(text, "disclosure") == ()


def test_both_sides_and_the_difference_are_told(told: Told) -> None:
    (finding,) = told("召开政府信息公开工作会议或专题会议4次。", "overview", meetings=1)
    assert finding.severity is Severity.QUERY
    assert "“召开政府信息公开工作会议或专题会议4次”" in finding.message
    assert "九、（一）召开政府信息公开工作会议或专题会议数为1次，相差3次" in finding.message
    assert finding.where[0] == SpanAddress("overview", 0, 17, 19)


def test_of_a_long_list_the_words_up_to_the_number_are_quoted(told: Told) -> None:
    text = "其中通过政府网站公开4600条、政务微博公开700条、政务微信公开900条、政府公报公开60条。"
    values = {"website": 4606, "microblog": 700, "wechat": 900, "gazette": 60}
    (finding,) = told(text, **values)
    assert finding.message.startswith("正文写“其中通过政府网站公开4600条……”，统计表中")


def test_the_cell_that_holds_the_number_of_the_text_is_named(told: Told) -> None:
    text = "今年通过县政府网站各类专栏发布信息5000余条。"
    (finding,) = told(text, website=4606, disclosed=5000)
    assert "却与“一、（一）主动公开政府信息数”的5000相同" in finding.message


def test_more_than_a_number_is_not_that_number(told: Told) -> None:
    (finding,) = told("共受理群众依申请公开信息200余件。", "requests", received=200)
    assert finding.severity is Severity.HINT


def test_a_mistaken_unit_is_told(told: Told) -> None:
    (finding,) = told("共受理群众依申请公开信息200余条。", "requests", received=200)
    assert finding.severity is Severity.QUERY
    assert "单位应为“件”，正文写的是“条”" in finding.message


def test_a_number_of_several_years_that_is_another_cells_is_asked_about(told: Told) -> None:
    text = "公开近两年政策性文件200份。"
    (finding,) = told(text, disclosed_documents=10, issued_documents=200)
    assert finding.severity is Severity.HINT
    assert "却与“一、（一）制发规范性文件总数”的200相同" in finding.message
    assert told(text, disclosed_documents=10, issued_documents=150) == ()


def test_a_blank_cell_is_not_compared(told: Told) -> None:
    assert told("全年主动公开政府信息5000条。", disclosed=None) == ()


def test_applications_may_be_counted_with_or_without_parts(told: Told) -> None:
    text = "收到政府信息公开申请12件，其中当面申请5件、网络申请7件。"
    values = {"received": 12, "received_in_person": 5, "received_online": 7}
    assert told(text, "requests", **values) == ()
    assert len(told(text, "requests", **{**values, "received_online": 8})) == 1


def test_plans_of_the_next_year_are_left_alone(told: Told) -> None:
    assert told("召开政务公开工作会议4次，公开政府信息9000条。", "problems") == ()


def test_putting_the_text_right_settles_it_and_binds_the_number(
    told: Told, form: Form, make_report: Callable[..., Report]
) -> None:
    text = "召开政府信息公开工作会议或专题会议4次，举办培训班。"
    (finding,) = told(text, "overview", meetings=12)
    fix = next(r for r in finding.remedies if r.label == "正文改为“12次”")
    mended = apply_all(make_report(text, "overview", meetings=12), fix.changes)
    (paragraph,) = mended.chapter("overview").paragraphs
    assert paragraph.text == "召开政府信息公开工作会议或专题会议12次，举办培训班。"
    (figure,) = paragraph.figures
    assert paragraph.text[figure.start : figure.end] == "12"


def test_putting_the_table_right_takes_the_number_of_the_text(
    told: Told, make_report: Callable[..., Report]
) -> None:
    text = "召开政府信息公开工作会议或专题会议4次。"
    (finding,) = told(text, "overview", meetings=0)
    fix = next(r for r in finding.remedies if r.label == "统计表改为4")
    mended = apply_all(make_report(text, "overview", meetings=0), fix.changes)
    assert mended.value(CellAddress("statistics", "meetings", "count")) == 4


def test_what_was_said_about_a_finding_is_kept_by_words_and_cell_not_by_numbers(
    told: Told,
) -> None:
    (first,) = told("召开政府信息公开工作会议或专题会议4次。", "overview", meetings=0)
    (second,) = told("前言。\n召开政府信息公开工作会议或专题会议5次。", "overview", meetings=3)
    assert first.address == second.address
    assert first.basis != second.basis


@pytest.mark.parametrize(("number", "is_told"), [(4, False), (40, True)])
def test_only_a_telling_number_is_traced_to_another_indicator(
    told: Told, number: int, is_told: bool
) -> None:
    text = f"召开政府信息公开专题会议{number}次。"
    (finding,) = told(text, "overview", meetings=1, courses=number)
    assert ("请核实是否引错了指标" in finding.message) is is_told


def test_what_was_said_last_of_the_year_counts(told: Told) -> None:
    text = "2015年主动公开政府信息3000条，今年主动公开政府信息4606条。"
    assert told(text, disclosed=4606) == ()
    assert [finding.found for finding in told(text, disclosed=4607)] == ["4606条"]

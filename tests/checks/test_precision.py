"""The whole rule book over sentences as other offices write them: what it says, and what not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import CellAddress, SpanAddress
from xjdesk.core.document_fields import DATE, ISSUER, ORGAN
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Paragraph, Report, empty_report

Told = Callable[[str, str], list[Finding]]
"""Takes a paragraph and its chapter; gives what is said about that paragraph."""

_TABLE = {
    "disclosed": 5000,
    "disclosed_documents": 60,
    "issued_documents": 60,
    "gazette": 60,
    "website": 4606,
    "microblog": 700,
    "wechat": 900,
    "other_channels": 300,
    "responded": 11,
    "press_conferences": 6,
    "press_conferences_by_heads": 2,
    "online_interviews": 4,
    "interpretations": 18,
    "responses_by_social_media": 9,
    "received": 12,
    "received_in_person": 1,
    "received_online": 6,
    "received_by_letter": 5,
    "closed": 12,
    "closed_in_time": 12,
    "answered": 12,
    "already_public": 3,
    "granted": 5,
    "partly_granted": 1,
    "refused": 1,
    "refused_privacy": 1,
    "not_this_organ": 1,
    "not_existing": 1,
    "reconsideration": 4,
    "reconsideration_upheld": 3,
    "reconsideration_corrected": 1,
    "litigation": 2,
    "litigation_upheld": 2,
    "offices": 1,
    "reading_points": 3,
    "staff": 25,
    "staff_full_time": 2,
    "staff_part_time": 23,
    "funds": 10,
    "meetings": 4,
    "courses": 3,
    "trainees": 300,
}


@pytest.fixture(scope="module")
def told(form: Form, check_data: CheckData) -> Told:
    book = rule_book(form, check_data)
    empty = empty_report(form, 2016)
    values: dict[CellAddress, Entry] = {
        cell: Decimal(_TABLE.get(cell.row, 0)) for cell in form.indicator_cells()
    }
    county = "西吉县人民政府"
    fields = {ISSUER: county, ORGAN: county, DATE: "2017年1月19日"}

    def about(text: str, chapter: str) -> list[Finding]:
        chapters = tuple(
            replace(c, paragraphs=(Paragraph(text),)) if c.id == chapter else c
            for c in empty.chapters
        )
        report: Report = replace(empty, chapters=chapters, values=values, fields=fields)
        return [
            finding
            for finding in check(book, report).sorted()
            if any(isinstance(p, SpanAddress) and p.chapter == chapter for p in finding.where)
        ]

    return about


_SILENT = [
    ("disclosure", "全县主动公开政府信息5000条，比上年增加1200条，增长31.6%。"),
    ("disclosure", "在主动公开的5000条信息中，政策类60条，占1.2%；其他类4940条，占98.8%。"),
    ("disclosure", "通过县政府网站发布信息4606条，在政务微信发布900条，在政务微博发布700条。"),
    ("disclosure", "编印简报18期，公开政府信息85条，其他媒体公开政府信息73条。"),
    ("disclosure", "各乡镇主动公开政府信息2100条，县直部门主动公开政府信息2900条。"),
    ("disclosure", "在市政府门户网站发布信息86条，通过政务新媒体公开政府信息306条。"),
    ("disclosure", "“发布”微信公众号发布信息600条，“政务”微信公众号发布信息300条。"),
    ("disclosure", "共制作政府信息300条，其中主动公开200条，依申请公开60条，不予公开40条。"),
    ("disclosure", "截至2016年12月31日，累计公开政府信息5000条，历年累计公开32000条。"),
    ("disclosure", "清理规范性文件230件，保留150件、修订30件、废止50件。"),
    ("disclosure", "政务微博粉丝达到2.3万人，阅读量突破500万次，转发评论1.2万条。"),
    ("requests", "收到申请12件，其中当面1件、网络6件、信函5件，均按时办结。"),
    ("requests", "因政府信息公开引发行政复议4件，其中维持3件、纠错1件；行政诉讼2件，均维持。"),
    ("requests", "被申请行政复议4件、被提起行政诉讼2件。"),
    ("requests", "县法院受理行政诉讼案件86件，行政机关负责人出庭应诉率100%。"),
    ("requests", "各类文件、报表等信息未经批准的不予公开。"),
    ("requests", "逾期未按收费通知要求缴纳费用的，视为放弃申请。"),
    ("requests", "群众可通过当面、网络、信函等方式提出申请，收到申请后15个工作日内答复。"),
    ("requests", "县政务服务中心受理各类申请12.6万件，按时办结率99.8%。"),
    ("overview", "召开政务公开工作会议4次，举办农民技能培训班26期，培训农民2300人次。"),
    ("overview", "县委、县政府领导作出批示2次，全年印发督办通报4期，约谈单位3家。"),
    ("overview", "坚持“公开为常态、不公开为例外”，推行“双随机、一公开”。"),
    ("overview", "如有疑问，请联系县政府办公室（电话：0954-3012401）。"),
    ("problems", "2017年，计划举办培训班5期，培训500人次，力争主动公开信息6000条。"),
    ("problems", "主要从以下三个方面改进：一是加强领导；二是完善制度；三是强化监督。"),
]


@pytest.mark.parametrize(("chapter", "text"), _SILENT)
def test_nothing_is_said_about_a_sentence_that_is_right(
    told: Told, chapter: str, text: str
) -> None:
    assert [(f.rule, f.message) for f in told(text, chapter)] == []


_FOUND = [
    ("disclosure", "全年主动公开政府信息5200条。", "T-01"),
    ("disclosure", "县政府门户网站发布信息5000余条。", "T-01"),
    ("disclosure", "在政府网站上共公开285条信息。", "T-01"),
    ("disclosure", "全年举办新闻发布会9场。", "T-01"),
    ("disclosure", "主动公开5000条，其中政策类3000条、财政类1500条、其他信息600条。", "T-10"),
    (
        "disclosure",
        "5000条信息中，甲类60条，占1.2%；乙类850条，占27%；丙类4090条，占81.8%。",
        "T-11",
    ),
    ("disclosure", "主动公开政府信息5000条，比上年3800条增长21.6%。", "T-12"),
    ("disclosure", "全县发布稿件30余片。", "P-29"),
    ("requests", "共收到政府信息公开申请21件。", "T-01"),
    ("requests", "因政府信息公开引起的行政复议5件、行政诉讼2件。", "T-01"),
    ("requests", "本年新收政府信息公开申请13件。", "T-01"),
    ("requests", "我县没有收到申请公开政府信息及咨询受理事项。", "T-02"),
    ("requests", "全年未发生因政府信息公开引起的行政诉讼。", "T-02"),
    ("requests", "未受到公民、法人和其他组织的公开申请。", "P-30"),
    ("requests", "所有申请均已办结，结转下年度办理2件。", "T-16"),
    ("disclosure", "甲类2条，占18%；乙类信息，占9%；丙类5条，占45%。", "T-11"),
    ("disclosure", "全年发布工作动态755多条。", "P-29"),
    ("preface", "统计期限为2016年1月1日-2016年12月31日。", "P-25"),
    ("overview", "召开政府信息公开工作会议6次。", "T-01"),
    ("overview", "召开政府信息公开工作会议4次，举办各类培训班5次。", "T-01"),
    ("overview", "截止2016年12月31日，各项任务已完成。", "P-30"),
    ("overview", "根据﹙宁政办发〔2016〕64号）要求，明确分工。", "P-05"),
    ("overview", "加强载体建设,拓宽公开渠道。", "P-07"),
    ("overview", "我局认真落实各项制度。", "P-31"),
    ("overview", "今年以来，政务公开工作扎实推进。", "P-19"),
    ("overview", "按照《2015年全省政务公开工作要点》要求，推进公开。", "D-09"),
    ("problems", "从以下四个方面改进：一是加强领导；二是完善制度；三是强化监督。", "T-13"),
]


@pytest.mark.parametrize(("chapter", "text", "rule"), _FOUND)
def test_what_is_wrong_is_found(told: Told, chapter: str, text: str, rule: str) -> None:
    assert rule in [finding.rule for finding in told(text, chapter)]


def test_points_that_are_not_as_many_as_announced_are_told_once(told: Told) -> None:
    text = "从以下四个方面改进：一是加强领导；二是完善制度；三是强化监督。"
    assert [finding.rule for finding in told(text, "problems")] == ["T-13"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“四议”即：会议提议、会议商议、会议审议。", "T-13"),
        ("“两监督”：甲监督、乙监督、丙监督。", "T-13"),
        ("“四议”即：会议提议、会议商议、会议审议，会议决议。", "P-13"),
    ],
)
def test_what_is_wrong_with_a_list_that_its_name_counts_is_told_once(
    told: Told, text: str, rule: str
) -> None:
    assert [finding.rule for finding in told(text, "overview")] == [rule]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.consistency.conftest import Told
from xjdesk.checks.finding import Finding
from xjdesk.core.address import SpanAddress
from xjdesk.core.severity import Severity

_SHATANG = (
    "2016年政务网站、微信、微博共发布各类信息{}条，其中网站（含转发）319条，"
    "微信（含转发）851条、微博（含转发）2348条。"
)
_SHITAI = (
    "截至2018年12月31日，石台县林业局累计主动公开政府信息{}条；通过电子政务编印《石台林业》"
    "18期，公开政府信息85条，政府信息公开网站主动公开信息132条，其它媒体公开政府信息73条。"
)
_BEIJIE = (
    "2025年度，通过政府门户网站累计发布工作动态信息165条，其中重点聚焦甘州乡镇街道动态102条；"
    "发布法定主动公开内容{}条，包括机构概况1条，以及“三公”经费及预算/决算信息2条。"
)
_CULTURE = (
    "在已经答复的{}件申请中，“同意公开”的7件，主要涉及文物保护、行政审批等信息。"
    "“同意部分公开”1件。“不予公开”的1件。“信息不存在”的1件。“非本机关政府信息”的1件。"
    "“申请内容不明确”的1件。"
)
_SUQIAN = (
    "全市全年共收办政府信息公开申请案件{}件（市政府349件、市各有关部门933件、沭阳县477件、"
    "泗阳县301件、泗洪县874件、宿豫区216件、宿城区348件、宿迁经济技术开发区55件、"
    "市湖滨新区26件、苏州宿迁工业园区12件、市洋河新区16件），同比增长70.3%，其中，"
    "自然人申请3493件，法人或其他组织申请114件；予以公开1191件、部分公开328件、不予公开142件、"
    "无法提供1078件、不予处理406件、作其他处理（含申请人主动撤回申请）341件、转下年度办理121件。"
)
_FEES = (
    "2023年对{}件政府信息公开申请案件收取了信息处理费2950元。其中，沭阳县自然资源和规划局1件，"
    "收取420元；泗洪县人民政府2件，收取290元；泗洪县公安局15件，收取1500元；"
    "宿迁市自然资源和规划局宿城分局1件，收取140元；宿迁市公安局6件，收取600元，"
    "收费标准均符合规定。"
)
_REVIEWS = (
    "政府信息公开行政复议{}件，其中结果维持72 件，结果纠正64 件，其他结果178 件，"
    "尚未审结37 件；政府信息公开行政诉讼46 件，其中结果维持25件，结果纠正5 件，其他结果9 件，"
    "尚未审结7 件。"
)


@pytest.mark.parametrize(
    ("sentence", "wrong", "right", "arithmetic"),
    [
        (_SHATANG, 2483, 3518, "319+851+2348=3518，比总数2483条多1035条"),
        (_SHITAI, 280, 290, "85+132+73=290，比总数280条多10条"),
        (_SHITAI, 300, 290, "85+132+73=290，比总数300条少10条"),
        (_BEIJIE, 1, 3, "1+2=3，比总数1条多2条"),
        (_CULTURE, 9, 12, "7+1+1+1+1+1=12，比总数9件多3件"),
        (_SUQIAN, 3706, 3607, "比总数3706件少99件"),
        (_FEES, 24, 25, "1+2+15+1+6=25，比总数24件多1件"),
        (_REVIEWS, 315, 351, "72+64+178+37=351，比总数315件多36件"),
        ("现有账号{}个，其中微信22个，微博5个，其他7个。", 36, 34, "22+5+7=34，比总数36个少2个"),
        ("收到申请{}件，其中网络15件。", 12, 15, "其中一项为15件，比总数12件多3件"),
        ("收到申请{}件：网络5件、信函6件、当面3件。", 12, 14, "5+6+3=14，比总数12件多2件"),
        ("全年受理{}件，分别为网络5件、信函6件。", 12, 11, "5+6=11，比总数12件少1件"),
        ("政府网站319条、微博851条，共计{}条。", 1270, 1170, "319+851=1170，比总数1270条少100条"),
    ],
)
def test_parts_that_are_not_their_total_are_added_up(
    told: Told, sentence: str, wrong: int, right: int, arithmetic: str
) -> None:
    (finding,) = told(sentence.format(wrong))
    assert finding.rule == "T-10"
    assert arithmetic in finding.message
    assert told(sentence.format(right)) == []


def test_the_doubtful_total_comes_first_and_every_part_is_shown(told: Told) -> None:
    text = _SHATANG.format(2483)
    (finding,) = told(text)
    assert [_words(text, finding, at) for at in range(4)] == [
        "2483条",
        "319条",
        "851条",
        "2348条",
    ]
    assert finding.basis == "2483｜319+851+2348"
    assert len(finding.remedies) >= 2


def test_the_subject_stays_when_a_paragraph_is_put_in_before(told: Told) -> None:
    (finding,) = told(_SHATANG.format(2483))
    (moved,) = told("新的一段。\n" + _SHATANG.format(2483))
    assert (finding.address, finding.basis) == (moved.address, moved.basis)


@pytest.mark.parametrize(
    "text",
    [
        "各类信息247条，其中机构概况类5条，规章类文件11条，业务类30条，公共服务类20条、"
        "政务动态类58条，其它事项123条。",
        "主动公开政府信息25条，在主动公开的信息中，工作动态信息5条，财政预决算信息19条，"
        "信息报告1条。",
        "全年累计公开信息59条，内容涵盖政务信息12条、基层政务8条、工作动态29条、通知公告3条、"
        "政府开放月活动集锦6条以及涉企行政检查公示1条。",
        "完成全部77项（其中行政许可35项、审核转报4项、行政确认3项、其他行政权力35项）的比对。",
        "全年共发布212条，其中财政决算（部门）2条，行政处罚信息51条，对外宣传类信息97条"
        "（基层动态）。通知公告类46条。",
        "共制作政府信息3021条，其中主动公开信息1027条，依申请公开信息459条，不予公开信息1535条。",
        "我区现有新媒体账号34个，其中微信公众号22个，新浪微博5个，其他7个。",
        "共受理依申请公开事项133件，均进行了妥善处理。其中，予以公开46件，部分公开22件，"
        "不予公开15件，无法提供27件，逾期未补正2件，其他处理5件，结转下年度继续办理16件。",
        "完成答复1453件，包括上年结转申请30件。其中，予以公开答复966件，占66.48%；部分公开67，"
        "占4.61%；不予公开81件，占5.57%；无法提供的182件，占12.53%；其他处理96件，占6.61%。",
        "主动公开政府规章13件（含新制定5件，修改4件，废止4件），行政规范性文件42件。",
        "全年共举行市政府新闻发布会54 场、新闻通气会14场。其中，新闻发布会包括“营商环境”系列"
        "8场、“高质量发展”系列16场、例行新闻发布会30场，近1900家次境内外媒体参加。",
    ],
)
def test_real_lists_that_are_right_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，其中网络5件、信函3件。",
        "收到申请25件，其中网上申请20件，信函申请5件，答复25件，答复率100%。",
        "收到申请12件，其中网络申请8件，已全部答复12件。",
        "收到申请12件，其中网络8件，发布信息20件。",
        "收到申请12件，其中网络5件；举报投诉30件。",
        "收到申请30件，比上年增加5件，其中网络申请15件。",
        "收到申请12件，其中通过网络8件，涉及征地9件。",
        "收到申请12件（上年10件、前年9件）。",
        "在办结的5件申请中，予以公开3件。本级信息8件。",
        "复议10件，其中维持8件；诉讼5件，其中维持3件；投诉4件，其中属实1件。",
        "答复3050 件（含上年度结转申请34 件，另有103 件顺延到下年度答复）。",
    ],
)
def test_what_may_be_no_part_is_not_added(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "公开信息1.2万条，其中网站8012条、微信4100条。",
        "公开信息2000余条，其中网站1500条、微信600条。",
        "公开信息2000条，其中网站约1500条、微信600条。",
        "公开信息587条，其中政策文件2件、财政信息543条、办理指南各发布信息120条。",
        "举办培训3期，其中县级培训120人、乡级培训200人。",
    ],
)
def test_rounded_numbers_and_other_units_are_not_added(told: Told, text: str) -> None:
    assert told(text) == []


def test_parts_of_a_part_are_not_added_to_the_parts(told: Told) -> None:
    text = "收到申请{}件，其中网络8件（其中政府网站6件、邮件2件）、信函4件。"
    assert told(text.format(12)) == []
    assert len(told(text.format(11))) == 1


def test_of_channels_it_is_said_that_an_item_can_count_once(told: Told) -> None:
    (channels,) = told(_SHATANG.format(2483))
    (others,) = told("收到申请12件，其中自然人15件。")
    assert (channels.severity, others.severity) == (Severity.HINT, Severity.QUERY)
    assert any("几个渠道" in remedy.label for remedy in channels.remedies)
    assert not any("几个渠道" in remedy.label for remedy in others.remedies)


_VALUES = st.lists(st.integers(1, 99999), min_size=3, max_size=6)
_LABELS = ("当面申请", "传真申请", "网络申请", "信函申请", "电话申请", "窗口申请")


@given(values=_VALUES, extra=st.integers(1, 9999))
def test_a_bracket_of_all_parts_is_right_for_its_sum_alone(
    told: Told, values: list[int], extra: int
) -> None:
    parts = "、".join(f"{label}{v}件" for label, v in zip(_LABELS, values, strict=False))
    assert told(f"收到申请{sum(values)}件（{parts}）。") == []
    assert len(told(f"收到申请{sum(values) + extra}件（{parts}）。")) == 1


@given(values=_VALUES, extra=st.integers(0, 9999))
def test_parts_after_qizhong_may_be_less_but_not_more(
    told: Told, values: list[int], extra: int
) -> None:
    parts = "、".join(f"{label}{v}件" for label, v in zip(_LABELS, values, strict=False))
    assert told(f"收到申请{sum(values) + extra}件，其中{parts}。") == []
    assert len(told(f"收到申请{sum(values) - 1}件，其中{parts}。")) == 1


def _words(text: str, finding: Finding, at: int) -> str:
    place = finding.where[at]
    assert isinstance(place, SpanAddress)
    return text[place.start : place.end]

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.consistency.conftest import Found, MakeReport, Told
from xjdesk.core.change import apply_all

_DONGZHIMEN = "2016年，我街道主动公开信息530条，其中业务动态类信息528条，占总体的比例为{}%。"
_SHANGHAI = (
    "答复申请806件。予以公开258件，占{}%；部分公开100件，占12.4%；不予公开200件，占24.8%；"
    "无法提供248件，占30.8%。"
)
_CULTURE = (
    "在已经答复的12件申请中，“同意公开”的7件，占总数的{}%，主要涉及文物保护。"
    "“同意部分公开”1件，占总数的10%。“不予公开”的1件，占总数的10%。“信息不存在”的1件，"
    "占总数的10%。“非本机关政府信息”的1件，占总数的10%。“申请内容不明确”的1件，占总数的10%。"
)


@pytest.mark.parametrize(
    ("sentence", "wrong", "right", "arithmetic"),
    [
        (_DONGZHIMEN, "99.61", "99.62", "528÷530=99.62%，文中写的是99.61%"),
        (_SHANGHAI, "33.9", "32.0", "258÷806=32.0%，文中写的是33.9%"),
        ("收到申请12件，其中公民8件，占{}%，法人4件，占33.3%。", "66.6", "66.7", "8÷12=66.7%"),
        ("收到申请12件，其中公民8件（占{}%）。", "66.6", "66.7", "8÷12=66.7%"),
        ("政策类占{}%、财政类占50%、人事类占20%。", "50", "30", "50+50+20=120%，超过100%"),
        (_CULTURE, "70", "50", "70+10+10+10+10+10=120%，超过100%"),
    ],
)
def test_shares_are_recomputed_and_added_up(
    told: Told, sentence: str, wrong: str, right: str, arithmetic: str
) -> None:
    (finding,) = told(sentence.format(wrong))
    assert finding.rule == "T-11"
    assert arithmetic in finding.message
    assert told(sentence.format(right)) == []


def test_the_button_puts_the_recomputed_share_in_place(
    make_report: MakeReport, found: Found
) -> None:
    report = make_report(_SHANGHAI.format("33.9"))
    (finding,) = found(report)
    assert finding.remedies[0].label == "改为32.0%"
    corrected = apply_all(report, finding.remedies[0].changes)
    assert corrected.chapters[0].paragraphs[0].text == _SHANGHAI.format("32.0")
    assert found(corrected) == []


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息569条，其中业务动态类信息386条，占总体的比例为67.84%。",
        "共受理申请10件，其中当面申请1宗，占10%；网上申请9宗，占90%；信函申请0宗，占0%。",
        "公开信息226条，其中网站131条，微信95条。民生事项和工作信息共209条，占92.47%。",
        "收到申请1499件。其中，通过网络申请1303件，占86.92%；通过信函申请172件，占11.47%；"
        "通过当面申请24件，占1.60%。",
        "收到申请12件，其中公民8件，约占65%。",
        "收到申请12件，其中公民8件，占全省申请的5%。",
        "收到申请12件，其中涉及征地9件，占75%。",
        "政府网站占80%，涉及征地占60%，自然人占90%。",
        "公民占60%、法人占40%，网络申请占70%、信函申请占30%。",
        "收到申请34290件；答复34430件（含上年度转结）。予以公开及部分公开10538件，占30.61%。",
        "概况信息20条，占40%，规划计划类信息,占9%。",
    ],
)
def test_shares_that_are_right_or_of_another_whole_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


@given(
    part=st.integers(1, 9999),
    rest=st.integers(1, 9999),
    places=st.integers(0, 2),
    off=st.integers(),
)
def test_a_share_is_right_to_half_its_last_digit(
    told: Told, part: int, rest: int, places: int, off: int
) -> None:
    unit = Decimal(1).scaleb(-places)
    share = (Decimal(part) * 100 / (part + rest)).quantize(unit, ROUND_HALF_UP)
    text = f"收到申请{part + rest}件，其中网络申请{part}件，占{{}}%。"
    assert told(text.format(share)) == []
    wrong = share + unit * (2 + off % 50)
    assume(wrong < 100 and abs(wrong - 100) > unit)
    assert [finding.rule for finding in told(text.format(wrong))] == ["T-11"]


_CLASSES = (
    "主动公开的信息中，政策类信息2条，占总体比例为18%；规划计划类信息{}，占总体比例为9%；"
    "安全生产类信息5条，占总体比例为45%。"
)


def test_a_part_with_a_share_but_no_count_is_asked_about(told: Told) -> None:
    (finding,) = told(_CLASSES.format(""))
    assert finding.rule == "T-11"
    assert "“规划计划类信息”只写了所占比例9%，没有写条数" in finding.message
    assert told(_CLASSES.format("1条")) == []


def test_the_share_of_another_part_is_not_told_of_the_count_before_it(told: Told) -> None:
    (finding,) = told("共公开11条，其中" + _CLASSES.format(""))
    assert "没有写条数" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "政策类2条，占18%；其余各类信息，占82%。",
        "网站公开2条，占18%；微信公开9条，占82%；全文电子化率达到目标，占100%的信息都已更新。",
        "本科以上学历，占80%；党员，占60%；女性，占40%。",
    ],
)
def test_shares_of_other_things_are_not_asked_for_counts(told: Told, text: str) -> None:
    assert told(text) == []


def test_shares_that_exceed_the_whole_by_rounding_are_left_alone(told: Told) -> None:
    assert told("受理的申请中，政策类占33.4%、财政类占33.4%、其他占33.3%。") == []
    (finding,) = told("受理的申请中，政策类占33.4%、财政类占33.4%、其他占34.3%。")
    assert finding.found == "101.1%"

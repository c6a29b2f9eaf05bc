from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.consistency.conftest import Found, MakeReport, Told
from xjdesk.core.change import apply_all

_SENTENCES = (
    "全市收到申请3646件，比上年3607件{}%。",
    "全市收到申请3646件，比2023年的3607件{}%。",
    "申请由3607件增至3646件，{}%。",
    "收到申请3646件，较上年增加39件，{}%。",
    "收到申请3646件（上年3607件），同比{}%。",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_growth_rate_is_recomputed_where_both_values_are_told(told: Told, sentence: str) -> None:
    (finding,) = told(sentence.format("增长1.05"))
    assert finding.rule == "T-12"
    assert "（3646-3607）÷3607=1.08%，应为增长1.08%，文中写的是增长1.05%" in finding.message
    assert told(sentence.format("增长1.08")) == []


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_word_against_the_direction_of_the_values_is_no_matter_of_digits(
    told: Told, sentence: str
) -> None:
    (finding,) = told(sentence.format("下降1.08"))
    assert "应为增长1.08%，文中写的是下降1.08%" in finding.message
    assert all(remedy.is_advice for remedy in finding.remedies)


def test_of_several_values_the_nearest_to_the_rate_is_shown(told: Told) -> None:
    (finding,) = told("受理申请200件，其中网络180件、信函20件，比上年160件增长24%。")
    assert "（200-160）÷160=25%" in finding.message
    assert all(remedy.is_advice for remedy in finding.remedies)


def test_the_button_puts_the_recomputed_rate_in_place(
    make_report: MakeReport, found: Found
) -> None:
    report = make_report(_SENTENCES[0].format("增长1.05"))
    (finding,) = found(report)
    corrected = apply_all(report, finding.remedies[0].changes)
    assert corrected.chapters[0].paragraphs[0].text == _SENTENCES[0].format("增长1.08")


@pytest.mark.parametrize(
    "text",
    [
        "全年共开设备案政务新媒体176个，同比增长6.7%。",
        "全年办结80件、在办5件，比上年增加5件，增长6.25%。",
        "收到申请100件，答复95件，比上年增加10件，增长11.8%。",
        "收到申请3646件，年均增长1.05%。",
        "收到申请3646件。比上年增加39件，增长1.05%。",
        "收到申请3600余件，比上年3607件增长1.05%。",
        "收到申请3646件，比上年3607件约增长1.1%。",
        "满意度为98%，比上年提高2个百分点。",
        "2024年新受理行政复议案件151件，同比增长128.78%，其中上年未结转。",
    ],
)
def test_rates_without_two_exact_values_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


@given(
    earlier=st.integers(1, 99999),
    later=st.integers(1, 99999),
    places=st.integers(0, 2),
    off=st.integers(2, 50),
)
def test_a_rate_is_right_to_half_its_last_digit(
    told: Told, earlier: int, later: int, places: int, off: int
) -> None:
    unit = Decimal(1).scaleb(-places)
    rate = (Decimal(abs(later - earlier)) * 100 / earlier).quantize(unit, ROUND_HALF_UP)
    way = "增长" if later >= earlier else "下降"
    text = f"收到申请{later}件，比上年{earlier}件{way}{{}}%。"
    assert told(text.format(rate)) == []
    assert [finding.rule for finding in told(text.format(rate + unit * off))] == ["T-12"]

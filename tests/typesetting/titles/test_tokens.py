from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.typesetting.titles.tokens import TokenKind, tokens_of
from xjdesk.typesetting.titles.words import shipped_words


def _parted(text: str) -> str:
    return "/".join(text[token.start : token.end] for token in tokens_of(text, shipped_words()))


@pytest.mark.parametrize(
    "parted",
    [
        "西吉县/人民政府/关于/2016年/政府信息公开/工作/年度报告",
        "宁夏回族自治区/固原市/西吉县/市场监督管理局/2021年/政府信息公开/工作/年度报告",
        "西吉县/吉强镇/人民政府/2021年/政府信息公开/工作/年度报告",
        "中共/西吉县委/办公室/　/西吉县/人民政府/办公室/关于/做好/2023年度/政务公开/工作/的/通知",
        "北京市/朝阳区/人民政府/朝外街道/办事处/2022年/政府信息公开/工作/年度报告",
        "双江拉祜族佤族布朗族傣族自治县/人民政府/2022年/政府信息公开/工作/年度报告",
        "新疆生产建设兵团/第十二师/一〇四团/2021年/政府信息公开/工作/年度报告",
        "关于/2021年/第三季度/全县/政府网站/和/政务新媒体/检查情况/的/通报",
        "关于/印发/《/２０１６年/政务公开/工作要点/》/的/通知",
        "萍乡市/人民政府/2016—2020年/规划纲要",
    ],
)
def test_a_title_is_parted_into_its_words(parted: str) -> None:
    assert _parted(parted.replace("/", "")) == parted


@pytest.mark.parametrize(
    ("parted", "trap"),
    [
        ("银川市/政府信息公开", "市政"),
        ("固原市/民政局", "市民"),
        ("西吉县/市场监督管理局", "县市"),
        ("和田县/人民政府", "和"),
        ("社会保障/和/公共服务", "障和"),
        ("涉及/参与/以及/普及", "及"),
    ],
)
def test_a_word_inside_others_misleads_nobody(parted: str, trap: str) -> None:
    assert trap in parted.replace("/", "")
    assert _parted(parted.replace("/", "")) == parted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("人民政府", TokenKind.ORGAN),
        ("西吉县", TokenKind.PLACE),
        ("关于", TokenKind.ABOUT),
        ("二〇一六年", TokenKind.TIME),
        ("12号", TokenKind.NUMBER),
        ("APP", TokenKind.NUMBER),
        ("印发", TokenKind.ACT),
        ("工作", TokenKind.LEANING),
        ("函", TokenKind.DOCUMENT_KIND),
        ("的", TokenKind.PARTICLE),
        ("《", TokenKind.OPEN),
        ("》", TokenKind.CLOSE),
        ("　", TokenKind.BLANK),
        ("甲乙丙丁", TokenKind.UNKNOWN),
    ],
)
def test_what_a_token_is(text: str, kind: TokenKind) -> None:
    (token,) = tokens_of(text, shipped_words())
    assert token.kind is kind


@given(st.text("西吉县人民政府关于第二0１6年（）《》、的和 aB.😀", max_size=60))
def test_tokens_cover_the_text_without_gaps(text: str) -> None:
    tokens = tokens_of(text, shipped_words())
    assert "".join(text[token.start : token.end] for token in tokens) == text
    assert all(token.start < token.end for token in tokens)

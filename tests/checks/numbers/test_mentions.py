"""The numbers of running text are found, and each is taken for what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.numbers.sample_numbers import NUMBERS_OF_PARAGRAPHS
from xjdesk.checks.numbers.mention import Mention, MentionKind, Precision
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.core.number_words import NumberWords, read_number_words
from xjdesk.resource_files import resource

_READ = number_reader(
    read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
)
_PARAGRAPHS = [
    line.strip()
    for line in resource("samples", "xiji-2016.txt")
    .read_text(encoding="utf-8")
    .partition("附件：")[0]
    .splitlines()
    if line.strip()
]


def _shown(text: str, mention: Mention) -> str:
    value = "" if mention.value is None else f"={mention.value}"
    return f"{text[mention.start : mention.end]}{value}/{mention.kind}"


def _kinds(text: str) -> list[str]:
    return [_shown(text, mention) for mention in _READ(text)]


def test_every_numeral_of_the_sample_is_what_a_reader_takes_it_for() -> None:
    with_numbers = [(p[:6], " ".join(_kinds(p))) for p in _PARAGRAPHS if _READ(p)]
    assert with_numbers == list(NUMBERS_OF_PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2024 年，市政府网站主动公开各类政府信息5500 余条，全年新增公开市政府规章1 件、"
            "制作《淮安市人民政府公报》6 期。",
            "2024 年/date 5500 余条=5500/count 1 件=1/count 6 期=6/count",
        ),
        (
            "全市共受理政府信息公开申请3119 件，答复3050 件（含上年度结转申请34 件，另有103 件"
            "顺延到下年度答复）",
            "3119 件=3119/count 3050 件=3050/count 34 件=34/count 103 件=103/count",
        ),
        (
            "（国令第711 号）（以下简称《条例》）规定编制。报告所列统计期限自2024 年1 月1 日至"
            "2024 年12 月31 日。",
            "第711 号/reference 2024 年1 月1 日至2024 年12 月31 日/date",
        ),
        (
            "（地址：淮安市翔宇南道1 号，邮编：223001，电话：0517-83605210，电子邮箱："
            "hazwgkc@163.com）",
            "1 号/contact 223001/contact 0517-83605210/contact hazwgkc@163.com/contact",
        ),
        ("党的二十大和二十届二中、三中全会精神", "二十/name 二十/name 二/name 三中全会/name"),
        ("在四个季度检查抽查中，合格率均为100%。", "四个季度/date 100%=100/percent"),
        (
            "全市共向社会主动公开政府信息18万余条。一是强化公开。",
            "18万余条=180000/count 一是/numbering",
        ),
        (
            "利用“1+X”新闻发布会、“12345民声在线”等渠道开展政民互动200余场",
            "1/name 12345/name 200余场=200/count",
        ),
        (
            "案件3607件（市政府349件、苏州宿迁工业园区12件），同比增长70.3%",
            "3607件=3607/count 349件=349/count 12件=12/count 70.3%=70.3/percent",
        ),
        ("启动文旅类政务新媒体三个“100”行动", "三个=3/count 100/name"),
        ("向公众免费赠阅3万余册", "3万余册=30000/count"),
        ("总访问次数达7854070人次", "7854070人次=7854070/count"),
        ("打造人社“一刻钟便民服务圈”", "一刻/idiom"),
        ("举办第六期“全市政务公开专题培训班”", "第六/numbering"),
        ("有效走好政府信息公开“最后一公里”", "最后一公里/name"),
        ("宿迁市公安局6件，收取600元", "6件=6/count 600元=600/count"),
    ],
)
def test_real_sentences_of_other_cities_are_read(text: str, expected: str) -> None:
    assert " ".join(_kinds(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("〔2016〕67号", "〔2016〕67号/document_number"),
        ("［2015］64号", "［2015］64号/document_number"),
        ("（2016）12号", "（2016）12号/document_number"),
        ("第四十九条第（一）项", "第四十九条第（一）项/reference"),
        ("2016年3号公告", "2016年/date 3号公告/reference"),
        ("见附件3", "附件3/reference"),
        ("2016-2020年", "2016-2020年/date"),
        ("1-12月", "1-12月/date"),
        ("二〇一六年十二月三十一日", "二〇一六年十二月三十一日/date"),
        ("8:30至17:30", "8:30/date 17:30/date"),
        ("近两年", "近两年/date"),
        ("2016.12.5", "2016.12.5/date"),
        ("2016.5万件", "2016.5万件=20165000/count"),
        ("此前2016年", "2016年/date"),
        ("1191、328、2016年度", "1191=1191/count 328=328/count 2016年度/date"),
        ("以上三点建议", "三点=3/count"),
        ("三门峡市", "三门峡/name"),
        ("3成立", "3=3/count"),
        ("5千克", "5千克=5/count"),
        ("7×24小时", "7×24小时/date"),
        ("20个工作日内", "20个工作日/date"),
        ("前三季度", "前三季度/date"),
        ("“十三五”规划", "十三五/date"),
        ("每年2次", "2次=2/count"),
        ("每周三次", "三次=3/count"),
        ("12345热线", "12345/name"),
        ("办理12345件", "12345件=12345/count"),
        ("400-820-8888", "400-820-8888/contact"),
        ("热线电话2000余件", "2000余件=2000/count"),
        ("咨询投诉电话（办公室：86552285）", "86552285/contact"),
        ("电话：62490880*81208。", "62490880*81208/contact"),
        ("如有疑问，请联系：86552285。", "86552285/contact"),
        ("联系群众：300户", "300户=300/count"),
        ("总访问量：78540700人次", "78540700人次=78540700/count"),
        ("《主动公开标准目录》（2025版）3份清单", "2025/date 3份=3/count"),
        ("印制宣传画2025版", "2025版=2025/count"),
        ("四套班子分管领导", "四套班子/name"),
        ("市委五届四次全会", "五/name 四次全会/name"),
        ("电话：（0954）3012401", "（0954）3012401/contact"),
        ("政府街17号3楼201室", "17号/contact 3楼/contact 201室/contact"),
        ("www.xiji.gov.cn/2016/a1.html，", "www.xiji.gov.cn/2016/a1.html/contact"),
        ("其一，", "其一/numbering"),
        ("①3件", "①/numbering 3件=3/count"),
        ("第一、二、三批", "第一、二、三/numbering"),
        ("GB/T 9704-2012", "GB/T 9704-2012/name"),
        ("5G基站", "5G/name"),
        ("开发APP5个", "5个=5/count"),
        ("A4纸3万张", "A4/name 3万张=30000/count"),
        ("签约15个，最近3次", "15个=15/count 3次=3/count"),
        ("由34件增至103件", "34件=34/count 103件=103/count"),
        ("作为一项重要举措", "一/idiom"),
        ("数十次", "十/idiom"),
        ("三分之二", "三分之二/idiom"),
        ("三农和三公经费", "三农/name 三公经费/name"),
        ("三公里", "三公里=3/count"),
        ("30分钟内", "30分钟/date"),
        ("党委一把手3名", "一把手/name 3名=3/count"),
        ("3分别为", "3=3/count"),
        ("1. 加强；2.完善", "1./numbering 2./numbering"),
        ("《三年行动计划（2018—2020年）》", "三年行动/name 2018—2020年/date"),
    ],
)
def test_what_is_no_count_is_left_alone(text: str, expected: str) -> None:
    assert " ".join(_kinds(text)) == expected


@pytest.mark.parametrize(
    ("text", "value", "upper", "precision", "unit", "note"),
    [
        ("20余片（条）", "20", "30", Precision.OVER, "片", "条"),
        ("300人（次）", "300", None, Precision.EXACT, "人", "次"),
        ("超过300人", "300", None, Precision.OVER, "人", ""),
        ("近百场", "100", None, Precision.NEARLY, "场", ""),
        ("近5000余条", "5000", None, Precision.ABOUT, "条", ""),
        ("3～5件", "3", "5", Precision.RANGE, "件", ""),
        ("3件至5件", "3", "5", Precision.RANGE, "件", ""),
        ("3-5万件", "30000", "50000", Precision.RANGE, "件", ""),
        ("二三十件", "20", "30", Precision.RANGE, "件", ""),
        ("三五次", "3", "5", Precision.RANGE, "次", ""),
        ("5%～10%", "5", "10", Precision.RANGE, "%", ""),
        ("百分之六点八", "6.8", None, Precision.EXACT, "%", ""),
        ("6.8个百分点", "6.8", None, Precision.EXACT, "个百分点", ""),
        ("近八成", "80", None, Precision.NEARLY, "%", ""),
        ("3.5万元", "3.5", None, Precision.EXACT, "万元", ""),
        ("三万元", "3", None, Precision.EXACT, "万元", ""),
        ("3万余元", "30000", "40000", Precision.OVER, "元", ""),
        ("10余万件", "100000", "200000", Precision.OVER, "件", ""),
        ("1.2亿人次", "120000000", None, Precision.EXACT, "人次", ""),
        ("１，２３４件", "1234", None, Precision.EXACT, "件", ""),
        ("1 256条", "1256", None, Precision.EXACT, "条", ""),
        ("超过万元", "10000", None, Precision.OVER, "元", ""),
        ("5千元", "5000", None, Precision.EXACT, "元", ""),
        ("2件以下", "2", None, Precision.AT_MOST, "件", ""),
        ("一百零五人次", "105", None, Precision.EXACT, "人次", ""),
    ],
)
def test_a_count_keeps_its_words_and_units(
    text: str, value: str, upper: str | None, precision: Precision, unit: str, note: str
) -> None:
    (mention,) = _READ(text)
    assert (mention.start, mention.end) == (0, len(text))
    assert mention.value == Decimal(value)
    assert mention.upper == (upper and Decimal(upper))
    assert (mention.precision, mention.unit, mention.unit_note) == (precision, unit, note)


_CHINESE_DIGITS = "零一二三四五六七八九"


def _in_chinese(number: int) -> str:
    """A number below 10 000 as it is read aloud."""
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + _CHINESE_DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written.removeprefix("一") if 10 <= number < 20 else written


@given(
    st.integers(0, 10**7),
    st.sampled_from("件条次个份篇户"),
    st.sampled_from(["{}", "{:,}", "full"]),
)
def test_digits_are_read_back(number: int, unit: str, form: str) -> None:
    digits = str(number).translate({48 + i: 0xFF10 + i for i in range(10)})
    text = f"公开信息{digits if form == 'full' else form.format(number)}{unit}，"
    (mention,) = _READ(text)
    assert (mention.value, mention.unit, mention.kind) == (number, unit, MentionKind.COUNT)


@given(st.integers(2, 9999), st.sampled_from(["条", "人次", "余件"]))
def test_chinese_numerals_are_read_back(number: int, unit: str) -> None:
    (mention,) = _READ(f"公开{_in_chinese(number)}{unit}。")
    assert mention.value == number


@given(st.decimals(Decimal("0.1"), 9999, places=1), st.sampled_from(["万", "亿"]))
def test_myriads_are_multiplied_out(number: Decimal, myriad: str) -> None:
    (mention,) = _READ(f"点击{number}{myriad}次")
    assert mention.value == number * {"万": 10**4, "亿": 10**8}[myriad]


_PIECES = st.sampled_from(
    [
        *"0123456789１２，,.．、（）()《》“”〔〕-—～至第条件年月日号",
        *"一二三十百千万亿零两余多近约成 %个元：:@a\0\n",
        *("百分之", "个百分点", "个工作日", "分之", "电话", "其", "超过", "左右"),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_mentions_of_any_text_stand_in_order_inside_it(text: str) -> None:
    position = 0
    for mention in _READ(text):
        assert position <= mention.start <= mention.digits_start < mention.digits_end
        assert mention.digits_end <= mention.end <= len(text)
        counts = mention.kind in (MentionKind.COUNT, MentionKind.PERCENT)
        assert (mention.value is not None) == counts
        position = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "万",
        "1-",
        "1，",
        "1.",
        "第1、",
        "第一",
        "（1",
        "a1",
        "1+",
        "“1",
        "0954-",
        "约",
        " ",
    ],
)
@pytest.mark.timeout(20)
def test_a_very_long_row_of_one_thing_is_read(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert all(mention.end <= len(text) for mention in _READ(text))


def test_without_any_words_digits_are_still_numbers() -> None:
    (mention,) = number_reader(NumberWords())("公开约1234件")
    assert (mention.value, mention.unit, mention.precision) == (1234, "", Precision.EXACT)

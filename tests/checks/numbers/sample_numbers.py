"""Every numeral of the running text of the sample, paragraph by paragraph, as a reader sees it."""

from __future__ import annotations

NUMBERS_OF_PARAGRAPHS = (
    ("西政发〔20", "〔2017〕12号/document_number"),
    ("关于2016", "2016年/date"),
    (
        "根据《中华人",
        "2016年/date 2016年１月１日至12月31日/date 17号/contact 756299/contact "
        "0954-3012401/contact 0954-3012423/contact xjmcf1@126.com/contact",
    ),
    ("一、工作开展", "一、/numbering"),
    (
        "2016年，",
        "2016年/date 〔2016〕67号/document_number 2015年/date 〔2015〕64号/document_number "
        "一/idiom",
    ),
    (
        "（一）强化组",
        "（一）/numbering 19个=19/count 23个=23/count 4次=4/count 3次=3/count "
        "300人（次）=300/count",
    ),
    (
        "（二）加强公",
        "（二）/numbering 统一/idiom 19个=19/count 56个=56/count 42组=42/count 89块=89/count "
        "3452/name 三审/name 四议/name 五公开/name 两/name",
    ),
    ("二、主动公开", "二、/numbering"),
    (
        "（一）推进行",
        "（一）/numbering 20余片（条）=20/count 23个=23/count 10类=10/count 2563项=2563/count "
        "18402项=18402/count 315项=315/count",
    ),
    (
        "（二）推进财",
        "（二）/numbering 2015年/date 2016年/date 2016年/date 2017年/date 50个=50/count "
        "一级/idiom 2015年度/date 2016年度/date 三公经费/name 12个=12/count 5类=5/count "
        "20项=20/count 800户=800/count 51条=51/count 51条=51/count 51宗=51/count",
    ),
    ("（三）推进资", "（三）/numbering 20条=20/count 100余条=100/count"),
    ("（四）推进公", "（四）/numbering 28件=28/count 42件=42/count 五险/name"),
    (
        "（五）加大政",
        "（五）/numbering 近两年/date 200份=200/count 2次=2/count 966件=966/count",
    ),
    (
        "（六）加强公",
        "（六）/numbering 一是/numbering 二是/numbering 12个=12/count 5000余条=5000/count "
        "三是/numbering 966件=966/count 960件=960/count 11次=11/count 50次=50/count "
        "44次=44/count",
    ),
    ("三、办理政府", "三、/numbering"),
    ("2016年，", "2016年/date 200余条=200/count"),
    ("四、存在的主", "四、/numbering 2017年/date"),
    (
        "我县政府信息",
        "一定/idiom 一些/idiom 一是/numbering 二是/numbering 进一步/idiom 三是/numbering "
        "进一步/idiom",
    ),
    (
        "2017年，",
        "2017年/date 四个=4/count 一是/numbering 二是/numbering 三是/numbering 四是/numbering",
    ),
)
"""The first six characters of each paragraph that holds a numeral, and what stands in it."""

"""版头 (clause 7.2).

The standard does not say whether the space between lines (7/8 of 三号) comes on top of 空二行 below
the mark, so both are admitted: two lines, and two lines with that space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.standard import elements
from tests.standard.required import Between, Length, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import CELL_MM, LINE_MM, TOP_MM, WIDTH_MM, Specimen
from tests.standard.variants import LETTERHEAD, OFFICIAL, UPWARD
from xjdesk.core import document_fields as fields

_SIZE_3 = ("仿宋 16 pt", "仿宋 15.75 pt")
_LEADING_MM = 14 * 25.4 / 72
_TWO_LINES = Between(2 * LINE_MM - 0.5, 2 * LINE_MM + _LEADING_MM + 0.8)
_WITH_SIGNER = (*UPWARD, "preprinted")
_NUMBER = re.compile("[一-鿿]{1,12}〔[0-9]{4}〕[1-9][0-9]*号")


@requirement(
    "R-7.2.4a", "7.2.4", "发文机关标志: 全称或规范化简称加“文件”", words("as named"), LETTERHEAD
)
def mark_text(s: Specimen) -> Iterator[Found]:
    text = "".join(c.text for c in elements.mark(s))
    yield Found("page 1", "as named" if text == s.mark else text)


@requirement("R-7.2.4b", "7.2.4", "上边缘至版心上边缘35mm", Length(TOP_MM + 35.0), LETTERHEAD)
def mark_top(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", min(c.ink.top for c in elements.mark(s)))


@requirement("R-7.2.4b-centre", "7.2.4", "发文机关标志居中", Length(0.0), LETTERHEAD)
def mark_off_centre(s: Specimen) -> Iterator[Found]:
    marked = elements.mark(s)
    left, right = min(c.ink.left for c in marked), max(c.ink.right for c in marked)
    yield Found("page 1", (left + right) / 2 - _middle(s))


@requirement(
    "R-7.2.4c", "7.2.4", "推荐使用小标宋体字", words("小标宋"), LETTERHEAD, Force.RECOMMENDED
)
def mark_face(s: Specimen) -> Iterator[Found]:
    return (Found("page 1", c.face) for c in elements.mark(s))


@requirement("R-7.2.5a", "7.2.5", "发文字号: 标志下空二行", _TWO_LINES, LETTERHEAD)
def space_above_number(s: Specimen) -> Iterator[Found]:
    bottom = max(c.ink.bottom for c in elements.mark(s))
    yield Found("page 1", elements.number(s).body.top - bottom)


@requirement("R-7.2.5b", "7.2.5", "年份全称用六角括号，编号不编虚位", words("so written"), OFFICIAL)
def number_form(s: Specimen) -> Iterator[Found]:
    text = elements.number(s).text
    yield Found("page 1", "so written" if _NUMBER.fullmatch(text) else text)


@requirement(
    "R-7.2.5a-centre",
    "7.2.5",
    "发文字号居中排布 (下行、平行)",
    Length(0.0),
    ("downward", "parallel"),
)
def number_off_centre(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.number(s).body.middle - _middle(s))


@requirement("R-7.2.5c", "7.2.5", "上行文的发文字号居左空一字", Length(CELL_MM), _WITH_SIGNER)
def blank_left_of_number(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.number(s).body.left - s.left_mm(1))


@requirement("R-7.2.5c-line", "7.2.5", "与签发人处在同一行", Length(0.0, 0.1), _WITH_SIGNER)
def number_beside_signer(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.number(s).baseline_mm - elements.signer(s).baseline_mm)


@requirement("R-7.2.6a", "7.2.6", "签发人居右空一字", Length(CELL_MM), _WITH_SIGNER)
def blank_right_of_signer(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", s.right_mm(1) - elements.signer(s).body.right)


@requirement("R-7.2.6a-label", "7.2.6", "“签发人”三字用3号仿宋体字", words(*_SIZE_3), _WITH_SIGNER)
def signer_label_face(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.signer(s).part("签发人").type)


@requirement(
    "R-7.2.6a-name",
    "7.2.6",
    "签发人姓名用3号楷体字",
    words("楷体 16 pt", "楷体 15.75 pt"),
    _WITH_SIGNER,
)
def signer_name_face(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.signer(s).part(s.field(fields.SIGNER)).type)


@requirement(
    "R-7.2.6",
    "7.2.6",
    "签发人 in an upward document only",
    words("none"),
    ("downward", "parallel", "website"),
)
def no_signer(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", "some" if any("签发人" in line.text for line in s.lines) else "none")


@requirement(
    "R-5.2.2-number", "5.2.2", "发文字号3号仿宋体字", words(*_SIZE_3), OFFICIAL, Force.NORMALLY
)
def number_face(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.number(s).type)


@requirement("R-7.2.7", "7.2.7", "发文字号之下4mm处红色分隔线", Length(4.0), LETTERHEAD)
def separator_below_number(s: Specimen) -> Iterator[Found]:
    rule = elements.red_rule(s)
    edge = rule.box.top - rule.width_mm / 2
    yield Found("page 1", edge - elements.number(s).body.bottom)


@requirement("R-7.2.7-width", "7.2.7", "与版心等宽", Length(WIDTH_MM), LETTERHEAD)
def separator_width(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.red_rule(s).box.width)


@requirement("R-7.2.7-centre", "7.2.7", "居中", Length(0.0), LETTERHEAD)
def separator_off_centre(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.red_rule(s).box.middle - _middle(s))


@requirement("R-7.2-website", "7.2", "no 版头 on the website", words("none"), ("website",))
def no_letterhead(s: Specimen) -> Iterator[Found]:
    number = s.field(fields.NUMBER)
    yield Found("", "some" if any(number in line.text for line in s.lines) else "none")


def _middle(s: Specimen) -> float:
    return (s.left_mm(1) + s.right_mm(1)) / 2

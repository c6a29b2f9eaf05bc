"""What stands in the 版记, and where it stands (clauses 7.4.2 and 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.standard.imprint_elements import imprint_lines, imprint_rules
from tests.standard.line import Line
from tests.standard.required import Between, Length, Number, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import CELL_4_MM, CELL_MM, WIDTH_MM, Specimen
from tests.standard.variants import DOUBLE_SIDED, OFFICIAL
from xjdesk.core import document_fields as fields

_DOUBLE = tuple(name for name in OFFICIAL if name in DOUBLE_SIDED)
_MOVED = ("addressee-moved",)
_FANGSONG_4 = words("仿宋 14 pt")
_ONE_CHARACTER = Between(CELL_4_MM - 0.5, CELL_MM + 0.5)
"""Whether 一字 is one of 四号 or of 三号 the standard does not say."""
_LABELS = ("主送：", "抄送：")


@requirement(
    "R-7.4.1c",
    "6.2, 7.4.1",
    "版记 on an even page when double-sided",
    words("even"),
    _DOUBLE,
    Force.DERIVED,
)
def parity_of_imprint(s: Specimen) -> Iterator[Found]:
    yield Found(f"page {len(s.pages)}", "odd" if len(s.pages) % 2 else "even")


def _groups(s: Specimen) -> list[list[Line]]:
    """The lines of 主送, 抄送 and 印发, each with what wraps."""
    groups: list[list[Line]] = []
    for line in imprint_lines(s):
        is_new = line.text.startswith(_LABELS) or line.text.endswith("印发")
        groups += [[line]] if is_new else []
        groups[-1] += [] if is_new else [line]
    return groups


@requirement("R-7.4.2-face", "7.4.2, 7.4.3", "用4号仿宋体字", _FANGSONG_4, OFFICIAL, Force.NORMALLY)
def imprint_faces(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], line.type) for line in imprint_lines(s))


@requirement("R-7.4.2-left", "7.4.2, 7.4.3", "左空一字", _ONE_CHARACTER, OFFICIAL)
def blank_left(s: Specimen) -> Iterator[Found]:
    left = s.left_mm(len(s.pages))
    return (Found(group[0].text[:6], group[0].body.left - left) for group in _groups(s))


@requirement(
    "R-7.4.2-right", "7.4.2", "右空一字 at least", Between(CELL_4_MM - 0.5, WIDTH_MM), OFFICIAL
)
def blank_right_of_copies(s: Specimen) -> Iterator[Found]:
    right = s.right_mm(len(s.pages))
    for group in _groups(s)[:-1]:
        yield from (Found(line.text[:6], right - line.characters[-1].ink.right) for line in group)


@requirement(
    "R-7.4.2-wrap",
    "7.4.2",
    "回行与冒号后的首字对齐",
    Length(0.0),
    ("upward", "elaborate", "addressee-moved"),
)
def wraps_of_copies(s: Specimen) -> Iterator[Found]:
    for group in _groups(s)[:-1]:
        first = group[0].text[:4]
        aligned = group[0].part(first).characters[3].body.left
        yield from (Found(line.text[:6], line.body.left - aligned) for line in group[1:])


@requirement(
    "R-3-imprint", "3", "一行 of 四号: 字高加3号字高的7/8", Length(28 * 25.4 / 72), OFFICIAL
)
def imprint_pitch(s: Specimen) -> Iterator[Found]:
    lines = imprint_lines(s)
    return (Found("imprint", b.baseline_mm - a.baseline_mm) for a, b in pairwise(lines))


@requirement("R-7.4.2-end", "7.4.2", "最后一个机关名称后标句号", words("。"), OFFICIAL)
def end_of_copies(s: Specimen) -> Iterator[Found]:
    return (Found(group[0].text[:3], group[-1].text[-1]) for group in _groups(s)[:-1])


@requirement("R-7.4.3-right", "7.4.3", "印发日期和“印发”右空一字", _ONE_CHARACTER, OFFICIAL)
def blank_right_of_printing_date(s: Specimen) -> Iterator[Found]:
    line = imprint_lines(s)[-1]
    yield Found(line.text[-6:], s.right_mm(line.page_number) - line.body.right)


@requirement(
    "R-7.4.3-form", "7.4.3", "印发机关, 年份标全称的日期加“印发”", words("so written"), OFFICIAL
)
def printing_line(s: Specimen) -> Iterator[Found]:
    text = imprint_lines(s)[-1].text
    form = re.escape(s.field(fields.PRINTED_BY)) + "[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日印发"
    yield Found("imprint", "so written" if re.fullmatch(form, text) else text)


@requirement("R-7.4.3-rule", "7.4.3", "与其他要素之间加一条细分隔线", Number(1, "rule"), OFFICIAL)
def rule_above_printing_line(s: Specimen) -> Iterator[Found]:
    above, last = imprint_lines(s)[-2:]
    yield Found("imprint", _rules_between(s, above, last))


@requirement("R-7.4.3-last", "7.4.3", "印发机关位于末条分隔线之上", words("last"), OFFICIAL)
def last_line(s: Specimen) -> Iterator[Found]:
    last = imprint_lines(s)[-1]
    middle, bottom = (rule.box.top for rule in imprint_rules(s)[-2:])
    is_last = middle < last.body.top and last.body.bottom < bottom
    yield Found("imprint", "last" if is_last else last.text)


@requirement("R-7.4.2b", "7.3.2, 7.4.2", "主送 moved: above 抄送", words("主送：抄送："), _MOVED)
def moved_addressee(s: Specimen) -> Iterator[Found]:
    yield Found("imprint", "".join(group[0].text[:3] for group in _groups(s)[:-1]))


@requirement("R-7.4.2b-rule", "7.4.2", "主送 moved: 之间不加分隔线", Number(0, "rules"), _MOVED)
def no_rule_between(s: Specimen) -> Iterator[Found]:
    addressees, copies = _groups(s)[:2]
    yield Found("imprint", _rules_between(s, addressees[-1], copies[0]))


@requirement("R-7.4.2b-whole", "7.4.2", "主送 moved: all of it, once", Number(1, "time"), _MOVED)
def whole_addressee(s: Specimen) -> Iterator[Found]:
    everything = "".join(line.text for line in s.lines)
    yield Found("pages", everything.count(s.field(fields.ADDRESSEE)))


def _rules_between(s: Specimen, above: Line, below: Line) -> int:
    tops = [rule.box.top for rule in s.pages[-1].rules if rule.is_level]
    return sum(above.body.centre < top < below.body.centre for top in tops)


@requirement("R-7.4-website", "7.4", "no 版记 on the website", words("none"), ("website",))
def no_imprint(s: Specimen) -> Iterator[Found]:
    some = any("抄送：" in line.text or line.text.endswith("印发") for line in s.lines)
    yield Found("", "some" if some else "none")

"""The rules of the 版记 (clause 7.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard.imprint_elements import imprint_lines, imprint_rules
from tests.standard.measured_page import MeasuredRule
from tests.standard.required import Length, Number, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import BOTTOM_MM, WIDTH_MM, Specimen
from tests.standard.variants import OFFICIAL


@requirement("R-7.4.1a-number", "7.4.1", "rules: first, middle, last", Number(3, "rules"), OFFICIAL)
def number_of_rules(s: Specimen) -> Iterator[Found]:
    yield Found("imprint", len(imprint_rules(s)))


def _outer(s: Specimen) -> list[MeasuredRule]:
    rules = imprint_rules(s)
    return [rules[0], rules[-1]]


@requirement(
    "R-7.4.1a-outer",
    "7.4.1",
    "首条和末条分隔线高度0.35mm",
    Length(0.35, 0.01),
    OFFICIAL,
    Force.RECOMMENDED,
)
def outer_rules(s: Specimen) -> Iterator[Found]:
    return (Found("rule", rule.width_mm) for rule in _outer(s))


@requirement(
    "R-7.4.1a-middle",
    "7.4.1",
    "中间的分隔线高度0.25mm",
    Length(0.25, 0.01),
    OFFICIAL,
    Force.RECOMMENDED,
)
def middle_rules(s: Specimen) -> Iterator[Found]:
    return (Found("rule", rule.width_mm) for rule in imprint_rules(s)[1:-1])


@requirement("R-7.4.1a-width", "7.4.1", "分隔线与版心等宽", Length(WIDTH_MM), OFFICIAL)
def rule_widths(s: Specimen) -> Iterator[Found]:
    return (Found("rule", rule.box.width) for rule in imprint_rules(s))


@requirement(
    "R-7.4.1a-left", "7.4.1", "分隔线 from the left edge of the 版心", Length(0.0), OFFICIAL
)
def rule_lefts(s: Specimen) -> Iterator[Found]:
    left = s.left_mm(len(s.pages))
    return (Found("rule", rule.box.left - left) for rule in imprint_rules(s))


@requirement(
    "R-7.4.1b-first", "7.4.1", "首条分隔线位于版记第一个要素之上", words("above"), OFFICIAL
)
def first_rule(s: Specimen) -> Iterator[Found]:
    top = imprint_lines(s)[0].body.top
    above = imprint_rules(s)[0].box.top <= top
    yield Found("rule", "above" if above else "elsewhere")


@requirement(
    "R-7.4.1b-last", "7.4.1", "末条分隔线与最后一面的版心下边缘重合", Length(BOTTOM_MM), OFFICIAL
)
def last_rule(s: Specimen) -> Iterator[Found]:
    yield Found(f"page {len(s.pages)}", imprint_rules(s)[-1].box.bottom)

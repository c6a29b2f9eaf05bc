"""Paper, 版心 and inks (clauses 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard.measured_page import Box
from tests.standard.required import Between, Length, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import BOTTOM_MM, TOP_MM, Specimen
from tests.standard.variants import DOUBLE_SIDED, LETTERHEAD, SINGLE_SIDED, VARIANTS

_ALL = tuple(VARIANTS)
_WITHOUT_RED = ("preprinted", "website")


@requirement("R-5.1-width", "5.1", "公文用纸采用A4型纸", Length(210.0, 0.1), _ALL)
def paper_width(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {page.number}", page.width_mm) for page in s.pages)


@requirement("R-5.1-height", "5.1", "公文用纸采用A4型纸", Length(297.0, 0.1), _ALL)
def paper_height(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {page.number}", page.height_mm) for page in s.pages)


def _left_edges(s: Specimen, pages: range) -> Iterator[Found]:
    for number in pages:
        lines = s.lines_on(number)
        edges = [line.body.left for line in lines]
        edges += [rule.box.left for rule in s.pages[number - 1].rules]
        if lines:
            yield Found(f"page {number}", min(edges))


@requirement("R-5.2.1b", "5.2.1", "订口28mm: left on odd pages", Length(28.0), DOUBLE_SIDED)
def left_of_odd_pages(s: Specimen) -> Iterator[Found]:
    return _left_edges(s, range(1, len(s.pages) + 1, 2))


@requirement(
    "R-5.2.1e",
    "5.2.1, 6.2",
    "订口28mm: right on even pages",
    Length(26.0),
    DOUBLE_SIDED,
    Force.DERIVED,
)
def left_of_even_pages(s: Specimen) -> Iterator[Found]:
    return _left_edges(s, range(2, len(s.pages) + 1, 2))


@requirement("R-5.2.1b-single", "5.2.1", "订口28mm: left on every page", Length(28.0), SINGLE_SIDED)
def left_of_single_sided_pages(s: Specimen) -> Iterator[Found]:
    return _left_edges(s, range(1, len(s.pages) + 1))


@requirement("R-5.2.1-inside", "5.2.1, 7.1", "ink beyond the 版心", Between(-300.0, 0.5), _ALL)
def beyond_the_type_area(s: Specimen) -> Iterator[Found]:
    for page in s.pages:
        boxes = [c.ink for line in s.lines_on(page.number) for c in line.characters]
        boxes += [_inked(rule.box, rule.width_mm) for rule in page.rules]
        left, right = s.left_mm(page.number), s.right_mm(page.number)
        beyond = [
            max(left - b.left, b.right - right, TOP_MM - b.top, b.bottom - BOTTOM_MM) for b in boxes
        ]
        if beyond:
            yield Found(f"page {page.number}", max(beyond))


def _inked(axis: Box, width: float) -> Box:
    half = width / 2
    if axis.height < axis.width:
        return Box(axis.left, axis.top - half, axis.right, axis.bottom + half)
    return Box(axis.left - half, axis.top, axis.right + half, axis.bottom)


@requirement("R-6.1", "6.1", "版心不斜", words("upright"), _ALL)
def upright(s: Specimen) -> Iterator[Found]:
    for page in s.pages:
        is_upright = all(c.is_upright for c in page.characters)
        is_square = all(r.is_level or r.box.width < 0.01 for r in page.rules)
        yield Found(f"page {page.number}", "upright" if is_upright and is_square else "askew")


_RED, _BLACK = "CMYK 0 0.8 0.8 0", "CMYK 0 0 0 1"


@requirement("R-6.2", "6.2", "黑色BL100%，红色Y80%、M80%", words(f"{_BLACK}, {_RED}"), LETTERHEAD)
def inks(s: Specimen) -> Iterator[Found]:
    yield Found("the operators", ", ".join(sorted(s.colours)))


@requirement("R-6.2-black", "6.2", "黑色BL100%", words(_BLACK), _WITHOUT_RED)
def black_alone(s: Specimen) -> Iterator[Found]:
    yield Found("the operators", ", ".join(sorted(s.colours)))


def _red_things(s: Specimen) -> Iterator[Found]:
    for page in s.pages:
        text = "".join(c.text for c in page.characters if c.is_red)
        rules = sum(rule.is_red for rule in page.rules)
        if text or rules:
            is_usual = (page.number, text, rules) == (1, s.mark, 1)
            value = "mark and separator" if is_usual else f"“{text}” and {rules} rules"
            yield Found(f"page {page.number}", value)


@requirement(
    "R-5.2.4",
    "5.2.4, 7.2.4, 7.2.7",
    "red: 发文机关标志 and 分隔线 only",
    words("mark and separator"),
    LETTERHEAD,
)
def what_is_red(s: Specimen) -> Iterator[Found]:
    return _red_things(s)


@requirement("R-5.2.4-none", "5.2.4", "nothing red without them", words("nothing"), _WITHOUT_RED)
def nothing_is_red(s: Specimen) -> Iterator[Found]:
    yield Found("", "something" if list(_red_things(s)) else "nothing")

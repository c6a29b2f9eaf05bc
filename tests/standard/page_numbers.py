"""页码, and on which page what ends (clause 7.5 and the decisions on 版记)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard import elements
from tests.standard.line import Line
from tests.standard.required import Between, Length, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import BOTTOM_MM, CELL_4_MM, CELL_MM, Specimen
from tests.standard.variants import DOUBLE_SIDED, SINGLE_SIDED, VARIANTS

_ALL = tuple(VARIANTS)
_ONE_CHARACTER = Between(CELL_4_MM - 0.5, CELL_MM + 0.5)


def _number(s: Specimen, page_number: int) -> Line | None:
    lines = s.number_lines(page_number)
    return lines[0] if lines else None


def _numbers(s: Specimen) -> Iterator[Line]:
    return (line for page in s.pages if (line := _number(s, page.number)))


def _numbered_pages(s: Specimen) -> int:
    """How many pages bear a number: all, or those before a blank page before the 版记."""
    count = len(s.pages)
    return count - 2 if count > 1 and elements.is_blank(s, count - 1) else count


@requirement("R-7.5a-text", "7.5", "阿拉伯数字，左右各放一条一字线", words("as counted"), _ALL)
def number_texts(s: Specimen) -> Iterator[Found]:
    for page in s.pages[: _numbered_pages(s)]:
        text = "".join(line.text for line in s.number_lines(page.number))
        is_right = text == f"—{page.number}—"
        yield Found(f"page {page.number}", "as counted" if is_right else text or "no number")


@requirement("R-7.5a-type", "7.5", "用4号宋体", words("宋体 14 pt"), _ALL, Force.NORMALLY)
def number_types(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {line.page_number}", line.type) for line in _numbers(s))


@requirement("R-7.5a-half", "7.5", "半角: width of a digit in em", Between(0.4, 0.65, "em"), _ALL)
def digit_widths(s: Specimen) -> Iterator[Found]:
    for line in _numbers(s):
        for c in line.characters[1:-1]:
            yield Found(f"page {line.page_number}", c.body.width / (c.size_pt * 25.4 / 72))


@requirement("R-7.5b", "7.5", "一字线上距版心下边缘7mm", Length(BOTTOM_MM + 7.0), _ALL)
def dash_heights(s: Specimen) -> Iterator[Found]:
    for line in _numbers(s):
        for dash in (line.characters[0], line.characters[-1]):
            yield Found(f"page {line.page_number}", dash.ink.centre)


def _right_blanks(s: Specimen, pages: range) -> Iterator[Found]:
    for number in pages:
        line = _number(s, number)
        if line:
            yield Found(f"page {number}", s.right_mm(number) - line.body.right)


@requirement("R-7.5c-odd", "7.5", "单页码居右空一字", _ONE_CHARACTER, DOUBLE_SIDED)
def odd_numbers(s: Specimen) -> Iterator[Found]:
    return _right_blanks(s, range(1, len(s.pages) + 1, 2))


@requirement("R-7.5c-even", "7.5", "双页码居左空一字", _ONE_CHARACTER, DOUBLE_SIDED)
def even_numbers(s: Specimen) -> Iterator[Found]:
    for page in range(2, _numbered_pages(s) + 1, 2):
        line = _number(s, page)
        if line:
            yield Found(f"page {page}", line.body.left - s.left_mm(page))


@requirement(
    "R-7.5c-single",
    "7.5",
    "single-sided: every number right",
    _ONE_CHARACTER,
    SINGLE_SIDED,
    Force.DERIVED,
)
def single_sided_numbers(s: Specimen) -> Iterator[Found]:
    return _right_blanks(s, range(1, len(s.pages) + 1))


@requirement(
    "R-7.5d", "7.5", "空白页和版记页均不编排页码", words("no number"), ("ends-even-without-room",)
)
def unnumbered_pages(s: Specimen) -> Iterator[Found]:
    for page in s.pages[-2:]:
        text = "".join(line.text for line in s.number_lines(page.number))
        yield Found(f"page {page.number}", text or "no number")


def _ending(s: Specimen) -> str:
    """Where text ends and where the 版记 stands, in words."""
    end, last = elements.date(s).page_number, len(s.pages)
    parity = "odd" if end % 2 else "even"
    if end == last:
        place = "below it"
    elif end + 1 == last:
        place = "on the next page"
    elif end + 2 == last and elements.is_blank(s, end + 1):
        place = "after a blank page"
    else:
        place = f"on page {last}, text on page {end}"
    return f"text to an {parity} page, 版记 {place}"


@requirement(
    "R-7.4.1c-odd",
    "7.4.1, 7.5",
    "text ends on an odd page",
    words("text to an odd page, 版记 on the next page"),
    ("ends-odd",),
    Force.DERIVED,
)
def ends_odd(s: Specimen) -> Iterator[Found]:
    yield Found("", _ending(s))


@requirement(
    "R-7.4.1c-even",
    "7.4.1, 7.5",
    "text ends on an even page with room",
    words("text to an even page, 版记 below it"),
    ("ends-even",),
    Force.DERIVED,
)
def ends_even(s: Specimen) -> Iterator[Found]:
    yield Found("", _ending(s))


@requirement(
    "R-7.4.1c-blank",
    "7.4.1, 7.5",
    "text ends on an even page without room",
    words("text to an even page, 版记 after a blank page"),
    ("ends-even-without-room",),
    Force.DERIVED,
)
def ends_even_without_room(s: Specimen) -> Iterator[Found]:
    yield Found("", _ending(s))


@requirement(
    "R-7.4.1c-single",
    "7.4.1",
    "single-sided: 版记 at the foot of the last page",
    words("text to an odd page, 版记 below it"),
    ("single-sided-ends-odd",),
    Force.DERIVED,
)
def single_sided_ending(s: Specimen) -> Iterator[Found]:
    yield Found("", _ending(s))


@requirement(
    "R-7.4.1c-single-further",
    "7.4.1",
    "single-sided without room: a further page",
    words("text to an even page, 版记 on the next page"),
    ("single-sided-without-room",),
    Force.DERIVED,
)
def single_sided_further(s: Specimen) -> Iterator[Found]:
    yield Found("", _ending(s))

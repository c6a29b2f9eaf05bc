"""22 lines of 28 characters that fill the 版心 (clause 5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median

from tests.standard import elements
from tests.standard.line import Line, pitches
from tests.standard.required import Between, Length, Number, adjustable, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import BOTTOM_MM, CELL_MM, LINE_MM, TOP_MM, WIDTH_MM, Specimen
from tests.standard.variants import OFFICIAL, VARIANTS

_GRID = ("ideographs",)
"""Nothing but ideographs: no punctuation that might be squeezed, no heading to be kept."""
_TEXT = (
    "ideographs",
    "upward",
    "unsealed",
    "single-sided",
    "downward",
    "parallel",
    "preprinted",
    "elaborate",
)


def _full_pages(s: Specimen) -> list[list[Line]]:
    """The lines of the pages that are full of running text, page 1 left out."""
    body = elements.body_lines(s)
    numbers = {line.page_number for line in body} - {1, body[-1].page_number}
    pages = [s.lines_on(number) for number in sorted(numbers)]
    if not pages:
        raise KeyError("a full page of text")
    return pages


@requirement("R-5.2.1a", "5.2.1, 5.2.3", "天头37mm: top of the first line", Length(TOP_MM), _TEXT)
def top_of_first_line(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {p[0].page_number}", p[0].body.top) for p in _full_pages(s))


@requirement(
    "R-5.2.3-bottom",
    "5.2.3",
    "撑满版心: bottom of the last line",
    Length(BOTTOM_MM),
    _TEXT,
    Force.NORMALLY,
)
def bottom_of_last_line(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {p[0].page_number}", p[-1].body.bottom) for p in _full_pages(s))


@requirement("R-5.2.3-lines", "5.2.3", "每面排22行", Number(22, "lines"), _GRID, Force.NORMALLY)
def lines_per_page(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {p[0].page_number}", len(p)) for p in _full_pages(s))


@requirement(
    "R-5.2.3-lines-kept",
    "5.2.3",
    "每面排22行, one less before a heading that is kept",
    Between(21, 22, "lines"),
    _TEXT,
    Force.NORMALLY,
)
def lines_per_page_of_text(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {p[0].page_number}", len(p)) for p in _full_pages(s))


@requirement(
    "R-5.2.3-characters", "5.2.3", "每行排28个字", Number(28, "characters"), _GRID, Force.NORMALLY
)
def characters_per_line(s: Specimen) -> Iterator[Found]:
    for page in _full_pages(s):
        for line in page:
            yield Found(f"page {line.page_number}", len(line.characters))


@requirement(
    "R-5.2.3-right", "5.2.3", "撑满版心: right edge of a line that goes on", Length(0.0), _TEXT
)
def right_edges(s: Specimen) -> Iterator[Found]:
    for lines in elements.paragraphs(s):
        for line, following in pairwise(lines):
            # A web address that may not be broken leaves the line before it short.
            if line.characters[-1].is_ideograph and not following.text.lstrip("（《“")[0].isascii():
                yield Found(line.text[:6], s.right_mm(line.page_number) - line.body.right)


@requirement(
    "R-5.2.3-first-line",
    "5.2.3, 7.3.3",
    "first line of a paragraph: 28 less 二字",
    Number(26, "characters"),
    (*_GRID, "ends-odd", "ends-even", "township"),
    Force.NORMALLY,
)
def characters_of_first_line(s: Specimen) -> Iterator[Found]:
    for lines in elements.paragraphs(s):
        yield Found(lines[0].text[:6], len(lines[0].characters))


@requirement("R-5.2.1c", "5.2.1", "版心宽156mm: width of a line", Length(WIDTH_MM), _GRID)
def width_of_lines(s: Specimen) -> Iterator[Found]:
    for page in _full_pages(s):
        for line in page:
            yield Found(f"page {line.page_number}", line.body.width)


@requirement(
    "R-5.2.3-line-pitch",
    "5.2.3, 3",
    "一行 when 22 lines fill 225mm",
    Length(LINE_MM, 0.05),
    _GRID,
    Force.NORMALLY,
)
def pitch_of_lines(s: Specimen) -> Iterator[Found]:
    for page in _full_pages(s):
        yield from (Found(f"page {page[0].page_number}", pitch) for pitch in pitches(page))


@requirement(
    "R-5.2.3-cell",
    "5.2.3, 3",
    "一字 when 28 characters fill 156mm",
    Length(CELL_MM, 0.05),
    _GRID,
    Force.NORMALLY,
)
def pitch_of_characters(s: Specimen) -> Iterator[Found]:
    for page in _full_pages(s):
        for line in page:
            for one, following in pairwise(line.characters):
                yield Found(f"page {line.page_number}", following.body.left - one.body.left)


@requirement(
    "R-5.2.3-page-1-bottom",
    "5.2.3",
    "page 1 filled: bottom of its last line",
    Length(BOTTOM_MM),
    _TEXT,
    Force.DERIVED,
)
def bottom_of_first_page(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", s.lines_on(1)[-1].body.bottom)


@requirement(
    "R-5.2.3-page-1-pitch",
    "5.2.3",
    "page 1 filled: lines at most 5% from the grid's",
    adjustable(LINE_MM),
    _TEXT,
    Force.DERIVED,
)
def pitch_on_first_page(s: Specimen) -> Iterator[Found]:
    lines = [line for line in elements.body_lines(s) if line.page_number == 1]
    return (Found("page 1", pitch) for pitch in pitches(lines))


@requirement(
    "R-7.3.5.5-limits",
    "7.3.5.5",
    "pitch nowhere more than 5% from the grid's",
    adjustable(LINE_MM),
    _TEXT,
    Force.DERIVED,
)
def pitch_within_limits(s: Specimen) -> Iterator[Found]:
    for number, lines in _body_by_page(s):
        yield from (Found(f"page {number}", pitch) for pitch in pitches(lines))


@requirement(
    "R-7.3.5.5-cell",
    "7.3.5.5",
    "字距 nowhere more than 5% from the grid's",
    adjustable(CELL_MM),
    OFFICIAL,
    Force.DERIVED,
)
def cell_within_limits(s: Specimen) -> Iterator[Found]:
    yield Found("署名", elements.cell_mm(s))


@requirement(
    "R-7.3.5.5-said",
    "7.3.5.5",
    "what departs from the grid, page 1 aside, is said",
    words("on the grid", "off the grid and said"),
    tuple(VARIANTS),
    Force.DERIVED,
)
def adjustments_said(s: Specimen) -> Iterator[Found]:
    pages = [pitches(lines) for page, lines in _body_by_page(s) if page > 1]
    is_off = abs(elements.cell_mm(s) - CELL_MM) > 0.05 or any(
        abs(median(page) - LINE_MM) > 0.05 for page in pages if page
    )
    said = "off the grid and said" if s.adjustments else "off the grid, not said"
    yield Found("", said if is_off else "on the grid")


def _body_by_page(s: Specimen) -> Iterator[tuple[int, list[Line]]]:
    for number, lines in groupby(elements.body_lines(s), lambda line: line.page_number):
        yield number, list(lines)

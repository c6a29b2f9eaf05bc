"""署名 and 成文日期, with a seal and without (clause 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.standard import elements
from tests.standard.required import Between, Length, adjustable, characters, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import LINE_MM, Specimen
from tests.standard.variants import SEALED, UNSEALED, VARIANTS

_ALL = tuple(VARIANTS)
_FANGSONG = words("仿宋 16 pt", "仿宋 15.75 pt")
_DATE = re.compile(r"[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日")
_ONE_LINE = adjustable(LINE_MM)
_TWO_LINES = adjustable(2 * LINE_MM)
_THREE_LINES = adjustable(3 * LINE_MM)


@requirement(
    "R-5.2.2-signature", "5.2.2", "署名、成文日期3号仿宋体字", _FANGSONG, _ALL, Force.NORMALLY
)
def signature_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text, line.type) for line in (elements.organ(s), elements.date(s)))


@requirement("R-7.3.5.4", "7.3.5.4", "年份标全称，月、日不编虚位", words("so written"), _ALL)
def date_form(s: Specimen) -> Iterator[Found]:
    text = elements.date(s).text
    yield Found("date", "so written" if _DATE.fullmatch(text) else text)


@requirement("R-7.3.5-lines", "7.3.5", "成文日期在署名下一行", _ONE_LINE, _ALL)
def date_below_organ(s: Specimen) -> Iterator[Found]:
    yield Found("date", elements.date(s).centre_mm - elements.organ(s).centre_mm)


@requirement(
    "R-7.3.5.5", "7.3.5.1, 7.3.5.5", "text on the page of 署名", Between(1, 99, "lines"), _ALL
)
def body_beside_signature(s: Specimen) -> Iterator[Found]:
    page = elements.organ(s).page_number
    lines = [line for line in elements.body_lines(s) if line.page_number == page]
    yield Found(f"page {page}", len(lines) if elements.date(s).page_number == page else 0)


@requirement(
    "R-7.3.5.1a",
    "7.3.5.1",
    "with seal: 成文日期右空四字",
    characters(4),
    SEALED,
    Force.NORMALLY,
)
def blank_right_of_date(s: Specimen) -> Iterator[Found]:
    line = elements.date(s)
    yield Found("date", (s.right_mm(line.page_number) - line.body.right) / elements.cell_mm(s))


@requirement(
    "R-7.3.5.1b-centre", "7.3.5.1", "署名以成文日期为准居中", Length(0.0), SEALED, Force.NORMALLY
)
def organ_off_centre(s: Specimen) -> Iterator[Found]:
    yield Found("organ", elements.organ(s).body.middle - elements.date(s).body.middle)


@requirement(
    "R-7.3.5.1b-space",
    "7.3.5.1, §1.5",
    "two blank lines above 署名",
    _THREE_LINES,
    SEALED,
    Force.DERIVED,
)
def space_for_seal(s: Specimen) -> Iterator[Found]:
    line = elements.organ(s)
    yield Found("organ", line.centre_mm - elements.text_before(s, line).centre_mm)


@requirement(
    "R-7.3.5.2-space", "7.3.5.2", "without seal: 正文(附件说明)下空一行", _TWO_LINES, UNSEALED
)
def space_above_organ(s: Specimen) -> Iterator[Found]:
    line = elements.organ(s)
    yield Found("organ", line.centre_mm - elements.text_before(s, line).centre_mm)


@requirement(
    "R-7.3.5.2-right",
    "7.3.5.2",
    "the longer of 署名 and 成文日期: 右空二字",
    characters(2),
    UNSEALED,
)
def blank_right_of_signature(s: Specimen) -> Iterator[Found]:
    organ, date = elements.organ(s), elements.date(s)
    longer = organ if organ.body.width >= date.body.width else date
    blank = s.right_mm(longer.page_number) - longer.body.right
    yield Found(longer.text, blank / elements.cell_mm(s))


@requirement(
    "R-7.3.5.2-offset", "7.3.5.2", "成文日期首字比署名首字右移二字", characters(2), UNSEALED
)
def date_right_of_organ(s: Specimen) -> Iterator[Found]:
    offset = elements.date(s).body.left - elements.organ(s).body.left
    yield Found("date", offset / elements.cell_mm(s))

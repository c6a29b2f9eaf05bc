"""附件说明 (clause 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.standard import elements
from tests.standard.required import Length, adjustable, characters, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import LINE_MM, Specimen
from tests.standard.variants import WITH_TABLES
from xjdesk.core import document_fields as fields

_FANGSONG = words("仿宋 16 pt", "仿宋 15.75 pt")
_TWO_LINES = adjustable(2 * LINE_MM)


@requirement("R-7.3.4-space", "7.3.4", "附件说明: 正文下空一行", _TWO_LINES, WITH_TABLES)
def space_above_note(s: Specimen) -> Iterator[Found]:
    first = elements.annex_note(s)[0]
    yield Found(first.text[:6], first.centre_mm - elements.text_before(s, first).centre_mm)


@requirement("R-7.3.4-indent", "7.3.4", "左空二字编排“附件”二字", characters(2), WITH_TABLES)
def note_indent(s: Specimen) -> Iterator[Found]:
    first = elements.annex_note(s)[0]
    yield Found(
        first.text[:6], (first.body.left - s.left_mm(first.page_number)) / elements.cell_mm(s)
    )


@requirement("R-7.3.4-end", "7.3.4", "附件名称后不加标点符号", words("none"), WITH_TABLES)
def note_end(s: Specimen) -> Iterator[Found]:
    last = elements.annex_note(s)[-1]
    line = next(
        line for line in s.lines_on(last.page_number) if line.baseline_mm == last.baseline_mm
    )
    after = line.text[line.text.index(last.text) + len(last.text) :]
    mark = after or ("" if last.text[-1].isalnum() else last.text[-1])
    yield Found(last.text[:6], mark or "none")


@requirement("R-7.3.4-wrap", "7.3.4", "回行与上一行附件名称的首字对齐", Length(0.0), ("elaborate",))
def note_wraps(s: Specimen) -> Iterator[Found]:
    names = s.field(fields.ANNEX_NOTE).split("\n")
    lines = elements.annex_note(s)
    number = 0
    name_left = 0.0
    for line in lines:
        start = re.match(r"(附件：)?([0-9]+)\.", line.text)
        if start:
            number += 1
            name_left = line.part(names[number - 1][:4]).body.left
        else:
            yield Found(line.text[:6], line.body.left - name_left)


@requirement("R-7.3.4-numbers", "7.3.4", "多个附件的顺序号上下对齐", Length(0.0), ("elaborate",))
def note_numbers(s: Specimen) -> Iterator[Found]:
    lines = elements.annex_note(s)
    first = lines[0].part("1.").body.left
    for line in lines[1:]:
        if line.text.startswith("2."):
            yield Found(line.text[:6], line.body.left - first)


@requirement("R-5.2.2-note", "5.2.2", "附件说明3号仿宋体字", _FANGSONG, WITH_TABLES, Force.NORMALLY)
def note_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], line.type) for line in elements.annex_note(s))

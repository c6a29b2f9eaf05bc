"""主送机关 and 正文 (clauses 7.3.2 and 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard import elements
from tests.standard.line import Line
from tests.standard.required import Between, Length, adjustable, characters, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import LINE_MM, Specimen
from tests.standard.variants import OFFICIAL, SAMPLE, VARIANTS

_ALL = tuple(VARIANTS)
_FANGSONG = words("仿宋 16 pt", "仿宋 15.75 pt")
_HEITI = words("黑体 16 pt", "黑体 15.75 pt")
_KAITI = words("楷体 16 pt", "楷体 15.75 pt")
_ADDRESSED = tuple(name for name in OFFICIAL if name != "addressee-moved")
_LEADING_MM = 14 * 25.4 / 72
_NARRATIVE = (*SAMPLE, "website", "elaborate")


@requirement(
    "R-7.3.2-space",
    "7.3.2",
    "主送机关: 标题下空一行",
    Between(LINE_MM - 0.5, LINE_MM + _LEADING_MM + 0.8),
    _ADDRESSED,
)
def space_above_addressee(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.addressee(s)[0].body.top - elements.title(s)[-1].body.bottom)


@requirement("R-7.3.2-left", "7.3.2", "居左顶格，回行时仍顶格", Length(0.0), _ADDRESSED)
def blank_left_of_addressee(s: Specimen) -> Iterator[Found]:
    for line in elements.addressee(s):
        yield Found(line.text, line.body.left - s.left_mm(line.page_number))


@requirement("R-7.3.2-colon", "7.3.2", "最后一个机关名称后标全角冒号", words("："), _ADDRESSED)
def addressee_end(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.addressee(s)[-1].text[-1])


@requirement("R-7.3.2-face", "5.2.2", "主送机关3号仿宋体字", _FANGSONG, _ADDRESSED, Force.NORMALLY)
def addressee_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text, line.type) for line in elements.addressee(s))


@requirement("R-7.3.3a", "7.3.3", "公文首页必须显示正文", Between(1, 22, "lines"), OFFICIAL)
def body_lines_on_page_1(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", sum(line.page_number == 1 for line in elements.body_lines(s)))


@requirement(
    "R-7.3.3b-next",
    "7.3.3",
    "正文编排于主送机关名称下一行",
    adjustable(LINE_MM),
    _ADDRESSED,
)
def body_below_addressee(s: Specimen) -> Iterator[Found]:
    first = elements.body_lines(s)[0]
    yield Found("page 1", first.centre_mm - elements.addressee(s)[-1].centre_mm)


@requirement("R-7.3.3b-indent", "7.3.3", "每个自然段左空二字", characters(2), _ALL)
def paragraph_indents(s: Specimen) -> Iterator[Found]:
    for lines in elements.paragraphs(s):
        blank = lines[0].body.left - s.left_mm(lines[0].page_number)
        yield Found(lines[0].text[:6], blank / elements.cell_mm(s))


@requirement("R-7.3.3b-wrap", "7.3.3", "回行顶格", Length(0.0), _ALL)
def wrapped_lines(s: Specimen) -> Iterator[Found]:
    for lines in elements.paragraphs(s):
        for line in lines[1:]:
            yield Found(line.text[:6], line.body.left - s.left_mm(line.page_number))


@requirement(
    "R-5.2.2-body", "5.2.2, 7.3.3", "正文用3号仿宋体字", _FANGSONG, _NARRATIVE, Force.NORMALLY
)
def body_face(s: Specimen) -> Iterator[Found]:
    for lines in elements.plain_texts(s):
        for line in lines:
            yield Found(line.text[:6], _own(line).type)


@requirement("R-7.3.3c-1", "7.3.3", "第一层用黑体字", _HEITI, _NARRATIVE, Force.NORMALLY)
def level_1_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], _own(line).type) for line in elements.headings(s, 1))


@requirement("R-7.3.3c-2", "7.3.3", "第二层用楷体字", _KAITI, _NARRATIVE, Force.NORMALLY)
def level_2_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], _own(line).type) for line in elements.headings(s, 2))


@requirement(
    "R-7.3.3c-run-in", "7.3.3", "only the heading in 楷体", _FANGSONG, _NARRATIVE, Force.NORMALLY
)
def text_after_run_in_heading(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], _own(line).type) for line in elements.run_in_texts(s))


@requirement(
    "R-7.3.3c-34", "7.3.3", "第三层和第四层用仿宋体字", _FANGSONG, ("elaborate",), Force.NORMALLY
)
def level_3_and_4_face(s: Specimen) -> Iterator[Found]:
    for level in (3, 4):
        yield from (Found(line.text[:6], _own(line).type) for line in elements.headings(s, level))


@requirement("R-7.3.3c-bold", "7.3.3", "no bold", words("regular"), _ALL, Force.NORMALLY)
def weights(s: Specimen) -> Iterator[Found]:
    for page in s.pages:
        bold = any(c.is_emboldened for c in page.characters)
        yield Found(f"page {page.number}", "emboldened" if bold else "regular")


def _own(line: Line) -> Line:
    """Without the characters of GB/T 2312 that no office face lacks: another may lend the rest."""
    usual = tuple(c for c in line.characters if _in_gb2312(c.text))
    return Line(line.page_number, usual or line.characters)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True

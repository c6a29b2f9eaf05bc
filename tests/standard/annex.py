"""附件 (clause 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard import elements
from tests.standard.annex_elements import annex_label, annex_title, sign_off_lines
from tests.standard.imprint_elements import imprint_lines
from tests.standard.required import Between, Length, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import LINE_MM, TOP_MM, Specimen
from tests.standard.variants import WITH_TABLES

_HEIGHT_MM = 16 * 25.4 / 72
_LINE_3_MM = TOP_MM + 2 * LINE_MM
_HEITI = words("黑体 16 pt", "黑体 15.75 pt")
_OFFICIAL = tuple(name for name in WITH_TABLES if name != "website")


@requirement("R-7.3.7a", "7.3.7", "附件另面编排", words("first on its page"), WITH_TABLES)
def annex_begins_a_page(s: Specimen) -> Iterator[Found]:
    label = annex_label(s)
    first = s.lines_on(label.page_number)[0]
    is_first = first == label and label.page_number > elements.date(s).page_number
    yield Found(f"page {label.page_number}", "first on its page" if is_first else first.text)


@requirement("R-7.3.7a-order", "7.3.7", "并在版记之前", words("before"), _OFFICIAL)
def annex_before_imprint(s: Specimen) -> Iterator[Found]:
    imprint = imprint_lines(s)[0]
    last = sign_off_lines(s)[-1]
    places = [(line.page_number, line.baseline_mm) for line in (last, imprint)]
    yield Found("", "before" if places[0] < places[1] else "after")


@requirement("R-7.3.7b-line-1", "7.3.7", "“附件”在版心左上角第一行", Length(TOP_MM), WITH_TABLES)
def label_top(s: Specimen) -> Iterator[Found]:
    yield Found("label", annex_label(s).body.top)


@requirement("R-7.3.7b-left", "7.3.7", "“附件”顶格", Length(0.0), WITH_TABLES)
def label_left(s: Specimen) -> Iterator[Found]:
    label = annex_label(s)
    yield Found("label", label.body.left - s.left_mm(label.page_number))


@requirement("R-7.3.7b-face", "7.3.7", "“附件”用3号黑体字", _HEITI, WITH_TABLES)
def label_face(s: Specimen) -> Iterator[Found]:
    yield Found("label", annex_label(s).type)


@requirement(
    "R-7.3.7b-line-3",
    "7.3.7",
    "附件标题在版心第三行: centre of its characters on that line's",
    Between(_LINE_3_MM + _HEIGHT_MM / 2 - 0.5, _LINE_3_MM + 22 * 25.4 / 72 / 2 + 0.5),
    WITH_TABLES,
)
def annex_title_line(s: Specimen) -> Iterator[Found]:
    yield Found("title", annex_title(s)[0].body.centre)


@requirement("R-7.3.7b-centre", "7.3.7", "附件标题居中", Length(0.0), WITH_TABLES)
def annex_title_off_centre(s: Specimen) -> Iterator[Found]:
    for line in annex_title(s):
        middle = (s.left_mm(line.page_number) + s.right_mm(line.page_number)) / 2
        yield Found(line.text[:6], line.body.middle - middle)


@requirement(
    "R-7.3.7c-title",
    "7.3.7, 7.3.1",
    "附件标题2号小标宋体字",
    words("小标宋 22 pt"),
    WITH_TABLES,
    Force.DERIVED,
)
def annex_title_face(s: Specimen) -> Iterator[Found]:
    return (Found(line.text[:6], line.type) for line in annex_title(s))


@requirement("R-7.3.7b-same", "7.3.7", "与附件说明的表述一致", words("the same"), WITH_TABLES)
def annex_named_alike(s: Specimen) -> Iterator[Found]:
    title = "".join(line.text for line in annex_title(s))
    note = "".join(line.text for line in elements.annex_note(s))
    yield Found("title", "the same" if title in note else title)


@requirement("R-7.5e", "7.5", "附件与正文一起装订时页码连续编排", words("continuous"), WITH_TABLES)
def numbers_continue(s: Specimen) -> Iterator[Found]:
    page = annex_label(s).page_number
    texts = [line.text for line in s.number_lines(page)]
    yield Found(f"page {page}", "continuous" if texts == [f"—{page}—"] else "".join(texts))

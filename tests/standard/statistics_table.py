"""The statistics table in the annex, over several pages."""

from __future__ import annotations

from collections.abc import Iterator

from tests.standard.annex_elements import annex_label, sign_off_lines
from tests.standard.line import Line
from tests.standard.measured_page import MeasuredPage
from tests.standard.required import Length, Number, words
from tests.standard.requirement import Found, requirement
from tests.standard.specimen import TOP_MM, Specimen
from tests.standard.variants import WITH_TABLES
from xjdesk.core.address import CellAddress
from xjdesk.core.numbers import show_entry
from xjdesk.core.table import Table


def _table(s: Specimen) -> Table:
    return s.form.tables[0]


def _table_pages(s: Specimen) -> list[MeasuredPage]:
    first = annex_label(s).page_number
    return [page for page in s.pages[first - 1 :] if any(r.box.height > 1 for r in page.rules)]


@requirement(
    "R-table-head", "practice", "head repeated on every page", Number(1, "head"), WITH_TABLES
)
def table_heads(s: Specimen) -> Iterator[Found]:
    table = _table(s)
    captions = table.captions
    head = "".join("".join(captions).split())
    for page in _table_pages(s):
        texts = [line.text for line in s.lines_on(page.number)]
        yield Found(f"page {page.number}", texts.count(head))


@requirement(
    "R-5.2.1a-table", "5.2.1", "table continued at the top of the 版心", Length(TOP_MM), WITH_TABLES
)
def tops_of_continued_table(s: Specimen) -> Iterator[Found]:
    for page in _table_pages(s)[1:]:
        yield Found(f"page {page.number}", min(rule.box.top for rule in page.rules))


def _row_lines(s: Specimen) -> Iterator[tuple[str, list[Line], str]]:
    """Every row: its label, the lines it is found on, what should stand beside it."""
    lines = [line for page in _table_pages(s) for line in s.lines_on(page.number)]
    texts = [line.text for line in lines]
    at = 0
    for row in _table(s).rows:
        entry = s.report.value(CellAddress(_table(s).id, row.id, _table(s).columns[0].id))
        beside = row.unit + (show_entry(entry) if entry is not None else "")
        wanted = sorted("".join(row.label.split()) + "".join(beside.split()))
        for start in range(at, len(texts)):
            for end in range(start + 1, min(start + 6, len(texts)) + 1):
                if sorted("".join(texts[start:end])) == wanted:
                    yield row.label, lines[start:end], beside
                    at = end
                    break
            else:
                continue
            break
        else:
            raise KeyError(row.label)


@requirement("R-table-rows", "practice", "rows unsplit", words("one page"), WITH_TABLES)
def rows_unsplit(s: Specimen) -> Iterator[Found]:
    for label, lines, _ in _row_lines(s):
        pages = {line.page_number for line in lines}
        yield Found(label, "one page" if len(pages) == 1 else f"pages {sorted(pages)}")


@requirement(
    "R-table-cells",
    "practice",
    "a row between two rules of its own",
    words("enclosed"),
    WITH_TABLES,
)
def rows_enclosed(s: Specimen) -> Iterator[Found]:
    for label, lines, _ in _row_lines(s):
        level = sorted(
            rule.box.top for rule in s.pages[lines[0].page_number - 1].rules if rule.is_level
        )
        top, bottom = lines[0].body.top, lines[-1].body.bottom
        above = [y for y in level if y <= top + 0.5]
        below = [y for y in level if y >= bottom - 0.5]
        inside = [y for y in level if top + 0.5 < y < bottom - 0.5]
        is_enclosed = above and below and not inside
        yield Found(label, "enclosed" if is_enclosed else "not enclosed")


@requirement(
    "R-table-sign-off",
    "practice",
    "签署栏 below the table, on its page",
    words("below"),
    WITH_TABLES,
)
def sign_off_below_table(s: Specimen) -> Iterator[Found]:
    page = _table_pages(s)[-1]
    edge = max(rule.box.bottom for rule in page.rules if rule.box.height > 1)
    for line in sign_off_lines(s):
        is_below = line.page_number == page.number and line.body.top > edge
        yield Found(line.text[:5], "below" if is_below else "elsewhere")

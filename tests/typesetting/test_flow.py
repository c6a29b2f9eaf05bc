from __future__ import annotations

from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import LINE_MM, LINES_PER_PAGE, SIZE_3_PT, TEXT_TOP_MM, mm
from xjdesk.typesetting.pages import Face, GlyphRun


def _line(text: str, height: float = mm(SIZE_3_PT), bookmark: str = "") -> Block:
    run = GlyphRun(Face.FANGSONG, SIZE_3_PT, 0.0, height, text)
    return Block(height, LINE_MM, (run,), bookmark=bookmark)


def _texts(flow: Flow) -> list[str]:
    return [page.text for page in flow.pages()]


def test_a_page_holds_twenty_two_lines() -> None:
    flow = Flow(double_sided=True)
    flow.place([_line("一")] * (2 * LINES_PER_PAGE + 1))
    assert _texts(flow) == ["一" * LINES_PER_PAGE, "一" * LINES_PER_PAGE, "一"]


def test_even_pages_of_a_double_sided_document_have_the_binding_margin_at_the_right() -> None:
    def lefts(double_sided: bool) -> list[float]:
        flow = Flow(double_sided)
        flow.place([_line("一")] * (LINES_PER_PAGE + 1))
        return [page.runs[0].x_mm for page in flow.pages()]

    assert lefts(double_sided=True) == [28.0, 26.0]
    assert lefts(double_sided=False) == [28.0, 28.0]


def test_blocks_kept_together_go_to_the_next_page_as_one() -> None:
    flow = Flow(double_sided=True)
    flow.place([_line("一")] * (LINES_PER_PAGE - 1))
    flow.place(kept_together([_line("甲"), _line("乙"), _line("丙")]))
    assert _texts(flow)[1] == "甲乙丙"


def test_blocks_kept_together_that_exceed_a_page_are_divided() -> None:
    flow = Flow(double_sided=True)
    flow.place(kept_together([_line("甲")] * (LINES_PER_PAGE + 3)))
    assert _texts(flow) == ["甲" * LINES_PER_PAGE, "甲甲甲"]


def test_blank_space_is_dropped_at_the_top_of_a_page() -> None:
    flow = Flow(double_sided=True)
    flow.place([space(LINE_MM), _line("甲")])
    assert flow.pages()[0].runs[0].baseline_mm == TEXT_TOP_MM + mm(SIZE_3_PT)


def test_bookmark_tells_page_and_place() -> None:
    flow = Flow(double_sided=True)
    flow.place([_line("一"), _line("二", bookmark="第二")])
    (bookmark,) = flow.bookmarks
    assert (bookmark.title, bookmark.page_number) == ("第二", 1)
    assert bookmark.y_mm == TEXT_TOP_MM + LINE_MM


def test_a_group_as_high_as_a_page_is_not_divided() -> None:
    flow = Flow(double_sided=True)
    flow.place([_line("一")])
    flow.place(kept_together([_line("甲")] * LINES_PER_PAGE))
    assert _texts(flow) == ["一", "甲" * LINES_PER_PAGE]


def test_a_last_block_that_keeps_the_next_goes_where_there_is_room_below_it() -> None:
    def pages(lines: int, below_mm: float) -> list[str]:
        flow = Flow(double_sided=True)
        flow.place([_line("一")] * lines)
        flow.place(kept_together([_line("甲"), _line("乙")], with_next=True), below_mm)
        return _texts(flow)

    three_lines = 2 * LINE_MM + mm(SIZE_3_PT)
    assert len(pages(LINES_PER_PAGE - 5, three_lines)) == 1
    assert pages(LINES_PER_PAGE - 4, three_lines)[1] == "甲乙"
    assert len(pages(LINES_PER_PAGE - 2, 0.0)) == 1


def test_room_below_is_asked_for_only_by_a_block_that_keeps_the_next() -> None:
    flow = Flow(double_sided=True)
    flow.place([_line("一")] * LINES_PER_PAGE, below_mm=100.0)
    assert len(_texts(flow)) == 1

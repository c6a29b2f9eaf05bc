from __future__ import annotations

from xjdesk.gui.help.manual import Manual, ManualPage
from xjdesk.gui.help.manual_search import pages_holding

_MANUAL = Manual(
    (
        ManualPage("a.md", "甲", "# 甲\n\n导出 **PDF** 和打印。\n\n再导出一次。\n", frozenset()),
        ManualPage(
            "b.md",
            "乙",
            "# 乙\n\n" + "很长的一句话，" * 5 + "打印" + "后面也很长，" * 5,
            frozenset(),
        ),
    )
)


def test_words_are_found_on_all_pages_and_counted() -> None:
    found = pages_holding("打印", _MANUAL)
    assert [(hit.page.name, hit.count) for hit in found] == [("a.md", 1), ("b.md", 1)]
    assert pages_holding("导出", _MANUAL)[0].count == 2


def test_all_words_must_stand_on_a_page_in_whatever_case() -> None:
    assert [hit.page.name for hit in pages_holding("打印 pdf", _MANUAL)] == ["a.md"]
    assert pages_holding("打印 没有", _MANUAL) == []


def test_nothing_is_found_without_words() -> None:
    assert pages_holding("  ", _MANUAL) == []


def test_the_excerpt_shows_the_words_in_their_line() -> None:
    first, second = pages_holding("打印", _MANUAL)
    assert first.excerpt == "导出 PDF 和打印。"
    assert second.excerpt.startswith("…")
    assert second.excerpt.endswith("…")
    assert "打印" in second.excerpt

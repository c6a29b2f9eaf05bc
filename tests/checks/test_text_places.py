from __future__ import annotations

import pytest

from xjdesk.checks.text_places import subject_of
from xjdesk.core.address import HeadingAddress, ParagraphAddress

_PLACE = ParagraphAddress("requests", 3)


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("概况。全年收到申请（含上年）28件，办结27件。", "28件", "全年收到申请（含上年）28件"),
        ("其中：网上、信函3件；当面2件！", "3件", "网上、信函3件"),
        ("是否公开？公开, 而且全文;无一例外: 全部。", "全文", "公开, 而且全文;无一例外: 全部"),
        ("收到28件，办结27件，转办1件", "28件，办结27件", "收到28件，办结27件"),
        (" 　全年28件　。", "28件", "全年28件"),
        ("全年28件", "全年28件", "全年28件"),
    ],
)
def test_a_finding_is_kept_by_its_chapter_and_these_very_words(
    text: str, words: str, clause: str
) -> None:
    start = text.index(words)
    assert subject_of(_PLACE, text, start, start + len(words)) == f"requests {clause}"


def test_outside_paragraphs_a_finding_is_kept_by_its_place() -> None:
    address = HeadingAddress("requests")
    assert subject_of(address, "依申请公开，2016年", 0, 2) == str(address)

from __future__ import annotations

from hypothesis import given

from tests.core.chapter_texts import CHAPTERS, texts
from xjdesk.core.number_series import renumbered
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_text import Difference
from xjdesk.gui.sections.differences import differences


def test_words_come_first_and_then_numbers_one_by_one() -> None:
    old = texts("（一）甲", "（二）乙", "（三）丙")
    new = texts("（一）甲", "（二）丁", "（三）乙", "（四）丙")
    assert differences(old, new) == (
        Difference(1, (), texts("（二）丁")),
        Difference(2, texts("（二）乙"), texts("（三）乙")),
        Difference(3, texts("（三）丙"), texts("（四）丙")),
    )


def test_equal_chapters_do_not_differ() -> None:
    assert differences(texts("甲"), texts("甲")) == ()


@given(CHAPTERS, CHAPTERS)
def test_carried_out_in_order_they_lead_to_the_new_state(
    old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]
) -> None:
    for target in (new, renumbered(old)):
        state = old
        for found in differences(old, target):
            assert state[found.at : found.at + len(found.old)] == found.old
            state = (*state[: found.at], *found.new, *state[found.at + len(found.old) :])
        assert state == target

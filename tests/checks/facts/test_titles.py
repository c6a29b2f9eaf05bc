from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.facts.titles import without_titles

_TEXT = st.text(alphabet="，。《》〈〉（）号公开信息200件", max_size=60)


def test_what_a_title_says_is_blanked_out() -> None:
    text = "按《关于公开〈信息〉100条的通知》（西政发〔2016〕3号）要求"
    plain = without_titles(text)
    assert len(plain) == len(text)
    assert plain.replace("\u3000", "") == "按要求"


@given(_TEXT)
def test_titles_leave_the_length_as_it_is(text: str) -> None:
    assert len(without_titles(text)) == len(text)

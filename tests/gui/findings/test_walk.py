"""Going through the findings while they come and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.findings.rows import FindingKey
from xjdesk.gui.findings.walk import FindingWalk


def _keys(rules: str) -> list[FindingKey]:
    """Keys of findings; capital letters stand for settled ones."""
    return [FindingKey(rule.lower(), "", 0, rule.islower()) for rule in rules]


def _next(walk: FindingWalk, rules: str) -> str:
    row = walk.next_row(_keys(rules))
    return "" if row is None else rules[row]


def _previous(walk: FindingWalk, rules: str) -> str:
    row = walk.previous_row(_keys(rules))
    return "" if row is None else rules[row]


def _at(rules: str, rule: str) -> FindingWalk:
    walk = FindingWalk()
    row = rules.index(rule)
    walk.stand_at(_keys(rules)[row], row)
    return walk


def test_begins_with_the_first_and_backwards_with_the_last() -> None:
    walk = FindingWalk()
    walk.follow(_keys("abc"), _keys("bc"))
    assert not walk.has_begun
    assert _next(walk, "bc") == "b"
    assert _previous(walk, "bc") == "c"


def test_goes_on_behind_the_one_that_still_stands() -> None:
    walk = _at("abcd", "b")
    walk.follow(_keys("abcd"), _keys("xabcd"))
    assert walk.stands
    assert _next(walk, "xabcd") == "c"
    assert _previous(walk, "xabcd") == "a"


def test_skips_none_when_the_last_one_is_gone() -> None:
    walk = _at("abcd", "b")
    walk.follow(_keys("abcd"), _keys("acd"))
    assert not walk.stands
    assert _next(walk, "acd") == "c"
    assert _previous(walk, "acd") == "a"


def test_skips_none_when_earlier_ones_go_too_or_others_come() -> None:
    walk = _at("abcd", "c")
    walk.follow(_keys("abcd"), _keys("bd"))
    walk.follow(_keys("bd"), _keys("xd"))
    assert walk.row == 0
    walk = _at("abcd", "c")
    walk.follow(_keys("abcd"), _keys("xabyd"))
    assert _next(walk, "xabyd") == "y"


def test_begins_anew_after_the_last_and_before_the_first() -> None:
    assert _next(_at("abc", "c"), "abc") == "a"
    assert _previous(_at("abc", "a"), "abc") == "c"
    walk = _at("abc", "c")
    walk.follow(_keys("abc"), _keys("ab"))
    assert _next(walk, "ab") == "a"


def test_passes_over_what_is_settled() -> None:
    assert _next(_at("abCD", "b"), "abCD") == "a"
    assert _previous(_at("abCD", "a"), "abCD") == "b"
    assert _next(_at("aBcD", "D"), "aBcD") == "a"


def test_leads_nowhere_when_nothing_is_open() -> None:
    for rules in ("", "AB"):
        assert _next(FindingWalk(), rules) == ""
        assert _previous(FindingWalk(), rules) == ""


def test_goes_on_behind_the_one_that_was_just_settled() -> None:
    walk = _at("abc", "b")
    walk.follow(_keys("abc"), _keys("acB"))
    assert _next(walk, "acB") == "c"


@given(st.text("abcdef", min_size=1, max_size=6).map(lambda text: "".join(dict.fromkeys(text))))
def test_as_many_steps_as_there_are_findings_lead_to_each_once(rules: str) -> None:
    for step in (FindingWalk.next_row, FindingWalk.previous_row):
        walk, keys = FindingWalk(), _keys(rules)
        led_to: list[int] = []
        for _ in keys:
            row = step(walk, keys)
            assert row is not None
            walk.stand_at(keys[row], row)
            led_to.append(row)
        assert sorted(led_to) == list(range(len(keys)))

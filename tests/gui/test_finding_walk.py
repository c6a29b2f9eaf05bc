"""Going through the findings while they come and go."""

from __future__ import annotations

from xjdesk.core.address import YearAddress
from xjdesk.gui.finding_walk import FindingKey, FindingWalk


def _keys(rules: str) -> list[FindingKey]:
    return [(rule, (YearAddress(),)) for rule in rules]


def _next(walk: FindingWalk, rules: str) -> str:
    return rules[walk.next_row(len(rules))]


def _at(rules: str, rule: str) -> FindingWalk:
    walk = FindingWalk()
    row = rules.index(rule)
    walk.stand_at(_keys(rules)[row], row)
    return walk


def test_begins_with_the_first() -> None:
    walk = FindingWalk()
    walk.follow(_keys("abc"), _keys("bc"))
    assert not walk.has_begun
    assert _next(walk, "bc") == "b"


def test_goes_on_behind_the_one_that_still_stands() -> None:
    walk = _at("abcd", "b")
    walk.follow(_keys("abcd"), _keys("xabcd"))
    assert _next(walk, "xabcd") == "c"


def test_skips_none_when_the_last_one_is_gone() -> None:
    walk = _at("abcd", "b")
    walk.follow(_keys("abcd"), _keys("acd"))
    assert _next(walk, "acd") == "c"


def test_skips_none_when_earlier_ones_go_too_or_others_come() -> None:
    walk = _at("abcd", "c")
    walk.follow(_keys("abcd"), _keys("bd"))
    walk.follow(_keys("bd"), _keys("xd"))
    assert walk.row == 0
    walk = _at("abcd", "c")
    walk.follow(_keys("abcd"), _keys("xabyd"))
    assert _next(walk, "xabyd") == "y"


def test_begins_anew_after_the_last() -> None:
    assert _next(_at("abc", "c"), "abc") == "a"
    walk = _at("abc", "c")
    walk.follow(_keys("abc"), _keys("ab"))
    assert _next(walk, "ab") == "a"

"""On paper that bears the red parts already everything else stands where it usually does."""

from __future__ import annotations

from tests.standard.measured_page import MeasuredPage
from tests.standard.printing import Specimens


def _black(page: MeasuredPage) -> tuple[object, ...]:
    characters = sorted(
        (c.text, c.face, c.size_pt, c.body.left, c.baseline_mm)
        for c in page.characters
        if not c.is_red
    )
    rules = [rule for rule in page.rules if not rule.is_red]
    return page.number, characters, rules


def test_black_parts_stand_where_they_do_with_the_red_ones(specimens: Specimens) -> None:
    full, preprinted = specimens.of("upward"), specimens.of("preprinted")
    assert list(map(_black, preprinted.pages)) == list(map(_black, full.pages))

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from xjdesk.core.comparable import Comparable
from xjdesk.core.comparable_lint import comparable_problems, problems_between
from xjdesk.core.form import Form
from xjdesk.core.form_lint import problems
from xjdesk.core.form_reader import read_form
from xjdesk.core.toml_section import FormError
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_FORM = _LIBRARY.form("zfxxgk-2021")
_SOURCE = _LIBRARY.source("zfxxgk-2021")
_PAIRS = [
    pytest.param(_LIBRARY.form(new), _LIBRARY.form(old), id=f"{new} {old}")
    for new, old in permutations(_LIBRARY.ids(), 2)
]


@pytest.mark.parametrize(("form", "earlier"), _PAIRS)
def test_what_a_shipped_form_calls_comparable_is_counted_alike_in_both(
    form: Form, earlier: Form
) -> None:
    assert problems_between(form, earlier) == ()


@pytest.mark.parametrize(
    ("comparable", "named"),
    [
        (Comparable("old", ("requests.recieved",)), "requests.recieved has no cell"),
        (Comparable("old", ("requests.results",)), "requests.results has no cell"),
        (Comparable(_FORM.id, ("review",)), "with itself"),
    ],
)
def test_what_is_wrong_is_named(comparable: Comparable, named: str) -> None:
    (problem,) = comparable_problems(replace(_FORM, comparable=(comparable,)))
    assert named in problem


def test_cells_that_the_earlier_form_has_not_or_counts_otherwise_are_named() -> None:
    form = replace(_FORM, comparable=(Comparable("old", ("disclosure.fees", "review")),))
    fees_in_pieces = _SOURCE.replace('unit = "万元", quantity = "amount"', 'unit = "件"')
    earlier = replace(
        read_form(fees_in_pieces), id="old", tables=read_form(fees_in_pieces).tables[:2]
    )
    found = problems_between(form, earlier)
    assert "review.cases.direct_total has no cell in old" in found
    assert "disclosure.fees.amount is counted otherwise in old" in found


def test_a_pair_that_holds_no_address_makes_the_form_unreadable() -> None:
    broken = f'{_SOURCE}\n[[comparable]]\nform = "old"\ncells = {{ "requests" = "x.y.z" }}\n'
    with pytest.raises(FormError, match="comparable"):
        read_form(broken)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("= last.carried_out", "= last.carried_ot", "H21-05: last.carried_ot is no cell"),
        ("carried_in = last.carried_out", "last.carried_out = carried_in", "names no cell"),
        ('rows = ["licences", ', 'rows = ["licenses", ', "H21-15: licenses is no row"),
        ('id = "review"\ntab = "四、复议诉讼表"', 'id = "last"\ntab = "表"', "table last"),
    ],
)
def test_a_form_that_looks_back_wrongly_has_a_problem(old: str, new: str, named: str) -> None:
    assert old in _SOURCE
    found = problems(read_form(_SOURCE.replace(old, new, 1)))
    assert any(named in problem for problem in found), found

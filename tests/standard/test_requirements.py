"""Every requirement, measured on every specimen it applies to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.standard.requirement import Requirement, judge
from tests.standard.specimen import Specimen
from tests.standard.table_of_requirements import REQUIREMENTS

_CASES = [
    pytest.param(requirement, name, id=f"{requirement.id}-{name}")
    for requirement in REQUIREMENTS
    for name in requirement.variants
]


@pytest.mark.parametrize(("requirement", "name"), _CASES)
def test_requirement_is_met(
    requirement: Requirement, name: str, specimen: Callable[[str], Specimen]
) -> None:
    verdict = judge(requirement, specimen(name))
    wrong = [f"{found.where}: {found.value}" for found in verdict.departures[:10]]
    assert verdict.is_met, (
        f"{requirement.id} ({requirement.clause}) {requirement.words}: required"
        f" {requirement.required}, found {verdict.summary}; {wrong}"
    )


def test_every_requirement_has_a_name_of_its_own() -> None:
    names = [requirement.id for requirement in REQUIREMENTS]
    assert len(names) == len(set(names))

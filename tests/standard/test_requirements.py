"""Every requirement, measured on every specimen it applies to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.standard.requirement import Requirement, judge
from tests.standard.specimen import Specimen
from tests.standard.table_of_requirements import REQUIREMENTS


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.id)
def test_requirement_is_met_by_every_specimen(
    requirement: Requirement, specimen: Callable[[str], Specimen]
) -> None:
    verdicts = {name: judge(requirement, specimen(name)) for name in requirement.variants}
    unmet = [
        f"{name}: found {verdict.summary}; "
        + ", ".join(f"{found.where}: {found.value}" for found in verdict.departures[:10])
        for name, verdict in verdicts.items()
        if not verdict.is_met
    ]
    assert verdicts
    assert not unmet, "\n".join(
        [f"{requirement.clause} {requirement.words}: required {requirement.required}", *unmet]
    )


def test_every_requirement_has_a_name_of_its_own() -> None:
    names = [requirement.id for requirement in REQUIREMENTS]
    assert len(names) == len(set(names))

from __future__ import annotations

import pytest

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import (
    BLANKS,
    FILLING,
    GROUPS,
    MAY_STAY_BLANK,
    ZERO_REQUIRED,
    FieldKind,
    field_at,
)


def test_every_field_has_an_address_and_a_label_of_its_own() -> None:
    fields = [field for group in GROUPS for field in group.fields]
    assert len({field.address for field in fields}) == len(fields)
    assert len({field.label for field in fields}) == len(fields)
    assert all(field_at(field.address) is field for field in fields)


def test_a_choice_and_only_a_choice_has_choices() -> None:
    fields = [field for group in GROUPS for field in group.fields]
    assert all((field.kind is FieldKind.CHOICE) == bool(field.choices) for field in fields)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(KeyError, match="checks/other"):
        field_at(FieldAddress("checks", "other"))


def test_how_blanks_are_taken_is_a_choice_that_may_stay_open() -> None:
    field = field_at(BLANKS)
    assert field in FILLING.fields
    assert field.choices == (ZERO_REQUIRED, MAY_STAY_BLANK)
    assert not field.required

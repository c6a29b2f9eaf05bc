"""The fields of the document that a report in a form has."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.core.document_fields import GROUPS, TABLE_SIGN_OFF, Field, FieldGroup
from xjdesk.core.form import Form


def field_groups(form: Form) -> Iterator[FieldGroup]:
    """The groups of fields that a report in `form` has: no sign-off lines without an annex."""
    has_annex = any(not table.chapter for table in form.tables)
    return (group for group in GROUPS if group is not TABLE_SIGN_OFF or has_annex)


def is_required(form: Form, field: Field) -> bool:
    """Whether a report in `form` has to fill the field in."""
    return field.required and field.address not in form.not_asked

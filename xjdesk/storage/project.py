"""A project: what one project file holds."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from xjdesk.core.change_log import ChangeLog
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class Project:
    """A report with what belongs to its file.

    `form_source` is the TOML text of its form, `document_id` names the document for ever,
    whatever its file is called, `originals` are imported files by name, `changes` says how the
    report came to be what it is.
    """

    report: Report
    form_source: str
    document_id: str
    originals: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    changes: ChangeLog = ()


def new_project(
    report: Report, form_source: str, originals: Mapping[str, bytes] | None = None
) -> Project:
    """A project for a new document."""
    return Project(report, form_source, new_document_id(), dict(originals or {}))


def new_document_id() -> str:
    """A name that no other document has."""
    return str(uuid.uuid4())

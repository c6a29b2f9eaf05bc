"""Something wrong in the wording of one line of text: a paragraph, a heading or a field."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters `start` up to, not including, `end` of a line are not as they should be.

    `rule` is an id such as P-06. `message` is for the user: what stands there, what is wrong, by
    which standard. `replacement`, where the rule is sure of it, is what the characters should be.
    `advice` are sentences on what else can be done.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    replacement: str | None = None
    advice: tuple[str, ...] = ()

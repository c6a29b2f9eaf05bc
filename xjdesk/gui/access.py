"""What may be done with the open document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """Whether the document `can_edit` and whether it `can_hand_on`: be saved, exported, printed.

    `reason` is the sentence that tells the user why not.
    """

    can_edit: bool = True
    can_hand_on: bool = True
    reason: str = ""


EDITING = Access()

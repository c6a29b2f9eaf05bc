"""What stops the set-up of a machine."""

from __future__ import annotations


class SetUpError(Exception):
    """The machine cannot be made ready; the message is one sentence that says what to do."""

"""The root of every error that may reach the user."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can act on.

    `sentence` is one Chinese sentence that says what is wrong, where, and what to do. `detail` is
    for the log and the button behind the message; it may be empty and may be technical.
    """

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail

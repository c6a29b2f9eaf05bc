"""The title with and without its line breaks."""

from __future__ import annotations

from collections.abc import Sequence


def title_lines(text: str) -> tuple[str, ...]:
    """The lines of the title without blank ones and without blanks at their ends."""
    return tuple(stripped for line in text.splitlines() if (stripped := line.strip()))


def without_breaks(text: str) -> str:
    """The title on one line.

    Blanks in front of a line are dropped: they stood there to move it to the middle. Blanks at the
    end of one are kept: the line was broken there. Latin words are kept apart.
    """
    joined = ""
    for line in text.splitlines():
        begun = line.lstrip()
        if joined and begun and _is_latin(joined[-1]) and _is_latin(begun[0]):
            joined += " "
        joined += begun
    return joined.strip()


def with_breaks(lines: Sequence[str]) -> str:
    """The title in the lines of a breaking; `without_breaks` takes it back."""
    return "\n".join(lines)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()

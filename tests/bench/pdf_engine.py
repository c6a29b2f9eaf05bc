"""What an engine has to do to be compared: make a PDF of the sample, cold and warm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Protocol

from xjdesk.resource_files import resource

FONTS = Path(str(resource("fonts")))
_RARER_ROW = 0xD8
"""The first row of GB 2312's rarer characters, of which the sample holds few."""


class PdfEngine(Protocol):
    """One way of making the PDF: `cold` in a new process, `edit` where one was made before."""

    name: str

    def cold(self) -> Path:
        """Make the file in a new process."""
        ...

    def edit(self, addition: str) -> Callable[[], object]:
        """What makes the PDF again after `addition` was added to a paragraph."""
        ...


def known_additions() -> Iterator[str]:
    """Edits that need no character but those the document has after the first of them."""
    return (f"经审核，共{number}件。" for number in count(10))


def new_additions() -> Iterator[str]:
    """Edits that bring another character each, so that the subset of a font is out of date."""
    characters = (bytes((_RARER_ROW, 0xA1 + number % 94)).decode("gb2312") for number in count())
    return (f"新增“{character}”字。" for character in characters)

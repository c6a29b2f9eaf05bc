"""What a PDF reader shows as the document's properties."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk import __version__

CREATOR = f"西吉填报 {__version__}"
"""The program, as it names itself in the files it writes."""


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """Title, author and subject; an empty one is left out."""

    title: str
    author: str = ""
    subject: str = ""

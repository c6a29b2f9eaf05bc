"""A font file chosen for a face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.typesetting.pages import Face


class FontError(UserError):
    """The document cannot be set for want of a usable font."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """The file that plays a face.

    `index` is the font's place in a collection (.ttc), `family` the name to show. `substituted_for`
    names the font that was looked for when this one stands in for it, and `reason` says in Chinese
    why that was not taken; both are empty otherwise. `use` says in Chinese where the face stands in
    a document; `bundled` is set for a font of the program's.
    """

    face: Face
    path: Path
    index: int
    family: str
    substituted_for: str = ""
    use: str = ""
    bundled: bool = False
    reason: str = ""

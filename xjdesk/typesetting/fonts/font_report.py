"""Which fonts a document is set in, and which of them stand in for others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face


@dataclass(frozen=True, slots=True)
class FontUse:
    """The font that plays a face: what was wanted and what was taken.

    `use` says in Chinese where the face stands in a document (正文); `wanted` and `family` name
    fonts, the same one where nothing is substituted; `file` is a file name without its folder;
    `bundled` is set for a font that comes with the program; `reason` says in Chinese why the one
    wanted was not taken, and is empty where nothing is substituted.
    """

    face: Face
    use: str
    wanted: str
    family: str
    file: str
    substituted: bool
    bundled: bool
    reason: str = ""

    @property
    def sentence(self) -> str:
        """All of it in one line of plain Chinese text, for the PDF's properties and for logs."""
        place = f"（{self.use}）" if self.use else ""
        source = "随程序附带" if self.bundled else self.file
        parts = [f"{self.face.value}{place}：{self.family}", source]
        if self.substituted:
            parts.append(f"代替{self.wanted}")
        return "，".join(parts)


def font_report(fonts: FontSet, faces: Collection[Face]) -> tuple[FontUse, ...]:
    """The fonts of those faces, in the order in which `Face` names them.

    `faces` are those that occur on the pages (`PageSet.faces`); one without a font is left out.
    """
    return tuple(_use(fonts.files[face]) for face in Face if face in faces and face in fonts.files)


def _use(file: FontFile) -> FontUse:
    return FontUse(
        face=file.face,
        use=file.use,
        wanted=file.substituted_for or file.family,
        family=file.family,
        file=file.path.name,
        substituted=bool(file.substituted_for),
        bundled=file.bundled,
        reason=file.reason,
    )

"""Finding the font file for every face: the computer's own fonts first, then the bundled ones.

GB/T 9704-2012 names kinds of type only (仿宋体, 楷体, 黑体, 小标宋体, 宋体); which fonts play them
is written in `faces.toml`. A font is known by the name it gives itself, not by its file's: people
rename files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from xjdesk.typesetting.fonts.font_catalogue import FontCatalogue, InstalledFont
from xjdesk.typesetting.fonts.font_check import font_objection
from xjdesk.typesetting.fonts.font_directory import FontFormatError
from xjdesk.typesetting.fonts.font_file import FontError, FontFile
from xjdesk.typesetting.fonts.font_folders import font_files
from xjdesk.typesetting.fonts.font_names import read_names
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.fonts.font_wishes import FaceWish, FontWishes, WantedFont, read_wishes
from xjdesk.typesetting.pages import Face

_WISHES = "faces.toml"
_LONGEST_SEARCH_S = 2.0


def find_fonts(
    system_folders: Iterable[Path], bundled: Path, seconds: float = _LONGEST_SEARCH_S
) -> FontSet:
    """Choose a file for every face.

    `system_folders` are searched with the folders in them, `bundled` is the folder of the fonts
    that come with the program and of the list of those wished for. Files with the usual names are
    looked at first, the others only when a face still lacks its real font, and for `seconds` at
    most. A file that cannot be used is passed over. FontError when nothing usable is left at all.
    """
    search = _Search(read_wishes(bundled / _WISHES), system_folders, bundled)
    search.choose(seconds)
    return FontSet(search.chosen, tuple(search.notices))


class _Search:
    """The choice so far, and what is to be said about it."""

    def __init__(self, wishes: FontWishes, folders: Iterable[Path], bundled: Path) -> None:
        self.chosen: dict[Face, FontFile] = {}
        self.notices: list[str] = []
        self._wishes = wishes
        self._bundled = bundled
        self._catalogue = FontCatalogue(font_files(folders))
        self._objections: dict[tuple[Path, int], str] = {}

    def choose(self, seconds: float) -> None:
        """Fill every face."""
        self._catalogue.read_files(self._wishes.usual_files())
        unread = 0
        if not self._fill_with_real_fonts():
            unread = self._catalogue.read_rest(seconds)
            self._fill_with_real_fonts()
        for wish in self._wishes.faces:
            if wish.face not in self.chosen:
                self._substitute(wish)
        self._fill_gaps()
        self._choose_rare()
        if unread and self.notices:
            self.notices.append(
                f"字体文件较多，还有{unread}个没有来得及查看，可重新打开本程序再试。"
            )

    def _fill_with_real_fonts(self) -> bool:
        """Give each face the font wished for, where it is installed; whether all have one now."""
        for wish in self._wishes.faces:
            if wish.face not in self.chosen:
                font = self._first_usable(wish, near=False)
                if font is not None:
                    self.chosen[wish.face] = FontFile(
                        wish.face, font.path, font.index, font.family, use=wish.use
                    )
        return len(self.chosen) == len(self._wishes.faces)

    def _substitute(self, wish: FaceWish) -> None:
        """Let a near font or the bundled one play the face, and say so."""
        near = self._first_usable(wish, near=True)
        ours = None if near else self._bundled_font(wish.bundled)
        font = near or ours
        if font is None:
            return
        taken = f"随程序附带的{wish.described}（{font.family}）" if ours else font.family
        self.chosen[wish.face] = FontFile(
            wish.face,
            font.path,
            font.index,
            font.family,
            wish.usual,
            wish.use,
            bundled=ours is not None,
            reason=self._tell(wish, taken),
        )

    def _fill_gaps(self) -> None:
        """Let another face's font play a face for which nothing was found."""
        if not self.chosen:
            raise FontError("没有找到可用的中文字体，无法排版，请重新安装本程序。")
        spare = self.chosen.get(Face.FANGSONG) or next(iter(self.chosen.values()))
        for wish in self._wishes.faces:
            if wish.face not in self.chosen:
                self.chosen[wish.face] = replace(
                    spare,
                    face=wish.face,
                    substituted_for=wish.usual,
                    use=wish.use,
                    reason=self._tell(wish, spare.family),
                )

    def _choose_rare(self) -> None:
        """The font for rare characters; without one they are taken from the other faces."""
        rare = self._wishes.rare
        font = self._bundled_font(rare.bundled)
        if font is not None:
            self.chosen[Face.RARE] = FontFile(
                Face.RARE, font.path, font.index, font.family, use=rare.use, bundled=True
            )

    def _first_usable(self, wish: FaceWish, near: bool) -> InstalledFont | None:
        for font in self._installed(wish.fonts, near):
            if not self._objection(font):
                return font
        return None

    def _installed(self, fonts: Sequence[WantedFont], near: bool) -> list[InstalledFont]:
        chosen = (wanted for wanted in fonts if wanted.near is near)
        return [font for wanted in chosen for font in self._catalogue.find(wanted.names)]

    def _bundled_font(self, name: str) -> InstalledFont | None:
        path = self._bundled / name
        try:
            font = InstalledFont(path, 0, read_names(path)[0].shown)
        except (FontFormatError, OSError):
            return None
        return None if self._objection(font) else font

    def _objection(self, font: InstalledFont) -> str:
        key = (font.path, font.index)
        if key not in self._objections:
            self._objections[key] = font_objection(*key)
        return self._objections[key]

    def _tell(self, wish: FaceWish, taken: str) -> str:
        """Say what was taken instead of the font wished for; returns why."""
        reason = self._reason(wish)
        self.notices.append(f"{reason}，{wish.use}改用{taken}。")
        return reason

    def _reason(self, wish: FaceWish) -> str:
        """Why the font wished for was not taken."""
        files = (file for wanted in wish.fonts for file in wanted.files)
        objections = {
            file: self._catalogue.broken[file] for file in files if file in self._catalogue.broken
        }
        for font in (*self._installed(wish.fonts, near=False), *self._installed(wish.fonts, True)):
            objection = self._objections.get((font.path, font.index))
            if objection:
                objections[font.path.name] = objection
        told = [f"{file}不可用（{why}）" for file, why in objections.items()]
        return "；".join(told) or f"未找到{wish.usual}"

"""Finding the font file for every face: the computer's own fonts first, then the bundled ones.

GB/T 9704-2012 names kinds of type only (仿宋体, 楷体, 黑体, 小标宋体, 宋体); the files looked for
are those under which Windows and the usual font packages install them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xjdesk.typesetting.font_check import examine_font
from xjdesk.typesetting.font_file import FontError, FontFile
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import Face


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is looked for to play a face.

    `kind` is the font as the user knows it, `use` where it stands in the document, `names` its
    files, `near` files of other fonts that come close, `bundled` ours and `described` its name.
    """

    face: Face
    kind: str
    use: str
    names: tuple[str, ...]
    near: tuple[str, ...]
    bundled: str
    described: str


_WISHES = (
    _Wish(Face.FANGSONG, "仿宋", "正文", ("simfang.ttf",), (), "fangsong.ttf", "仿宋体"),
    _Wish(Face.KAITI, "楷体", "二级标题", ("simkai.ttf",), (), "kaiti.ttf", "楷体"),
    _Wish(Face.HEITI, "黑体", "一级标题", ("simhei.ttf",), (), "heiti.ttf", "黑体"),
    _Wish(
        Face.XIAOBIAOSONG,
        "方正小标宋简体",
        "标题",
        ("fzxbsjw.ttf", "fzxbsk.ttf"),
        ("stzhongs.ttf",),
        "xiaobiaosong.ttf",
        "宋体粗体",
    ),
    _Wish(Face.SONGTI, "宋体", "页码", ("simsun.ttc",), (), "songti.ttf", "宋体"),
)
_RARE_CHARACTERS = "kaiti.ttf"


def find_fonts(system_folders: Iterable[Path], bundled: Path) -> FontSet:
    """Choose a file for every face.

    `system_folders` are searched in order, file names without regard to case; `bundled` is the
    folder of the fonts that come with the program. A file that cannot be used is passed over.
    FontError when nothing usable is left at all.
    """
    search = _Search(_files_in(system_folders), bundled)
    for wish in _WISHES:
        search.choose(wish)
    search.fill_gaps()
    search.choose_rare()
    return FontSet(search.chosen, tuple(search.notices))


def system_font_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where Windows keeps fonts: installed for all users, then for this user.

    `environment` holds the process's environment variables; on other systems there are none of
    these, and the bundled fonts are used.
    """
    folders: list[Path] = []
    if environment.get("WINDIR"):
        folders.append(Path(environment["WINDIR"], "Fonts"))
    if environment.get("LOCALAPPDATA"):
        folders.append(Path(environment["LOCALAPPDATA"], "Microsoft", "Windows", "Fonts"))
    return tuple(folders)


def _files_in(folders: Iterable[Path]) -> dict[str, Path]:
    """Files by their name in small letters; those of earlier folders win."""
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            for path in sorted(folder.iterdir()):
                found.setdefault(path.name.lower(), path)
        except OSError:
            # A folder that is missing or closed to this user offers no fonts.
            continue
    return found


class _Search:
    """The choice so far, and what is to be said about it."""

    def __init__(self, installed: Mapping[str, Path], bundled: Path) -> None:
        self.chosen: dict[Face, FontFile] = {}
        self.notices: list[str] = []
        self._installed = installed
        self._bundled = bundled
        self._objections: list[str] = []

    def choose(self, wish: _Wish) -> None:
        """Take the first usable file; say so when it is not the font wished for."""
        self._objections = []
        exact = self._first(wish.face, self._present(wish.names))
        if exact is not None:
            self.chosen[wish.face] = exact
            return
        near = self._first(wish.face, self._present(wish.near), wish.kind)
        if near is not None:
            self._take(wish, near, near.family)
            return
        ours = self._first(wish.face, [self._bundled / wish.bundled], wish.kind)
        if ours is not None:
            self._take(wish, ours, f"随程序附带的{wish.described}（{ours.family}）")

    def fill_gaps(self) -> None:
        """Let another face's font play a face for which nothing was found."""
        if not self.chosen:
            raise FontError("没有找到可用的中文字体，无法排版，请重新安装本程序。")
        spare = self.chosen.get(Face.FANGSONG) or next(iter(self.chosen.values()))
        for wish in _WISHES:
            if wish.face not in self.chosen:
                stand_in = FontFile(wish.face, spare.path, spare.index, spare.family, wish.kind)
                self.chosen[wish.face] = stand_in
                self.notices.append(f"未找到{wish.kind}，{wish.use}改用{spare.family}。")

    def choose_rare(self) -> None:
        """The font for rare characters; without one they are taken from the other faces."""
        found = self._first(Face.RARE, [self._bundled / _RARE_CHARACTERS])
        if found is not None:
            self.chosen[Face.RARE] = found

    def _take(self, wish: _Wish, file: FontFile, described: str) -> None:
        self.chosen[wish.face] = file
        reason = "；".join(self._objections) or f"未找到{wish.kind}"
        self.notices.append(f"{reason}，{wish.use}改用{described}。")

    def _present(self, names: Sequence[str]) -> list[Path]:
        return [self._installed[name] for name in names if name in self._installed]

    def _first(self, face: Face, paths: Sequence[Path], instead_of: str = "") -> FontFile | None:
        for path in paths:
            verdict = examine_font(path, 0)
            if verdict.usable:
                return FontFile(face, path, 0, verdict.family, instead_of)
            self._objections.append(f"{path.name}不可用（{verdict.objection}）")
        return None

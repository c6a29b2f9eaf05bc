from __future__ import annotations

from pathlib import Path

from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.font_report import font_report
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face


def test_bundled_font_is_reported_as_standing_in(fonts: FontSet) -> None:
    (use,) = font_report(fonts, {Face.FANGSONG})
    assert (use.face, use.wanted, use.family) == (Face.FANGSONG, "仿宋", "XJ FangSong")
    assert (use.file, use.substituted, use.bundled) == ("fangsong.ttf", True, True)
    assert use.reason == "未找到仿宋"
    assert use.sentence == "仿宋体（正文和统计表）：XJ FangSong，随程序附带，代替仿宋"


def test_installed_font_is_reported_with_its_file(fonts: FontSet, bundled: Path) -> None:
    song = FontFile(Face.SONGTI, bundled / "songti.ttf", 0, "宋体", use="页码")
    installed = FontSet({**fonts.files, Face.SONGTI: song})
    (use,) = font_report(installed, {Face.SONGTI})
    assert (use.wanted, use.substituted, use.bundled) == ("宋体", False, False)
    assert use.reason == ""
    assert use.sentence == "宋体（页码）：宋体，songti.ttf"


def test_font_for_rare_characters_stands_in_for_none(fonts: FontSet) -> None:
    (use,) = font_report(fonts, {Face.RARE})
    assert use.sentence == "补字（生僻字）：XJ KaiTi，随程序附带"


def test_only_the_faces_asked_for_are_reported_in_a_fixed_order(fonts: FontSet) -> None:
    for faces in ([Face.RARE, Face.SONGTI, Face.KAITI], [Face.KAITI, Face.SONGTI, Face.RARE]):
        reported = [use.face for use in font_report(fonts, faces)]
        assert reported == [Face.KAITI, Face.SONGTI, Face.RARE]
    assert font_report(fonts, ()) == ()


def test_face_without_a_font_is_left_out(fonts: FontSet) -> None:
    files = {face: file for face, file in fonts.files.items() if face is not Face.RARE}
    assert font_report(FontSet(files), {Face.RARE}) == ()


def test_sentences_are_one_line(bundled: Path) -> None:
    uses = font_report(find_fonts([], bundled), set(Face))
    assert len(uses) == len(Face)
    assert all(use.sentence.isprintable() for use in uses)

"""Finding the elements of the document on its pages. KeyError when one is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.standard.line import Line
from tests.standard.measured_page import MeasuredCharacter, MeasuredRule
from tests.standard.specimen import Specimen
from xjdesk.core import document_fields as fields

_TITLE_PT = 20.0
_LEVELS = {
    1: re.compile("[一二三四五六七八九十]+、"),
    2: re.compile("（[一二三四五六七八九十]+）"),
    3: re.compile(r"\d+\."),
    4: re.compile(r"（\d+）"),
}


def mark(s: Specimen) -> list[MeasuredCharacter]:
    """The 发文机关标志: what is red on page 1."""
    found = [c for c in s.pages[0].characters if c.is_red]
    if not found:
        raise KeyError("发文机关标志")
    return found


def number(s: Specimen) -> Line:
    """The 发文字号, without what stands beside it."""
    return _on_page(s, 1, s.field(fields.NUMBER))


def signer(s: Specimen) -> Line:
    """签发人 with its name."""
    return _on_page(s, 1, "签发人：" + s.field(fields.SIGNER))


def red_rule(s: Specimen) -> MeasuredRule:
    if not s.red_rules:
        raise KeyError("红线")
    return s.red_rules[0]


def title(s: Specimen) -> list[Line]:
    """The lines of the title."""
    return text_lines(s, s.field(fields.TITLE))


def addressee(s: Specimen) -> list[Line]:
    return text_lines(s, s.field(fields.ADDRESSEE).rstrip("：") + "：")


def text_lines(s: Specimen, text: str, start: int = 0) -> list[Line]:
    """The lines, or parts of lines, that hold a text, looked for from a character on."""
    return _found(s, text, start)[0]


def paragraphs(s: Specimen) -> list[list[Line]]:
    """The lines of every paragraph of the narrative that is not empty."""
    heads = {chapter.heading for chapter in s.report.chapters}
    return [text_lines(s, text, start) for text, start in _narrative(s) if text not in heads]


def headings(s: Specimen, level: int) -> list[Line]:
    """The headings of a level; of a run-in heading the part before its full stop."""
    return [
        line
        for text, start in _narrative(s)
        if _LEVELS[level].match(text)
        for line in text_lines(s, text.partition("。")[0], start)
    ]


def plain_texts(s: Specimen) -> list[list[Line]]:
    """The lines of the paragraphs that neither are nor begin with a heading."""
    return [
        text_lines(s, text, start)
        for text, start in _narrative(s)
        if not any(level.match(text) for level in _LEVELS.values())
    ]


def run_in_texts(s: Specimen) -> list[Line]:
    """What follows a run-in heading of the second level in its paragraph."""
    return [
        line
        for text, start in _narrative(s)
        if _LEVELS[2].match(text) and not text.endswith(text.partition("。")[0] + "。")
        for line in text_lines(s, text.partition("。")[2], start)
    ]


def body_lines(s: Specimen) -> list[Line]:
    """The lines that hold headings and paragraphs of the narrative, each whole."""
    parts = [line for text, start in _narrative(s) for line in text_lines(s, text, start)]
    places = {(line.page_number, line.baseline_mm) for line in parts}
    return [line for line in s.lines if (line.page_number, line.baseline_mm) in places]


def _narrative(s: Specimen) -> Iterator[tuple[str, int]]:
    """Headings and paragraphs in their order, with the place of their first characters."""
    end = 0
    for chapter in s.report.chapters:
        for text in (chapter.heading, *(paragraph.text for paragraph in chapter.paragraphs)):
            if text.strip():
                _, end = _found(s, text, end)
                yield text, end - len("".join(text.split()))


def _found(s: Specimen, text: str, start: int) -> tuple[list[Line], int]:
    """The lines that hold a text, and the number of the character after it."""
    wanted = "".join(text.split())
    first = s.text.find(wanted, start)
    if first < 0 or not wanted:
        raise KeyError(text[:20])
    end = first + len(wanted)
    found: list[Line] = []
    at = 0
    for line in s.lines:
        inside = line.characters[max(0, first - at) : max(0, end - at)]
        if inside:
            found.append(Line(line.page_number, inside))
        at += len(line.characters)
    return found, end


def annex_note(s: Specimen) -> list[Line]:
    """The lines of the 附件说明."""
    names = s.field(fields.ANNEX_NOTE).split("\n")
    texts = [f"{i}.{n}" for i, n in enumerate(names, 1)] if len(names) > 1 else names
    return text_lines(s, "附件：" + "".join(texts))


def organ(s: Specimen) -> Line:
    """The 署名."""
    return alone(s, s.field(fields.ORGAN))


def date(s: Specimen) -> Line:
    """The 成文日期."""
    return alone(s, s.field(fields.DATE))


def cell_mm(s: Specimen) -> float:
    """一字 as the text is set: from one character of the 署名 to the next."""
    lefts = [c.body.left for c in organ(s).characters]
    return (lefts[-1] - lefts[0]) / (len(lefts) - 1)


def text_before(s: Specimen, line: Line) -> Line:
    """The line above on the same page."""
    above = [
        other for other in s.lines_on(line.page_number) if other.baseline_mm < line.baseline_mm - 1
    ]
    if not above:
        raise KeyError(f"text above {line.text}")
    return above[-1]


def is_blank(s: Specimen, page_number: int) -> bool:
    """Whether nothing is printed inside the 版心."""
    page = s.pages[page_number - 1]
    return not s.lines_on(page_number) and not page.rules


def _on_page(s: Specimen, page_number: int, text: str) -> Line:
    for line in s.lines_on(page_number):
        if text and text in line.text:
            return line.part(text)
    raise KeyError(text)


def alone(s: Specimen, text: str) -> Line:
    """The line that reads `text` and nothing else, in no title's size."""
    for line in s.lines:
        if line.text == text and line.characters[0].size_pt < _TITLE_PT:
            return line
    raise KeyError(text)

"""标题 (clause 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.standard import elements
from tests.standard.required import Between, Length, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import CELL_MM, LINE_MM, Specimen
from tests.standard.variants import LETTERHEAD, VARIANTS

_ALL = tuple(VARIANTS)
_TITLE_LINE_MM = (22 + 14) * 25.4 / 72
_WORDS = (
    "人民政府",
    "政府信息",
    "信息公开",
    "年度报告",
    "政务公开",
    "贯彻落实",
    "全面推进",
)


@requirement(
    "R-7.3.1-face", "7.3.1", "标题用2号小标宋体字", words("小标宋 22 pt"), _ALL, Force.NORMALLY
)
def title_face(s: Specimen) -> Iterator[Found]:
    return (Found(f"page {line.page_number}", line.type) for line in elements.title(s))


@requirement(
    "R-7.3.1-space",
    "7.3.1",
    "红色分隔线下空二行",
    Between(2 * LINE_MM - 0.5, 2 * LINE_MM + 0.8),
    LETTERHEAD,
)
def space_above_title(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", elements.title(s)[0].body.top - elements.red_rule(s).box.bottom)


@requirement("R-7.3.1-centre", "7.3.1", "标题居中排布", Length(0.0), _ALL)
def title_off_centre(s: Specimen) -> Iterator[Found]:
    for line in elements.title(s):
        middle = (s.left_mm(line.page_number) + s.right_mm(line.page_number)) / 2
        yield Found(line.text, line.body.middle - middle)


@requirement("R-7.3.1-pitch", "3", "标题行距: 2号字高加3号字高的7/8", Length(_TITLE_LINE_MM), _ALL)
def title_pitch(s: Specimen) -> Iterator[Found]:
    lines = elements.title(s)
    return (Found(b.text, b.centre_mm - a.centre_mm) for a, b in pairwise(lines))


@requirement("R-7.3.1-shape", "7.3.1", "标题排列使用梯形或菱形", words("梯形", "菱形"), _ALL)
def title_shape(s: Specimen) -> Iterator[Found]:
    yield Found("page 1", _shape([line.body.width for line in elements.title(s)]))


def _shape(widths: list[float]) -> str:
    steps = [after - before for before, after in pairwise(widths)]
    if all(abs(step) < CELL_MM for step in steps):
        return "长方形"
    growing = [step > -CELL_MM / 2 for step in steps]
    shrinking = [step < CELL_MM / 2 for step in steps]
    if all(growing) or all(shrinking):
        return "梯形"
    peak = widths.index(max(widths))
    return "菱形" if all(growing[:peak]) and all(shrinking[peak:]) else "沙漏形"


@requirement("R-7.3.1-words", "7.3.1", "回行时词意完整", words("whole"), _ALL)
def title_words(s: Specimen) -> Iterator[Found]:
    text = "".join(line.text for line in elements.title(s))
    breaks: list[int] = []
    for line in elements.title(s)[:-1]:
        breaks.append((breaks[-1] if breaks else 0) + len(line.text))
    for word in _WORDS:
        start = text.find(word)
        while start >= 0:
            is_broken = any(start < end < start + len(word) for end in breaks)
            yield Found(word, f"{word} broken" if is_broken else "whole")
            start = text.find(word, start + 1)

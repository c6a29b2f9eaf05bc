"""Finding the parts of the 版记. KeyError when they are not there."""

from __future__ import annotations

from tests.standard.line import Line
from tests.standard.measured_page import MeasuredRule
from tests.standard.specimen import Specimen


def imprint_lines(s: Specimen) -> list[Line]:
    """The lines from 主送 or 抄送 to 印发."""
    lines = s.lines_on(len(s.pages))
    for index, line in enumerate(lines):
        if line.text.startswith(("主送：", "抄送：")):
            return lines[index:]
    raise KeyError("版记")


def imprint_rules(s: Specimen) -> list[MeasuredRule]:
    """The black level rules around and below the lines of the 版记."""
    top = imprint_lines(s)[0].body.top
    rules = [rule for rule in s.pages[-1].rules if rule.is_level and not rule.is_red]
    rules.sort(key=lambda rule: rule.box.top)
    above = [rule for rule in rules if rule.box.top <= top]
    return above[-1:] + rules[len(above) :]

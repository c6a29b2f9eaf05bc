"""The ways of breaking the title, as the menu offers them."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.document_fields import ISSUER, TITLE
from xjdesk.core.report import Report
from xjdesk.gui.titles.text import title_lines, with_breaks, without_breaks
from xjdesk.typesetting.titles.breaking import TitleBreaking, title_breakings
from xjdesk.typesetting.titles.title_measure import TITLE_MEASURE_EM, estimated_advances_em
from xjdesk.typesetting.titles.words import shipped_words

_MOST_LINES = 12
"""What has more is no title, and fits in no menu."""
_LONGEST_LABEL = 50
_SHORTENED_LINE = 13


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """A title with its line breaks, how the menu names it and its shape, and the lines' widths."""

    title: str
    label: str
    shape: str
    widths: tuple[float, ...]


def title_choices(report: Report) -> tuple[TitleChoice, ...]:
    """The breakings of the title into several lines, the best first.

    Widths are estimated: the fonts are not looked at for a menu.
    """
    whole = without_breaks(report.field(TITLE))
    advances = estimated_advances_em(whole)
    issuer = report.field(ISSUER).strip()
    found = title_breakings(whole, advances, TITLE_MEASURE_EM, shipped_words(), issuer)
    return tuple(_choice(breaking) for breaking in found if 1 < len(breaking.lines) <= _MOST_LINES)


def _choice(breaking: TitleBreaking) -> TitleChoice:
    title = with_breaks(breaking.lines)
    lines = title_lines(title)
    widths = tuple(sum(estimated_advances_em(line)) for line in lines)
    if sum(map(len, lines)) > _LONGEST_LABEL:
        lines = tuple(map(_shortened, lines))
    return TitleChoice(title, " / ".join(lines), breaking.shape.value, widths)


def _shortened(line: str) -> str:
    """A line without its middle: where it begins and ends is what there is to choose."""
    half = _SHORTENED_LINE // 2
    return line if len(line) <= _SHORTENED_LINE else f"{line[:half]}…{line[-half:]}"

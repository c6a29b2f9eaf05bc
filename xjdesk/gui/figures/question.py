"""What is asked when a number is to be bound to a cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.core.figure import FigureKind
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import read_entry
from xjdesk.core.report import Report
from xjdesk.gui.figures.target import FigureTarget, last_number

PERCENTAGES = (FigureKind.SHARE, FigureKind.GROWTH, FigureKind.YEAR_ON_YEAR)
"""The kinds that show a percentage, and so have a number of decimals."""

_SENTENCE_ENDS = re.compile(r"[。；！？]")
_ABOUT = re.compile(r"\A[余多]")
_TIMES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_USUAL_DECIMALS = 1
_GROWTH = ("增长", "上升", "下降")
_CHANGE = ("增加", "减少")
_AGAINST = ("较上年", "比上年", "与上年")


@dataclass(frozen=True, slots=True)
class FigureQuestion:
    """Which cell, or which reckoning with cells, characters of a paragraph are to show.

    `text` is the paragraph, `target` the characters; they are none where a figure is to be put in.
    `last_year` is there where numbers of the year before may be held against these.
    """

    form: Form
    report: Report
    text: str
    target: FigureTarget
    last_year: LastYear | None = None

    @property
    def written(self) -> str:
        """What stands there now."""
        return self.text[self.target.start : self.target.end]

    @property
    def sentence(self) -> str:
        """The sentence around it."""
        before = _SENTENCE_ENDS.split(self.text[: self.target.start])[-1]
        behind = _SENTENCE_ENDS.split(self.text[self.target.end :])[0]
        return before + self.written + behind

    @property
    def number(self) -> Decimal | None:
        """The number that stands there; None for a percentage, which stands in no cell.

        Where a phrase about the year before was begun it is the number that this is said of.
        """
        written = self.text[self._meant.start : self._meant.end]
        plain = unicodedata.normalize("NFKC", written)
        times = _TIMES.get(plain[-1:])
        number = read_entry(plain[:-1] if times else plain)
        if not isinstance(number, Decimal):
            return None
        return number * times if times else number

    @property
    def unit(self) -> str:
        """The unit behind it, if it is one that the form counts in."""
        behind = _ABOUT.sub("", self.text[self._meant.end :])
        units = self.form.units()
        return max((unit for unit in units if behind.startswith(unit)), key=len, default="")

    @property
    def kind(self) -> FigureKind:
        """How the number is most likely made."""
        if self.target.source is not None:
            return self.target.source.kind
        before = self.text[: self.target.start].removesuffix("了")
        if self.last_year is not None and before.endswith(_AGAINST):
            return FigureKind.YEAR_ON_YEAR
        if not self._is_percentage:
            return FigureKind.CHANGE if before.endswith(_CHANGE) else FigureKind.VALUE
        is_growth = before.endswith(_GROWTH + _CHANGE)
        return FigureKind.GROWTH if is_growth else FigureKind.SHARE

    @property
    def decimals(self) -> int:
        """With how many decimals a percentage is likely to be shown."""
        source = self.target.source
        if source is not None and source.kind in PERCENTAGES:
            return source.decimals
        if not self._is_percentage:
            return _USUAL_DECIMALS
        plain = unicodedata.normalize("NFKC", self.written)
        return len(plain.partition(".")[2].rstrip("%"))

    @property
    def _meant(self) -> FigureTarget:
        start = self.target.start
        if self.written or self.kind is not FigureKind.YEAR_ON_YEAR:
            return self.target
        begins = start - len(_SENTENCE_ENDS.split(self.text[:start])[-1])
        return last_number(self.text, begins, start) or self.target

    @property
    def _is_percentage(self) -> bool:
        return self.written.endswith(("%", "％"))

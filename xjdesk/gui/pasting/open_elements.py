"""The elements of markup that are open, and what their beginning and end mean for the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xjdesk.gui.pasting.flowing_text import FlowingText
from xjdesk.gui.pasting.list_number import ListNumbering

_DEEPEST = 200
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ol", "ul", "dir", "menu"))
_CELLS = frozenset(("td", "th"))
_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt"),
        *("html", "pre", "section", "table", "tbody", "tfoot", "thead"),
        *_PARAGRAPHS,
        *_LISTS,
    )
)
_CLOSED_BY = {
    "li": (frozenset(("li",)), _LISTS),
    "td": (_CELLS, frozenset(("tr", "table"))),
    "th": (_CELLS, frozenset(("tr", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
}
"""What an element closes that was left open, and up to where that is looked for."""


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    hides: bool
    numbers: bool
    list_numbers: ListNumbering | None = None


class OpenElements:
    """Hands the words to `flow`. Of elements nested too deeply nothing but their words counts."""

    def __init__(self, flow: FlowingText) -> None:
        self._flow = flow
        self._open: list[_Element] = []
        self._hiding = 0
        self._numbering = 0

    def begin(self, tag: str, attributes: Mapping[str, str], hides: bool, numbers: bool) -> None:
        """An element begins that `hides` its words, or whose words are a number."""
        if tag in _VOID:
            if tag in ("br", "hr") and not self._hiding:
                self._flow.end_line()
            return
        self._close_left_open(tag)
        if len(self._open) >= _DEEPEST:
            return
        counting = ListNumbering(attributes) if tag == "ol" else None
        self._open.append(_Element(tag, hides, numbers, counting))
        self._hiding += hides
        self._numbering += numbers
        if not self._hiding:
            self._begin_shown(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends, and with it those in it that were left open."""
        if any(element.tag == tag for element in self._open):
            while self._close_last().tag != tag:
                pass

    def text(self, text: str) -> None:
        """Words of the element that was opened last."""
        if not self._hiding:
            self._flow.add(text, is_number=self._numbering > 0)

    def _close_left_open(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _CLOSED_BY:
            self._close_nearest(_PARAGRAPHS, _CELLS | _LISTS | {"li", "table"})
        if tag in _CLOSED_BY:
            self._close_nearest(*_CLOSED_BY[tag])

    def _close_nearest(self, closed: frozenset[str], bounds: frozenset[str]) -> None:
        for number in range(len(self._open) - 1, -1, -1):
            tag = self._open[number].tag
            if tag in closed:
                while len(self._open) > number:
                    self._close_last()
                return
            if tag in bounds:
                return

    def _close_last(self) -> _Element:
        element = self._open.pop()
        if not self._hiding:
            self._end_shown(element.tag)
        self._hiding -= element.hides
        self._numbering -= element.numbers
        return element

    def _begin_shown(self, tag: str, attributes: Mapping[str, str]) -> None:
        flow = self._flow
        match tag:
            case "td" | "th":
                flow.begin_cell()
            case "tr":
                flow.begin_row()
            case "li":
                flow.end_line()
                flow.number_next(self._entry_number(attributes.get("value", "")))
            case _ if tag in _BLOCKS:
                flow.end_line()

    def _end_shown(self, tag: str) -> None:
        flow = self._flow
        match tag:
            case "td" | "th":
                flow.end_cell()
            case "tr":
                flow.end_row()
            case "li":
                flow.end_line()
                flow.number_next("")
            case _ if tag in _BLOCKS:
                flow.end_line()

    def _entry_number(self, value: str) -> str:
        for element in reversed(self._open):
            if element.tag in _LISTS:
                return element.list_numbers.number(value) if element.list_numbers else ""
        return ""

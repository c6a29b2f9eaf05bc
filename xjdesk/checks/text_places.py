"""Findings in running text: what they are about, and how a stretch of it is replaced."""

from __future__ import annotations

from xjdesk.checks.clauses import QUOTED_CLAUSES
from xjdesk.core.address import (
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    TextAddress,
)
from xjdesk.core.change import Change
from xjdesk.core.figure_carrying import carried
from xjdesk.core.report import Report


def place_of(address: TextAddress, start: int, end: int) -> Place:
    """Where a finding about these characters points: the words of a paragraph, else the whole."""
    if isinstance(address, ParagraphAddress):
        return SpanAddress(address.chapter, address.paragraph, start, end)
    return address


def subject_of(address: TextAddress, text: str, start: int, end: int) -> str:
    """What a finding about characters of `text` is kept by.

    In a paragraph it is the chapter and the clause around them, so that it stays when paragraphs
    are put in before it or the sentence is edited elsewhere. Explanations and dismissals are saved
    with it: whatever it becomes, those of older reports must still be found by it.
    """
    if not isinstance(address, ParagraphAddress):
        return str(address)
    return f"{address.chapter} {clause_at(text, start, end)}"


def clause_at(text: str, start: int, end: int) -> str:
    """The words between the punctuation marks around the characters `start` to `end`."""
    return QUOTED_CLAUSES.around(text, start, end).of(text).strip()


def text_at(report: Report, address: TextAddress) -> str:
    """The whole text that stands there."""
    match address:
        case FieldAddress():
            return report.field(address)
        case HeadingAddress():
            return report.chapter(address.chapter).heading
        case ParagraphAddress():
            return report.chapter(address.chapter).paragraphs[address.paragraph].text


def replacement(report: Report, address: TextAddress, start: int, end: int, new: str) -> Change:
    """The change that puts `new` where characters `start` to `end` stand."""
    old = text_at(report, address)
    text = old[:start] + new + old[end:]
    if not isinstance(address, ParagraphAddress):
        return Change(address, old, text)
    at = address.paragraph
    paragraphs = report.chapter(address.chapter).paragraphs[at : at + 1]
    return Change(address, paragraphs, carried(paragraphs, [text]))

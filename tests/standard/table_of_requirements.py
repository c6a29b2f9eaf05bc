"""Every requirement of GB/T 9704-2012 that applies to a report, in the order of the standard."""

from __future__ import annotations

from types import ModuleType

from tests.standard import (
    annex,
    annex_note,
    body_text,
    grid,
    imprint,
    imprint_rules,
    letterhead,
    page,
    page_numbers,
    seal,
    signature,
    statistics_table,
    title,
)
from tests.standard.requirement import Requirement


def _in_module(module: ModuleType) -> tuple[Requirement, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Requirement))


_PARTS = (
    page,
    grid,
    letterhead,
    title,
    body_text,
    annex_note,
    signature,
    seal,
    annex,
    statistics_table,
    imprint_rules,
    imprint,
    page_numbers,
)

REQUIREMENTS: tuple[Requirement, ...] = tuple(r for part in _PARTS for r in _in_module(part))

UNMEASURED: dict[str, str] = {
    "R-4": "paper: weight, whiteness, folding, opacity, pH; for the print room",
    "R-6.2 register": "two sides register within 2 mm; for the print room",
    "R-6.3": "binding and staples, numbers of facing pages within 4 mm; for the print room",
    "R-7.2.1": "份号: a yearly report bears none",
    "R-7.2.2": "密级和保密期限: a yearly report bears none",
    "R-7.2.3": "紧急程度: a yearly report bears none",
    "R-7.2.4c size": "the standard gives none since 2012; only that the mark stays in the 版心",
    "R-7.2.6b": "several signers: joint documents only",
    "R-7.2.7 thickness": "the standard gives none",
    "R-7.3.5.1a colour": "the seal is pressed by hand; that none is printed is R-5.2.4",
    "R-7.3.5.1c": "joint documents only",
    "R-7.3.5.3": "签名章: not offered",
    "R-7.3.6": "附注: not offered",
    "R-7.3.7c apart": "annexes that are not bound with the text: not offered",
    "R-8": "A4 landscape tables: none in a report",
    "R-9": "units, punctuation and numbers: checked as wording, not as layout",
    "R-10.1 to R-10.3": "letters, orders, minutes: other formats",
}
"""Rows of the standard that no page can show, or that a report never has, and why."""

"""What was typed into a cell of a table, with calculations carried out."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.calculation import CalculationError, calculate, is_calculation
from xjdesk.core.numbers import show_number


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """The text for the cell, and a sentence where it is not what was typed; else empty."""

    text: str
    told: str = ""


def typed_entry(text: str) -> TypedEntry:
    """=50+148 becomes 198; a calculation that comes to nothing stays as it was typed."""
    if not is_calculation(text):
        return TypedEntry(text)
    try:
        found = calculate(text)
    except CalculationError as refused:
        told = f"“{text.strip()}”没有算出来：{refused}。已原样留在格里，请改正。"
        return TypedEntry(text, told)
    value = show_number(found.value)
    return TypedEntry(value, f"{found.text}＝{value}，已填入{value}。")

"""Reckoning what was typed into a cell behind an equals sign, as in a worksheet: =50+148."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xjdesk.core.numbers import MOST_DIGITS

_TOKEN = re.compile(r"\s*(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|\s*(?P<sign>[-+*/()])")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "。": ".", "·": "*"})
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_MOST_CHARACTERS, _MOST_DEPTH, _MOST_DECIMALS = 200, 20, 8


class CalculationError(ValueError):
    """A calculation that comes to nothing; its text says in Chinese why."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation as it is understood, without its equals sign, and what it comes to."""

    text: str
    value: Decimal


def is_calculation(text: str) -> bool:
    """Whether the text is meant to be reckoned: it begins with an equals sign of any width."""
    return unicodedata.normalize("NFKC", text).strip().startswith("=")


def calculate(text: str) -> Calculation:
    """Reckon exactly what stands behind the equals sign: + - × ÷ and brackets.

    CalculationError when it cannot be read or comes to no number that can be written out.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).strip().removeprefix("=").strip()
    plain = _GROUPED.sub("", plain)
    if len(plain) > _MOST_CHARACTERS:
        raise CalculationError("算式太长")
    reader = _Reader(_tokens(plain))
    value = reader.sum(0)
    if not reader.is_at_end:
        raise CalculationError("算式的括号不成对" if reader.next == ")" else "算式写得不完整")
    return Calculation(plain, _written_out(value))


def _tokens(plain: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while at < len(plain):
        found = _TOKEN.match(plain, at)
        if found is None:
            raise CalculationError(f"算式中的“{plain[at:].strip()[:1]}”不能计算")
        tokens.append(found["number"] or found["sign"])
        at = found.end()
    return tokens


class _Reader:
    """Reckons while it reads: sums of products of numbers and bracketed sums."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._tokens)

    @property
    def next(self) -> str:
        return "" if self.is_at_end else self._tokens[self._at]

    def sum(self, depth: int) -> Fraction:
        value = self._product(depth)
        while self.next in ("+", "-"):
            sign = self._take()
            part = self._product(depth)
            value = value + part if sign == "+" else value - part
        return value

    def _product(self, depth: int) -> Fraction:
        value = self._factor(depth)
        while self.next in ("*", "/"):
            sign = self._take()
            part = self._factor(depth)
            if sign == "/" and part == 0:
                raise CalculationError("不能除以0")
            value = value * part if sign == "*" else value / part
        return value

    def _factor(self, depth: int) -> Fraction:
        if depth > _MOST_DEPTH:
            raise CalculationError("算式的括号层数太多")
        token = self._take()
        match token:
            case "(":
                value = self.sum(depth + 1)
                if self._take() != ")":
                    raise CalculationError("算式的括号不成对")
                return value
            case "+" | "-":
                value = self._factor(depth + 1)
                return value if token == "+" else -value
            case "" | ")" | "*" | "/":
                raise CalculationError("算式写得不完整")
            case _:
                return Fraction(token)

    def _take(self) -> str:
        token = self.next
        self._at += bool(token)
        return token


def _written_out(value: Fraction) -> Decimal:
    """The value as a decimal that is no longer than a cell takes."""
    if abs(value) >= 10**MOST_DIGITS:
        raise CalculationError("结果的位数太多")
    scaled = value * 10**_MOST_DECIMALS
    if scaled.denominator != 1:
        raise CalculationError("除不尽")
    plain = Decimal(f"{Decimal(scaled.numerator).scaleb(-_MOST_DECIMALS).normalize():f}")
    if sum(map(str.isdigit, str(plain))) > MOST_DIGITS:
        raise CalculationError("结果的位数太多")
    return abs(plain) if plain == 0 else plain

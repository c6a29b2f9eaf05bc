"""Reading the text of a formula.

    condition  = chain [("=>" | "<=>") chain]
    chain      = comparison {("and" | "or") comparison}
    comparison = expression comparator expression {comparator expression}
    expression = "max" "(" sum {"," sum} ")" | sum
    sum        = ["-"] term {("+" | "-") term}
    term       = number ["*" name] | name

`a <= b <= c` means `a <= b and b <= c`. A name is a row or a column of the table the relation
stands in, or a full address `table.row.column`; with `last.` before it, that of last year.
"""

from __future__ import annotations

import re
from decimal import Decimal

from xjdesk.core.formula import (
    Comparator,
    Comparison,
    Condition,
    Expression,
    Joined,
    Joint,
    Largest,
    Sum,
    Term,
)

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<sign><=>|=>|<=|>=|!=|[=<>+\-*(),]))"
)


class FormulaError(ValueError):
    """A formula that cannot be read."""


def read_formula(text: str) -> Condition:
    """The condition that `text` states; FormulaError when it is none."""
    reader = _Reader(text)
    condition = reader.condition()
    if reader.peek():
        raise FormulaError(f"{text!r}: unexpected {reader.peek()!r}")
    return condition


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._at = 0

    def peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def condition(self) -> Condition:
        left = self._chain()
        if self.peek() in (Joint.IMPLIES, Joint.EQUIVALENT):
            return Joined(left, Joint(self._take()), self._chain())
        return left

    def _chain(self) -> Condition:
        left = self._comparison()
        while self.peek() in (Joint.AND, Joint.OR):
            left = Joined(left, Joint(self._take()), self._comparison())
        return left

    def _comparison(self) -> Condition:
        left = self._expression()
        result: Condition | None = None
        while self.peek() in set(Comparator):
            comparator = Comparator(self._take())
            right = self._expression()
            step = Comparison(left, comparator, right)
            result = step if result is None else Joined(result, Joint.AND, step)
            left = right
        if result is None:
            raise FormulaError(f"{self._text!r}: nothing is compared")
        return result

    def _expression(self) -> Expression:
        if self.peek() != "max":
            return self._sum()
        self._take()
        self._expect("(")
        sums = [self._sum()]
        while self.peek() == ",":
            self._take()
            sums.append(self._sum())
        self._expect(")")
        return Largest(tuple(sums))

    def _sum(self) -> Sum:
        sign = Decimal(-1) if self.peek() == "-" else Decimal(1)
        if sign < 0:
            self._take()
        terms = [self._term(sign)]
        while self.peek() in ("+", "-"):
            sign = Decimal(1) if self._take() == "+" else Decimal(-1)
            terms.append(self._term(sign))
        return Sum(tuple(terms))

    def _term(self, sign: Decimal) -> Term:
        token = self._take()
        if token[:1].isdigit():
            if self.peek() != "*":
                return Term(sign * Decimal(token), "")
            self._take()
            if not Decimal(token):
                raise FormulaError(f"{self._text!r}: a factor of 0 says nothing")
            return Term(sign * Decimal(token), self._name(self._take()))
        return Term(sign, self._name(token))

    def _name(self, token: str) -> str:
        if not token[:1].isalpha() or token in ("and", "or", "max"):
            raise FormulaError(f"{self._text!r}: expected a name, found {token!r}")
        return token

    def _expect(self, sign: str) -> None:
        if self._take() != sign:
            raise FormulaError(f"{self._text!r}: expected {sign!r}")

    def _take(self) -> str:
        token = self.peek()
        if not token:
            raise FormulaError(f"{self._text!r}: ends too early")
        self._at += 1
        return token


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"{text!r}: cannot read {text[at:].strip()!r}")
        tokens.append(match.group().strip())
        at = match.end()
    return tokens

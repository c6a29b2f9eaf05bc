"""What a requirement asks for: a length, a range or a wording."""

from __future__ import annotations

from dataclasses import dataclass

STANDARD_TOLERANCE_MM = 0.5
"""Where the standard states none."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length in mm or 字."""

    value: float
    tolerance: float = STANDARD_TOLERANCE_MM
    unit: str = "mm"

    def admits(self, found: float | str) -> bool:
        return isinstance(found, float | int) and abs(found - self.value) <= self.tolerance

    def __str__(self) -> str:
        return f"{self.value:.2f} ± {self.tolerance:g} {self.unit}"


@dataclass(frozen=True, slots=True)
class Between:
    """A number not below `low` and not above `high`; `unit` is for reading."""

    low: float
    high: float
    unit: str = "mm"

    def admits(self, found: float | str) -> bool:
        return isinstance(found, float | int) and self.low <= found <= self.high

    def __str__(self) -> str:
        return f"{self.low:.2f} … {self.high:.2f} {self.unit}"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number of something."""

    value: int
    unit: str = ""

    def admits(self, found: float | str) -> bool:
        return found == self.value

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Words:
    """One of several wordings."""

    words: tuple[str, ...]

    def admits(self, found: float | str) -> bool:
        return found in self.words

    def __str__(self) -> str:
        return " / ".join(self.words)


def adjustable(usual_mm: float) -> Between:
    """A pitch that may be adjusted by 5%, and 0.03 mm for the measuring."""
    return Between(usual_mm * 0.95 - 0.03, usual_mm * 1.05 + 0.03)


def characters(value: float) -> Length:
    """So many 字 of the document's own pitch; a tenth of one is half a mm."""
    return Length(value, 0.1, "字")


def words(*options: str) -> Words:
    """Any one of these."""
    return Words(options)


Required = Length | Between | Number | Words

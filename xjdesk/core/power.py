"""Powers that only some organs have, as a form states them: who may make 规章."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_OFFICES = ("人民政府办公室", "人民政府办公厅", "政府办公室", "政府办公厅")


class Holding(StrEnum):
    """Whether an organ has a power; UNKNOWN where nothing tells."""

    HELD = "held"
    NOT_HELD = "not_held"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Power:
    """A power, and rows of a table that hold no number for an organ without it.

    `levels` are those of the field 机关层级 that have it. Where none is chosen the name of the
    issuer tells: one that ends with one of `held_by` has it, else one that ends with one of
    `not_held_by` has not; an office stands for its government. `message` is a Chinese sentence
    saying what ought to hold, `remedies` the ways out, `doubt` the sentence where nothing tells.
    """

    id: str
    table: str
    rows: tuple[str, ...]
    levels: tuple[str, ...]
    held_by: tuple[str, ...]
    not_held_by: tuple[str, ...]
    message: str
    doubt: str
    remedies: tuple[str, ...]

    def holding(self, level: str, issuer: str) -> Holding:
        """Whether the organ called `issuer` has it; `level` is empty when none is chosen."""
        if level:
            return Holding.HELD if level in self.levels else Holding.NOT_HELD
        name = _government(issuer)
        if name.endswith(self.held_by):
            return Holding.HELD
        return Holding.NOT_HELD if name.endswith(self.not_held_by) else Holding.UNKNOWN


def _government(issuer: str) -> str:
    """The name of the organ, of the office of a government that of the government."""
    name = "".join(issuer.split()).removesuffix("文件")
    for office in _OFFICES:
        if name.endswith(office):
            return name.removesuffix(office) + "人民政府"
    return name

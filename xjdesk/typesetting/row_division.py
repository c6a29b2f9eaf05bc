"""Dividing a table row that no page can hold."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.cell_setting import PADDING_MM
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import Rule

_BELOW_BASELINE = 0.3
"""More than reaches below the baseline, as a share of the size."""


def divided(row: Block, height_mm: float) -> tuple[Block, Block]:
    """The part of a row above `height_mm` and the part below it, each with its own rules."""
    size = mm(row.runs[0].size_pt)
    lowest = height_mm - PADDING_MM - _BELOW_BASELINE * size
    upper = tuple(run for run in row.runs if run.baseline_mm <= lowest)
    lower = tuple(run for run in row.runs if run.baseline_mm > lowest)
    shift = PADDING_MM + size - min(run.baseline_mm for run in lower)
    rest = row.height_mm + shift
    first_edge = tuple(rule for rule in row.rules if rule.y1 == 0.0)
    verticals = tuple(rule for rule in row.rules if rule.x0 == rule.x1)
    *_, lower_edge = row.rules
    edge = replace(lower_edge, y0=0.0, y1=0.0)

    def framed(height: float) -> tuple[Rule, ...]:
        sides = tuple(replace(rule, y1=height) for rule in verticals)
        return (*sides, replace(lower_edge, y0=height, y1=height))

    return (
        Block(height_mm, height_mm, upper, (*first_edge, *framed(height_mm)), missing=row.missing),
        Block(rest, rest, tuple(run.moved(0.0, shift) for run in lower), (edge, *framed(rest))),
    )

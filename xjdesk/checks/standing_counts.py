"""How many findings there are, as one sentence: the open ones first, then the settled."""

from __future__ import annotations

from collections.abc import Sequence

from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.severity import Severity


def standing_counts(settled: Sequence[SettledFinding]) -> str:
    """强制1条，核实3条，提示2条；另有已说明1条，不再提示1条。"""
    opened = [one.finding.severity for one in settled if one.standing is Standing.OPEN]
    told = "，".join(f"{each.label}{opened.count(each)}条" for each in Severity)
    standings = [one.standing for one in settled]
    others = [
        f"{label}{standings.count(standing)}条"
        for standing, label in ((Standing.EXPLAINED, "已说明"), (Standing.DISMISSED, "不再提示"))
        if standing in standings
    ]
    return f"{told}；另有{'，'.join(others)}。" if others else f"{told}。"

"""What the selected cells come to, for the status bar."""

from __future__ import annotations

from xjdesk.core.numbers import show_number
from xjdesk.core.sums import Sums


def sums_words(sums: Sums) -> str:
    """计数 3　求和 160　平均 约53.33; empty where fewer than two numbers are selected."""
    if sums.count < 2:
        return ""
    about = "" if sums.is_average_exact else "约"
    average = f"{about}{show_number(sums.average)}"
    return f"计数 {sums.count}　求和 {show_number(sums.total)}　平均 {average}"

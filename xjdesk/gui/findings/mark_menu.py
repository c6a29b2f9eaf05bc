"""What a context menu offers for the findings at its place: their ways out, as in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.gui.captions import caption
from xjdesk.gui.findings.deed import FindingDeed
from xjdesk.gui.findings.ways_out import Answer, ways_of
from xjdesk.gui.plain_tip import plain_tip

_MOST_FINDINGS = 3
_LONGEST = 40
"""字: a menu does not wrap its lines."""
_IN_LIST = "转到审核结果"


def add_finding_entries(
    menu: QMenu,
    findings: Sequence[Finding],
    do: Callable[[FindingDeed], None],
    *,
    can_change: bool,
) -> None:
    """Put `findings`, which are open, and their ways out on top of what `menu` has already.

    Without `can_change` only what leads somewhere can be chosen.
    """
    if not findings:
        return
    entries: list[QAction] = []
    for finding in findings[:_MOST_FINDINGS]:
        entries += _entries(menu, finding, do, can_change)
    if len(findings) > _MOST_FINDINGS:
        rest = FindingDeed(findings[_MOST_FINDINGS])
        label = f"此处还有{len(findings) - _MOST_FINDINGS}条，{_IN_LIST}"
        entries += (_entry(menu, label, rest, do), _line(menu))
    menu.insertActions(menu.actions()[0], entries)
    menu.setToolTipsVisible(True)


def _entries(
    menu: QMenu, finding: Finding, do: Callable[[FindingDeed], None], can_change: bool
) -> Iterator[QAction]:
    yield _head(menu, finding)
    ways = ways_of(SettledFinding(finding, Standing.OPEN))
    for way in (*ways.remedies, *ways.answers):
        if isinstance(way, Remedy) and way.is_advice:
            continue
        label = way.value if isinstance(way, Answer) else way.label
        entry = _entry(menu, label, FindingDeed(finding, way), do)
        entry.setEnabled(can_change or (isinstance(way, Remedy) and not way.changes))
        yield entry
    yield _entry(menu, _IN_LIST, FindingDeed(finding), do)
    yield _line(menu)


def _head(menu: QMenu, finding: Finding) -> QAction:
    head = QAction(_shortened(f"【{finding.severity.label}】{finding.message}"), menu)
    head.setToolTip(plain_tip(finding.message))
    head.setEnabled(False)
    return head


def _entry(
    menu: QMenu, label: str, deed: FindingDeed, do: Callable[[FindingDeed], None]
) -> QAction:
    entry = QAction(_shortened(label), menu)
    entry.setToolTip(plain_tip(label))
    entry.triggered.connect(lambda: do(deed))
    return entry


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return caption(flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…")

"""What a tab says about its findings."""

from __future__ import annotations

from xjdesk.checks.finding import Counts, Finding
from xjdesk.core.address import FieldAddress, Place, YearAddress
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.badge import Badge, BadgeCounter

LEFT, ALSO_LEFT, RIGHT = FieldAddress("a", "1"), FieldAddress("a", "2"), FieldAddress("b", "1")


class TwoTabs:
    """Group a is on the first tab, group b on the second."""

    def page_number(self, place: Place) -> int | None:
        return "ab".index(place.group) if isinstance(place, FieldAddress) else None

    def page_title(self, number: int) -> str:
        return ("甲", "乙")[number]


def _finding(severity: Severity, *where: Place) -> Finding:
    return Finding("X-01", severity, where, "")


def test_a_finding_counts_once_on_every_tab_it_points_at() -> None:
    counter = BadgeCounter(TwoTabs())
    error, query = _finding(Severity.ERROR, LEFT, ALSO_LEFT), _finding(Severity.QUERY, LEFT, RIGHT)
    others = _finding(Severity.HINT, YearAddress()), _finding(Severity.HINT)
    assert counter.badges((error, query, *others)) == {
        0: Badge(Severity.ERROR, Counts(1, 1, 0)),
        1: Badge(Severity.QUERY, Counts(0, 1, 0)),
    }
    assert counter.badges((query, *others, _finding(Severity.HINT, RIGHT))) == {
        0: Badge(Severity.QUERY, Counts(0, 1, 0)),
        1: Badge(Severity.QUERY, Counts(0, 1, 1)),
    }
    assert counter.badges(()) == {}


def test_the_sentence_names_the_severities_there_are() -> None:
    badge = Badge(Severity.ERROR, Counts(2, 0, 13))
    assert badge.sentence == "强制2条，提示13条"
    assert badge.total == 15

"""The findings as Qt sees them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import CellAddress, Place
from xjdesk.core.form import Form
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.grouping import Group, Grouping, grouped
from xjdesk.gui.findings.model import FindingsModel
from xjdesk.gui.findings.rows import FindingRow, finding_rows

CELL = CellAddress("statistics", "closed", "count")
_Warning = QAbstractItemModelTester.FailureReportingMode.Warning


class OneTab:
    """Everything is on it."""

    def page_number(self, place: Place) -> int | None:
        return 0

    def page_title(self, number: int) -> str:
        return "统计表"


def _settled(
    rule: str, severity: Severity, message: str = "", *, done: bool = False
) -> SettledFinding:
    finding = Finding(rule, severity, (CELL,), message or rule, subject=rule)
    return SettledFinding(finding, Standing.EXPLAINED if done else Standing.OPEN)


def _groups(*settled: SettledFinding, by: Grouping = Grouping.SEVERITY) -> tuple[Group, ...]:
    in_order = sorted(settled, key=lambda one: one.finding.severity.rank)
    return grouped(finding_rows(in_order), by, OneTab())


def _shown(model: FindingsModel) -> list[tuple[str, list[str]]]:
    """What a view reads: the texts of groups and rows."""
    return [
        (
            str(group.data()),
            [str(model.index(r, 0, group).data()) for r in range(model.rowCount(group))],
        )
        for group in (model.index(number, 0) for number in range(model.rowCount()))
    ]


_SETTLED = st.builds(
    _settled,
    st.sampled_from("abcdefgh"),
    st.sampled_from(list(Severity)),
    st.sampled_from(["甲", "乙"]),
    done=st.booleans(),
)
_STEPS = st.lists(
    st.tuples(
        st.lists(_SETTLED, unique_by=lambda one: one.finding.rule), st.sampled_from(list(Grouping))
    ),
    max_size=6,
)


@given(_STEPS)
def test_it_shows_what_it_was_given_last(
    qapp: QApplication, form: Form, steps: list[tuple[list[SettledFinding], Grouping]]
) -> None:
    model = FindingsModel(form)
    tester = QAbstractItemModelTester(model, _Warning)
    for settled, by in steps:
        groups = _groups(*settled, by=by)
        model.show(groups)
        assert _shown(model) == [
            (f"{group.title}（{len(group.rows)}）", [row.finding.message for row in group.rows])
            for group in groups
        ]
        assert list(model.rows()) == [row for group in groups for row in group.rows]
    del tester


def _row(model: FindingsModel, rule: str) -> QModelIndex:
    numbers = range(len(model.keys()))
    return next(i for i in map(model.index_of_row, numbers) if _rule(model.row_at(i)) == rule)


def _rule(row: FindingRow | None) -> str:
    return "" if row is None else row.finding.rule


def test_a_row_that_stays_is_the_same_for_the_views(qapp: QApplication, form: Form) -> None:
    a, b, c = (_settled(rule, Severity.QUERY) for rule in "abc")
    model = FindingsModel(form)
    model.show(_groups(a, b, c))
    kept = QPersistentModelIndex(_row(model, "b"))
    error = _settled("e", Severity.ERROR)
    model.show(_groups(error, b, _settled("x", Severity.QUERY), c))
    assert kept.isValid()
    assert _rule(model.row_at(kept)) == "b"
    assert kept.row() == 0
    assert model.row_number(kept) == 1


def test_only_the_row_whose_words_changed_is_told(qapp: QApplication, form: Form) -> None:
    a, b = _settled("a", Severity.HINT), _settled("b", Severity.HINT)
    model = FindingsModel(form)
    model.show(_groups(a, b))
    told: list[tuple[bool, int, int]] = []
    model.dataChanged.connect(
        lambda first, last: told.append((first.parent().isValid(), first.row(), last.row()))
    )
    model.show(_groups(a, b))
    assert told == []
    model.show(_groups(a, _settled("b", Severity.HINT, "别的话")))
    assert told == [(True, 1, 1)]


def test_a_group_tells_when_its_count_changes(qapp: QApplication, form: Form) -> None:
    a, b = _settled("a", Severity.HINT), _settled("b", Severity.HINT)
    model = FindingsModel(form)
    model.show(_groups(a))
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    model.show(_groups(a, b))
    assert told == ["提示（2）"]


def test_a_row_is_read_out_with_severity_and_place(qapp: QApplication, form: Form) -> None:
    model = FindingsModel(form)
    model.show(_groups(_settled("a", Severity.QUERY, "相差98件")))
    spoken = _row(model, "a").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "核实，统计表 三、（二）申请办结数：相差98件"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "核实（1）"


def test_a_finding_without_a_place_has_none(qapp: QApplication, form: Form) -> None:
    finding = Finding("a", Severity.HINT, (), "无处", subject="a")
    model = FindingsModel(form)
    rows = finding_rows([SettledFinding(finding, Standing.OPEN)])
    model.show(grouped(rows, Grouping.TAB, OneTab()))
    assert model.place(_row(model, "a")) == ""
    assert model.place(model.index(0, 0)) == ""

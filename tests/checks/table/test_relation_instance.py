"""How often a relation is repeated, and of which cells it speaks."""

from __future__ import annotations

from xjdesk.checks.table.relation_instance import instances
from xjdesk.core.form import Form
from xjdesk.core.formula_reader import read_formula
from xjdesk.core.relation import Over, Relation, RelationKind
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")


def _instances(form: Form, table: str, formula: str, over: Over) -> list[list[str]]:
    relation = Relation(
        "R",
        RelationKind.FORMULA,
        table,
        Severity.ERROR,
        "应相等。",
        ("改。", "核对。"),
        read_formula(formula),
        over,
    )
    return [[str(cell) for cell in found.cells.values()] for found in instances(form, relation)]


def test_rows_are_compared_in_every_column() -> None:
    found = _instances(_FORM, "requests", "received = settled", Over.COLUMNS)
    assert len(found) == 7
    assert found[0] == ["requests.received.natural", "requests.settled.natural"]
    assert found[-1] == ["requests.received.total", "requests.settled.total"]


def test_columns_are_compared_in_every_row_that_takes_numbers() -> None:
    found = _instances(_FORM, "requests", "total = natural + business", Over.ROWS)
    assert len(found) == 25
    assert found[2][0] == "requests.granted.total"


def test_of_panels_without_the_rows_or_columns_nothing_is_said() -> None:
    by_column = _instances(_FORM, "disclosure", "penalties = coercive_measures", Over.COLUMNS)
    assert by_column == [
        ["disclosure.penalties.decisions", "disclosure.coercive_measures.decisions"]
    ]
    by_row = _instances(_FORM, "disclosure", "issued <= in_force", Over.ROWS)
    assert [cells[0] for cells in by_row] == [
        "disclosure.regulations.issued",
        "disclosure.normative_documents.issued",
    ]


def test_addresses_alone_are_compared_once() -> None:
    formula = "requests.received.total = review.cases.direct_total"
    assert len(_instances(_FORM, "requests", formula, Over.COLUMNS)) == 1

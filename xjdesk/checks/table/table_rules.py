"""All rules that the relations of a form state about its tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from xjdesk.checks.rule import Rule
from xjdesk.checks.table.balances import balances_by_cell, totals
from xjdesk.checks.table.blank_rule import blank_rule
from xjdesk.checks.table.cell_numbers import CellNumbers
from xjdesk.checks.table.cell_rules import cell_rules
from xjdesk.checks.table.power_rules import power_rules
from xjdesk.checks.table.relation_instance import instances
from xjdesk.checks.table.relation_rules import relation_rule
from xjdesk.checks.table.swing_rules import swing_rules
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.relation import RelationKind
from xjdesk.core.row_name import cell_name

_MOST_CELLS = 4096


def table_rules(form: Form, last_year: LastYear | None = None) -> Iterator[Rule]:
    """The rules in the order of the form's relations.

    Those that look back are among them where there is a report of last year.
    """
    by_relation = [tuple(instances(form, relation, last_year)) for relation in form.relations]
    found = [one for some in by_relation for one in some if not one.relation.looks_back]
    names = lru_cache(maxsize=_MOST_CELLS)(partial(cell_name, form))
    numbers = CellNumbers(frozenset(totals(found)))
    balances = balances_by_cell(found)
    for relation, repeated in zip(form.relations, by_relation, strict=True):
        match relation.kind:
            case RelationKind.FORMULA:
                for instance in repeated:
                    yield relation_rule(form, instance, names, numbers)
            case RelationKind.BLANK:
                yield blank_rule(form, relation, names, numbers, balances)
            case RelationKind.SWING:
                if last_year is not None:
                    yield from swing_rules(form, relation, names, last_year)
            case _:
                yield from cell_rules(form, relation, names)
    yield from power_rules(form, names)

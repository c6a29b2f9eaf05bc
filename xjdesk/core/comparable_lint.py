"""What a form must keep where it says what an earlier form counted alike."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.core.comparable import Comparable
from xjdesk.core.form import Form
from xjdesk.core.last_year import comparable_cells


def comparable_problems(form: Form) -> Iterator[str]:
    """What is wrong with what `form` says, as far as it can be seen without the other form."""
    ids = [comparable.form for comparable in form.comparable]
    if len(set(ids)) < len(ids):
        yield "comparable: a form stands twice"
    takers = frozenset(form.indicator_cells())
    for comparable in form.comparable:
        where = f"comparable {comparable.form}"
        if comparable.form == form.id:
            yield f"{where}: a form is comparable with itself anyway"
        for name in comparable.same:
            alone = Comparable(comparable.form, (name,))
            if not any(alone.names(cell) for cell in takers):
                yield f"{where}: {name} has no cell that takes a number"
        new = [cell for cell, _ in comparable.cells]
        yield from (f"{where}: {c} is no cell that takes a number" for c in new if c not in takers)


def problems_between(form: Form, earlier: Form) -> tuple[str, ...]:
    """The cells of `earlier` that `form` speaks of and that it has not, or counts otherwise."""
    alike = comparable_cells(form, earlier)
    missing: list[str] = []
    for comparable in (c for c in form.comparable if c.form == earlier.id):
        named = {cell for cell in form.indicator_cells() if comparable.names(cell)}
        named |= {cell for cell, _ in comparable.cells}
        missing += [f"{cell} has no cell in {earlier.id}" for cell in sorted(named - alike.keys())]
    missing += [
        f"{new} is counted otherwise in {earlier.id}"
        for new, old in alike.items()
        if form.counting(new) != earlier.counting(old)
    ]
    return tuple(missing)

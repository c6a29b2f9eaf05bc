"""The words by which the findings list is narrowed down."""

from __future__ import annotations

from collections.abc import Iterable

from xjdesk.core.form import Form
from xjdesk.core.place_name import place_name
from xjdesk.gui.findings.rows import FindingKey, FindingRow


class FindingFilter:
    """Finds rows by words in their severity, message, places, rule or explanation.

    It remembers what is to be searched of the rows it saw last: most stay from edit to edit.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._searched: dict[FindingKey, tuple[FindingRow, str]] = {}

    def filtered(self, rows: Iterable[FindingRow], words: str) -> tuple[FindingRow, ...]:
        """The rows that have every one of the words; all when there are none."""
        wanted = words.casefold().split()
        if not wanted:
            self._searched = {}
            return tuple(rows)
        before, self._searched = self._searched, {}
        found: list[FindingRow] = []
        for row in rows:
            known = before.get(row.key)
            text = known[1] if known and known[0] is row else self._text(row)
            self._searched[row.key] = row, text
            if all(word in text for word in wanted):
                found.append(row)
        return tuple(found)

    def _text(self, row: FindingRow) -> str:
        finding, said = row.finding, row.settled.explanation
        places = (place_name(self._form, place) for place in finding.where)
        parts = (finding.severity.label, finding.rule, finding.message, *places)
        return "\n".join((*parts, said.text if said else "")).casefold()

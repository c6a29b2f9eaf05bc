"""The report forms the program knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.form_reader import read_form
from xjdesk.resource_files import resource

_ID = re.compile(r"(#.*\n|\s)*id\s*=\s*\"(?P<id>[^\"]*)\"")


class UnknownFormError(UserError):
    """A form that the program does not know."""

    def __init__(self, form_id: str, known: Iterable[str]) -> None:
        names = "、".join(known)
        super().__init__(f"没有名为“{form_id}”的报表格式，可用的有：{names}。")


class FormLibrary:
    """Forms by id, each with the text it was read from; read when first wanted.

    The window is shown on one report, and reading all forms would keep it waiting. ValueError
    when a source does not begin with its id.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = {_id_of(source): source for source in sources}
        self._forms: dict[str, Form] = {}

    def __contains__(self, form_id: str) -> bool:
        return form_id in self._sources

    def ids(self) -> tuple[str, ...]:
        """The ids of all forms, newest first."""
        return tuple(sorted(self._sources, key=lambda form_id: -self.form(form_id).first_year))

    def form(self, form_id: str) -> Form:
        """The form of that id; UnknownFormError when there is none."""
        if form_id not in self._forms:
            self._forms[form_id] = read_form(self.source(form_id))
        return self._forms[form_id]

    def source(self, form_id: str) -> str:
        """The TOML text of the form; UnknownFormError when there is none."""
        if form_id not in self._sources:
            raise UnknownFormError(form_id, self._sources)
        return self._sources[form_id]

    def proposed_for(self, year: int) -> Form:
        """The form for reports on `year`, or the newest where no form covers that year."""
        forms = [self.form(form_id) for form_id in self.ids()]
        return next((form for form in forms if form.covers(year)), forms[0])


def _id_of(source: str) -> str:
    """The id in the first line that is no comment."""
    found = _ID.match(source)
    if found is None:
        raise ValueError(f"a form does not begin with its id: {source[:40]!r}")
    return found["id"]


def shipped_forms() -> FormLibrary:
    """The forms that come with the program."""
    files = sorted(resource("forms").iterdir(), key=lambda file: file.name)
    return FormLibrary(
        file.read_text(encoding="utf-8") for file in files if file.name.endswith(".toml")
    )

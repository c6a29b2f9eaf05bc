"""The report forms the program knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.form_reader import read_form
from xjdesk.resource_files import resource


class UnknownFormError(UserError):
    """A form that the program does not know."""

    def __init__(self, form_id: str, known: Iterable[str]) -> None:
        names = "、".join(known)
        super().__init__(f"没有名为“{form_id}”的报表格式，可用的有：{names}。")


class FormLibrary:
    """Forms by id, each with the text it was read from."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = tuple(sources)

    @cached_property
    def _forms(self) -> Mapping[str, tuple[Form, str]]:
        read = ((read_form(source), source) for source in self._sources)
        return {form.id: (form, source) for form, source in read}

    def ids(self) -> tuple[str, ...]:
        """The ids of all forms, newest first."""
        ordered = sorted(self._forms.values(), key=lambda found: -found[0].first_year)
        return tuple(form.id for form, _ in ordered)

    def form(self, form_id: str) -> Form:
        """The form of that id; UnknownFormError when there is none."""
        return self._find(form_id)[0]

    def source(self, form_id: str) -> str:
        """The TOML text of the form; UnknownFormError when there is none."""
        return self._find(form_id)[1]

    def proposed_for(self, year: int) -> Form:
        """The form for reports on `year`, or the newest where no form covers that year."""
        forms = [self.form(form_id) for form_id in self.ids()]
        return next((form for form in forms if form.covers(year)), forms[0])

    def _find(self, form_id: str) -> tuple[Form, str]:
        if form_id not in self._forms:
            raise UnknownFormError(form_id, self._forms)
        return self._forms[form_id]


def shipped_forms() -> FormLibrary:
    """The forms that come with the program."""
    files = sorted(resource("forms").iterdir(), key=lambda file: file.name)
    return FormLibrary(
        file.read_text(encoding="utf-8") for file in files if file.name.endswith(".toml")
    )

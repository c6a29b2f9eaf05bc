"""Choosing the form whose words a text holds: it may be another than that of its year."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.form import Form
from xjdesk.exchange.text.likeness import letters, spellings
from xjdesk.storage.form_library import FormLibrary

_SHORTEST_WORD = 4
_LEAST_SHARE = 0.5
_CLEARLY_MORE = 0.05


@dataclass(frozen=True, slots=True)
class FormChoice:
    """The form to read a text with, and the one in force for its year."""

    form: Form
    in_force: Form

    @property
    def is_other(self) -> bool:
        """Whether the text is written in a form that is not the one of its year."""
        return self.form.id != self.in_force.id


def choose_form(text: str, year: int, forms: FormLibrary) -> FormChoice:
    """The form in force for the year, unless clearly more of another one's tables is there."""
    in_force = forms.proposed_for(year)
    found = letters(text)
    shares = {form_id: _share(forms.form(form_id), found) for form_id in forms.ids()}
    best = max(shares, key=lambda form_id: shares[form_id])
    is_clear = shares[best] >= max(_LEAST_SHARE, shares[in_force.id] + _CLEARLY_MORE)
    return FormChoice(forms.form(best) if is_clear else in_force, in_force)


def _share(form: Form, text: str) -> float:
    """How many of the words that are printed in the form's tables the text has."""
    words: dict[str, tuple[str, ...]] = {}
    for table in form.tables:
        for caption in table.captions:
            words[letters(caption)] = (letters(caption),)
        for row in table.rows:
            words[letters(row.label)] = spellings(row.label)
    longer = [ways for word, ways in words.items() if len(word) >= _SHORTEST_WORD]
    return sum(any(way in text for way in ways) for ways in longer) / max(1, len(longer))

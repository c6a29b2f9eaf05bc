"""Every family of rules: what the rule book of a form is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from xjdesk.checks.characters.character_rules import character_rules
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.consistency.consistency_rules import consistency_rules
from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.facts.fact_rules import chapters_by, fact_rules
from xjdesk.checks.facts.figure_rules import figure_rules
from xjdesk.checks.last_year.last_year_rules import last_year_rules, last_years_number_rules
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.checks.rule import Rule
from xjdesk.checks.table.table_rules import table_rules
from xjdesk.checks.wording.wording_rules import wording_rules
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.word_list import WordList


def rules_of(form: Form, data: CheckData) -> Iterator[Rule]:
    """The rules of `form`, in the order in which findings of one severity are listed.

    What `data` does not hold is not checked for: without fonts nothing is said about characters.
    """
    yield from table_rules(form, data.last_year)
    yield from document_rules(form, data.document_words or DocumentWords(), data.forms)
    yield from wording_rules(form, data.words or WordList())
    yield from figure_rules(form)
    if data.last_year is not None:
        yield from last_year_rules(form, data.last_year, data)
    if data.number_words is not None:
        read_numbers = lru_cache(MOST_PARAGRAPHS)(number_reader(data.number_words))
        chapters = chapters_by(form, read_numbers)
        yield from fact_rules(form, chapters, read_numbers)
        if data.consistency_words is not None:
            yield from consistency_rules(form, data.consistency_words, read_numbers)
        if data.last_year is not None:
            yield from last_years_number_rules(form, data.last_year, data, chapters)
    if data.can_print is not None:
        yield from character_rules(form, data.can_print)

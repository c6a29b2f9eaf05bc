"""Everything that is checked between narrative and table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xjdesk.checks.facts.chapter_readings import ChapterReader
from xjdesk.checks.facts.charge_rules import charge_rules
from xjdesk.checks.facts.claim_reader import ClaimReader
from xjdesk.checks.facts.claim_rules import claim_rules
from xjdesk.checks.facts.fact_reader import FactReader
from xjdesk.checks.facts.repeated_facts import repeated_fact_rules
from xjdesk.checks.facts.text_table_rules import text_table_rules
from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.checks.rule import Rule
from xjdesk.core.form import Form
from xjdesk.core.number_words import NumberWords

ReadNumbers = Callable[[str], tuple[Mention, ...]]


def chapter_reader(form: Form, words: NumberWords) -> ChapterReader:
    """What reads the numbers of chapters by the text rules of `form`."""
    return chapters_by(form, number_reader(words))


def chapters_by(form: Form, read_numbers: ReadNumbers) -> ChapterReader:
    """The same, with numbers that `read_numbers` finds."""
    return ChapterReader(form, FactReader(form.text_rules, read_numbers))


def fact_rules(form: Form, chapters: ChapterReader, read_numbers: ReadNumbers) -> Iterator[Rule]:
    """The rules of `form` about what the narrative says of cells.

    `chapters` may be read by other rules as well: what was read once is not read again.
    """
    facts = chapters.facts
    yield from text_table_rules(form, chapters)
    yield from claim_rules(form, ClaimReader(form.text_rules, facts, read_numbers), chapters.scopes)
    yield from repeated_fact_rules(form, chapters)
    yield from charge_rules(form.text_rules.charges, facts, chapters.scopes)

"""All rules about a report beside last year's, but for the relations of its form (Y-01 to Y-09)."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.facts.chapter_readings import ChapterReader
from xjdesk.checks.last_year.alike_rules import alike_rules
from xjdesk.checks.last_year.base_rules import base_rules
from xjdesk.checks.last_year.fit_rules import fit_rules
from xjdesk.checks.last_year.growth_reader import GrowthReader
from xjdesk.checks.last_year.growth_rules import growth_rules
from xjdesk.checks.last_year.stale_name_rules import stale_name_rules
from xjdesk.checks.last_year.stale_number_rules import stale_number_rules
from xjdesk.checks.rule import Rule
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear


def last_year_rules(form: Form, last_year: LastYear, data: CheckData) -> Iterator[Rule]:
    """The rules that need nothing but words; none where `data` has not what they need."""
    yield from fit_rules(form, last_year)
    yield from stale_name_rules(form, last_year)
    yield from base_rules(form, last_year)
    if data.alikeness is not None:
        yield from alike_rules(form, last_year, data.alikeness)


def last_years_number_rules(
    form: Form, last_year: LastYear, data: CheckData, chapters: ChapterReader
) -> Iterator[Rule]:
    """The rules that read the numbers of the narrative."""
    yield from stale_number_rules(form, last_year, chapters)
    if data.consistency_words is not None:
        reader = GrowthReader(data.consistency_words)
        yield from growth_rules(form, last_year, chapters, reader)

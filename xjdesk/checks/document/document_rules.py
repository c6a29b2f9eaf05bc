"""All rules about the document as a whole, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.document.addressee_rules import addressee_rules
from xjdesk.checks.document.annex_names import annex_tables
from xjdesk.checks.document.annex_note_rules import annex_note_rules
from xjdesk.checks.document.annex_reference_rules import annex_reference_rules
from xjdesk.checks.document.annex_title_rules import annex_title_rules
from xjdesk.checks.document.chapter_rules import chapter_rules
from xjdesk.checks.document.copies_rules import copies_rules
from xjdesk.checks.document.date_form_rules import date_form_rules
from xjdesk.checks.document.date_order_rules import date_order_rules
from xjdesk.checks.document.field_rules import field_rules
from xjdesk.checks.document.fixed_chapter_rules import fixed_chapter_rules
from xjdesk.checks.document.heading_end_rules import heading_end_rules
from xjdesk.checks.document.heading_order_rules import heading_order_rules
from xjdesk.checks.document.heading_year_rules import heading_year_rules
from xjdesk.checks.document.imprint_rules import imprint_rules
from xjdesk.checks.document.level_name_rules import level_name_rules
from xjdesk.checks.document.number_rules import number_rules
from xjdesk.checks.document.part_count_rules import part_count_rules
from xjdesk.checks.document.period_rules import period_rules
from xjdesk.checks.document.quoted_name_rules import quoted_name_rules
from xjdesk.checks.document.relative_time_rules import relative_time_rules
from xjdesk.checks.document.request_rules import request_rules
from xjdesk.checks.document.self_name_rules import self_name_rules
from xjdesk.checks.document.short_year_rules import short_year_rules
from xjdesk.checks.document.stale_year_rules import stale_year_rules
from xjdesk.checks.document.text_demand_rules import text_demand_rules
from xjdesk.checks.document.title_particle_rules import title_particle_rules
from xjdesk.checks.document.title_rules import title_rules
from xjdesk.checks.document.title_year_rules import title_year_rules
from xjdesk.checks.document.variant_rules import variant_rules
from xjdesk.checks.rule import Rule
from xjdesk.core.document_fields import DATE, FILLED_ON, PRINTED_ON, field_at
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form

_NO_WORDS = DocumentWords()


def document_rules(
    form: Form, words: DocumentWords = _NO_WORDS, forms: tuple[Form, ...] = ()
) -> Iterator[Rule]:
    """The rules about fields, headings, years and names of a report in `form`, one of `forms`."""
    yield from _frame_rules(form, words, forms)
    yield from chapter_rules(form)
    yield from fixed_chapter_rules(form)
    yield from text_demand_rules(form)
    yield from _text_rules(form, words)


def _frame_rules(form: Form, words: DocumentWords, forms: tuple[Form, ...]) -> Iterator[Rule]:
    """What stands around the text, in the order of the document."""
    signed = (FILLED_ON,) if annex_tables(form) else ()
    dates = tuple(map(field_at, (*signed, DATE, PRINTED_ON)))
    yield from field_rules(form, forms)
    yield from number_rules()
    yield from title_rules(words)
    yield from title_particle_rules(words)
    yield from title_year_rules()
    yield from addressee_rules(words)
    yield from annex_note_rules(form)
    yield from annex_title_rules(form)
    yield from date_form_rules(dates)
    yield from date_order_rules(dates)
    yield from copies_rules(words)
    yield from imprint_rules()


def _text_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """What is read from the text itself."""
    yield from heading_order_rules(form)
    yield from heading_end_rules(form)
    yield from heading_year_rules(form)
    yield from part_count_rules(form)
    yield from period_rules(form, words)
    yield from stale_year_rules(form, words)
    yield from relative_time_rules(form, words)
    yield from short_year_rules(form)
    yield from self_name_rules(form, words)
    yield from level_name_rules(form, words)
    yield from variant_rules(form, words)
    yield from quoted_name_rules(form, words)
    yield from request_rules(form, words)
    yield from annex_reference_rules(form)

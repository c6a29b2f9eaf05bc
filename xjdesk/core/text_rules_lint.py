"""What the text rules of a form must keep beyond being readable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.form import Form
from xjdesk.core.phrase import TextRules


def text_rule_problems(form: Form) -> Iterator[str]:
    """What is wrong with topics, phrases and claims, each with its place."""
    rules = form.text_rules
    yield from _bad_words(rules)
    topics = [topic.id for topic in rules.topics]
    if len(set(topics)) < len(topics):
        yield "text topics: an id stands twice"
    ids = [claim.id for claim in rules.claims]
    if len(set(ids)) < len(ids):
        yield "text claims: an id stands twice"
    for number, phrase in enumerate(rules.phrases):
        where = f"text phrase {number + 1}"
        yield from _cells(form, where, (cell for cells in phrase.sums for cell in cells))
        if not phrase.words or not phrase.units:
            yield f"{where}: it has no words or no units"
        if phrase.topic and phrase.topic not in topics:
            yield f"{where}: there is no topic {phrase.topic}"
    for claim in rules.claims:
        where = f"text claim {claim.id}"
        names = list(claim.condition.names())
        yield from _cells(form, where, (parse_cell_address(n) for n in names if n.count(".") == 2))
        if not claim.words or not names or any(n.count(".") != 2 for n in names):
            yield f"{where}: it has no words, or names no full address"
        if claim.topic and claim.topic not in topics:
            yield f"{where}: there is no topic {claim.topic}"
        if not claim.message.endswith("。") or len(claim.remedies) < 2:
            yield f"{where}: it needs a sentence and two remedies"
    yield from _demands(form, topics)


def _demands(form: Form, topics: list[str]) -> Iterator[str]:
    rules = form.text_rules
    for words in rules.required_words:
        if form.chapter(words.chapter) is None:
            yield f"{words.id}: there is no chapter {words.chapter}"
    for charge in rules.charges:
        if charge.topic not in topics:
            yield f"{charge.id}: there is no topic {charge.topic}"
        if charge.step <= 0 or not charge.unit:
            yield f"{charge.id}: it has no step or no unit"
    worded = (*rules.required_words, *rules.unfit_words)
    yield from (f"{one.id}: it has no words" for one in worded if not one.words)
    for demand in (*worded, *rules.charges):
        if not demand.message.endswith("。") or len(demand.remedies) < 2:
            yield f"{demand.id}: it needs a sentence and two remedies"


def _cells(form: Form, where: str, cells: Iterable[CellAddress]) -> Iterator[str]:
    for cell in cells:
        try:
            takes_numbers = form.row_of(cell).is_indicator
        except KeyError:
            takes_numbers = False
        if not takes_numbers:
            yield f"{where}: {cell} is no cell that takes a number"


def _bad_words(rules: TextRules) -> Iterator[str]:
    groups = (
        *(topic.words for topic in rules.topics),
        *(words for phrase in rules.phrases for words in (phrase.words, phrase.without)),
        *(words for claim in rules.claims for words in (claim.words, claim.without)),
        *(demand.words for demand in (*rules.required_words, *rules.unfit_words)),
        rules.of_other_times,
        rules.of_this_year,
        rules.of_a_part,
        rules.fillers,
    )
    for words in groups:
        for word in words:
            try:
                re.compile(word)
            except re.error as error:
                yield f"text: {word!r} cannot be read: {error}"
            if not word:
                yield "text: an empty word"

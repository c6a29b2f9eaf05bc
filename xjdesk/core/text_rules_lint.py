"""What the text rules of a form must keep beyond being readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        yield from _cells(form, where, phrase.cells)
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


def _cells(
    form: Form, where: str, cells: Iterator[CellAddress] | tuple[CellAddress, ...]
) -> Iterator[str]:
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

"""What the checks need to know besides form and report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The window holds the data before it is loaded.
    from xjdesk.checks.characters.character_rules import CanPrint
    from xjdesk.core.alikeness import Alikeness
    from xjdesk.core.consistency_words import ConsistencyWords
    from xjdesk.core.document_words import DocumentWords
    from xjdesk.core.form import Form
    from xjdesk.core.last_year import LastYear
    from xjdesk.core.number_words import NumberWords
    from xjdesk.core.word_list import WordList


@dataclass(frozen=True, slots=True)
class CheckData:
    """Words, fonts, last year's report. What is not given (None) is not checked for.

    `words` are those that should not stand, the shipped ones and the user's own. `number_words`
    tell the numbers of running text apart; without them no number in it is read. `document_words`
    are those of the official document, `consistency_words` those by which a text tells of parts,
    shares and growth. `can_print` is None as long as the fonts are not known. `alikeness` says from
    when on a text is too much like last year's. `forms` are all that the program has, of which one
    is in force for a year.
    """

    words: WordList | None = None
    number_words: NumberWords | None = None
    document_words: DocumentWords | None = None
    consistency_words: ConsistencyWords | None = None
    can_print: CanPrint | None = None
    last_year: LastYear | None = None
    alikeness: Alikeness | None = None
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedCheckData:
    """What could be loaded, and a Chinese sentence about each thing that could not."""

    data: CheckData
    complaints: tuple[str, ...] = ()


NO_DATA = CheckData()
"""Nothing but form and report: the checks of words and characters stay silent."""

"""Loading what the checks need: the words that come with the program, and the user's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from xjdesk.checks.check_data import CheckData, LoadedCheckData
from xjdesk.core.alikeness import read_alikeness
from xjdesk.core.consistency_words import read_consistency_words
from xjdesk.core.document_words import read_document_words
from xjdesk.core.errors import UserError
from xjdesk.core.number_words import read_number_words
from xjdesk.core.word_list import WordList, plain_entry, read_word_list
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.user_words import UserWordFile, UserWords


class CheckDataSource:
    """Loads for one report after the other; the program's own files are read once."""

    def __init__(self, user_words: UserWordFile) -> None:
        self._user_words = user_words

    def load(self) -> LoadedCheckData:
        """The data with the user's words as they are now, without those that cannot be read."""
        try:
            words = self._user_words.read()
        except UserError as error:
            return self._loaded(UserWords(), error.sentence)
        return self._loaded(words, self._user_words.complaint(words))

    def _loaded(self, words: UserWords, complaint: str) -> LoadedCheckData:
        own = WordList(tuple(plain_entry(pair.wrong, pair.right) for pair in words.pairs))
        data = replace(self._shipped, words=own.with_more(self._shipped_words))
        return LoadedCheckData(data, (complaint,) if complaint else ())

    @cached_property
    def _shipped_words(self) -> WordList:
        return read_word_list(_phrases("wording.toml"))

    @cached_property
    def _shipped(self) -> CheckData:
        library = shipped_forms()
        return CheckData(
            number_words=read_number_words(_phrases("number-words.toml")),
            document_words=read_document_words(_phrases("document-words.toml")),
            consistency_words=read_consistency_words(_phrases("consistency.toml")),
            alikeness=read_alikeness(_phrases("last-year.toml")),
            forms=tuple(map(library.form, library.ids())),
        )


def _phrases(name: str) -> str:
    return resource("phrases", name).read_text(encoding="utf-8")

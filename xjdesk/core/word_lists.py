"""Reading lists of words from the TOML files of `resources/phrases`."""

from __future__ import annotations

import tomllib

from xjdesk.core.errors import UserError
from xjdesk.core.toml_section import TomlSection


class WordListsError(UserError):
    """A file of word lists that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"用语表有误，无法使用（{problem}），请重新安装本程序。", problem)


def word_lists(name: str, text: str) -> TomlSection:
    """The TOML `text` of the file `name`; WordListsError when it is no TOML, as of its methods."""
    try:
        return TomlSection(name, tomllib.loads(text), WordListsError)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WordListsError(f"{name}: {error}") from error

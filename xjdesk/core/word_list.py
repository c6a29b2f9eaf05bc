"""Words that are wrong, doubtful or better said otherwise, as data.

Read from TOML text: the list in `resources/phrases/wording.toml`, and the user's own additions.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from xjdesk.core.errors import UserError

_ORDINARY = "P-30"
_OWN_WORDS = "我的用词表中的词"


class WordListError(UserError):
    """A word list that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"用词表有误，无法使用（{problem}），请更正用词表。", problem)


class WordClass(StrEnum):
    """How sure an entry is: WRONG (必错, may be replaced), DOUBTFUL (疑似), HINT (提示)."""

    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word that should not stand: `pattern` is a regular expression.

    `instead` is what it becomes, a template of `re.Match.expand`; empty when there is no fixed
    replacement. `reason` is a Chinese clause for the message, `rule` the id under which the word
    is found.
    """

    pattern: str
    instead: str
    word_class: WordClass
    reason: str = ""
    rule: str = _ORDINARY


@dataclass(frozen=True, slots=True)
class WordList:
    """The entries, in the order in which they are tried."""

    entries: tuple[WordEntry, ...] = ()

    def with_more(self, other: WordList) -> WordList:
        """This list with the entries of another behind it."""
        return WordList(self.entries + other.entries)


def plain_entry(wrong: str, right: str) -> WordEntry:
    """The entry for literal words: `wrong` should be `right`, or has no replacement if that is "".

    Where `wrong` is a part of `right`, as 办理流 of 办理流程, it is not looked for inside it.
    WordListError when `wrong` is blank.
    """
    if not wrong.strip():
        raise WordListError("错误的写法没有填写")
    pattern = re.escape(wrong)
    for found in re.finditer(f"(?={pattern})", right):
        end = found.start() + len(wrong)
        pattern += rf"(?!(?<={re.escape(right[:end])}){re.escape(right[end:])})"
    return WordEntry(pattern, right.replace("\\", r"\\"), WordClass.WRONG, _OWN_WORDS)


def read_word_list(text: str) -> WordList:
    """The list that the TOML `text` defines; WordListError, naming the entry, if it defines none.

    Every `[[word]]` has `pattern` and `class`, and may have `instead`, `reason` and `rule`. What
    else stands there, as the examples `bad` and `good`, is for whoever keeps the list. The patterns
    are not tried: making all of them ready takes many times as long as reading them, and
    `core.word_list_lint` says what is wrong with one.
    """
    try:
        source = tomllib.loads(text).get("word", [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WordListError(str(error)) from error
    if not isinstance(source, list):
        raise WordListError("word不是列表")
    items = cast("list[object]", source)
    return WordList(tuple(_entry(number, item) for number, item in enumerate(items, 1)))


def _entry(number: int, item: object) -> WordEntry:
    if not isinstance(item, dict):
        raise WordListError(f"第{number}条不是一组键值")
    values = cast("dict[str, object]", item)
    where = f"第{number}条{_quoted(values.get('pattern'))}"

    def text(key: str, default: str | None = None) -> str:
        value = values.get(key, default)
        if not isinstance(value, str):
            raise WordListError(f"{where}：{key}{'没有填写' if value is None else '不是文字'}")
        return value

    kind = text("class")
    if kind not in set(WordClass):
        raise WordListError(f"{where}：class应为{'、'.join(WordClass)}之一，不是“{kind}”")
    return WordEntry(
        pattern=text("pattern"),
        instead=text("instead", ""),
        word_class=WordClass(kind),
        reason=text("reason", ""),
        rule=text("rule", _ORDINARY),
    )


def _quoted(pattern: object) -> str:
    return f"“{pattern}”" if isinstance(pattern, str) else ""

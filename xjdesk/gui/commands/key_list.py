"""All keys of the program, by where they work."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from xjdesk.gui.commands.menu_walk import MenuCommand
from xjdesk.gui.icons import Resource


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What keys do."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that work in one place."""

    title: str
    entries: tuple[KeyEntry, ...]


def keys_of_menus(commands: Iterable[MenuCommand]) -> list[KeyGroup]:
    """The entries of each menu that have keys."""
    with_keys = (command for command in commands if command.keys)
    return [
        KeyGroup(title, tuple(KeyEntry("，".join(one.keys), one.name) for one in entries))
        for title, entries in groupby(with_keys, key=lambda command: command.path[0])
    ]


def other_keys(resource: Resource) -> list[KeyGroup]:
    """The keys that no menu shows, from resources/help/keys.toml."""
    text = resource("help", "keys.toml").read_text(encoding="utf-8")
    return [
        KeyGroup(group["title"], tuple(KeyEntry(keys, does) for keys, does in group["keys"]))
        for group in tomllib.loads(text)["groups"]
    ]


def keys_holding(words: str, groups: Sequence[KeyGroup]) -> list[KeyGroup]:
    """The groups with those of their entries that hold all `words`, without empty groups."""
    wanted = words.casefold().split()
    found: list[KeyGroup] = []
    for group in groups:
        entries = tuple(
            entry
            for entry in group.entries
            if all(word in f"{group.title} {entry.keys} {entry.does}".casefold() for word in wanted)
        )
        if entries:
            found.append(KeyGroup(group.title, entries))
    return found


def as_text(groups: Iterable[KeyGroup]) -> str:
    """The keys as lines of text, to be pasted and printed elsewhere."""
    lines: list[str] = []
    for group in groups:
        lines += ["", group.title, *(f"{entry.keys}\t{entry.does}" for entry in group.entries)]
    return "\n".join(lines[1:])

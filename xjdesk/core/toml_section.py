"""Typed access to a table of a TOML file; every complaint names the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from xjdesk.core.errors import UserError

_T = TypeVar("_T")


class FormError(UserError):
    """A form definition that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"报表格式文件有误，无法使用（{problem}），请重新安装本程序。", problem)


class TomlSection:
    """A TOML table.

    Its methods raise an error, made by `error`, when a value is missing or of another type.
    """

    def __init__(
        self,
        where: str,
        values: dict[str, object],
        error: Callable[[str], UserError] = FormError,
    ) -> None:
        self.where = f"{where} {values.get('id', '')}".strip()
        self._values = values
        self._error = error

    def expect_only(self, known: Iterable[str]) -> None:
        """An error for a key that is not `known`, which would be passed over without a word."""
        unknown = sorted(self._values.keys() - set(known))
        if unknown:
            raise self._error(f"{self.where}: {unknown[0]} is not known")

    def text(self, key: str, default: str | None = None) -> str:
        """The text of that key; an error when it is missing and has no default."""
        return self._get(key, str, default)

    def number(self, key: str, default: int | None = None) -> int:
        """The whole number of that key."""
        return self._get(key, int, default)

    def has(self, key: str) -> bool:
        """Whether the table has that key."""
        return key in self._values

    def flag(self, key: str) -> bool:
        """Whether the key says so; no when it is missing."""
        return self._get(key, bool, False)

    def choice(self, key: str, make: Callable[[str], _T], default: _T | None) -> _T:
        """What `make` makes of the text of that key."""
        if default is not None and key not in self._values:
            return default
        try:
            return make(self.text(key))
        except ValueError as error:
            raise self._error(f"{self.where}: {error}") from error

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of that key, none when it is missing."""
        items = cast("Iterable[object]", self._get(key, list, []))
        return tuple(self._checked(key, item, str) for item in items)

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of that key, of which none is empty; none when it is missing."""
        found = self.texts(key)
        if not all(found):
            raise self._error(f"{self.where}: {key} must hold words")
        return found

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The lists of texts of that key, none when it is missing."""
        items = cast("Iterable[object]", self._get(key, list, []))
        groups = (cast("Iterable[object]", self._checked(key, item, list)) for item in items)
        return tuple(tuple(self._checked(key, item, str) for item in group) for group in groups)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The keys and texts of the table of that key, none when it is missing."""
        values = cast("dict[str, object]", self._get(key, dict, {}))
        return tuple((name, self._checked(key, text, str)) for name, text in values.items())

    def sections(self, key: str) -> list[TomlSection]:
        """The tables of that key, none when it is missing."""
        items = cast("Iterable[object]", self._get(key, list, []))
        where = f"{self.where}/{key}"
        return [
            TomlSection(
                where, cast("dict[str, object]", self._checked(key, item, dict)), self._error
            )
            for item in items
        ]

    def section(self, key: str) -> TomlSection:
        """The table of that key; an empty one when there is none."""
        values = cast("dict[str, object]", self._get(key, dict, {}))
        return TomlSection(f"{self.where}/{key}", values, self._error)

    def _get(self, key: str, kind: type[_T], default: _T | None) -> _T:
        if key not in self._values:
            if default is None:
                raise self._error(f"{self.where}: {key} is missing")
            return default
        return self._checked(key, self._values[key], kind)

    def _checked(self, key: str, value: object, kind: type[_T]) -> _T:
        if not isinstance(value, kind):
            raise self._error(f"{self.where}: {key} must be of type {kind.__name__}")
        return value

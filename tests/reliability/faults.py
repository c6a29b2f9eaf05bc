"""Makes the n-th file call inside given folders fail, once or from then on.

Counted is what reaches the system: opening, reading, writing, syncing, closing, replacing,
deleting, making and listing folders, asking for the state of a file. A write that fails has
written half of its bytes by then.
"""

from __future__ import annotations

import _pyio
import builtins
import errno
import io
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, TracebackType

_Call = Callable[..., object]

_ONE_PATH = (
    "open",
    "unlink",
    "remove",
    "mkdir",
    "rmdir",
    "scandir",
    "listdir",
    "stat",
    "lstat",
    "chmod",
    "utime",
    "truncate",
    "readlink",
)
_TWO_PATHS = ("replace", "rename", "link", "symlink")
_HANDLE = (
    "write",
    "read",
    "fsync",
    "fdatasync",
    "lseek",
    "fstat",
    "fchmod",
    "ftruncate",
    "sendfile",
    "dup",
    "close",
)


class _SharingViolationError(PermissionError):
    """What Windows says of a file that another program holds."""

    winerror = 32


@dataclass(frozen=True, slots=True)
class Fault:
    """A way in which file calls fail."""

    name: str
    make: Callable[[], BaseException]


def _system_error(number: int) -> Callable[[], BaseException]:
    return lambda: OSError(number, os.strerror(number))


DISK_FULL = Fault("disk full", _system_error(errno.ENOSPC))
DISK_FAILING = Fault("disk failing", _system_error(errno.EIO))
DENIED = Fault("denied", _system_error(errno.EACCES))
HELD = Fault("held", lambda: _SharingViolationError(errno.EACCES, "held by another program"))
INTERRUPTED = Fault("interrupted", KeyboardInterrupt)

FAULTS = (DISK_FULL, DISK_FAILING, DENIED, HELD)

NEVER = 10**9
_MOST_CALLS = 1000


class Faults:
    """As a context: file calls inside `folders` fail from the `first` on, counted from 1.

    Only that one, unless it is `for_ever`. Nothing waits meanwhile. `calls` are the calls that
    were counted, by name, and `failed` those that failed.
    """

    def __init__(
        self, folders: Iterable[Path], fault: Fault, first: int, *, for_ever: bool
    ) -> None:
        self.calls: list[str] = []
        self.failed: list[str] = []
        self._folders = tuple(str(folder.absolute()) for folder in folders)
        self._fault, self._first, self._for_ever = fault, first, for_ever
        self._handles: set[object] = set()
        self._real: list[tuple[ModuleType, str, _Call]] = []

    def __enter__(self) -> Faults:
        for name in _ONE_PATH:
            self._replace(os, name, self._counting(name, paths=1))
        for name in _TWO_PATHS:
            self._replace(os, name, self._counting(name, paths=2))
        for name in _HANDLE:
            self._replace(os, name, self._counting(name, paths=0))
        for module in (io, builtins):
            self._replace(module, "open", self._opening)
        self._replace(time, "sleep", lambda _: lambda _seconds: None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for module, name, real in reversed(self._real):
            setattr(module, name, real)
        self._real.clear()

    def fail_at(self, number: int) -> None:
        """Let the call of that number fail, counted from now on."""
        self._first = len(self.calls) + number

    def _replace(self, module: ModuleType, name: str, wrap: Callable[[_Call], _Call]) -> None:
        # Not every system has every call.
        if hasattr(module, name):
            real = getattr(module, name)
            self._real.append((module, name, real))
            setattr(module, name, wrap(real))

    def _counting(self, name: str, *, paths: int) -> Callable[[_Call], _Call]:
        def wrap(real: _Call) -> _Call:
            def call(*args: object, **options: object) -> object:
                if not self._concerns(args, paths):
                    return real(*args, **options)
                return self._call(name, real, args, options)

            return call

        return wrap

    def _call(
        self, name: str, real: _Call, args: tuple[object, ...], options: dict[str, object]
    ) -> object:
        fails = self._is_next_to_fail(name)
        if name == "close":
            # A file is closed also when closing it fails.
            self._handles.discard(args[0])
            real(*args)
        if fails:
            if name == "write":
                _write_half(real, *args)
            raise self._fault.make()
        if name == "close":
            return None
        result = real(*args, **options)
        if name in ("open", "dup"):
            self._handles.add(result)
        return result

    def _opening(self, real: _Call) -> _Call:
        """For what is opened as a file object: one whose every call can be counted."""

        def call(file: object, *args: object, **options: object) -> object:
            opening: _Call = _pyio.open if self._concerns((file,), 1) else real
            return opening(file, *args, **options)

        return call

    def _is_next_to_fail(self, name: str) -> bool:
        self.calls.append(name)
        number = len(self.calls)
        fails = number == self._first or (self._for_ever and number > self._first)
        if fails:
            self.failed.append(name)
        return fails

    def _concerns(self, args: tuple[object, ...], paths: int) -> bool:
        if not args:
            return False
        if isinstance(args[0], int):
            return args[0] in self._handles
        return any(self._is_inside(path) for path in args[:paths])

    def _is_inside(self, path: object) -> bool:
        assert isinstance(path, str | bytes | os.PathLike)
        # Not by `pathlib`: it makes calls that are counted.
        place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100
        return any(place == folder or place.startswith(folder + os.sep) for folder in self._folders)


def each_call(folder: Path, fault: Fault, *, for_ever: bool) -> Iterator[Faults]:
    """Lets the first call inside the folder fail, then the second, until there is no further one.

    Each is to be entered once, for the same operation.
    """
    for first in range(1, _MOST_CALLS):
        faults = Faults([folder], fault, first, for_ever=for_ever)
        yield faults
        if not faults.failed:
            assert first > 1, "there is no call in that folder"
            return
    raise AssertionError("it never succeeds")


def _write_half(write: _Call, handle: object, data: object) -> None:
    assert isinstance(data, bytes | bytearray | memoryview)
    write(handle, memoryview(data)[: len(data) // 2])

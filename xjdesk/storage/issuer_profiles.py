"""The offices' profiles (单位资料) in a file of their own, beside the settings.

JSON: `format`, and `profiles`, each with its `name` and its `fields` by their text form. A file
that cannot be read is never overwritten.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from xjdesk.core.address import parse_field_address
from xjdesk.core.errors import UserError
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import read_file, shown_name

MOST_PROFILES = 100
LONGEST_NAME = 60
_FORMAT = 1
_MOST_BYTES = 2 * 1024 * 1024


class ProfilesError(UserError):
    """The file of the profiles is damaged, or from a newer program."""


class _ProfileRecord(msgspec.Struct, frozen=True):
    name: str
    fields: dict[str, str]


class _FileRecord(msgspec.Struct, frozen=True):
    format: int
    profiles: tuple[_ProfileRecord, ...]


class IssuerProfileFile:
    """The file of the profiles; it need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[IssuerProfile, ...]:
        """The profiles in the file; UserError when there is one that cannot be read."""
        if not os.path.lexists(self.path):
            return ()
        data = read_file(self.path, _MOST_BYTES)
        try:
            record = msgspec.json.decode(data, type=_FileRecord)
            if record.format == _FORMAT:
                return tuple(map(_profile, record.profiles[:MOST_PROFILES]))
        except (ValueError, RecursionError) as error:
            raise self._unreadable("已损坏") from error
        raise self._unreadable("是更新版本的程序写的")

    def write(self, profiles: tuple[IssuerProfile, ...]) -> None:
        """Make the file hold `profiles`, or leave it as it was and raise UserError."""
        # What cannot be read is not to be lost.
        self.read()
        with suppress(OSError):
            # What is in the way is told when the file cannot be written.
            self.path.parent.mkdir(parents=True, exist_ok=True)
        record = _FileRecord(_FORMAT, tuple(map(_record, profiles[:MOST_PROFILES])))
        data = msgspec.json.format(msgspec.json.encode(record), indent=1)
        write_atomically(self.path, data)

    def _unreadable(self, why: str) -> ProfilesError:
        name = shown_name(self.path)
        return ProfilesError(
            f"单位资料文件“{name}”{why}，没有读取，也没有改动；请把它移到别处后再试。",
            str(self.path),
        )


def _record(profile: IssuerProfile) -> _ProfileRecord:
    texts = {str(address): text for address, text in sorted(profile.fields.items())}
    return _ProfileRecord(profile.name[:LONGEST_NAME], texts)


def _profile(record: _ProfileRecord) -> IssuerProfile:
    fields = {parse_field_address(address): text for address, text in record.fields.items()}
    return IssuerProfile(record.name, fields)

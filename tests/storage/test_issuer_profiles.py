"""The file of the offices' profiles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xjdesk.core.errors import UserError
from xjdesk.core.issuer_profile import LASTING, IssuerProfile
from xjdesk.storage.files import atomic_file
from xjdesk.storage.issuer_profiles import (
    LONGEST_NAME,
    MOST_PROFILES,
    IssuerProfileFile,
    ProfilesError,
)

_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_NAME)
_PROFILES = st.lists(
    st.builds(IssuerProfile, _TEXTS, st.dictionaries(st.sampled_from(LASTING), _TEXTS)), max_size=4
).map(tuple)
_ONE = (IssuerProfile("县政府", {LASTING[0]: "西吉县人民政府"}),)


@pytest.fixture
def file(tmp_path: Path) -> IssuerProfileFile:
    """A file that is not there yet, nor its folder."""
    return IssuerProfileFile(tmp_path / "设置" / "单位资料.json")


def test_without_a_file_there_are_no_profiles(file: IssuerProfileFile) -> None:
    assert file.read() == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_PROFILES)
def test_what_is_written_is_read_again(
    file: IssuerProfileFile, profiles: tuple[IssuerProfile, ...]
) -> None:
    file.write(profiles)
    assert file.read() == profiles


def test_there_is_an_end_to_how_many_are_kept(file: IssuerProfileFile) -> None:
    file.write(tuple(IssuerProfile(str(n), {}) for n in range(MOST_PROFILES + 5)))
    assert len(file.read()) == MOST_PROFILES


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"{}",
        b"[" * 100_000,
        b'{"format": 2, "profiles": []}',
        b'{"format": 1, "profiles": [{"name": "x", "fields": {"a.b.c": "x"}}]}',
        b'{"format": 1, "profiles": [{"name": "x", "fields": {"report/year": "x"}}]}',
        b'{"format": 1, "profiles": [{"name": 5, "fields": {}}]}',
    ],
    ids=lambda data: repr(data[:30]),
)
def test_a_file_that_cannot_be_read_is_told_and_never_overwritten(
    file: IssuerProfileFile, data: bytes
) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes(data)
    with pytest.raises(ProfilesError, match="单位资料文件"):
        file.read()
    with pytest.raises(UserError):
        file.write(_ONE)
    assert file.path.read_bytes() == data


def test_a_failed_write_leaves_the_file_as_it_was(
    file: IssuerProfileFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(_ONE)
    before = file.path.read_bytes()

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_file.os, "fsync", fail)
    with pytest.raises(UserError):
        file.write(())
    assert file.path.read_bytes() == before
    assert [path.name for path in file.path.parent.iterdir()] == [file.path.name]

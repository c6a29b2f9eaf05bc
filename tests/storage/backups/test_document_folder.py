from __future__ import annotations

import re
import uuid
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xjdesk.storage.backups.document_folder import folder_name, is_folder_name, named_document

_SAFE = re.compile(r"[0-9a-z-]{1,100}")
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "123"}
_ANY_ID = st.text(st.characters(), max_size=60)

_HOSTILE = [
    "",
    ".",
    "..",
    "../../evil",
    "..\\..\\evil",
    "/etc/passwd",
    "C:\\Windows",
    "C:",
    "\\\\server\\share",
    "CON",
    "nul",
    "COM1",
    "a.",
    "a ",
    "a:stream",
    "a\0b",
    "文" * 5000,
    "\ud800",
    "0f8fad5b-d9cb-469f-a165-70867728950e/../../evil",
    "0f8fad5b-d9cb-469f-a165-70867728950e\n",
]


def test_an_id_of_this_program_is_the_name() -> None:
    document_id = str(uuid.uuid4())
    assert folder_name(document_id) == document_id
    assert named_document(document_id) == document_id


@pytest.mark.parametrize("document_id", _HOSTILE)
def test_no_id_leads_anywhere_else(tmp_path: Path, document_id: str) -> None:
    name = folder_name(document_id)
    assert _SAFE.fullmatch(name)
    assert name not in _RESERVED
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()


@given(_ANY_ID)
@example("文" * 13 + "a")
@example("文" * 14)
def test_a_name_tells_its_id_unless_that_is_too_long(document_id: str) -> None:
    name = folder_name(document_id)
    assert _SAFE.fullmatch(name)
    assert is_folder_name(name)
    is_long = len(document_id.encode("utf-8", "surrogatepass")) > 40
    assert named_document(name) == (None if is_long else document_id)


@given(_ANY_ID, _ANY_ID)
def test_two_ids_never_share_a_folder(one: str, other: str) -> None:
    for a, b in ((one, other), (one, folder_name(one)), (one, one.swapcase()), (one, one + " ")):
        assert (folder_name(a).lower() == folder_name(b).lower()) == (a == b)


@pytest.mark.parametrize(
    "id_and_other",
    [
        ("0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("文" * 5000, "文" * 5001),
        ("0f8fad5b-d9cb-469f-a165-70867728950e\n", "0f8fad5b-d9cb-469f-a165-70867728950e"),
    ],
)
def test_ids_that_look_alike_have_folders_of_their_own(id_and_other: tuple[str, str]) -> None:
    one, other = map(folder_name, id_and_other)
    assert one.lower() != other.lower()


@pytest.mark.parametrize(
    "name", ["files.json", "x-4", "x-zz", "x-ff", "x-" + "41" * 41, "h-12", "备份", "x-41.old"]
)
def test_other_names_are_no_folder_of_a_document(name: str) -> None:
    assert named_document(name) is None
    assert not is_folder_name(name)


def test_a_name_that_this_program_would_not_give_is_not_taken_for_a_document() -> None:
    document_id = str(uuid.uuid4())
    assert named_document(f"x-{document_id.encode().hex()}") is None

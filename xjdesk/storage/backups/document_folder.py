"""The name of the folder for what the program keeps of a document.

Document ids are read from files, and a file may say anything: no id leads out of the folder, is a
name that Windows reserves, or shares a folder with another id, also where `A` and `a` are one.
"""

from __future__ import annotations

import hashlib
import re

_MOST_SPELT_BYTES = 40
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SPELT = re.compile(r"x-((?:[0-9a-f]{2})*)")
_HASHED = re.compile(r"h-[0-9a-f]{64}")


def folder_name(document_id: str) -> str:
    """The name for this document: its id as this program makes them, others in hexadecimal.

    An id too long for the name of a folder is hashed, and so cannot be told from the name.
    """
    if _UUID.fullmatch(document_id):
        return document_id
    # Text from JSON may hold half a character.
    spelt = document_id.encode("utf-8", "surrogatepass")
    if len(spelt) > _MOST_SPELT_BYTES:
        return f"h-{hashlib.sha256(spelt).hexdigest()}"
    return f"x-{spelt.hex()}"


def is_folder_name(name: str) -> bool:
    """Whether a folder of that name is a document's."""
    return named_document(name) is not None or _HASHED.fullmatch(name) is not None


def named_document(name: str) -> str | None:
    """The document id that a folder's name tells; None where it tells none."""
    if _UUID.fullmatch(name):
        return name
    found = _SPELT.fullmatch(name)
    if found is None:
        return None
    try:
        document_id = bytes.fromhex(found[1]).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return document_id if folder_name(document_id) == name else None

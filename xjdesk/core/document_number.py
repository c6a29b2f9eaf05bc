"""The number of a document (发文字号) in its pieces: 西政发〔2017〕12号.

GB/T 9704-2012, 7.2.5: 机关代字, the full year in 〔〕, the serial number without
leading zeros or 第.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LOOSE = re.compile(
    r"([一-鿿]{1,12}?)[〔\[(【〖{]((?:19|20)[0-9]{2})年?[〕\])】〗}]第?0*([1-9][0-9]*)号?"
)
_CODE = re.compile(r"[一-鿿]{1,12}")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Code of the organ, year, and serial number."""

    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


def read_number(text: str) -> DocumentNumber | None:
    """The number, where `text` leaves no doubt which one it is, however it is written."""
    match = _LOOSE.fullmatch(_plain(text))
    return DocumentNumber(match[1], int(match[2]), int(match[3])) if match else None


def code_in(text: str) -> str:
    """The code of the organ with which `text` begins; empty where there is none."""
    match = _CODE.match(_plain(text))
    return match[0] if match else ""


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

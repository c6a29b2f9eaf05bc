"""The seal: how large it is and where it is pressed (GB/T 9704-2012, 7.3.5.1; 国发〔1999〕25号)."""

from __future__ import annotations

from dataclasses import dataclass

COUNTY_SEAL_MM = 45.0
TOWNSHIP_SEAL_MM = 42.0
_LEAST_TOP_MM = 5.0
_CENTRE_ABOVE_MM = 6.2
"""How far above the middle of organ and date the centre of the seal lies (偏下位置)."""

_TOWNSHIPS = ("乡人民政府", "镇人民政府", "街道办事处", "乡", "镇", "街道")


@dataclass(frozen=True, slots=True)
class SealMark:
    """The centre of a seal, mm from the left edge of the 版心 and the top of its block."""

    x_mm: float
    y_mm: float
    diameter_mm: float


def seal_top_mm(diameter_mm: float, signature_middle_mm: float, line_mm: float) -> float:
    """From the bottom of the text to the top of the seal: within one line, as the standard asks.

    `signature_middle_mm` is where the middle of organ and date lies, from the bottom of the text.
    The seal is as low as it must be to press both where the organ takes several lines.
    """
    wanted = signature_middle_mm - _CENTRE_ABOVE_MM - diameter_mm / 2
    return min(max(wanted, _LEAST_TOP_MM), line_mm)


def seal_diameter_mm(issuer: str) -> float:
    """The diameter of an organ's seal: 42 mm for a township, 45 mm for a county or department."""
    return TOWNSHIP_SEAL_MM if issuer.endswith(_TOWNSHIPS) else COUNTY_SEAL_MM

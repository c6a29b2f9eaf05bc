"""Room for the seal, which is pressed by hand and never printed (clause 7.3.5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from tests.standard import elements
from tests.standard.measured_page import Box
from tests.standard.required import Between, Length, Number, words
from tests.standard.requirement import Force, Found, requirement
from tests.standard.specimen import BOTTOM_MM, LINE_MM, Specimen
from tests.standard.variants import SEALED, UNSEALED
from xjdesk.typesetting.pages import SealPlace


def _seal(s: Specimen) -> SealPlace:
    if s.seal is None:
        raise KeyError("place of the seal")
    return s.seal


@requirement(
    "R-7.3.5.1b-diameter",
    "国发〔1999〕25号",
    "county seal",
    Length(45.0, 0.0),
    tuple(n for n in SEALED if n != "township"),
)
def county_seal(s: Specimen) -> Iterator[Found]:
    yield Found("seal", _seal(s).diameter_mm)


@requirement(
    "R-7.3.5.1b-township", "国发〔1999〕25号", "township seal", Length(42.0, 0.0), ("township",)
)
def township_seal(s: Specimen) -> Iterator[Found]:
    yield Found("seal", _seal(s).diameter_mm)


@requirement(
    "R-7.3.5.1b-top", "7.3.5.1", "印章顶端距正文(附件说明)一行之内", Between(0.0, LINE_MM), SEALED
)
def seal_below_text(s: Specimen) -> Iterator[Found]:
    above = elements.text_before(s, elements.organ(s))
    top = _seal(s).y_mm - _seal(s).diameter_mm / 2
    same = elements.organ(s).page_number == _seal(s).page_number
    yield Found("seal", top - above.body.bottom if same else "another page")


@requirement(
    "R-7.3.5.1b-below", "7.3.5.1", "署名和成文日期居印章中心偏下位置", Between(0.5, 11.2), SEALED
)
def signature_below_seal_centre(s: Specimen) -> Iterator[Found]:
    middle = (elements.organ(s).body.top + elements.date(s).body.bottom) / 2
    yield Found("seal", middle - _seal(s).y_mm)


@requirement("R-7.3.5.1b-middle", "7.3.5.1", "印章居中下压署名和成文日期", Length(0.0), SEALED)
def seal_off_centre(s: Specimen) -> Iterator[Found]:
    yield Found("seal", _seal(s).x_mm - elements.date(s).body.middle)


@requirement(
    "R-7.3.5.1b-room", "7.3.5.1", "nothing else under the seal", Number(0, "things"), SEALED
)
def under_the_seal(s: Specimen) -> Iterator[Found]:
    own = {elements.organ(s).baseline_mm, elements.date(s).baseline_mm}
    page = s.pages[_seal(s).page_number - 1]
    boxes = [c.ink for c in page.characters if c.baseline_mm not in own]
    boxes += [rule.box for rule in page.rules]
    yield Found("seal", sum(_touches(_seal(s), box) for box in boxes))


@requirement(
    "R-7.3.5.1b-inside",
    "7.3.5.1",
    "seal above the lower edge of the 版心",
    Between(0.0, BOTTOM_MM + 0.5),
    SEALED,
    Force.DERIVED,
)
def seal_bottom(s: Specimen) -> Iterator[Found]:
    yield Found("seal", _seal(s).y_mm + _seal(s).diameter_mm / 2)


@requirement("R-7.3.5.1a-unprinted", "7.3.5.1", "no seal without 印章", words("none"), UNSEALED)
def no_seal(s: Specimen) -> Iterator[Found]:
    yield Found("seal", "none" if s.seal is None else "some")


def _touches(seal: SealPlace, box: Box) -> bool:
    x = min(max(seal.x_mm, box.left), box.right)
    y = min(max(seal.y_mm, box.top), box.bottom)
    return hypot(x - seal.x_mm, y - seal.y_mm) < seal.diameter_mm / 2

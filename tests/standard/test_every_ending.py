"""Wherever the text ends, the signature, the room for the seal and the 版记 are as they must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.standard.printing import Specimens
from tests.standard.requirement import judge
from tests.standard.specimen import Specimen, printed
from tests.standard.table_of_requirements import REQUIREMENTS
from tests.standard.variants import brief, ideographs, with_fields
from xjdesk.core import document_fields as fields
from xjdesk.typesetting.page_options import PageOptions

_LENGTHS = range(2, 30)
"""Lines of text: from a document that ends on page 1 to one that ends on page 2 or 3."""
_NOTES = {"without annexes": "", "with annexes": "统计表\n说明"}
_ALWAYS = {
    "R-5.2.1-inside",
    "R-7.3.3a",
    "R-7.3.5-lines",
    "R-7.3.5.5",
    "R-7.3.5.5-cell",
    "R-7.3.5.5-limits",
    "R-7.3.5.5-said",
    "R-7.4.1b-last",
    "R-7.4.2-face",
    "R-7.4.3-last",
    "R-7.5a-text",
    "R-7.5b",
}
_SEALED = {
    "R-7.3.5.1a",
    "R-7.3.5.1b-centre",
    "R-7.3.5.1b-space",
    "R-7.3.5.1b-top",
    "R-7.3.5.1b-below",
    "R-7.3.5.1b-room",
    "R-7.3.5.1b-inside",
}
_UNSEALED = {"R-7.3.5.2-space", "R-7.3.5.2-right", "R-7.3.5.2-offset"}
_DOUBLE_SIDED = {"R-7.4.1c", "R-5.2.1e", "R-7.5c-odd", "R-7.5c-even"}


def _unmet(specimen: Specimen, names: set[str]) -> list[str]:
    meant = [r for r in REQUIREMENTS if r.id in names]
    assert {r.id for r in meant} == names
    verdicts = [(r, judge(r, specimen)) for r in meant]
    # A document of one page has no even pages.
    return [
        f"{r.id}: required {r.required}, found {verdict.summary}"
        for r, verdict in verdicts
        if verdict.departures or not (verdict.found or len(specimen.pages) == 1)
    ]


def _ending(
    specimens: Specimens, lines: int, seal: str, note: str, options: PageOptions
) -> Specimen:
    report = brief(specimens.sample, ideographs(lines))
    changed = {fields.SIGNER: "马文国", fields.SEAL: seal, fields.ANNEX_NOTE: note}
    report = with_fields(report, changed)
    form = replace(specimens.form, tables=())
    return printed(f"{lines} lines", report, form, options, specimens.fonts)


@pytest.mark.parametrize("note", _NOTES.values(), ids=_NOTES)
@pytest.mark.parametrize("lines", _LENGTHS)
def test_sealed_and_double_sided(lines: int, note: str, specimens: Specimens) -> None:
    ending = _ending(specimens, lines, fields.WITH_SEAL, note, PageOptions())
    # Two lines of text stand on two pages: there is no pitch between them.
    unmeasurable = {"R-7.3.5.5-limits"} if lines <= 2 else set[str]()
    assert _unmet(ending, (_ALWAYS | _SEALED | _DOUBLE_SIDED) - unmeasurable) == []


@pytest.mark.parametrize("lines", _LENGTHS)
def test_unsealed_and_single_sided(lines: int, specimens: Specimens) -> None:
    options = PageOptions(double_sided=False)
    ending = _ending(specimens, lines, fields.WITHOUT_SEAL, "", options)
    assert _unmet(ending, _ALWAYS | _UNSEALED | {"R-5.2.1b-single", "R-7.5c-single"}) == []

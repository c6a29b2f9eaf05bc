"""The title on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import ANNEX_TITLE, ISSUER, TITLE
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import TEXT_WIDTH_MM, TITLE_LINE_MM, mm
from xjdesk.typesetting.pages import GlyphRun

_WHOLE = "西吉县人民政府关于2016年政府信息公开工作年度报告"

Runs = Callable[..., list[GlyphRun]]


@pytest.fixture
def runs(sample: Report, form: Form, fonts: FontSet) -> Runs:
    """The runs of a title set in the founding document."""

    def set_title(title: str, place: FieldAddress = TITLE, issuer: str = "") -> list[GlyphRun]:
        fields = {**sample.fields, place: title, ISSUER: issuer or sample.field(ISSUER)}
        pages = typeset(replace(sample, fields=fields), form, fonts).pages
        found = (run for page in pages for run in page.runs)
        return [run for run in found if run.origin and run.origin.place == place]

    return set_title


def _lines(runs: list[GlyphRun]) -> list[str]:
    lines = groupby(runs, key=lambda run: run.baseline_mm)
    return ["".join(run.text for run in line) for _, line in lines]


def test_a_title_without_line_breaks_is_broken_as_an_office_would(runs: Runs) -> None:
    found = runs(_WHOLE)
    assert _lines(found) == ["西吉县人民政府", "关于2016年政府信息公开工作年度报告"]
    first, *_, last = (run.baseline_mm for run in found)
    assert last - first == pytest.approx(TITLE_LINE_MM)


def test_the_title_of_the_annex_is_broken_likewise(runs: Runs) -> None:
    assert _lines(runs(_WHOLE, ANNEX_TITLE)) == _lines(runs(_WHOLE))


def test_line_breaks_of_the_writer_are_kept(runs: Runs) -> None:
    lines = ["西吉县人民政府关于2016年", "政府信息公开工作", "年度报告"]
    assert _lines(runs("\n".join(lines))) == lines


def test_of_the_writers_lines_only_the_one_that_does_not_fit_is_broken(runs: Runs) -> None:
    assert _lines(runs(f"西吉县\n{_WHOLE}")) == ["西吉县", *_lines(runs(_WHOLE))]


def test_the_issuer_of_the_document_is_kept_whole(runs: Runs) -> None:
    issuer = "腾格里产业发展平台"
    title = f"关于做好{issuer}信息公开工作有关事项的通知"
    assert not any(issuer in line for line in _lines(runs(title)))
    assert any(issuer in line for line in _lines(runs(title, TITLE, issuer)))


def test_every_line_stands_in_the_middle(runs: Runs) -> None:
    for run in runs("西吉县\n人民政府"):
        width = len(run.text) * mm(run.size_pt)
        assert run.x_mm + width / 2 == pytest.approx(runs("中")[0].x_mm + mm(run.size_pt) / 2)
        assert width < TEXT_WIDTH_MM


def test_every_run_says_where_in_the_field_it_comes_from(runs: Runs) -> None:
    title = f"  西吉县\n {_WHOLE[:12]}\u200b{_WHOLE[12:]}"
    for run in runs(title):
        assert run.origin is not None
        assert title[run.origin.start :].startswith(run.text)


def test_a_title_of_three_hundred_characters_is_set_whole(runs: Runs) -> None:
    title = "西吉县人民政府关于2016年政府信息公开工作年度报告" * 12
    assert "".join(_lines(runs(title))) == title

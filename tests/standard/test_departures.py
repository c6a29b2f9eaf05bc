"""A page that departs from the standard is found out: each departure by the requirement it breaks.

The pages are changed after typesetting and before they are written as PDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.standard.printing import Specimens
from tests.standard.requirement import judge
from tests.standard.specimen import measured
from tests.standard.table_of_requirements import REQUIREMENTS
from tests.standard.variants import VARIANTS
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, PageSet, Rule

Change = Callable[[Page], Page]


def _runs(has: str, change: Callable[[GlyphRun], GlyphRun]) -> Change:
    """Change the runs that hold a text."""
    return lambda page: replace(
        page, runs=tuple(change(run) if has in run.text else run for run in page.runs)
    )


def _red(change: Callable[[GlyphRun], GlyphRun]) -> Change:
    """Change what is printed in red."""
    return lambda page: replace(
        page, runs=tuple(change(run) if run.ink is Ink.RED else run for run in page.runs)
    )


def _rules(is_meant: Callable[[Rule], bool], change: Callable[[Rule], Rule]) -> Change:
    return lambda page: replace(
        page, rules=tuple(change(rule) if is_meant(rule) else rule for rule in page.rules)
    )


def _moved(dx: float, dy: float) -> Callable[[GlyphRun], GlyphRun]:
    return lambda run: run.moved(dx, dy)


def _everything(dx: float, dy: float) -> Change:
    return lambda page: replace(
        page,
        runs=tuple(run.moved(dx, dy) for run in page.runs),
        rules=tuple(rule.moved(dx, dy) for rule in page.rules),
    )


def _is_red(rule: Rule) -> bool:
    return rule.ink is Ink.RED


def _is_last(rule: Rule) -> bool:
    return rule.y0 > 261.9


def _is_any(rule: Rule) -> bool:
    return True


_NUMBER, _DATE = "〔2017〕12号", "2017年1月19日"
_DEPARTURES: list[tuple[str, str, Change]] = [
    ("R-5.2.1b", "ends-even", _everything(1.0, 0.0)),
    ("R-5.2.1e", "ends-even", _everything(1.0, 0.0)),
    ("R-5.2.1-inside", "ends-even", _everything(0.0, 1.0)),
    ("R-5.2.1a", "ideographs", _everything(0.0, 1.0)),
    ("R-5.2.3-bottom", "ideographs", _everything(0.0, -1.0)),
    ("R-5.2.3-characters", "ideographs", _runs("", lambda r: replace(r, text=r.text[1:]))),
    ("R-5.2.3-cell", "ideographs", _runs("", lambda r: replace(r, letter_spacing_mm=0.0))),
    ("R-5.2.4", "ends-even", _runs(_NUMBER, lambda r: replace(r, ink=Ink.RED))),
    ("R-7.2.4a", "ends-even", _runs("文件", lambda r: replace(r, text=r.text[1:]))),
    ("R-7.2.4b", "ends-even", _red(_moved(0.0, 1.0))),
    ("R-7.2.4b-centre", "ends-even", _red(_moved(1.0, 0.0))),
    ("R-7.2.4c", "ends-even", _red(lambda r: replace(r, face=Face.SONGTI))),
    ("R-7.2.5a", "ends-even", _runs(_NUMBER, _moved(0.0, -1.5))),
    ("R-7.2.5b", "ends-even", _runs(_NUMBER, lambda r: replace(r, text="西政发〔2017〕012号"))),
    ("R-7.2.5c", "ends-even", _runs(_NUMBER, _moved(1.0, 0.0))),
    ("R-7.2.5c-line", "ends-even", _runs(_NUMBER, _moved(0.0, 0.5))),
    ("R-7.2.6a", "ends-even", _runs("马文国", _moved(1.0, 0.0))),
    ("R-7.2.6a-name", "ends-even", _runs("马文国", lambda r: replace(r, face=Face.FANGSONG))),
    ("R-7.2.7", "ends-even", _rules(_is_red, lambda r: r.moved(0.0, 1.0))),
    ("R-7.2.7-width", "ends-even", _rules(_is_red, lambda r: replace(r, x1=r.x1 - 1.0))),
    ("R-7.3.1-space", "ends-even", _rules(_is_red, lambda r: r.moved(0.0, 1.0))),
    ("R-7.3.1-centre", "ends-even", _runs("关于2016年", _moved(1.0, 0.0))),
    ("R-7.3.1-pitch", "ends-even", _runs("关于2016年", _moved(0.0, 1.0))),
    ("R-7.3.1-face", "ends-even", _runs("关于2016年", lambda r: replace(r, size_pt=20.0))),
    ("R-7.3.2-left", "ends-even", _runs("固原市人民政府", _moved(1.0, 0.0))),
    ("R-7.3.2-space", "ends-even", _runs("固原市人民政府", _moved(0.0, -6.0))),
    ("R-7.3.3b-next", "ends-even", _runs("固原市人民政府", _moved(0.0, -1.5))),
    ("R-7.3.3b-indent", "ends-even", _runs("政府信息公开", _moved(1.0, 0.0))),
    ("R-7.3.5.1a", "ends-even", _runs(_DATE, _moved(1.0, 0.0))),
    ("R-7.3.5.1b-centre", "ends-even", _runs(_DATE, _moved(1.0, 0.0))),
    ("R-7.3.5.1b-room", "ends-even", _runs("抄送", _moved(95.0, -92.0))),
    ("R-7.3.5.2-offset", "unsealed", _runs(_DATE, _moved(1.0, 0.0))),
    ("R-7.3.5.2-right", "unsealed-short-organ", _runs(_DATE, _moved(1.0, 0.0))),
    ("R-7.4.1a-outer", "ends-even", _rules(_is_last, lambda r: replace(r, width_mm=0.3))),
    ("R-7.4.1b-last", "ends-even", _rules(_is_last, lambda r: r.moved(0.0, -1.0))),
    ("R-7.4.1a-width", "ends-even", _rules(_is_last, lambda r: replace(r, x1=r.x1 - 1))),
    ("R-7.4.2-left", "ends-even", _runs("抄送", _moved(2.0, 0.0))),
    ("R-7.4.3-right", "ends-even", _runs("印发", _moved(2.0, 0.0))),
    ("R-7.5a-type", "ends-even", _runs("— 1 —", lambda r: replace(r, size_pt=12.0))),
    ("R-7.5b", "ends-even", _runs("— 1 —", _moved(0.0, 1.0))),
    ("R-7.5c-odd", "ends-even", _runs("— 1 —", _moved(2.0, 0.0))),
    ("R-7.5c-even", "ends-even", _runs("— 2 —", _moved(-2.0, 0.0))),
    ("R-table-cells", "upward", _rules(_is_any, lambda r: r.moved(0.0, 3.0))),
    ("R-7.3.7b-line-1", "upward", _runs("附件", _moved(0.0, 1.0))),
    ("R-7.3.7b-centre", "upward", _runs("公开情况统计表", _moved(1.0, 0.0))),
]


@pytest.mark.parametrize(
    ("broken", "name", "change"), [pytest.param(*case, id=case[0]) for case in _DEPARTURES]
)
def test_departure_is_found(broken: str, name: str, change: Change, specimens: Specimens) -> None:
    meant = next(r for r in REQUIREMENTS if r.id == broken)
    assert name in meant.variants
    usual = specimens.of(name)
    assert judge(meant, usual).is_met
    pages = typeset(usual.report, usual.form, specimens.fonts, usual.options)
    changed = replace(pages, pages=tuple(map(change, pages.pages)))
    changed = replace(changed, faces=_faces(changed))
    found = measured(name, usual.report, usual.form, usual.options, changed, specimens.fonts)
    assert not judge(meant, found).is_met


def _faces(pages: PageSet) -> frozenset[Face]:
    return frozenset(run.face for page in pages.pages for run in page.runs)


def test_variants_are_all_measured() -> None:
    assert {name for r in REQUIREMENTS for name in r.variants} == set(VARIANTS)

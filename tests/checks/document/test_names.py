"""What the organ and its area are called, and terms that have several forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import ISSUER, ORGAN, TITLE
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph, Report

Found = Callable[[Report, str], list[Finding]]
Written = Callable[..., Report]
Fixed = Callable[[Report, Finding], Report]
WordsAt = Callable[[Report, Finding], list[str]]


@pytest.mark.parametrize(
    ("organ", "text", "told"),
    [
        ("西吉县人民政府", "我办没有收费，我局、我委、我单位和我街道也没有。", 5),
        ("西吉县人民政府", "我县和县政府没有收费，本机关也没有。", 0),
        ("西吉县人民政府", "开展“我为群众办实事”活动，我办理的申请已办结，我委托他人。", 0),
        ("西吉县人民政府办公室", "我办没有收费，我办公室也没有。", 0),
        ("西吉县人民政府办公室", "我局没有收费。", 1),
        ("西吉县教育局", "我局没有收费。", 0),
        ("西吉县教育局", "我委没有收费。", 1),
        ("吉强镇人民政府", "我镇没有收费。", 0),
        ("西吉县人民政府", "我镇没有收费。", 1),
        ("西吉县红十字会", "我办没有收费。", 0),
        ("", "我办没有收费。", 0),
    ],
)
def test_an_organ_calls_itself_by_its_own_name(
    organ: str, text: str, told: int, found: Found, written: Written
) -> None:
    assert len(found(written(text, fields={ORGAN: organ}), "P-31")) == told


def test_the_issuer_counts_where_nobody_has_signed(found: Found, written: Written) -> None:
    (finding,) = found(written("我办没有收费。", fields={ISSUER: "西吉县人民政府文件"}), "P-31")
    advice = [remedy.label for remedy in finding.remedies]
    assert advice == [
        "指署名机关的，改为“我县”或“县政府”。",
        "指政府办公室的，改为“县政府办公室”。",
    ]


@pytest.mark.parametrize(
    ("organ", "text", "told"),
    [
        ("西吉县人民政府", "我市政务公开工作扎实推进。", 1),
        ("西吉县人民政府", "我县和我区政务公开工作扎实推进。", 0),
        ("宿迁市人民政府", "我县政务公开工作扎实推进。", 1),
        ("宿迁市人民政府", "我市政务公开工作扎实推进。", 0),
        ("兴化市戴南镇人民政府", "我市政务公开工作扎实推进。", 0),
        ("西吉县教育局", "我市政务公开工作扎实推进。", 0),
    ],
)
def test_an_area_of_another_level_is_asked_about(
    organ: str, text: str, told: int, found: Found, written: Written
) -> None:
    assert len(found(written(text, fields={ORGAN: organ}), "D-13")) == told


def test_the_form_used_less_is_pointed_at_and_made_like_the_others(
    found: Found, written: Written, after_fix: Fixed, words_at: WordsAt
) -> None:
    report = written("各乡镇、19个乡（镇）和乡镇站所。", "各乡（镇）汇总，各乡镇上报。")
    (finding,) = found(report, "P-32")
    assert words_at(report, finding) == ["乡（镇）", "乡（镇）"]
    fixed = after_fix(report, finding)
    assert [p.text for p in fixed.chapter("overview").paragraphs] == [
        "各乡镇、19个乡镇和乡镇站所。",
        "各乡镇汇总，各乡镇上报。",
    ]


def test_making_forms_alike_carries_the_figures_between_them(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written("乡镇、乡镇和乡镇。")
    source = FigureSource(FigureKind.VALUE, (CellAddress("statistics", "meetings", "count"),))
    text = "乡（镇）会议4次，乡（镇）完成。"
    chapter = report.chapter("overview")
    mixed = Paragraph(text, (Figure(6, 7, source),))
    added = replace(chapter, paragraphs=(*chapter.paragraphs, mixed))
    report = replace(report, chapters=(added,))
    (finding,) = found(report, "P-32")
    changed = after_fix(report, finding).chapter("overview").paragraphs[1]
    assert changed.text == "乡镇会议4次，乡镇完成。"
    assert [changed.text[f.start : f.end] for f in changed.figures] == ["4"]


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇汇总，县、乡医疗机构公开。",
        "各乡镇按《乡（镇）政务公开办法》办理。",
        "开设“政民互动”栏目，答复“政民互动”栏目信件。",
        "开设“政民互动”栏目和“县长信箱”栏目。",
        "政务公开和政府信息公开工作。",
    ],
)
def test_one_form_of_a_term_is_left_alone(text: str, found: Found, written: Written) -> None:
    assert not found(written(text), "P-32")


def test_a_name_keeps_its_noun_inside_its_marks_or_outside(
    found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written("“县长信箱平台”改版。", "“县长信箱”平台和“县长信箱”平台。")
    (finding,) = found(report, "P-32")
    assert words_at(report, finding) == ["“县长信箱平台”"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("以上报告，妥否，请批示。", ["妥否", "请批示"]),
        ("现请批复。", ["请批复"]),
        ("以上报告，请审阅。", []),
        ("依法提请批准后报请审批，申请批准材料。", []),
        ("《关于请予批准的请示》已办结。", []),
    ],
)
def test_a_report_asks_for_nothing(
    text: str, told: list[str], found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(text, fields={TITLE: "2016年年度报告"})
    assert [words_at(report, f)[0] for f in found(report, "P-16")] == told
    assert not found(written(text, fields={TITLE: "关于经费的请示"}), "P-16")

"""Exactly what the rules about the document say of the founding document and of two clean ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Rule
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import (
    COPIES_TO,
    DATE,
    DIRECTION,
    ISSUER,
    ORGAN,
    SIGNER,
    TITLE,
    UPWARD,
)
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.core.severity import Severity

WordsAt = Callable[[Report, Finding], list[str]]


def _all(rules: tuple[Rule, ...], report: Report) -> list[Finding]:
    return [finding for rule in rules for finding in rule.check(report)]


def test_the_founding_document_has_these_faults_and_no_others(
    rules: tuple[Rule, ...], sample: Report, words_at: WordsAt
) -> None:
    title = "西吉县人民政府\n关于2016年政府信息公开工作年度报告"
    copies = "县委书记，人大常委会主任，政府县长，政协主席。\n县委，人大，政协。"
    told = [(f.rule, f.severity.label, words_at(sample, f)) for f in _all(rules, sample)]
    assert told == [
        ("D-02", "核实", [""]),
        ("P-15", "提示", [title]),
        ("P-34", "核实", [copies]),
        ("P-34", "核实", [copies]),
        ("D-09", "核实", ["2015年政府信息公开要点"]),
        ("P-19", "提示", ["目前"]),
        ("P-19", "提示", ["近两年"]),
        ("P-19", "核实", ["今年"]),
        ("P-31", "核实", ["我办"]),
        ("P-31", "核实", ["我办"]),
        ("P-32", "提示", ["乡镇"]),
        ("P-32", "提示", ["“政民互动栏目”"]),
    ]


def test_the_copies_name_persons_and_end_twice(
    found: Callable[[Report, str], list[Finding]], sample: Report
) -> None:
    persons, stops = found(sample, "P-34")
    assert persons.basis == "县委书记、人大常委会主任、政府县长、政协主席"
    assert stops.basis == "2个句号"
    (fix,) = (remedy for remedy in stops.remedies if remedy.changes)
    assert apply_all(sample, fix.changes).field(COPIES_TO) == (
        "县委书记，人大常委会主任，政府县长，政协主席，\n县委，人大，政协。"
    )


def test_every_finding_can_be_told_apart_and_has_ways_out(
    rules: tuple[Rule, ...], sample: Report
) -> None:
    findings = _all(rules, sample)
    assert len({finding.address for finding in findings}) == len(findings)
    for finding in findings:
        assert len(finding.remedies) >= 1 + (finding.severity is Severity.ERROR)
        assert finding.message.endswith("。")


def test_what_can_be_put_right_at_once_is_then_no_finding(
    rules: tuple[Rule, ...], sample: Report
) -> None:
    report = sample
    for rule in rules:
        for finding in rule.check(report):
            changes = next((r.changes for r in finding.remedies if r.changes), ())
            report = apply_all(report, changes)
    left = [finding.rule for finding in _all(rules, report)]
    assert left == ["D-02", "P-34", "D-09", "P-19", "P-19", "P-31", "P-31"]


def test_a_chapter_that_the_form_does_not_know_is_read_too(
    sample: Report, found: Callable[[Report, str], list[Finding]]
) -> None:
    added = Chapter("added", "五、其他", (Paragraph("我办今年没有其他事项。"),))
    longer = replace(sample, chapters=(*sample.chapters, added))
    assert len(found(longer, "P-31")) == len(found(sample, "P-31")) + 1
    assert len(found(longer, "P-19")) == len(found(sample, "P-19")) + 1


_TABLE_CHAPTERS = (
    Chapter("disclosed", "二、主动公开政府信息情况", ()),
    Chapter("received", "三、收到和处理政府信息公开申请情况", ()),
    Chapter("disputes", "四、政府信息公开行政复议、行政诉讼情况", ()),
)
_FRAME_RULES = {"D-01", "D-04", "D-05", "P-21"}


def _clean(issuer: str, year: int, title: str, overview: str, problems: str) -> Report:
    chapters = (
        Chapter("overview", "一、总体情况", tuple(map(Paragraph, overview.split("\n")))),
        *_TABLE_CHAPTERS,
        Chapter("problems", "五、存在的主要问题及改进情况", (Paragraph(problems),)),
    )
    fields = {ISSUER: issuer, ORGAN: issuer, TITLE: title, DATE: f"{year + 1}年1月20日"}
    return Report("clean", year, fields, chapters, {})


_HUAIAN = _clean(
    "淮安市人民政府办公室",
    2024,
    "淮安市人民政府2024年政府信息公开工作年度报告",
    "本报告由淮安市人民政府办公室根据《中华人民共和国政府信息公开条例》（国令第711号）（以下简称《条例》）"
    "规定编制。报告所列统计期限自2024年1月1日至2024年12月31日。\n"
    "2024年，我市坚持以习近平新时代中国特色社会主义思想为指导，圆满完成了各项任务。（一）主动公开情况。"
    "2024年，市政府网站主动公开各类政府信息5500余条，全年新增公开市政府规章1件。\n"
    "（二）依申请公开情况。2024年，全市共受理政府信息公开申请3119件，答复3050件（含上年度结转申请34件，"
    "另有103件顺延到下年度答复）。\n"
    "（三）政府信息管理情况。在政府网站、政务新媒体、政府公报等公开平台发布信息时，坚持“先审查、后公开”"
    "“一事一审”工作原则。\n"
    "（四）政府信息公开平台建设情况。截至目前，全市在运维政务新媒体共计95个，在省办2024年四个季度"
    "政务新媒体检查抽查中，合格率均为100%。",
    "针对存在问题，下一步，我市将着力加强政策解读质效，积极回应企业和群众的实际需求。",
)
_SUQIAN = _clean(
    "宿迁市人民政府",
    2023,
    "",
    "2023年，我市以习近平新时代中国特色社会主义思想为指导，持续深化政务公开。\n"
    "（一）主动公开方面。一是强化政策性文件公开。市政府办公室印发《关于进一步做好政策解读推进政策落地"
    "见效的通知》，确保公开的政策性文件和解读材料有效链接。\n"
    "（二）依申请公开方面。转下年度办理121件。沭阳县巧用“枫桥经验”推进依申请公开案件办理。\n"
    "（三）政府信息管理方面。全市开展现行有效行政规范性文件集中统一公开工作。",
    "2023年，我市政府信息公开工作取得了一定成绩，但还存在一定差距和不足。",
)


@pytest.mark.parametrize(
    ("report", "expected"),
    # 截至目前 does not say until when.
    [(_HUAIAN, [("P-19", "目前")]), (_SUQIAN, [])],
)
def test_two_clean_reports_of_cities_are_left_alone(
    report: Report, expected: list[tuple[str, str]], rules: tuple[Rule, ...], words_at: WordsAt
) -> None:
    findings = [f for f in _all(rules, report) if f.rule not in _FRAME_RULES]
    assert [(f.rule, words_at(report, f)[0]) for f in findings] == expected


def test_a_signer_is_asked_for_only_in_an_upward_document(
    found: Callable[[Report, str], list[Finding]], written: Callable[..., Report]
) -> None:
    (finding,) = found(written(fields={DIRECTION: UPWARD}), "D-02")
    assert "《党政机关公文处理工作条例》第九条" in finding.message
    assert not found(written(fields={DIRECTION: UPWARD, SIGNER: "张三"}), "D-02")
    assert not found(written(), "D-02")


def test_without_words_only_forms_are_checked(form: Form, sample: Report) -> None:
    silent = tuple(document_rules(form, DocumentWords()))
    assert [f.rule for f in _all(silent, sample)] == ["D-02", "P-34"]

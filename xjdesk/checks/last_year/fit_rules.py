"""Whether last year's report can be held against this one (rules Y-01 to Y-04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import Place, YearAddress
from xjdesk.core.document_fields import ISSUER, SCOPE
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def fit_rules(form: Form, last_year: LastYear) -> Iterator[Rule]:
    """The rule about what keeps the two reports apart: one sentence for each reason."""
    yield _FitRule(form, last_year)


@dataclass(frozen=True, slots=True)
class _FitRule:
    form: Form
    last_year: LastYear

    @property
    def topics(self) -> frozenset[Topic]:
        return FITTING_TOPICS | {ISSUER}

    def check(self, report: Report) -> Iterator[Finding]:
        before = self.last_year.report
        if before.year != report.year - 1:
            yield self._other_year(report)
        if self.last_year.is_of_other_scope(report):
            yield self._other_scope(report)
        now, then = report.field(ISSUER), before.field(ISSUER)
        if now and then and now != then:
            yield self._other_issuer(now, then)
        if not self.last_year.fits(report):
            return
        changed = sum(not self.last_year.is_comparable(c) for c in self.form.indicator_cells())
        if changed:
            yield self._other_count(changed)

    def _other_year(self, report: Report) -> Finding:
        found, asked = self.last_year.report.year, report.year - 1
        return _finding(
            ("Y-01", Severity.QUERY, YearAddress()),
            f"对照的上年报告是{found}年度的，本报告是{report.year}年度的，没有逐项比较，"
            f"请改用{asked}年度的报告。",
            (f"{asked}年", f"{found}年"),
            ("在“文件”菜单中重新选择上年报告。", "报告年度填错了的，更正报告年度。"),
        )

    def _other_scope(self, report: Report) -> Finding:
        now, then = report.field(SCOPE), self.last_year.report.field(SCOPE)
        return _finding(
            ("Y-02", Severity.QUERY, SCOPE),
            f"本报告的统计范围是{quoted(now)}，上年报告是{quoted(then)}，范围不同不可比，"
            "没有逐项比较，请改用统计范围相同的上年报告。",
            (then, now),
            ("在“文件”菜单中改选统计范围相同的上年报告。", "统计范围选错了的，更正统计范围。"),
        )

    def _other_issuer(self, now: str, then: str) -> Finding:
        return _finding(
            ("Y-03", Severity.QUERY, ISSUER),
            f"本报告的发文机关是{quoted(now)}，上年报告是{quoted(then)}，请核实是否选错了文件。",
            (then, now),
            ("选错了的，在“文件”菜单中重新选择上年报告。", "机关更名或者合并的，写明情况。"),
        )

    def _other_count(self, changed: int) -> Finding:
        name, every = self.last_year.form.name, sum(1 for _ in self.form.indicator_cells())
        what = "各项" if changed == every else f"有{changed}格"
        return _finding(
            ("Y-04", Severity.HINT, YearAddress()),
            f"上年报告用的是{quoted(name)}，{what}统计数口径已变，不可比，没有与上年比较。",
            ("", name),
            ("正文中不要把口径不同的数与上年相比。", "需要比较的，按新口径核实上年数后再写。"),
        )


def _finding(
    kind: tuple[str, Severity, Place],
    message: str,
    sides: tuple[str, str],
    advice: tuple[str, str],
) -> Finding:
    rule, severity, place = kind
    expected, found = sides
    return Finding(
        rule=rule,
        severity=severity,
        where=(place,),
        message=message,
        expected=expected or None,
        found=found,
        remedies=advise(*advice),
        basis="｜".join(sides),
    )

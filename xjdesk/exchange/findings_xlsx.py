"""The findings as a workbook (问题清单): to be handed to a colleague or handed up with the report.

One sheet lists all findings with their ways out and what has become of them, another the
explanations (情况说明).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.checks.standing_counts import standing_counts
from xjdesk.core import document_fields as fields
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.place_name import place_name
from xjdesk.core.report import Report
from xjdesk.exchange.xlsx_list import ListColumn, write_list
from xjdesk.exchange.xlsx_page import empty_workbook, set_page, workbook_bytes
from xjdesk.exchange.xlsx_text import without_controls

_FINDINGS, _EXPLANATIONS = "问题清单", "情况说明"
_MOST_PLACES = 4
_FINDING_COLUMNS = (
    ListColumn("序号", 6, "center"),
    ListColumn("级别", 7, "center"),
    ListColumn("位置", 24),
    ListColumn("问题", 46),
    ListColumn("可以这样处理", 36),
    ListColumn("状态、情况说明", 28),
    ListColumn("规则", 10, "center"),
)
_EXPLANATION_COLUMNS = (
    ListColumn("序号", 6, "center"),
    ListColumn("位置", 24),
    ListColumn("问题", 46),
    ListColumn("情况说明", 40),
    ListColumn("依据的数值", 16),
    ListColumn("以前的说明", 26),
)


def findings_xlsx_bytes(report: Report, form: Form, settled: Sequence[SettledFinding]) -> bytes:
    """The workbook as the bytes of an .xlsx file; equal findings give equal bytes."""
    workbook = empty_workbook()
    issuer = without_controls(report.field(fields.ISSUER))
    subject = f"{issuer}{report.year}年度报告"
    sheets = (
        (_FINDINGS, _FINDING_COLUMNS, _finding_rows(form, settled)),
        (_EXPLANATIONS, _EXPLANATION_COLUMNS, _explanation_rows(form, settled)),
    )
    for name, columns, rows in sheets:
        sheet = workbook.create_sheet(name)
        write_list(sheet, subject + name, _note(report, name, settled), columns, list(rows))
        set_page(sheet, is_landscape=True)
    return workbook_bytes(workbook, creator=issuer, title=subject + _FINDINGS)


def _note(report: Report, sheet: str, settled: Sequence[SettledFinding]) -> str:
    explained = sum(one.standing is Standing.EXPLAINED for one in settled)
    told = standing_counts(settled) if sheet == _FINDINGS else f"已说明{explained}条。"
    date = report.field(fields.DATE).strip()
    return f"成文日期：{date}　　{told}" if date else told


def _finding_rows(form: Form, settled: Iterable[SettledFinding]) -> Iterator[Sequence[str]]:
    for number, one in enumerate(settled, start=1):
        finding = one.finding
        yield (
            str(number),
            finding.severity.label,
            _places(form, finding),
            finding.message,
            _remedies(finding),
            _state(one),
            finding.rule,
        )


def _explanation_rows(form: Form, settled: Iterable[SettledFinding]) -> Iterator[Sequence[str]]:
    explained = (one for one in settled if one.standing is Standing.EXPLAINED)
    for number, one in enumerate(explained, start=1):
        finding, said = one.finding, one.explanation
        assert said is not None, "what is explained has an explanation"
        yield (
            str(number),
            _places(form, finding),
            finding.message,
            said.text.strip(),
            said.basis,
            _earlier(said),
        )


def _places(form: Form, finding: Finding) -> str:
    # Several stretches of one paragraph are one place for the reader.
    names = list(dict.fromkeys(place_name(form, place) for place in finding.where))
    shown = "\n".join(names[:_MOST_PLACES])
    return shown if len(names) <= _MOST_PLACES else f"{shown}\n等{len(names)}处"


def _remedies(finding: Finding) -> str:
    # On paper nothing leads anywhere: the places stand beside.
    told = (remedy for remedy in finding.remedies if remedy.is_advice or remedy.changes)
    labels = [remedy.label for remedy in told]
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, start=1))


def _state(one: SettledFinding) -> str:
    said = one.explanation
    match one.standing:
        case Standing.EXPLAINED if said is not None:
            return f"已说明：{said.text.strip()}"
        case Standing.DISMISSED:
            return "不再提示"
        case _ if said is not None and said.text.strip():
            return f"待处理（数值已变，原来的说明不再适用：{said.text.strip()}）"
        case _:
            return "待处理"


def _earlier(said: Explanation) -> str:
    return "\n".join(f"{one.text.strip()}（当时的数值：{one.basis}）" for one in said.earlier)

"""Sentences of real reports that speak of cells: one at least for every phrase of the form.

In a sentence # stands for the number with its unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.checks.planted.kinds import Kind, Planted, with_text
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report

_LEGAL = ("business", "research", "charity", "legal", "other")
_REFUSED = (
    "refused_state_secret",
    "refused_by_law",
    "refused_security",
    "refused_third_party",
    "refused_internal",
    "refused_process",
    "refused_enforcement_file",
    "refused_inquiry",
)
_UNAVAILABLE = ("not_held", "to_be_made", "still_unclear")
_NOT_PROCESSED = ("petition", "repeated", "publication", "excessive", "confirmation")
_OTHERWISE = ("not_amended", "not_paid", "other_results")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and the cells whose sum its number is; `unit` is the one it uses."""

    text: str
    cells: tuple[CellAddress, ...]
    unit: str = "件"

    def with_number(self, number: Decimal) -> str:
        """The sentence with that number in it."""
        return self.text.replace("#", f"{show_number(number)}{self.unit}")

    def right_number(self, report: Report) -> Decimal:
        """What the cells hold together."""
        entries = [report.values[cell] for cell in self.cells]
        return sum((entry for entry in entries if isinstance(entry, Decimal)), Decimal(0))


def _requests(text: str, *rows: str, columns: Sequence[str] = ("total",)) -> Spoken:
    cells = (CellAddress("requests", row, column) for row in rows for column in columns)
    return Spoken(text, tuple(cells))


def _review(text: str, *columns: str) -> Spoken:
    return Spoken(text, tuple(CellAddress("review", "cases", column) for column in columns))


def _disclosed(text: str, row: str, column: str, unit: str = "件") -> Spoken:
    return Spoken(text, (CellAddress("disclosure", row, column),), unit)


SPOKEN = (
    _requests("本年新收政府信息公开申请#。", "received"),
    _requests("全县共收到政府信息公开申请#，同比增长20%。", "received"),
    _requests("收到公民、法人和其他组织提出的政府信息公开申请#。", "received"),
    _requests("全年受理依申请公开#，均在法定期限内答复。", "received", "carried_in"),
    _requests("全市全年共收办政府信息公开申请案件#（含上年结转）。", "received", "carried_in"),
    _requests("全年办理政府信息公开申请#。", "received"),
    _requests("收到政府信息公开申请，其中自然人申请#。", "received", columns=("natural",)),
    _requests(
        "收到政府信息公开申请，较上年减少8件，其中自然人申请#。", "received", columns=("natural",)
    ),
    _requests("政府信息公开申请中，法人或其他组织申请#。", "received", columns=_LEGAL),
    _requests("政府信息公开申请中，商业企业申请#。", "received", columns=("business",)),
    _requests("政府信息公开申请中，科研机构申请#。", "received", columns=("research",)),
    _requests("政府信息公开申请中，社会公益组织申请#。", "received", columns=("charity",)),
    _requests("政府信息公开申请中，法律服务机构申请#。", "received", columns=("legal",)),
    _requests("上年结转政府信息公开申请#。", "carried_in"),
    _requests("依申请公开方面，已办结政府信息公开申请#。", "settled"),
    _requests("依申请公开方面，共答复#。", "settled"),
    _requests("政府信息公开申请结转下年度继续办理#。", "carried_out"),
    _requests("政府信息公开申请中，另有#顺延到下年度答复。", "carried_out"),
    _requests("收到的政府信息公开申请中，#结转至2031年办理。", "carried_out"),
    _requests("对政府信息公开申请，予以公开#。", "granted"),
    _requests("对政府信息公开申请，部分公开#。", "partly_granted"),
    _requests("对政府信息公开申请，予以公开及部分公开的有#。", "granted", "partly_granted"),
    _requests("对政府信息公开申请，不予公开#。", *_REFUSED),
    _requests("不予公开的政府信息公开申请中，属于国家秘密的#。", "refused_state_secret"),
    _requests("不予公开的政府信息公开申请中，其他法律行政法规禁止公开的#。", "refused_by_law"),
    _requests("不予公开的政府信息公开申请中，危及“三安全一稳定”的#。", "refused_security"),
    _requests("不予公开的政府信息公开申请中，保护第三方合法权益的#。", "refused_third_party"),
    _requests("不予公开的政府信息公开申请中，属于三类内部事务信息的#。", "refused_internal"),
    _requests("不予公开的政府信息公开申请中，属于四类过程性信息的#。", "refused_process"),
    _requests("不予公开的政府信息公开申请中，属于行政执法案卷的#。", "refused_enforcement_file"),
    _requests("不予公开的政府信息公开申请中，属于行政查询事项的#。", "refused_inquiry"),
    _requests("对政府信息公开申请，无法提供#。", *_UNAVAILABLE),
    _requests("政府信息公开申请中，本机关不掌握相关政府信息的#。", "not_held"),
    _requests("政府信息公开申请中，没有现成信息需要另行制作的#。", "to_be_made"),
    _requests("政府信息公开申请中，补正后申请内容仍不明确的#。", "still_unclear"),
    _requests("对政府信息公开申请，不予处理#。", *_NOT_PROCESSED),
    _requests("政府信息公开申请中，信访举报投诉类申请#。", "petition"),
    _requests("政府信息公开申请中，重复申请#。", "repeated"),
    _requests("政府信息公开申请中，要求提供公开出版物的#。", "publication"),
    _requests("政府信息公开申请中，无正当理由大量反复申请的#。", "excessive"),
    _requests("政府信息公开申请中，要求确认或重新出具已获取信息的#。", "confirmation"),
    _requests("对政府信息公开申请，作其他处理（含主动撤回）#。", *_OTHERWISE),
    _requests("政府信息公开申请中，申请人逾期不补正的#。", "not_amended"),
    _requests("政府信息公开申请中，逾期未按收费通知要求缴纳费用的#。", "not_paid"),
    _review("因政府信息公开发生行政复议#。", "reconsideration_total"),
    _review("政府信息公开行政复议中，结果维持#。", "reconsideration_upheld"),
    _review("政府信息公开行政复议中，结果纠正#。", "reconsideration_corrected"),
    _review("政府信息公开行政复议中，其他结果#。", "reconsideration_other"),
    _review("政府信息公开行政复议中，尚未审结#。", "reconsideration_pending"),
    _review("政府信息公开行政复议已审结的，#维持。", "reconsideration_upheld"),
    _review("因政府信息公开被提起行政诉讼#。", "direct_total", "after_total"),
    _review("政府信息公开行政诉讼中，结果维持#。", "direct_upheld", "after_upheld"),
    _review("政府信息公开行政诉讼中，结果纠正#。", "direct_corrected", "after_corrected"),
    _review("政府信息公开行政诉讼中，其他结果#。", "direct_other", "after_other"),
    _review("政府信息公开行政诉讼中，尚未审结#。", "direct_pending", "after_pending"),
    _review("行政诉讼中，未经复议直接起诉#。", "direct_total"),
    _review("未经复议直接起诉的，结果维持#。", "direct_upheld"),
    _review("未经复议直接起诉的，结果纠正#。", "direct_corrected"),
    _review("未经复议直接起诉的，其他结果#。", "direct_other"),
    _review("未经复议直接起诉的，尚未审结#。", "direct_pending"),
    _review("行政诉讼中，复议后起诉#。", "after_total"),
    _review("复议后起诉的，结果维持#。", "after_upheld"),
    _review("复议后起诉的，结果纠正#。", "after_corrected"),
    _review("复议后起诉的，其他结果#。", "after_other"),
    _review("复议后起诉的，尚未审结#。", "after_pending"),
    _review(
        "因政府信息公开引发行政复议、行政诉讼共#。",
        "reconsideration_total",
        "direct_total",
        "after_total",
    ),
    _review("政府信息公开行政复议和行政诉讼均为#。", "reconsideration_total"),
    _disclosed("全年制发行政规范性文件#。", "normative_documents", "issued"),
    _disclosed("全年废止行政规范性文件#。", "normative_documents", "repealed"),
    _disclosed("现行有效行政规范性文件#。", "normative_documents", "in_force"),
    _disclosed("全年制定政府规章#。", "regulations", "issued"),
    _disclosed("全年废止政府规章#。", "regulations", "repealed"),
    _disclosed("现行有效政府规章#。", "regulations", "in_force"),
    _disclosed("全年作出行政许可决定#。", "licences", "decisions"),
    _disclosed("全年作出行政处罚决定#。", "penalties", "decisions"),
    _disclosed("全年实施行政强制措施#。", "coercive_measures", "decisions"),
    _disclosed("全年行政事业性收费#。", "fees", "amount", "万元"),
)
"""Sentences whose number is that of the cells."""


def _differs(spoken: Spoken) -> Kind:
    def plant(draw: Random, form: Form, report: Report) -> Planted:
        number = spoken.right_number(report) + 1000 * draw.randint(1, 9) + draw.randint(1, 9)
        wrong = with_text(report, "overview", spoken.with_number(number))
        return Planted(wrong, ("T-01",), spoken.cells[0], (show_number(number), "相差"))

    return Kind(f"正文：{spoken.text}", plant)


SPOKEN_ERRORS = tuple(map(_differs, SPOKEN))

"""Statements without a number that the tables contradict."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.checks.planted.kinds import Kind, Planted, with_text, with_values
from xjdesk.core.address import CellAddress, HeadingAddress, parse_cell_address
from xjdesk.core.form import Form
from xjdesk.core.report import Report

CLAIMED = (
    ("全部政府信息公开申请均已按期办结。", "requests.carried_out.total"),
    ("依申请公开方面，所有申请均已按要求办理完成。", "requests.carried_out.total"),
    ("依申请公开工作有序开展，收到的申请全部办结。", "requests.carried_out.total"),
    ("全年未收到政府信息公开申请。", "requests.received.total"),
    ("没有上年结转的政府信息公开申请。", "requests.carried_in.total"),
    ("政府信息公开申请没有结转下年度继续办理的情况。", "requests.carried_out.total"),
    ("全年没有不予公开的政府信息公开申请。", "requests.refused_process.total"),
    ("未发生因政府信息公开引发的行政复议。", "review.cases.reconsideration_total"),
    ("未发生因政府信息公开引发的行政诉讼。", "review.cases.direct_total"),
    ("无行政复议、行政诉讼案件。", "review.cases.after_total"),
    ("政府信息公开行政复议均获维持。", "review.cases.reconsideration_corrected"),
    ("政府信息公开行政复议案件均被维持。", "review.cases.reconsideration_pending"),
    ("政府信息公开行政诉讼全部胜诉。", "review.cases.after_corrected"),
    ("全年未制发行政规范性文件。", "disclosure.normative_documents.issued"),
    ("全年没有制定规章。", "disclosure.regulations.issued"),
)
"""Sentences with a cell that is then 0."""

WITHDRAWN = "政府信息公开申请中，申请人主动撤回的按规定处理。"
"""Then the cell of 其他 is not 0."""


def claiming(report: Report, sentence: str) -> Report:
    """The report with a sentence for its first chapter."""
    return with_text(report, "overview", sentence)


def _contradicted(sentence: str, address: str, is_0: bool) -> Kind:
    cell = parse_cell_address(address)

    def plant(draw: Random, _: Form, report: Report) -> Planted:
        held = Decimal(0) if is_0 else Decimal(draw.randint(1, 999))
        wrong = with_values(claiming(report, sentence), {cell: held})
        return Planted(wrong, ("T-02",), HeadingAddress("overview"), ("统计表中", sentence[-6:-1]))

    return Kind(f"正文：{sentence}", plant)


WITHDRAWN_CELL = CellAddress("requests", "other_results", "total")
CLAIM_ERRORS = (
    *(_contradicted(sentence, address, is_0=False) for sentence, address in CLAIMED),
    _contradicted(WITHDRAWN, str(WITHDRAWN_CELL), is_0=True),
)

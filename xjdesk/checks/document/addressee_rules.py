"""Checks of the addressee (主送机关). The page prints the colon, a typed one is no fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.recipients import persons, recipients
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT, WAYS_OF_DOCUMENTS
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ADDRESSEE, DIRECTION, UPWARD
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_COLONS = ":："
_END_MARKS = "。，、；.,;"


def addressee_rules(words: DocumentWords) -> Iterator[Rule]:
    """The rules about the addressee."""
    yield _EndRule()
    yield _PersonRule(words.person_titles)
    yield _OneRule()


@dataclass(frozen=True, slots=True)
class _AddresseeRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((ADDRESSEE,))


@dataclass(frozen=True, slots=True)
class _EndRule(_AddresseeRule):
    def check(self, report: Report) -> Iterator[Finding]:
        """P-17: GB/T 9704-2012, 7.3.2."""
        old = report.field(ADDRESSEE)
        text = old.strip().rstrip(_COLONS)
        new = text.rstrip(_END_MARKS + _COLONS)
        if not new or new == text:
            return
        mark = text[len(new) :]
        yield Finding(
            rule="P-17",
            severity=Severity.QUERY,
            where=(ADDRESSEE,),
            message=f"主送机关末尾多了“{mark}”，会印成“{mark}：”。按{LAYOUT}，主送机关后"
            "只标全角冒号，由本程序加上。",
            expected=new,
            found=text,
            remedies=(
                Remedy(f"删去“{mark}”", changes=(Change(ADDRESSEE, old, new),)),
                *advise("后面漏写了机关的，补写完整。"),
            ),
            subject=f"{ADDRESSEE} 末尾",
            basis=mark,
        )


@dataclass(frozen=True, slots=True)
class _PersonRule(_AddresseeRule):
    titles: tuple[str, ...]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-17: 条例第十五条(五), no document to the head of an organ."""
        found = persons(report.field(ADDRESSEE), self.titles)
        if not found:
            return
        yield Finding(
            rule="P-17",
            severity=Severity.QUERY,
            where=(ADDRESSEE,),
            message=f"主送机关中的{'、'.join(map(quoted, found))}是个人职务。按"
            f"{WAYS_OF_DOCUMENTS}，除上级机关负责人直接交办事项外，公文应报送机关，不报送其负责人。",
            found="、".join(found),
            remedies=advise("改为机关名称。", "确由上级机关负责人直接交办的，写明情况。"),
            subject=f"{ADDRESSEE} 职务",
            basis="、".join(found),
        )


@dataclass(frozen=True, slots=True)
class _OneRule(_AddresseeRule):
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((ADDRESSEE, DIRECTION))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-17: 条例第十五条(一), an upward document goes to one organ."""
        found = recipients(report.field(ADDRESSEE))
        if report.field(DIRECTION) != UPWARD or len(found) < 2:
            return
        yield Finding(
            rule="P-17",
            severity=Severity.QUERY,
            where=(ADDRESSEE,),
            message=f"上行文主送了{len(found)}个机关：{'、'.join(map(quoted, found))}。"
            f"按{WAYS_OF_DOCUMENTS}，上行文原则上主送一个上级机关，其他相关机关用抄送。",
            found="、".join(found),
            remedies=advise(
                "只留一个主送机关，其他的移到“抄送”。", "确需主送几个机关的，写明情况。"
            ),
            subject=f"{ADDRESSEE} 几个机关",
            basis="、".join(found),
        )

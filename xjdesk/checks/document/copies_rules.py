"""Checks of the organs a copy goes to (抄送)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.recipients import persons, recipients
from xjdesk.checks.document.signer_organ import ORGAN_TOPICS, signing_organ
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT, PARTS_OF_DOCUMENTS, WAYS_OF_DOCUMENTS
from xjdesk.core.change import Change
from xjdesk.core.document_fields import COPIES_TO, DIRECTION, UPWARD
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_STOP, _COMMA = "。", "，"


def copies_rules(words: DocumentWords) -> Iterator[Rule]:
    """The rules about 抄送."""
    yield _PersonRule(words.person_titles)
    yield _StopRule()
    yield _LowerRule(words.lower_organs, words.township_endings)


@dataclass(frozen=True, slots=True)
class _CopiesRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((COPIES_TO,))


@dataclass(frozen=True, slots=True)
class _PersonRule(_CopiesRule):
    titles: tuple[str, ...]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-34: 条例第九条(十六), organs only."""
        found = persons(report.field(COPIES_TO), self.titles)
        if not found:
            return
        yield Finding(
            rule="P-34",
            severity=Severity.QUERY,
            where=(COPIES_TO,),
            message=f"抄送中的{'、'.join(map(quoted, found))}是个人职务。按"
            f"{PARTS_OF_DOCUMENTS}，抄送的是机关，应写机关全称、规范化简称或者同类型机关统称。",
            found="、".join(found),
            remedies=advise(
                "删去个人职务，只写机关名称。", "确需送个人的，另附分送名单，不印在版记中。"
            ),
            subject=f"{COPIES_TO} 职务",
            basis="、".join(found),
        )


@dataclass(frozen=True, slots=True)
class _StopRule(_CopiesRule):
    def check(self, report: Report) -> Iterator[Finding]:
        """P-34: GB/T 9704-2012, 7.4.2, one 。 behind the last organ."""
        old = report.field(COPIES_TO)
        text = old.rstrip()
        inner = text.rstrip(_STOP)
        stops = text.count(_STOP)
        if _STOP not in inner and stops < 2:
            return
        new = inner.replace(_STOP, _COMMA) + _STOP
        yield Finding(
            rule="P-34",
            severity=Severity.QUERY,
            where=(COPIES_TO,),
            message=f"抄送中有{stops}个句号。按{LAYOUT}，只在最后一个抄送机关名称之后标一个句号。",
            expected="1",
            found=str(stops),
            remedies=(
                Remedy("只留最末一个句号", changes=(Change(COPIES_TO, old, new),)),
                *advise("各行分隔用逗号或不用标点，末尾标一个句号。"),
            ),
            subject=f"{COPIES_TO} 句号",
            basis=f"{stops}个句号",
        )


@dataclass(frozen=True, slots=True)
class _LowerRule(_CopiesRule):
    beginnings: tuple[str, ...]
    township_endings: tuple[str, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return ORGAN_TOPICS | {COPIES_TO, DIRECTION}

    def check(self, report: Report) -> Iterator[Finding]:
        """P-34: 条例第十五条(一), no copy of an upward document to a lower organ."""
        issuer = signing_organ(report)
        # To a township, other townships are equals and the county's departments are not below it.
        if report.field(DIRECTION) != UPWARD or not issuer or self._is_township(issuer):
            return
        found = [name for name in recipients(report.field(COPIES_TO)) if self._is_lower(name)]
        if not found:
            return
        yield Finding(
            rule="P-34",
            severity=Severity.QUERY,
            where=(COPIES_TO,),
            message=f"抄送中的{'、'.join(map(quoted, found))}像是下级机关。按"
            f"{WAYS_OF_DOCUMENTS}，上行文可以抄送相关上级机关和同级机关，不抄送下级机关。",
            found="、".join(found),
            remedies=advise("删去下级机关，需要其知道的另行印发。", "不是下级机关的，写明情况。"),
            subject=f"{COPIES_TO} 下级机关",
            basis="、".join(found),
        )

    def _is_lower(self, name: str) -> bool:
        return name.startswith(self.beginnings) or name.endswith(self.township_endings)

    def _is_township(self, issuer: str) -> bool:
        return issuer.endswith(self.township_endings)

"""Which forms of a term a report uses, and the finding about those it uses less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.document.running_text import LineAddress
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.text_places import place_of, replacement
from xjdesk.core.change import Change, apply
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Use:
    """Characters `start` up to, not including, `end` of a line are the `form` of a term."""

    address: LineAddress
    start: int
    end: int
    form: str


def mixed_forms(report: Report, term: str, uses: Sequence[Use]) -> Iterator[Finding]:
    """P-32: a finding when `uses`, in the order of the text, are of several forms.

    The form used most is kept; of equals the first in the order of `uses`. `term` is what the
    finding is kept by.
    """
    counts: dict[str, int] = {}
    for use in uses:
        counts[use.form] = counts.get(use.form, 0) + 1
    if len(counts) < 2:
        return
    kept = max(counts, key=lambda form: counts[form])
    rarer = [use for use in uses if use.form != kept]
    told = "、".join(f"{_named(form)}{count}处" for form, count in counts.items())
    yield Finding(
        rule="P-32",
        severity=Severity.HINT,
        where=tuple(place_of(use.address, use.start, use.end) for use in rarer),
        message=f"同一用语写法不一：{told}。按公文用语前后一致的惯例，全文宜统一为一种写法，如{_named(kept)}。",
        expected=kept,
        found="、".join(form for form in counts if form != kept),
        remedies=(
            *(_unifying(report, uses, form) for form in sorted(counts, key=lambda f: -counts[f])),
            *advise("所指不同、本应分开写的，不再提示。"),
        ),
        subject=term,
        basis="、".join(sorted(counts)),
    )


def _named(form: str) -> str:
    """The form in quotation marks, of which one that begins with one has its own."""
    return form if form.startswith("“") else quoted(form)


def _unifying(report: Report, uses: Sequence[Use], form: str) -> Remedy:
    """Backwards, so that no change moves the place of the next; each is made on the one before."""
    changes: list[Change] = []
    for use in reversed([use for use in uses if use.form != form]):
        change = replacement(report, use.address, use.start, use.end, form)
        report = apply(report, change)
        changes.append(change)
    return Remedy(f"统一为{_named(form)}", changes=tuple(changes))

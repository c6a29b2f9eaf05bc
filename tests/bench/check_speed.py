"""Measures the checks on the founding document; asserts nothing.

    python tests/bench/check_speed.py

Every round edits to something new, so that nothing read before is found in a memory.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from sample_report import sample_report
from timing import times_ms, times_of

from xjdesk.app.check_data import CheckDataSource
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import Findings, RuleBook, check, recheck, rule_book
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report
from xjdesk.storage.user_words import UserWordFile

_ROUNDS = 60
_CELL = CellAddress("statistics", "closed", "count")


def main() -> None:
    """Print the table."""
    report, form = sample_report()
    data = CheckDataSource(UserWordFile(Path("no-such-file"))).load().data
    book = rule_book(form, data)
    before = check(book, report)
    print(f"{len(book.rules)} rules, {len(before.sorted())} findings")
    numbers = itertools.count(1)
    long, usual = _longest(report), _median(report)
    work: dict[str, Callable[[], object]] = {
        "one cell edited": _edits(book, report, before, lambda: _cell_edit(report, numbers)),
        f"paragraph of {_length(report, usual)} 字 edited": _edits(
            book, report, before, lambda: _typing(report, usual, numbers)
        ),
        f"paragraph of {_length(report, long)} 字 edited": _edits(
            book, report, before, lambda: _typing(report, long, numbers)
        ),
        "whole report, nothing read yet": _whole(form, data, report),
        "whole report, all read before": lambda: check(book, report),
        "rules of the form made": lambda: rule_book(form, data),
    }
    for what, taken in times_ms(work, _ROUNDS).items():
        times = times_of(taken)
        print(f"{what:36}median {times.median:8.2f} ms   least {times.least:8.2f} ms")


def _edits(
    book: RuleBook, report: Report, before: Findings, next_change: Callable[[], Change]
) -> Callable[[], object]:
    """Rechecks after an edit, whose making is a small part of the time."""

    def run() -> object:
        change = next_change()
        return recheck(book, apply(report, change), [change], before)

    return run


def _whole(form: Form, data: CheckData, report: Report) -> Callable[[], object]:
    # Books are made beforehand: their making is measured by itself.
    books = [rule_book(form, data) for _ in range(_ROUNDS)]
    return lambda: check(books.pop(), report)


def _cell_edit(report: Report, numbers: itertools.count[int]) -> Change:
    return Change(_CELL, report.value(_CELL), Decimal(next(numbers)))


def _typing(report: Report, at: ParagraphAddress, numbers: itertools.count[int]) -> Change:
    old = report.chapter(at.chapter).paragraphs[at.paragraph]
    return Change(at, (old,), (Paragraph(f"{old.text[:-1]}等{next(numbers)}项。", old.figures),))


def _by_length(report: Report) -> list[ParagraphAddress]:
    places = [
        ParagraphAddress(chapter.id, at)
        for chapter in report.chapters
        for at in range(len(chapter.paragraphs))
    ]
    return sorted(places, key=lambda place: _length(report, place))


def _longest(report: Report) -> ParagraphAddress:
    return _by_length(report)[-1]


def _median(report: Report) -> ParagraphAddress:
    ordered = _by_length(report)
    return ordered[len(ordered) // 2]


def _length(report: Report, at: ParagraphAddress) -> int:
    return len(report.chapter(at.chapter).paragraphs[at.paragraph].text)


if __name__ == "__main__":
    main()

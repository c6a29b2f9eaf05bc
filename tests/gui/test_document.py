"""Editing the document, taking it back, and what follows from both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import Address, CellAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.change import Change, ChangeError, content_at
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.open_file import OpenFile

CLOSED = CellAddress("statistics", "closed", "count")
ANSWERED = CellAddress("statistics", "answered", "count")


def _to(document: Document, address: Address, new: Decimal | str | None) -> Change:
    return Change(address, content_at(document.report, address), new)


def test_an_edit_changes_report_findings_and_modified_state(document: Document) -> None:
    before = document.index.counts()
    assert not document.is_modified
    assert document.submit("填写", [_to(document, SIGNER, "马志宏")])
    assert document.report.field(SIGNER) == "马志宏"
    assert document.index.counts().queries == before.queries - 1
    assert document.is_modified


def test_undo_brings_back_report_and_findings(document: Document) -> None:
    report, findings = document.report, document.findings.sorted()
    document.submit("填写", [_to(document, CLOSED, Decimal(1))])
    document.stack.undo()
    assert document.report == report
    assert document.findings.sorted() == findings
    assert not document.is_modified


def test_a_change_that_changes_nothing_is_no_step(document: Document) -> None:
    issuer = document.report.field(ISSUER)
    assert not document.submit("填写", [Change(ISSUER, issuer, issuer)])
    assert document.stack.count() == 0


def test_listeners_see_the_new_state(document: Document, qtbot: QtBot) -> None:
    seen: list[tuple[Edit, str]] = []
    document.changed.connect(lambda edit: seen.append((edit, document.report.field(SIGNER))))
    change = _to(document, SIGNER, "马志宏")
    document.submit("填写", [change])
    assert seen == [(Edit((change,)), "马志宏")]


def test_typing_with_one_key_is_one_step(document: Document) -> None:
    for text in ("马", "马志", "马志宏"):
        document.submit("填写", [_to(document, SIGNER, text)], "stay 1")
    document.submit("填写", [_to(document, SIGNER, "马志宏 ")], "stay 2")
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.report.field(SIGNER) == "马志宏"
    document.stack.undo()
    assert document.report.field(SIGNER) == ""


def test_typing_and_deleting_it_again_leaves_no_step(document: Document) -> None:
    for text in ("马", ""):
        document.submit("填写", [_to(document, SIGNER, text)], "stay")
    assert document.stack.count() == 0
    assert not document.is_modified


def test_typing_after_a_save_is_a_step_of_its_own(document: Document, tmp_path: Path) -> None:
    document.submit("填写", [_to(document, SIGNER, "马")], "stay")
    document.mark_saved(OpenFile(tmp_path / "a.xjd"))
    document.submit("填写", [_to(document, SIGNER, "马志")], "stay")
    assert document.is_modified
    document.stack.undo()
    assert not document.is_modified
    assert document.report.field(SIGNER) == "马"


def test_an_imported_document_is_modified_until_it_is_saved(
    document: Document, tmp_path: Path
) -> None:
    document.mark_unsaved()
    assert document.is_modified
    document.mark_saved(OpenFile(tmp_path / "a.xjd"))
    assert not document.is_modified
    assert document.path == tmp_path / "a.xjd"


def _has_a_font(character: str) -> bool:
    return character not in "😀\ue000"


def _unprintable(document: Document) -> list[str]:
    findings = document.findings.sorted()
    return [str(place) for f in findings if f.rule == "P-40" for place in f.where]


def test_characters_are_checked_from_when_the_fonts_are_known(
    document: Document, qtbot: QtBot
) -> None:
    document.submit("填写", [_to(document, SIGNER, "马😀")])
    assert _unprintable(document) == []
    with qtbot.waitSignal(document.findings_changed), qtbot.assertNotEmitted(document.changed):
        document.check_with(CheckData(can_print=_has_a_font))
    assert _unprintable(document) == ["letterhead/signer"]
    assert [f.rule for f in document.index.at(SIGNER)] == ["P-40"]
    document.submit("填写", [_to(document, ISSUER, "西吉\ue000")])
    assert _unprintable(document) == ["letterhead/issuer", "letterhead/signer"]
    document.stack.undo()
    document.submit("填写", [_to(document, SIGNER, "马")])
    assert _unprintable(document) == []


def test_fonts_that_have_all_characters_change_no_finding(document: Document, qtbot: QtBot) -> None:
    before = document.findings
    with qtbot.assertNotEmitted(document.findings_changed):
        document.check_with(CheckData(can_print=_has_a_font))
    assert document.findings == before
    assert not document.is_modified


def test_a_change_that_does_not_fit_leaves_the_report_alone(document: Document) -> None:
    report = document.report
    with pytest.raises(ChangeError):
        document.carry_out((Change(CLOSED, Decimal(-7), None),))
    assert document.report is report


def _with_figure(document: Document) -> Paragraph:
    """Let the chapter 三 be one paragraph with a figure of the number of closed requests."""
    source = FigureSource(FigureKind.VALUE, (CLOSED,))
    paragraph = Paragraph("办结198件", (Figure(2, 5, source),))
    old = document.report.chapter("requests").paragraphs
    document.submit("改", [Change(ParagraphAddress("requests", 0), old, (paragraph,))])
    return paragraph


def test_figures_follow_their_cell_in_the_same_step(document: Document, qtbot: QtBot) -> None:
    paragraph = _with_figure(document)
    seen: list[Edit] = []
    document.changed.connect(seen.append)
    document.submit("填写", [_to(document, CLOSED, Decimal(1200))])
    assert document.stack.count() == 2
    (shown,) = document.report.chapter("requests").paragraphs
    assert (shown.text, shown.figures[0].end) == ("办结1200件", 6)
    document.stack.undo()
    assert document.report.chapter("requests").paragraphs == (paragraph,)
    assert document.report.value(CLOSED) == 198
    assert [edit.address for edit in seen] == [CLOSED, CLOSED]
    assert [len(edit.changes) for edit in seen] == [2, 2]


def test_steps_with_one_key_take_their_figures_back_together(document: Document) -> None:
    paragraph = _with_figure(document)
    for number in (1, 12, 120):
        document.submit("填写", [_to(document, CLOSED, Decimal(number))], "stay")
    assert document.report.chapter("requests").paragraphs[0].text == "办结120件"
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.report.chapter("requests").paragraphs == (paragraph,)
    document.stack.redo()
    assert document.report.chapter("requests").paragraphs[0].text == "办结120件"


_CELLS = st.sampled_from([CLOSED, ANSWERED, CellAddress("statistics", "channels", "count")])
_EDITS = st.lists(
    st.one_of(
        st.tuples(_CELLS, st.one_of(st.none(), st.decimals(0, 999, places=0), st.just("约30"))),
        st.tuples(st.just(SIGNER), st.sampled_from(["", "甲", "乙"])),
        st.tuples(st.just(HeadingAddress("overview")), st.sampled_from(["一、甲", "一、乙"])),
        st.tuples(
            st.just(ParagraphAddress("overview", 0)),
            st.sampled_from(
                [
                    (),
                    (Paragraph("甲7", (Figure(1, 2, FigureSource(FigureKind.VALUE, (CLOSED,))),)),),
                    (Paragraph("乙"), Paragraph("丙")),
                ]
            ),
        ),
    ),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=_EDITS, key=st.sampled_from([None, "one stay"]))
def test_undoing_everything_is_as_if_nothing_had_been(
    document: Document, edits: Sequence[tuple[Address, object]], key: str | None
) -> None:
    report = document.report
    for address, new in edits:
        change = Change(address, content_at(document.report, address), new)  # pyright: ignore[reportArgumentType] -- the strategy pairs addresses with what they may hold
        document.submit("改", [change], key)
    assert document.findings == check(rule_book(document.form), document.report)
    after = document.report
    steps = document.stack.index()
    document.stack.setIndex(0)
    assert document.report == report
    document.stack.setIndex(steps)
    assert document.report == after
    document.stack.setIndex(0)
    document.stack.clear()


def test_another_state_is_taken_over_just_as_it_is(document: Document) -> None:
    """Also where a figure does not show its cell, as programs before this one may have left it."""
    paragraph = _with_figure(document)
    before = document.project()
    stale = replace(before.report, values={**before.report.values, CLOSED: Decimal(1200)})
    document.become("恢复", replace(before, report=stale))
    assert document.report == stale
    assert document.report.chapter("requests").paragraphs == (paragraph,)
    document.undo()
    assert document.report == before.report

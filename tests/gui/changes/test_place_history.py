from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import SIGNER, TITLE
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.gui.changes.place_history import entries_at, place_now

_CELL = CellAddress("statistics", "meetings", "count")
_CHAPTER = "preface"


def _log(changes: Sequence[Change]) -> tuple[LoggedChange, ...]:
    return tuple(LoggedChange(datetime(2026, 3, 1, tzinfo=UTC), "甲", c) for c in changes)


def _at(address: Address) -> Change:
    return Change(address, "甲", "乙")


def _splice(at: int, old: int, new: int, chapter: str = _CHAPTER) -> Change:
    before, after = (Paragraph("甲"),) * old, (Paragraph("乙"),) * new
    return Change(ParagraphAddress(chapter, at), before, after)


def _report(form: Form, paragraphs: int) -> Report:
    report = empty_report(form, 2016)
    chapter = Chapter(_CHAPTER, "", (Paragraph("甲"),) * paragraphs)
    others = tuple(c for c in report.chapters if c.id != _CHAPTER)
    return replace(report, chapters=(chapter, *others))


def test_of_a_cell_field_or_heading_all_its_changes_are_found() -> None:
    finding = FindingAddress("T-01", f"{_CHAPTER} 召开会议 {_CELL}")
    places = (_CELL, TITLE, _CELL, HeadingAddress(_CHAPTER), YearAddress(), SIGNER)
    log = _log([*map(_at, places), Change(finding, None, Explanation("甲", ""))])
    assert entries_at(log, _CELL) == {0, 2, 6}
    assert entries_at(log, TITLE) == {1}
    assert entries_at(log, HeadingAddress(_CHAPTER)) == {3}
    assert entries_at(log, YearAddress()) == {4}
    assert entries_at(log, FieldAddress("imprint", "copies_to")) == frozenset()


def test_words_of_a_paragraph_are_the_paragraph() -> None:
    log = _log([_splice(1, 1, 1), _splice(2, 1, 1), _splice(2, 1, 1, "other")])
    assert entries_at(log, SpanAddress(_CHAPTER, 2, 0, 1)) == {1}


def test_a_paragraph_is_followed_through_splitting_and_joining(form: Form) -> None:
    # 0 1 2 -> the second is split, then the last two are joined.
    log = _log([_splice(2, 1, 1), _splice(1, 1, 2), _splice(2, 2, 1)])
    report = _report(form, 3)
    assert entries_at(log, ParagraphAddress(_CHAPTER, 2)) == {1, 2}
    assert entries_at(log, ParagraphAddress(_CHAPTER, 1)) == {1}
    assert entries_at(log, ParagraphAddress(_CHAPTER, 0)) == frozenset()
    places = [place_now(form, report, log, number) for number in range(3)]
    assert places == [ParagraphAddress(_CHAPTER, n) for n in (2, 1, 2)]


def test_paragraphs_that_were_replaced_together_are_told_apart(form: Form) -> None:
    # The second of three, then all three together, then the third.
    log = _log([_splice(1, 1, 1), _splice(0, 3, 3), _splice(2, 1, 1)])
    found = [entries_at(log, ParagraphAddress(_CHAPTER, at)) for at in range(3)]
    assert found == [{1}, {0, 1}, {1, 2}]
    assert place_now(form, _report(form, 3), log, 0) == ParagraphAddress(_CHAPTER, 1)


@dataclass
class _Chapter:
    """Paragraphs by their names, and which changes each was touched by."""

    names: list[int]
    touched: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    changes: list[Change] = field(default_factory=list[Change])
    first: list[int | None] = field(default_factory=list[int | None])
    """Of each change, the first paragraph it made or left."""

    def edit(self, at: int) -> None:
        self._note(_splice(at, 1, 1), self.names[at : at + 1])

    def put_in(self, at: int, count: int) -> None:
        made = [len(self.touched) + len(self.names) + 100 * len(self.changes)]
        made += range(made[0] + 1, made[0] + count)
        self.names[at:at] = made
        self._note(_splice(at, 0, count), made)

    def take_out(self, at: int, count: int) -> None:
        count = len(self.names[at : at + count])
        del self.names[at : at + count]
        self._note(_splice(at, count, 0), [])

    def _note(self, change: Change, names: Sequence[int]) -> None:
        for name in names:
            self.touched.setdefault(name, set()).add(len(self.changes))
        self.first.append(names[0] if names else None)
        self.changes.append(change)


@st.composite
def _chapters(draw: st.DrawFn) -> _Chapter:
    chapter = _Chapter(list(range(draw(st.integers(0, 4)))))
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from("eet+-x"))
        at = draw(st.integers(0, len(chapter.names)))
        if kind == "+" or not chapter.names[at:]:
            chapter.put_in(at, draw(st.integers(1, 3)))
        elif kind == "-":
            chapter.take_out(at, draw(st.integers(1, 3)))
        elif kind == "x":
            chapter.changes.append(_splice(at, 1, 2, "other"))
            chapter.first.append(None)
        else:
            chapter.edit(at)
    return chapter


@given(chapter=_chapters())
def test_paragraphs_are_found_wherever_they_were_moved(form: Form, chapter: _Chapter) -> None:
    log, report = _log(chapter.changes), _report(form, len(chapter.names))
    for at, name in enumerate(chapter.names):
        assert entries_at(log, ParagraphAddress(_CHAPTER, at)) == chapter.touched.get(name, set())
    for number, name in enumerate(chapter.first):
        if name in chapter.names:
            expected = ParagraphAddress(_CHAPTER, chapter.names.index(name))
        else:
            expected = None
        assert place_now(form, report, log, number) == expected


def test_a_place_that_is_there_no_more_leads_nowhere(form: Form) -> None:
    report = _report(form, 1)
    gone = (
        CellAddress("gone", "r", "c"),
        CellAddress("statistics", "gone", "count"),
        FieldAddress("gone", "x"),
        HeadingAddress("gone"),
        FindingAddress("W-01", "gone 甲 gone.r.c"),
    )
    log = _log([*map(_at, gone), _splice(1, 1, 1), _splice(0, 1, 1, "gone")])
    assert [place_now(form, report, log, number) for number in range(len(log))] == [None] * 7


def test_other_places_are_where_they_were(form: Form) -> None:
    places = (_CELL, TITLE, YearAddress(), HeadingAddress(_CHAPTER))
    log = _log(list(map(_at, places)))
    report = _report(form, 0)
    assert tuple(place_now(form, report, log, n) for n in range(len(log))) == places


def test_a_note_is_about_all_cells_of_its_row_and_leads_to_the_first(form: Form) -> None:
    note = NoteAddress(_CELL.table, _CELL.row)
    log = _log([Change(note, "", "台账"), Change(NoteAddress("gone", "r"), "", "甲")])
    assert entries_at(log, _CELL) == {0}
    assert place_now(form, _report(form, 0), log, 0) == _CELL
    assert place_now(form, _report(form, 0), log, 1) is None


def test_an_answer_leads_to_the_first_place_that_it_is_about(form: Form) -> None:
    finding = FindingAddress("T-01", f"{_CHAPTER} 召开会议 gone.r.c {_CELL}")
    log = _log([Change(finding, None, Explanation("甲", ""))])
    assert place_now(form, _report(form, 0), log, 0) == _CELL

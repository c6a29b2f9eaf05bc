from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.completeness import completed, completeness, next_blank
from xjdesk.checks.findings import check, rule_book
from xjdesk.checks.requirements import requirements
from xjdesk.core.address import (
    Address,
    CellAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.change import Change, Content, apply, content_at
from xjdesk.core.document_fields import (
    BLANKS,
    DATE,
    DIRECTION,
    DOWNWARD,
    FILLED_ON,
    ISSUER,
    MAY_STAY_BLANK,
    ORGAN,
    PRINTED_ON,
    SIGNER,
    UPWARD,
)
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.relation import RelationKind
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM = _FORMS.form("zfxxgk-2014")
_REQUIRED = requirements(_FORM)
_EMPTY = empty_report(_FORM, 2016)
_SAMPLE = read_report(
    resource("samples", "xiji-2016.txt").read_bytes(), "xiji-2016.txt", _FORMS
).report


def _cell(row: str) -> CellAddress:
    return CellAddress("statistics", row, "count")


def _to(report: Report, address: Address, new: Content) -> Report:
    return apply(report, Change(address, content_at(report, address), new))


def _blanks(report: Report, form: Form = _FORM) -> set[Place]:
    required = requirements(form)
    states = completeness(required, report).states
    return {r.place for r, state in zip(required.all, states, strict=True) if state is False}


def _asked_by_checks(report: Report, form: Form = _FORM) -> set[Place]:
    """Where the checks for blanks point at."""
    blank = {r.id for r in form.relations if r.kind is RelationKind.BLANK}
    asking = blank | {"D-01", "D-02", "D-04"}
    found = check(rule_book(form), report).sorted()
    return {place for finding in found if finding.rule in asking for place in finding.where}


def test_an_empty_report_lacks_everything_and_the_sample_its_signer_and_one_cell() -> None:
    state = completeness(_REQUIRED, _EMPTY)
    assert (state.filled, state.asked) == (0, len(_REQUIRED.all) - 1)
    assert _blanks(_SAMPLE) == {SIGNER, _cell("staff_full_time")}
    state = completeness(_REQUIRED, _SAMPLE)
    assert state.asked - state.filled == 2


@pytest.mark.parametrize("blanks", ["", MAY_STAY_BLANK])
@pytest.mark.parametrize("direction", ["", UPWARD, DOWNWARD])
@pytest.mark.parametrize("report", [_EMPTY, _SAMPLE])
def test_what_is_asked_for_is_what_the_checks_ask_for(
    report: Report, direction: str, blanks: str
) -> None:
    report = _to(_to(report, DIRECTION, direction), BLANKS, blanks)
    assert _blanks(report) == _asked_by_checks(report)


@pytest.mark.parametrize("blanks", ["", MAY_STAY_BLANK])
@pytest.mark.parametrize("form_id", ["zfxxgk-2021", "zfxxgk-2019"])
def test_the_same_is_asked_for_in_tables_of_several_columns(form_id: str, blanks: str) -> None:
    form = _FORMS.form(form_id)
    report = _to(empty_report(form, form.first_year), BLANKS, blanks)
    assert _blanks(report, form) == _asked_by_checks(report, form)
    first = next(form.indicator_cells())
    report = _to(report, first, Decimal(3))
    assert _blanks(report, form) == _asked_by_checks(report, form)


def test_where_blanks_may_stay_only_totals_are_asked_for() -> None:
    report = _to(_EMPTY, BLANKS, MAY_STAY_BLANK)
    cells = {place for place in _blanks(report) if isinstance(place, CellAddress)}
    assert _cell("closed") in cells
    assert _cell("website") not in cells


def test_a_table_without_a_relation_about_blanks_asks_for_none() -> None:
    relations = tuple(r for r in _FORM.relations if r.kind is not RelationKind.BLANK)
    form = replace(_FORM, relations=relations)
    assert not any(isinstance(place, CellAddress) for place in _blanks(_EMPTY, form))


def test_a_form_without_an_annex_has_no_sign_off_lines() -> None:
    tables = tuple(replace(table, chapter="overview") for table in _FORM.tables)
    form = replace(_FORM, tables=tables)
    assert FILLED_ON not in _blanks(_EMPTY, form)
    assert DATE in _blanks(_EMPTY, form)


_FIELDS = st.sampled_from([ISSUER, SIGNER, DIRECTION, BLANKS, ORGAN, PRINTED_ON])
_EDITS = st.one_of(
    st.tuples(_FIELDS, st.sampled_from(["", " ", UPWARD, MAY_STAY_BLANK, "马"])),
    st.tuples(
        st.sampled_from([_cell("website"), _cell("closed"), _cell("staff_full_time")]),
        st.sampled_from([None, Decimal(0), "无"]),
    ),
    st.tuples(st.just(ParagraphAddress("overview", 0)), st.sampled_from(["", " ", "文"])),
    st.tuples(st.just(HeadingAddress("overview")), st.just("一")),
    st.tuples(st.just(YearAddress()), st.just(2017)),
    st.tuples(st.just(FindingAddress("D-01", "x")), st.just(Explanation("", ""))),
    st.tuples(st.just(NoteAddress("statistics", "received")), st.just("台账")),
)


@given(st.lists(_EDITS, max_size=6))
def test_what_is_followed_edit_by_edit_is_what_is_counted_anew(
    edits: list[tuple[Address, Content]],
) -> None:
    report, state = _EMPTY, completeness(_REQUIRED, _EMPTY)
    for address, new in edits:
        if isinstance(address, ParagraphAddress):
            new = (Paragraph(str(new)),)
        try:
            change = Change(address, content_at(report, address), new)
        except KeyError:
            continue
        report = apply(report, change)
        state = completed(_REQUIRED, report, [change], state)
        assert state == completeness(_REQUIRED, report)


def test_an_edit_looks_at_nothing_but_what_it_touches() -> None:
    asked: list[Place] = []

    def filled(place: Place) -> bool:
        asked.append(place)
        return True

    spied = replace(
        _REQUIRED,
        all=tuple(
            replace(one, is_filled=lambda _, place=one.place: filled(place))
            for one in _REQUIRED.all
        ),
    )
    before = completeness(spied, _SAMPLE)
    asked.clear()
    address = _cell("website")
    completed(spied, _SAMPLE, [Change(address, None, Decimal(1))], before)
    assert asked == [address]


def test_the_way_through_the_blanks_follows_the_tabs_and_comes_round() -> None:
    state = completeness(_REQUIRED, _SAMPLE)
    assert next_blank(_REQUIRED, state, None) == SIGNER
    assert next_blank(_REQUIRED, state, SIGNER) == _cell("staff_full_time")
    assert next_blank(_REQUIRED, state, _cell("staff_full_time")) == SIGNER


def test_from_a_place_that_is_not_asked_for_the_way_goes_on_behind_it() -> None:
    state = completeness(_REQUIRED, _EMPTY)
    chapters = [chapter.id for chapter in _FORM.chapters]
    first, second = chapters[:2]
    assert next_blank(_REQUIRED, state, YearAddress()) == ISSUER
    assert next_blank(_REQUIRED, state, HeadingAddress(first)) == SpanAddress(second, 0, 0, 0)
    assert next_blank(_REQUIRED, state, ParagraphAddress(first, 7)) == SpanAddress(second, 0, 0, 0)
    heading_row = next(row for row in _FORM.tables[0].rows if not row.is_indicator)
    behind = next_blank(_REQUIRED, state, _cell(heading_row.id))
    assert isinstance(behind, CellAddress)
    assert next_blank(_REQUIRED, state, PRINTED_ON) == ISSUER
    assert next_blank(_REQUIRED, state, HeadingAddress("added")) == ISSUER


def test_every_blank_is_reached_once_before_the_first_comes_again() -> None:
    state = completeness(_REQUIRED, _EMPTY)
    seen: list[Place] = []
    place: Place | None = None
    for _ in range(state.asked):
        place = next_blank(_REQUIRED, state, place)
        assert place is not None
        seen.append(place)
    assert set(seen) == _blanks(_EMPTY)
    assert len(set(seen)) == len(seen)
    assert next_blank(_REQUIRED, state, place) == seen[0]


def test_without_a_blank_the_way_ends() -> None:
    report = _to(_to(_SAMPLE, SIGNER, "马"), _cell("staff_full_time"), Decimal(0))
    state = completeness(_REQUIRED, report)
    assert state.filled == state.asked
    assert next_blank(_REQUIRED, state, SIGNER) is None

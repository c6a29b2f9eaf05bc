from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress, FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.core.text_search import HitKind, folded, found_in, replacement, search
from xjdesk.storage.form_library import shipped_forms

_CELL = CellAddress("statistics", "disclosed", "count")


@pytest.fixture(scope="module")
def form() -> Form:
    return shipped_forms().form("zfxxgk-2014")


def _with_text(form: Form, *texts: Paragraph) -> Report:
    report = empty_report(form, 2016)
    first = report.chapters[0]
    chapters = (Chapter(first.id, first.heading, texts), *report.chapters[1:])
    return replace(report, chapters=chapters)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("公开条例和条例", "条例", [(2, 4), (5, 7)]),
        ("１月１日", "1月", [(0, 2)]),
        ("PDF和ｐｄｆ", "pdf", [(0, 3), (4, 7)]),
        ("𠮷县𠮷", "𠮷", [(0, 1), (2, 3)]),
        ("5㎡", "m", []),
        ("5㎡", "㎡", [(1, 2)]),
        ("aaa", "aa", [(0, 2)]),
    ],
)
def test_words_are_found_whatever_their_width(
    text: str, words: str, found: list[tuple[int, int]]
) -> None:
    assert list(found_in(text, folded(words))) == found


@given(
    st.text(alphabet="ab１1㎡é𠮷", max_size=12),
    st.text(alphabet="ab1m2é𠮷", min_size=1, max_size=3),
)
def test_what_is_found_reads_as_the_words_and_does_not_overlap(text: str, words: str) -> None:
    wanted = folded(words)
    last = 0
    for start, end in found_in(text, wanted):
        assert folded(text[start:end]) == wanted
        assert start >= last
        last = end


def test_fields_headings_paragraphs_labels_and_values_are_searched(form: Form) -> None:
    report = _with_text(form, Paragraph("公开5000条"))
    report = replace(
        report,
        fields={ISSUER: "公开办"},
        values={_CELL: Decimal(5000)},
    )
    kinds = {type(hit.address): hit.kind for hit in search(form, report, "公开")}
    assert kinds[FieldAddress] is HitKind.WRITTEN
    assert kinds[ParagraphAddress] is HitKind.WRITTEN
    assert kinds[HeadingAddress] is HitKind.WRITTEN
    assert kinds[CellAddress] is HitKind.LABEL
    values = [hit for hit in search(form, report, "５０００") if hit.kind is HitKind.VALUE]
    assert [hit.address for hit in values] == [_CELL]


def test_nothing_is_found_without_words(form: Form) -> None:
    assert search(form, _with_text(form, Paragraph("字")), "") == ()


def test_numbers_that_come_from_cells_are_left_and_counted(form: Form) -> None:
    figure = Figure(2, 5, FigureSource(FigureKind.VALUE, (_CELL,)))
    report = _with_text(form, Paragraph("公开200条，不是200条", (figure,)))
    hits = search(form, report, "200")
    done = replacement(hits, report, "300")
    changed = apply_all(report, done.changes)
    assert (done.count, done.figures_left) == (1, 1)
    assert changed.chapters[0].paragraphs == (Paragraph("公开200条，不是300条", (figure,)),)


def test_figures_move_along_with_what_is_replaced_before_them(form: Form) -> None:
    figure = Figure(4, 7, FigureSource(FigureKind.VALUE, (_CELL,)))
    report = _with_text(form, Paragraph("共公共开200条", (replace(figure, start=4),)))
    done = replacement(search(form, report, "共"), report, "总共")
    (paragraph,) = apply_all(report, done.changes).chapters[0].paragraphs
    assert paragraph.text == "总共公总共开200条"
    (moved,) = paragraph.figures
    assert paragraph.text[moved.start : moved.end] == "200"


_TEXTS = st.lists(st.text(alphabet="政府公开１1 a", max_size=10), max_size=4)


@given(texts=_TEXTS, words=st.text(alphabet="政府公1a", min_size=1, max_size=2))
def test_after_replacing_all_the_words_are_gone_and_the_rest_is_as_it_was(
    texts: list[str], words: str
) -> None:
    form = shipped_forms().form("zfxxgk-2014")
    report = _with_text(form, *map(Paragraph, texts))
    done = replacement(search(form, report, words), report, "◇")
    changed = apply_all(report, done.changes)
    written = [h for h in search(form, changed, words) if h.kind is HitKind.WRITTEN]
    assert written == []
    for before, after in zip(texts, changed.chapters[0].paragraphs, strict=True):
        rest = before
        for start, end in reversed(list(found_in(before, folded(words)))):
            rest = rest[:start] + "◇" + rest[end:]
        assert after.text == rest

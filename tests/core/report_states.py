"""Random states of one report over a real form, for hypothesis."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from xjdesk.core.address import FindingAddress, NoteAddress
from xjdesk.core.document_fields import GROUPS
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.form_reader import read_form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.resource_files import resource

FORM = read_form(resource("forms").joinpath("zfxxgk-2014.toml").read_text(encoding="utf-8"))

_CELLS = st.sampled_from(list(FORM.indicator_cells()))
_NOTED = _CELLS.map(lambda cell: NoteAddress(cell.table, cell.row))
_FIELDS = st.sampled_from([field.address for group in GROUPS for field in group.fields])
NUMBERS = st.sampled_from(["0", "5", "5.0", "5.00", "-5", "12345678.90"]).map(Decimal)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=6) | st.sampled_from("甲乙=")
_OPERANDS = _CELLS | NUMBERS
_SOURCES = st.builds(FigureSource, st.just(FigureKind.VALUE), st.tuples(_OPERANDS)) | st.builds(
    FigureSource,
    st.just(FigureKind.SHARE),
    st.tuples(_OPERANDS, _OPERANDS),
    st.integers(0, 4),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph, some with figures; the same ones come again and again."""
    paragraph = Paragraph(draw(st.sampled_from(["", "一", "二"]) | WORDS))
    for source in draw(st.lists(_SOURCES, max_size=1)):
        end = len(paragraph.text)
        paragraph = placed(paragraph, end, end, source, draw(st.sampled_from(["5", "12"])))
    return paragraph


_EXPLANATIONS = st.builds(
    Explanation,
    WORDS,
    WORDS,
    st.lists(st.builds(EarlierExplanation, WORDS, WORDS), max_size=2).map(tuple),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report in the real form."""
    chapters = tuple(
        Chapter(
            chapter.id,
            draw(st.just(chapter.heading) | WORDS),
            tuple(draw(st.lists(paragraphs(), max_size=3))),
        )
        for chapter in FORM.chapters
    )
    return Report(
        form_id=FORM.id,
        year=draw(st.integers(2000, 2100)),
        fields=draw(st.dictionaries(_FIELDS, WORDS, max_size=4)),
        chapters=chapters,
        values=draw(st.dictionaries(_CELLS, NUMBERS | WORDS, max_size=6)),
        explanations=draw(
            st.dictionaries(st.builds(FindingAddress, WORDS, WORDS), _EXPLANATIONS, max_size=3)
        ),
        notes=draw(st.dictionaries(_NOTED, WORDS, max_size=3)),
    )

"""The ways out when narrative and table differ."""

from __future__ import annotations

from xjdesk.checks.facts.chapter_readings import PlacedReading
from xjdesk.checks.facts.verdict import Verdict
from xjdesk.checks.numbers.mention import Mention, Precision
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.text_places import place_of
from xjdesk.core.change import Change
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_carrying import carried
from xjdesk.core.form import Form
from xjdesk.core.numbers import is_whole, show_number
from xjdesk.core.report import Paragraph
from xjdesk.core.table import Quantity


def remedies_for(form: Form, placed: PlacedReading, found: Verdict) -> tuple[Remedy, ...]:
    """To either side, the text from the table, the table from the text, and advice."""
    mention = placed.reading.mention
    place = place_of(placed.address, mention.start, mention.end)
    return (
        Remedy("转到正文", place),
        Remedy("转到统计表", found.cells[0]),
        *_text_from_table(form, placed, found),
        *_table_from_text(form, mention, found),
        *advise("口径不同的，在正文中写明口径。"),
    )


def _text_from_table(form: Form, placed: PlacedReading, found: Verdict) -> tuple[Remedy, ...]:
    """The number of the cell instead of that in the text, bound to the cell where it is one."""
    mention = placed.reading.mention
    unit = mention.unit
    if unit in found.phrase.mistaken_units:
        unit = form.counting(found.cells[0]).unit
    number = show_number(found.value)
    old = placed.paragraph
    text = old.text[: mention.start] + number + unit + old.text[mention.end :]
    (paragraph,) = carried((old,), (text,))
    if len(found.cells) == 1:
        source = FigureSource(FigureKind.VALUE, found.cells)
        figure = Figure(mention.start, mention.start + len(number), source)
        figures = sorted((*paragraph.figures, figure), key=lambda one: one.start)
        paragraph = Paragraph(paragraph.text, tuple(figures))
    change = Change(placed.address, (old,), (paragraph,))
    return (Remedy(f"正文改为“{number}{unit}”", changes=(change,)),)


def _table_from_text(form: Form, mention: Mention, found: Verdict) -> tuple[Remedy, ...]:
    cells = found.cells
    number = mention.value
    if len(cells) != 1 or number is None or mention.precision is not Precision.EXACT:
        return ()
    if form.counting(cells[0]).quantity is Quantity.COUNT and not is_whole(number):
        return ()
    if found.value == number:
        return ()
    change = Change(cells[0], found.value, number)
    return (Remedy(f"统计表改为{show_number(number)}", changes=(change,)),)

"""Ranges of cells for the clipboard: as text between tabs, as a table, and for this program.

Words of a report may begin like a formula, and a worksheet must not reckon with them. Excel and WPS
take the table where there is one, and in it the format @ makes a cell text, as it was written.
Where only the text is taken, nothing can be said about cells: what looks like a formula gets the
apostrophe in front by which a worksheet knows text. Plain numbers have no need of it, and are to
be reckoned with. This program itself takes the fields as they were.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QMimeData, QStringListModel

from xjdesk.gui.cell_range import read_range, write_range
from xjdesk.gui.line_breaks import one_line

_FORMAT = "application/x-xjdesk-cells"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")
_SAME_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,12})(\.[0-9]{0,2}[1-9])?")
"""What a worksheet shows just as it was written, and not rounded or in another notation."""
_HALF = re.compile("[\ud800-\udfff]")
_BREAK = '<br style="mso-data-placement: same-cell">'


def range_clip(rows: Iterable[Sequence[str]]) -> QMimeData:
    """The rows of fields."""
    whole = [[_HALF.sub("�", field) for field in row] for row in rows]
    clip = _new_clip()
    clip.setText(write_range([harmless(field) for field in row] for row in whole))
    clip.setHtml("".join(_table(whole)))
    clip.setData(_FORMAT, write_range(whole).encode())
    return clip


def range_in(clip: QMimeData) -> list[list[str]]:
    """The rows of fields that this program or another one copied.

    Where a table with merged cells stands beside the text, that tells where its fields belong.
    """
    # Another program may have used the name for something else.
    own = bytes(clip.data(_FORMAT).data()).decode(errors="replace")
    if own:
        return read_range(own)
    merged = _merged_table(clip)
    return merged if merged is not None else read_range(clip.text())


def _merged_table(clip: QMimeData) -> list[list[str]] | None:
    if not clip.hasHtml():
        return None
    # Reading HTML takes a library that is seldom wanted.
    from xjdesk.gui.clip_table import table_in

    found = table_in(clip.html())
    return found.rows if found is not None and found.has_merged else None


def harmless(text: str) -> str:
    """The text on one line and without tabs, and text to every worksheet."""
    plain = one_line(text)
    is_formula = _FORMULA.match(plain) and not _NUMBER.fullmatch(plain)
    return f"'{plain}" if is_formula else plain


def _new_clip() -> QMimeData:
    """An empty clip, made by Qt.

    One made in Python ends the program in a crash when it is still on the clipboard by then.
    """
    model = QStringListModel([""])
    clip = model.mimeData([model.index(0)])
    clip.clear()
    return clip


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield '<html><head><meta charset="utf-8"></head><body><table>'
    for row in rows:
        yield "<tr>"
        for field in row:
            lines = field.splitlines()
            text = _BREAK.join(html.escape(one_line(line)) for line in lines)
            style = "" if _SAME_NUMBER.fullmatch(field) else " style='mso-number-format:\"\\@\"'"
            yield f"<td{style}>{text}</td>"
        yield "</tr>"
    yield "</table></body></html>"

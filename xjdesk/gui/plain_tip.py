"""Words of a report as a tooltip."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is written.

    Qt takes what looks like HTML for HTML, and would load the pictures that it names, also from
    another computer: a report that somebody sent could call there. All other text is left alone:
    Qt breaks it into better lines than HTML, and screen readers read out the tooltips of buttons.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'

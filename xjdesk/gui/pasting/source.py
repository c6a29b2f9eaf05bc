"""The text to be pasted into a chapter from what is on the clipboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

_OWN_HTML = 'name="qrichtext"'
"""What Qt writes into the HTML that it makes of its texts, also those of this program."""


@dataclass(frozen=True, slots=True)
class PastedText:
    """Lines, each a paragraph; `dropped` tells whether they came with looks that were dropped."""

    text: str
    dropped: bool

    @property
    def told(self) -> str:
        """What the user is told; nothing of words that go into a paragraph."""
        count = self.text.count("\n") + 1
        return f"已粘贴{count}段，去掉了格式。" if self.dropped and count > 1 else ""


def text_in(clip: QMimeData) -> PastedText:
    """The text; where another program wrote HTML, its paragraphs with the numbers of lists."""
    html = clip.html() if clip.hasHtml() else ""
    if html and _OWN_HTML not in html:
        # Reading HTML takes a library that is seldom wanted.
        from xjdesk.gui.pasting.word_html import paragraphs_in

        paragraphs = paragraphs_in(html)
        if paragraphs:
            return PastedText("\n".join(paragraphs), dropped=True)
    return PastedText(clip.text(), dropped=False)

"""The typesetter of the preview, made when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet

if TYPE_CHECKING:
    from xjdesk.typesetting.document import Typesetter


class PreviewTypesetter:
    """Sets the same document again and again, on a thread of its own; nothing else may use it.

    Nothing here needs a lock. A Report, a Form and PageOptions never change, and the Typesetter
    is used by this thread alone. The FontSet is that of exports and painting on the thread of the
    window: all that ever changes in it are dicts of measures, an entry at a time, and which fonts
    are open. Under Python's global lock such a step is whole, two threads that ask for the same
    measure at once write the same answer, and HarfBuzz is called with that lock held.
    """

    def __init__(self, fonts: Callable[[], FontSet]) -> None:
        self._fonts = fonts
        self._typesetter: Typesetter | None = None

    def typeset(self, report: Report, form: Form, options: PageOptions) -> PageSet:
        """The pages of a report; UserError when there are no fonts to set it in."""
        if self._typesetter is None:
            # Loaded here, so that the window does not wait for it.
            from xjdesk.typesetting.document import Typesetter

            self._typesetter = Typesetter(self._fonts())
        return self._typesetter.typeset(report, form, options)

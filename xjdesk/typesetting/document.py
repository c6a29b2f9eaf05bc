"""The whole document: report -> pages, part after part."""

from __future__ import annotations

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.annex import set_annexes
from xjdesk.typesetting.fitting import fit_body
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import Pitch
from xjdesk.typesetting.imprint import set_imprint
from xjdesk.typesetting.lines.compositor import Compositor
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.page_numbers import numbered
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet

_ADDRESSEE_MOVED = "主送机关较长，首页排不下正文，已移至版记，列在抄送之上。"


def typeset(
    report: Report, form: Form, fonts: FontSet, options: PageOptions | None = None
) -> PageSet:
    """Set one report as an official document. What is not filled in is left out or left blank."""
    return Typesetter(fonts).typeset(report, form, options or PageOptions())


class Typesetter:
    """Sets report after report in the same fonts; what stays equal is not set anew.

    To be used by one thread at a time.
    """

    def __init__(self, fonts: FontSet) -> None:
        self._compositor = Compositor(fonts)

    def typeset(self, report: Report, form: Form, options: PageOptions) -> PageSet:
        """Set a report as an official document; what is not filled in is left out or blank."""
        self._compositor.begin_document()
        manuscript = Manuscript(report, form, self._compositor, options, Pitch())
        fitted = fit_body(manuscript)
        flow = fitted.body.flow
        is_moved = fitted.body.is_addressee_moved
        set_annexes(manuscript, flow)
        unnumbered: frozenset[int] = frozenset()
        if options.letterhead is not Letterhead.NONE:
            unnumbered = set_imprint(manuscript, flow, is_moved)
        fonts = self._compositor.fonts
        pages = tuple(
            page if page.number in unnumbered else numbered(page, fonts, options.double_sided)
            for page in flow.pages()
        )
        return PageSet(
            pages=pages,
            bookmarks=tuple(flow.bookmarks),
            faces=frozenset(run.face for page in pages for run in page.runs),
            missing=flow.missing,
            adjustments=(*fitted.adjustments, *([_ADDRESSEE_MOVED] if is_moved else [])),
            seal=flow.seal,
        )

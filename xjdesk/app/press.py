"""Reports on paper: typeset, and written as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.typesetting.document import Typesetter
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.missing import missing_notices
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet

if TYPE_CHECKING:
    from xjdesk.exchange.pdf_subset import FontSubsets


class Press:
    """Sets report after report in the same fonts and keeps what the next can use.

    To be used by one thread at a time.
    """

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._typesetter = Typesetter(fonts)
        self._subsets: FontSubsets | None = None

    def typeset(self, report: Report, form: Form, options: PageOptions) -> PageSet:
        """The pages of a report."""
        return self._typesetter.typeset(report, form, options)

    def export_pdf(
        self, report: Report, form: Form, options: PageOptions, path: Path
    ) -> tuple[str, ...]:
        """Write the printable PDF; returns Chinese sentences about how it had to be set.

        They name what typesetting adjusted, and the characters that no font has. UserError when
        the file cannot be written.
        """
        from xjdesk.exchange.pdf_info import PdfInfo
        from xjdesk.exchange.pdf_painter import pdf_bytes
        from xjdesk.exchange.pdf_subset import FontSubsets

        if self._subsets is None:
            self._subsets = FontSubsets()
        pages = self.typeset(report, form, options)
        title = "".join(report.field(fields.TITLE).split())
        info = PdfInfo(title=title, author=report.field(fields.ISSUER), subject=form.name)
        write_atomically(path, pdf_bytes(pages, self._fonts, info, self._subsets))
        return pages.adjustments + missing_notices(pages)

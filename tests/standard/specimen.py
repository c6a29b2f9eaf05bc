"""A report printed in one of the ways a report can be printed, and its pages as measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tests.standard.content_operators import colours_in
from tests.standard.line import Line, lines_of
from tests.standard.measured_page import MeasuredPage, MeasuredRule
from tests.standard.pdf_reader import measured_pages
from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.exchange.pdf_painter import PdfInfo, pdf_bytes
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet, SealPlace

TOP_MM = 37.0
BOTTOM_MM = 37.0 + 225.0
WIDTH_MM = 156.0
CELL_MM = WIDTH_MM / 28
"""一字 of 三号."""
LINE_MM = (225.0 - 16 * 25.4 / 72) / 21
"""一行 of 三号 when 22 lines fill the 版心."""
CELL_4_MM = 14 * 25.4 / 72
"""一字 of 四号."""


@dataclass(frozen=True)
class Specimen:
    """What was to be printed and what is found in the PDF.

    `seal` and `adjustments` are what typesetting says beside the pages: neither is printed.
    """

    name: str
    report: Report
    form: Form
    options: PageOptions
    pages: tuple[MeasuredPage, ...]
    colours: frozenset[str]
    seal: SealPlace | None
    adjustments: tuple[str, ...]

    def left_mm(self, page_number: int) -> float:
        """Where the 版心 begins: 28 mm from the binding side, which is right on even pages."""
        mirrored = self.options.double_sided and page_number % 2 == 0
        return 210.0 - 28.0 - WIDTH_MM if mirrored else 28.0

    def right_mm(self, page_number: int) -> float:
        """Where the 版心 ends."""
        return self.left_mm(page_number) + WIDTH_MM

    def field(self, address: FieldAddress) -> str:
        return self.report.field(address)

    @property
    def mark(self) -> str:
        """The 发文机关标志 as it should read."""
        return self.field(fields.ISSUER) + "文件"

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines inside the 版心, page after page."""
        return tuple(line for line in self.all_lines if line.body.top < BOTTOM_MM)

    @cached_property
    def text(self) -> str:
        """The characters of the lines, one after the other."""
        return "".join(line.text for line in self.lines)

    @cached_property
    def all_lines(self) -> tuple[Line, ...]:
        """Page numbers included."""
        return tuple(line for page in self.pages for line in lines_of(page))

    def lines_on(self, page_number: int) -> list[Line]:
        return [line for line in self.lines if line.page_number == page_number]

    def number_lines(self, page_number: int) -> list[Line]:
        """What stands below the 版心."""
        inside = self.lines
        return [
            line
            for line in self.all_lines
            if line.page_number == page_number and line not in inside
        ]

    @property
    def red_rules(self) -> list[MeasuredRule]:
        return [rule for page in self.pages for rule in page.rules if rule.is_red]


def printed(
    name: str, report: Report, form: Form, options: PageOptions, fonts: FontSet
) -> Specimen:
    """Typeset a report, write the PDF and measure it."""
    return measured(name, report, form, options, typeset(report, form, fonts, options), fonts)


def measured(
    name: str, report: Report, form: Form, options: PageOptions, pages: PageSet, fonts: FontSet
) -> Specimen:
    """Write typeset pages as a PDF and measure it."""
    data = pdf_bytes(pages, fonts, PdfInfo(name))
    return Specimen(
        name,
        report,
        form,
        options,
        measured_pages(data),
        colours_in(data),
        pages.seal,
        pages.adjustments,
    )

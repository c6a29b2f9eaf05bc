"""What every part of the document is set from."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.compositor import Compositor
from xjdesk.typesetting.font_set import Glyph
from xjdesk.typesetting.pages import Face


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A report, the form it is made in, and the compositor that sets it."""

    report: Report
    form: Form
    compositor: Compositor

    def field(self, address: FieldAddress) -> str:
        """A field without blanks at its ends; empty when it is not filled."""
        return self.report.field(address).strip()

    def lines(self, address: FieldAddress) -> list[str]:
        """The lines of a field without blank ones."""
        stripped = (line.strip() for line in self.report.field(address).splitlines())
        return [line for line in stripped if line]

    def glyphs(self, address: FieldAddress, face: Face) -> list[Glyph]:
        """A field as glyphs; a missing character is reported at the field."""
        return self.compositor.glyphs(self.field(address), face, address)

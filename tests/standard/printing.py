"""Printing the specimens when they are asked for."""

from __future__ import annotations

from pathlib import Path

from tests.standard.specimen import Specimen, printed
from tests.standard.variants import VARIANTS
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.fonts.font_search import find_fonts

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_SAMPLE = "xiji-2016.txt"


class Specimens:
    """The variants, set in the bundled fonts; each is printed once and kept."""

    def __init__(self) -> None:
        forms = shipped_forms()
        text = resource("samples", _SAMPLE).read_bytes()
        self.sample = read_report(text, _SAMPLE, forms, None).report
        self.form = forms.form(self.sample.form_id)
        self.fonts = find_fonts([], _FONTS)
        self._printed: dict[str, Specimen] = {}

    def of(self, name: str) -> Specimen:
        """The variant of that name, printed and measured."""
        if name not in self._printed:
            variant = VARIANTS[name]
            report, form = variant.change(self.sample), variant.form(self.form)
            self._printed[name] = printed(name, report, form, variant.options, self.fonts)
        return self._printed[name]

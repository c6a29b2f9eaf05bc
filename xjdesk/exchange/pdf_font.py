"""Embedding font subsets into a PDF: a composite font (Type 0, Identity-H) each."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFString,
)

from xjdesk.exchange.pdf_stream import flate_stream
from xjdesk.exchange.pdf_subset import FontSubset

_SYMBOLIC = 4
_STEM_WIDTH = 80
_FULL_WIDTH = 1000


class PdfFont:
    """A font as one document embeds it. `name` is how its pages refer to it."""

    def __init__(self, name: str, subset: FontSubset) -> None:
        self.name = name
        self._subset = subset

    def codes(self, text: str) -> str:
        """The text as the hexadecimal digits of a PDF string."""
        return "".join(map(self._subset.codes.__getitem__, text))

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Write the font into the document; returns its dictionary."""
        subset = self._subset
        document.updateSignature(subset.name)
        to_unicode = flate_stream(subset.unicode)
        descendant = document.Reference(self._descendant(document), f"{self.name}.descendant")
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(subset.name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([descendant]),
                "ToUnicode": document.Reference(to_unicode, f"{self.name}.unicode"),
            }
        )

    def _descendant(self, document: PDFDocument) -> PDFDictionary:
        subset = self._subset
        glyphs = flate_stream(subset.glyphs)
        character_set = {
            "Registry": PDFString("Adobe"),
            "Ordering": PDFString("Identity"),
            "Supplement": 0,
        }
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(subset.name),
                "CIDSystemInfo": PDFDictionary(character_set),
                "FontDescriptor": document.Reference(
                    self._descriptor(document), f"{self.name}.descriptor"
                ),
                "DW": _FULL_WIDTH,
                "W": subset.widths,
                "CIDToGIDMap": document.Reference(glyphs, f"{self.name}.glyphs"),
            }
        )

    def _descriptor(self, document: PDFDocument) -> PDFDictionary:
        subset = self._subset
        file = flate_stream(subset.file, f"/Length1 {subset.file_length}")
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(subset.name),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray(subset.box),
                "ItalicAngle": 0,
                "Ascent": subset.ascent,
                "Descent": subset.descent,
                "CapHeight": subset.ascent,
                "StemV": _STEM_WIDTH,
                "FontFile2": document.Reference(file, f"{self.name}.file"),
            }
        )

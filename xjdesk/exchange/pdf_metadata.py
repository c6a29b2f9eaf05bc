"""A PDF's metadata: the document information dictionary and the same as an XMP packet.

They hold what ISO 19005-2 (PDF/A-2b), 6.6.2 asks for, without the claim to conform to it. Black and
red are DeviceCMYK: the file would have to embed the ICC profile of a printing condition as its
output intent, and only the print room knows that condition; nor has a validator of that part of
the standard seen these files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFString,
)

from xjdesk.exchange.pdf_info import CREATOR, PdfInfo
from xjdesk.exchange.pdf_stream import Stream
from xjdesk.typesetting.fonts.font_report import FontUse

LANGUAGE = "zh-CN"

_PRODUCER = "ReportLab"
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STAND_IN = "〓"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Fonts of the document</pdfaSchema:schema>
<pdfaSchema:namespaceURI>urn:xjdesk:fonts:</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fonts</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>used</pdfaProperty:name>
<pdfaProperty:valueType>seq Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Each face, its font, and the font it replaces</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:fonts="urn:xjdesk:fonts:">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""The packet around its properties. The list of fonts is no property of a standard schema: the
packet describes it itself, as ISO 19005-2, 6.6.2.3 asks."""


def metadata_text(text: str) -> str:
    """The text without control characters, 〓 for halves of characters: fit for PDF and XML."""
    return _SURROGATE.sub(_STAND_IN, _UNFIT.sub("", text))


def add_metadata(document: PDFDocument, info: PdfInfo, fonts: Sequence[FontUse]) -> None:
    """Describe the document: its properties, and the fonts used and replaced."""
    title, author, subject = map(metadata_text, (info.title, info.author, info.subject))
    used = [metadata_text(use.sentence) for use in fonts]
    document.info = _InfoDictionary(
        {
            "Title": title,
            "Author": author,
            "Subject": subject,
            "Creator": CREATOR,
            "Producer": _PRODUCER,
            "Fonts": "；".join(used),
        }
    )
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _array("dc:language", "Bag", [LANGUAGE]),
        _array("dc:title", "Alt", [title]),
        _array("dc:creator", "Seq", [author]),
        _array("dc:description", "Alt", [subject]),
        f"<xmp:CreatorTool>{_escaped(CREATOR)}</xmp:CreatorTool>",
        f"<pdf:Producer>{_PRODUCER}</pdf:Producer>",
        _array("fonts:used", "Seq", used),
    ]
    packet = _PACKET.format(properties="\n".join(filter(None, properties)))
    # Not compressed, so that programs that know nothing of PDF find it.
    stream = Stream(packet.encode("utf-8"), "/Type /Metadata /Subtype /XML")
    cast("Any", document).Catalog.Metadata = stream


class _InfoDictionary(PDFInfo):
    """The document information dictionary, without the dates: the same report gives one file."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        super().__init__()
        self._entries = {key: text for key, text in entries.items() if text}

    def digest(self, md5object: object) -> None:
        """Add nothing to the file's identifier: it is made of what the pages hold."""

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as it stands in the file."""
        entries = {key: PDFString(text) for key, text in self._entries.items()}
        return PDFDictionary(entries).format(document)


def _array(name: str, kind: str, texts: Sequence[str]) -> str:
    """An XMP array, or nothing when all texts are empty."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{_escaped(text)}</rdf:li>" for text in texts if text)
    return items and f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

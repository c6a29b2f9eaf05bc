"""The sample as a flat OpenDocument text, for LibreOffice."""

from __future__ import annotations

from html import escape

from sample_report import Role, SampleText

_STYLES = {
    Role.MARK: ("XJ XiaoBiaoSong", "49pt", "center", "#e93f33", "0"),
    Role.NUMBER: ("XJ FangSong", "16pt", "center", "#000000", "0"),
    Role.TITLE: ("XJ XiaoBiaoSong", "22pt", "center", "#000000", "0"),
    Role.HEADING: ("XJ HeiTi", "16pt", "justify", "#000000", "0"),
    Role.BODY: ("XJ FangSong", "16pt", "justify", "#000000", "32pt"),
    Role.CLOSING: ("XJ FangSong", "16pt", "end", "#000000", "0"),
}
_STYLE = (
    '<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties'
    ' fo:text-align="{align}" fo:text-indent="{indent}" fo:line-height="29.61pt"/>'
    '<style:text-properties style:font-name-asian="{font}" style:font-name="{font}"'
    ' style:font-size-asian="{size}" fo:font-size="{size}" fo:color="{colour}"'
    ' fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"'
    ' fo:letter-spacing="-0.207pt"/></style:style>'
)
_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>{faces}</office:font-face-decls>
<office:automatic-styles>{styles}
<style:style style:name="Break" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties
 style:font-name-asian="XJ FangSong" style:font-name="XJ FangSong" style:font-size-asian="12pt"
 fo:font-size="12pt"/></style:style>
<style:style style:name="Label" style:family="table-column"><style:table-column-properties
 style:column-width="115mm"/></style:style>
<style:style style:name="Unit" style:family="table-column"><style:table-column-properties
 style:column-width="16mm"/></style:style>
<style:style style:name="Value" style:family="table-column"><style:table-column-properties
 style:column-width="25mm"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000" fo:padding="1.5mm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="35mm" fo:margin-left="28mm"
 fo:margin-right="26mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>
</office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


def office_source(text: SampleText) -> str:
    """A document that sets the text on pages like the official ones."""
    styles = [
        _STYLE.format(name=role.name, font=font, size=size, align=align, colour=c, indent=indent)
        for role, (font, size, align, c, indent) in _STYLES.items()
    ]
    fonts = sorted({font for font, *_ in _STYLES.values()})
    faces = "".join(
        f'<style:font-face style:name="{font}" svg:font-family="\'{font}\'"/>' for font in fonts
    )
    body = [_paragraph(role, words) for role, words in text.paragraphs]
    body += ['<text:p text:style-name="Break"/>', _table(text.rows)]
    body += [_paragraph(Role.BODY, words) for words in text.imprint]
    return _DOCUMENT.format(faces=faces, styles="".join(styles), body="".join(body))


def _paragraph(role: Role, words: str) -> str:
    if role is Role.HEADING:
        return f'<text:h text:outline-level="1" text:style-name="HEADING">{escape(words)}</text:h>'
    return f'<text:p text:style-name="{role.name}">{escape(words)}</text:p>'


def _table(rows: list[list[str]]) -> str:
    header, *others = [
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    ]
    columns = "".join(
        f'<table:table-column table:style-name="{name}"/>' for name in ("Label", "Unit", "Value")
    )
    return (
        f'<table:table table:name="t">{columns}<table:table-header-rows>{header}'
        f"</table:table-header-rows>{''.join(others)}</table:table>"
    )


def _cell(words: str) -> str:
    return (
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f'<text:p text:style-name="Small">{escape(words)}</text:p></table:table-cell>'
    )

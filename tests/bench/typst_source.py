"""The sample as a typst document."""

from __future__ import annotations

from sample_report import Role, SampleText

_PREAMBLE = """
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm),
  numbering: "— 1 —", number-align: right)
#set text(font: "XJ FangSong", size: 16pt, lang: "zh", region: "cn", tracking: -0.207pt)
#set par(justify: true, leading: 13.61pt, spacing: 13.61pt,
  first-line-indent: (amount: 2em, all: true))
#show heading: it => { set text(font: "XJ HeiTi", size: 16pt, weight: "regular"); block(it.body) }
#set heading(bookmarked: true)
#let mark(body) = align(center,
  text(font: "XJ XiaoBiaoSong", size: 49pt, fill: cmyk(0%, 80%, 80%, 0%), body))
#let title(body) = align(center, text(font: "XJ XiaoBiaoSong", size: 22pt, body))
"""
_MARKUP = {
    Role.MARK: "#mark[{}]",
    Role.NUMBER: "#align(center)[{}]\n#line(length: 100%, stroke: cmyk(0%, 80%, 80%, 0%))",
    Role.TITLE: "#title[{}]",
    Role.HEADING: "= {}",
    Role.BODY: "{}",
    Role.CLOSING: "#align(right)[{}]",
}
_TABLE = """
#pagebreak()
#set text(size: 12pt, tracking: 0pt)
#table(columns: (1fr, 16mm, 25mm), inset: 1.5mm, align: (left, center, center),
table.header({header}),
{cells})
"""


def typst_source(text: SampleText) -> str:
    """Markup that sets the text on pages like the official ones."""
    body = [_MARKUP[role].format(_escaped(words)) for role, words in text.paragraphs]
    header, *rows = [", ".join(f"[{_escaped(cell)}]" for cell in row) for row in text.rows]
    table = _TABLE.format(header=header, cells=",\n".join(rows))
    imprint = ["#line(length: 100%)", *map(_escaped, text.imprint)]
    return "\n\n".join([_PREAMBLE, *body, table, *imprint])


def _escaped(words: str) -> str:
    return "".join(f"\\{c}" if c in "\\#$*_`<>@[]=-+/~\"'" else c for c in words)

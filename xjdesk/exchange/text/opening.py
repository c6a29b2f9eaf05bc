"""From the bytes of a file to the text that is read: of a plain text all, of a page the report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xjdesk.core.form import Form
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.chapter_matching import bare_heading
from xjdesk.exchange.text.likeness import letters
from xjdesk.exchange.text.source import (
    ImportFailedError,
    SourceText,
    bounded,
    decode_text,
)
from xjdesk.storage.files.file_kind import FileKind, kind_of

_MARKDOWN_ROW = re.compile(
    r"^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*\|?[ \t]*$", re.M
)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6}(?=[ \t])", re.M)
_RUN_ON = re.compile(
    r"(?<=[。：:；;！）)”况项]) (?=[一二三四五六七八九]、\S|[（(][一二三四五六七八九]+[）)]\S)"
)
_LONGEST_LINE = 300
_MOST_TAGS, _MOST_CELLS = 300_000, 20_000
_CELL = re.compile(r"<t[dh][\s>]", re.I)
_LINES_ABOVE_TITLE = 15
_LETTERS_OF_A_HIT = 4


def open_source(data: bytes, name: str, forms: Iterable[Form]) -> SourceText:
    """The text that a file holds; ImportFailedError when it holds none.

    The words of `forms` tell where on a web page the report is.
    """
    from xjdesk.exchange.text.web_page import looks_like_page, page_in_archive

    data = page_in_archive(data) or data
    is_page = kind_of(data) is FileKind.WEB_PAGE
    if is_page or (kind_of(data) is FileKind.TEXT and looks_like_page(data)):
        return _page_text(data, name, forms)
    return SourceText(_broken_up(_without_markdown(decode_text(data, name))))


def _broken_up(text: str) -> str:
    """The text with a line end before every heading that stands in the middle of a long line.

    So it is where the paragraphs of a page were run together with blanks between them.
    """
    lines = text.split("\n")
    return "\n".join(_RUN_ON.sub("\n", n) if len(n) > _LONGEST_LINE else n for n in lines)


def _without_markdown(text: str) -> str:
    """The text with blanks for the marks of Markdown, which some converters write."""
    if not _MARKDOWN_ROW.search(text):
        return text
    text = _MARKDOWN_ROW.sub(lambda found: " " * len(found.group()), text)
    text = _MARKDOWN_HEADING.sub(lambda found: " " * len(found.group()), text)
    return text.replace("**", "  ")


def _page_text(data: bytes, name: str, forms: Iterable[Form]) -> SourceText:
    from xjdesk.exchange.text.web_page import (
        TooDeepError,
        body_part,
        decode_page,
        read_page,
        title_before,
    )

    markup = decode_page(data)
    if markup is None:
        raise ImportFailedError(f"“{name}”是网页，文字编码无法识别，请在浏览器中另存为后再导入。")
    if markup.count("<") > _MOST_TAGS or len(_CELL.findall(markup)) > _MOST_CELLS:
        raise ImportFailedError(f"网页“{name}”太大，不像是一份年度报告，请检查是否选错了文件。")
    try:
        page = read_page(markup)
    except TooDeepError as error:
        raise ImportFailedError(
            f"“{name}”是网页，标记层数太多，只能读出一部分，没有导入，"
            "请在浏览器中复制报告全文，存为纯文本后再导入。"
        ) from error
    words = _words(forms)
    hits = {
        number: count
        for number, line in enumerate(page.lines)
        if (count := _hits(line.text, words))
    }
    start, end = body_part(page, hits)
    body = list(page.lines[start:end])
    top = [line.text for line in body[:_LINES_ABOVE_TITLE]]
    texts = [line.text for line in body]
    if not any(marks.REPORT_TITLE.fullmatch(text) for text in top):
        title = title_before(page, start, marks.REPORT_TITLE)
        texts = [title, *texts] if title else texts
    shift = len(texts) - len(body)
    boxes = {number + shift: line.boxes for number, line in enumerate(body) if line.boxes}
    text = bounded("\n".join(texts), name)
    if not text.strip():
        raise ImportFailedError(f"“{name}”是网页，其中没有文字，请检查是否选错了文件。")
    outside = (*page.lines[:start], *page.lines[end:])
    return SourceText(text, boxes, tuple(line.text for line in outside), is_page=True)


def _words(forms: Iterable[Form]) -> frozenset[str]:
    found: set[str] = set()
    for form in forms:
        for chapter in form.chapters:
            found.add(letters(bare_heading(chapter.heading)))
        for table in form.tables:
            found.update(letters(row.label) for row in table.rows)
            found.update(map(letters, table.captions))
    return frozenset(word for word in found if len(word) >= _LETTERS_OF_A_HIT)


def _hits(line: str, words: frozenset[str]) -> int:
    cells = line.split("\t")
    return sum(
        letters(cell) in words or letters(bare_heading(cell)) in words
        for cell in cells
        if len(cell) < 60
    )

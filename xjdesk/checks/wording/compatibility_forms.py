"""P-05: small and vertical forms of marks, enclosed numbers, which Unicode keeps for old files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.script import NUMERALS
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_FORMS = re.compile("[\ufe10-\ufe19\ufe30-\ufe6b｡｢｣､⑴-⒛㈠-㈩]")
_MARKS = {
    **dict(zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞︵︶︹︺", "，、。；：？！（）〔〕（）〔〕", strict=True)),
    **dict(zip("︻︼︽︾︿﹀﹁﹂﹃﹄", "【】《》〈〉“”‘’", strict=True)),
    **dict(zip("︐︑︒︓︔︕︖｡｢｣､", "，、。：；！？。“”、", strict=True)),
}


def compatibility_forms(text: str) -> Iterator[Slip]:
    """Every such form, with the mark or the number that it stands for."""
    for found in _FORMS.finditer(text):
        proper = _proper(found.group())
        is_number = len(proper) > 1
        what = "单个字符的带标点序号" if is_number else "兼容用的变体符号，不是规范的标点"
        yield Slip(
            "P-05",
            Severity.HINT if is_number else Severity.QUERY,
            found.start(),
            found.end(),
            f"{excerpt(text, *found.span())}中的“{found.group()}”是{what}，"
            f"换了字体会变形或缺字，应改为“{proper}”（{PUNCTUATION}）。",
            proper,
        )


def _proper(form: str) -> str:
    if form in _MARKS:
        return _MARKS[form]
    if "㈠" <= form <= "㈩":
        return f"（{NUMERALS[ord(form) - ord('㈠')]}）"
    plain = unicodedata.normalize("NFKC", form)
    return plain.translate(str.maketrans("()", "（）")) if len(plain) > 1 else plain

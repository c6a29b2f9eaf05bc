"""Page numbers as they are typed into the print dialog."""

from __future__ import annotations

import re
import unicodedata

from xjdesk.core.errors import UserError

_TO = re.compile("[-−–—―~〜至到]+")
_AND = re.compile("[,、;]+")
_PART = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
_MOST_QUOTED = 12


def read_pages(text: str, last: int) -> tuple[int, ...]:
    """The pages that `text` names, in rising order, each once: (1, 2, 3, 5) for 1-3,5.

    Full-width digits and signs are understood. UserError when it names none, or one that is not
    among the `last` pages.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = _AND.sub(",", _TO.sub("-", re.sub(r"[第页\s]", "", plain))).strip(",")
    if not plain:
        raise UserError("没有填写要打印的页码，请填写，例如 1-3,5。")
    numbers: set[int] = set()
    for part in plain.split(","):
        numbers.update(_read_part(part, last))
    return tuple(sorted(numbers))


def _read_part(part: str, last: int) -> range:
    match = _PART.fullmatch(part)
    if match is None:
        quoted = part if len(part) <= _MOST_QUOTED else f"{part[:_MOST_QUOTED]}……"
        raise UserError(f"页码“{quoted}”看不明白，请这样填写：1-3,5。")
    first, to = int(match[1]), int(match[2] or match[1])
    for number in (first, to):
        if not 1 <= number <= last:
            raise UserError(f"没有第 {number} 页，页码应在 1 到 {last} 之间。")
    if first > to:
        raise UserError(f"页码“{part}”前大后小，请改为 {to}-{first}。")
    return range(first, to + 1)

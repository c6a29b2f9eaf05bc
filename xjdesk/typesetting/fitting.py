"""Keeping the signature on a page with text (GB/T 9704-2012, 7.3.5.1 and 7.3.5.5).

The standard allows to adjust 行距 and 字距 where the rest of a page cannot hold seal and date. They
are tried in this order, within 5 % of the usual ones. 29 characters to the line are not tried: 三号
characters of 黑体 and 楷体 would touch each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xjdesk.typesetting.body import Body, set_body
from xjdesk.typesetting.grid import CHARACTERS_PER_LINE, LINES_PER_PAGE, Pitch
from xjdesk.typesetting.manuscript import Manuscript

_PITCHES = (
    Pitch(lines=23),
    Pitch(lines=21),
    Pitch(characters=27),
    Pitch(lines=21, characters=27),
)
_KEPT_LINES = 2
"""Lines of text that move on with the signature when no pitch helps."""
_AIM = "为使落款与正文同在一页"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A body whose signature is not alone, and Chinese sentences about what was done for it."""

    body: Body
    adjustments: tuple[str, ...]


def fit_body(manuscript: Manuscript) -> Fitted:
    """Set the body at the usual pitch, or at the first other that brings text to the signature."""
    body = set_body(manuscript)
    if not body.is_signature_alone:
        return Fitted(body, ())
    for pitch in _PITCHES:
        tried = set_body(replace(manuscript, pitch=pitch))
        if not tried.is_signature_alone:
            return Fitted(tried, (f"{_AIM}，{_described(pitch)}。",))
    moved = set_body(manuscript, kept_lines=_KEPT_LINES)
    return Fitted(moved, (f"{_AIM}，正文最后{moved.kept_lines}行移到了落款所在的一页。",))


def _described(pitch: Pitch) -> str:
    parts: list[str] = []
    if pitch.lines != LINES_PER_PAGE:
        parts.append(f"每面排{pitch.lines}行（一般为{LINES_PER_PAGE}行）")
    if pitch.characters != CHARACTERS_PER_LINE:
        parts.append(f"每行排{pitch.characters}字（一般为{CHARACTERS_PER_LINE}字）")
    return "，".join(parts)

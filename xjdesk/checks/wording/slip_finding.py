"""From a slip in a line to the finding about it, with its ways out."""

from __future__ import annotations

from difflib import SequenceMatcher

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.text_places import place_of, replacement, subject_of, text_at
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.address import ParagraphAddress, TextAddress
from xjdesk.core.change import Change
from xjdesk.core.figure_carrying import carried
from xjdesk.core.report import Paragraph, Report


def slip_finding(report: Report, address: TextAddress, slip: Slip, begin: int = 0) -> Finding:
    """The finding about `slip` of the line that begins at character `begin` of the text there.

    Its subject ends with the words themselves: other words of the same clause are another subject.
    """
    text, start, end = text_at(report, address), begin + slip.start, begin + slip.end
    words = text[start:end]
    return Finding(
        rule=slip.rule,
        severity=slip.severity,
        where=(place_of(address, start, end),),
        message=slip.message,
        expected=slip.replacement,
        found=words,
        remedies=(*_fix(report, address, slip, start), *advise(*slip.advice)),
        subject=f"{subject_of(address, text, start, end)} {words}",
        basis=words,
    )


def _fix(report: Report, address: TextAddress, slip: Slip, start: int) -> tuple[Remedy, ...]:
    new = slip.replacement
    if new is None:
        return ()
    end = start + slip.end - slip.start
    return (
        Remedy(
            _label(text_at(report, address)[start:end], new),
            changes=(_change(report, address, start, end, new),),
        ),
    )


def _label(words: str, new: str) -> str:
    if "".join(words.split()) == "".join(new.split()):
        return "删去空格"
    return f"改为{quoted(new)}" if new else f"删去{quoted(words)}"


def _change(report: Report, address: TextAddress, start: int, end: int, new: str) -> Change:
    """The change that puts `new` in place, and keeps figures whose own digits stay."""
    if not isinstance(address, ParagraphAddress):
        return replacement(report, address, start, end, new)
    (paragraph,) = before = report.chapter(address.chapter).paragraphs[
        address.paragraph : address.paragraph + 1
    ]
    if not any(figure.start < end and start < figure.end for figure in paragraph.figures):
        return replacement(report, address, start, end, new)
    return Change(address, before, _piece_by_piece(before, paragraph.text, start, end, new))


def _piece_by_piece(
    before: tuple[Paragraph, ...], text: str, start: int, end: int, new: str
) -> tuple[Paragraph, ...]:
    # Put in as a whole, it would loosen every figure between its first and last difference.
    after = before
    steps = SequenceMatcher(None, text[start:end], new, autojunk=False).get_opcodes()
    for kind, first, behind, new_first, new_behind in reversed(steps):
        if kind != "equal":
            text = text[: start + first] + new[new_first:new_behind] + text[start + behind :]
            after = carried(after, [text])
    return after

"""What the place of a change is called; never fails, as forms change and files are damaged."""

from __future__ import annotations

from xjdesk.core.address import Address, Aside, FindingAddress, NoteAddress, Place, parse_address
from xjdesk.core.form import Form
from xjdesk.core.place_name import place_name
from xjdesk.core.row_notes import noted_row_name
from xjdesk.gui.line_breaks import one_line


def address_name(form: Form, address: Address) -> str:
    """The name on screen; the text form of an address that the form does not have."""
    if isinstance(address, FindingAddress):
        subject = " ".join(_word_name(form, word) for word in address.subject.split())
        return one_line(f"情况说明 {subject}（规则 {address.rule}）")
    if isinstance(address, NoteAddress):
        return one_line(_noted_row(form, address))
    return one_line(_known_name(form, address) or str(address))


def places_in(address: FindingAddress) -> tuple[Place, ...]:
    """The places that the subject of a finding names; its other words are those of the text."""
    return tuple(place for word in address.subject.split() if (place := _place_in(word)))


def _word_name(form: Form, word: str) -> str:
    chapter, place = form.chapter(word), _place_in(word)
    if chapter is not None:
        return chapter.tab
    return (place and _known_name(form, place)) or word


def _noted_row(form: Form, address: NoteAddress) -> str:
    try:
        return f"行备注 {noted_row_name(form, address)}"
    except (KeyError, StopIteration):
        return str(address)


def _known_name(form: Form, place: Place) -> str | None:
    try:
        return place_name(form, place)
    except (KeyError, StopIteration):
        # No such table, row or column; no such group of fields.
        return None


def _place_in(word: str) -> Place | None:
    try:
        address = parse_address(word)
    except ValueError:
        return None
    return None if isinstance(address, Aside) else address

"""What differs between two states of a chapter: words at one place, and numbers elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.core.change import Change
from xjdesk.core.paragraph_number import number_at_start, without_number
from xjdesk.core.report import Paragraph
from xjdesk.core.sections import after_edit
from xjdesk.gui.chapter_text import Difference, Paragraphs
from xjdesk.gui.differing_stretch import differing_stretch


def differences(old: Paragraphs, new: Paragraphs) -> tuple[Difference, ...]:
    """How `old` becomes `new`, in order: first the stretch whose words differ, if there is one.

    Then, paragraph by paragraph, those where only the numbers before the words do. Carried out one
    after the other, each finds its paragraphs at its place.
    """
    words = differing_stretch(tuple(map(without_number, old)), tuple(map(without_number, new)))
    edited = Difference(
        words.start, old[words.start : words.old_end], new[words.start : words.new_end]
    )
    renumbered = (
        *_numbers(0, old[: words.start], new[: words.start]),
        *_numbers(words.new_end, old[words.old_end :], new[words.new_end :]),
    )
    return (edited, *renumbered) if edited.old != edited.new else renumbered


def changes_between(chapter_id: str, old: Paragraphs, new: Paragraphs) -> list[Change]:
    """The changes that make the paragraphs `old` of a chapter `new`."""
    return [found.change(chapter_id) for found in differences(old, new)]


def renewed_behind(chapter_id: str, before: Paragraphs, edit: Difference) -> list[Change]:
    """The changes that, made after `edit` of `before`, keep the numbers around it in sequence.

    Typing renews none but behind a number that was taken away, or that was written where it
    belongs: any other was meant as it is written.
    """
    if edit.is_typing and not _number_came_or_went(edit.old[0], edit.new[0]):
        return []
    behind = edit.at + len(edit.old)
    edited = (*before[: edit.at], *edit.new, *before[behind:])
    due = after_edit(before, edit.at, edit.old, edit.new)
    if edit.is_typing and due[edit.at] != edited[edit.at]:
        return []
    return changes_between(chapter_id, edited, due)


def _number_came_or_went(old: Paragraph, new: Paragraph) -> bool:
    before, after = number_at_start(old), number_at_start(new)
    if after is None:
        return before is not None and new.text == old.text[len(before.text) :]
    return before is None or before.level != after.level


def _numbers(at: int, old: Paragraphs, new: Paragraphs) -> Iterator[Difference]:
    for index, (before, after) in enumerate(zip(old, new, strict=True), at):
        if before != after:
            yield Difference(index, (before,), (after,))

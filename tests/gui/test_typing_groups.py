"""What is typed is taken back by groups of words."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_text import Difference
from xjdesk.gui.typing_groups import TypingGroups


class _Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class _Typing:
    """Somebody who writes a paragraph; `groups` are the numbers of what was done."""

    def __init__(self) -> None:
        self.clock = _Clock()
        self.typing = TypingGroups(self.clock)
        self.text = ""
        self.at = 0
        self.groups: list[int] = []

    def write(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            self._make(self.text[: self.at] + piece + self.text[self.at :])
            self.at += len(piece)

    def erase(self, count: int = 1) -> None:
        for _ in range(count):
            self._make(self.text[: self.at - 1] + self.text[self.at :])
            self.at -= 1

    def _make(self, text: str) -> None:
        edit = Difference(0, (Paragraph(self.text),), (Paragraph(text),))
        self.groups.append(self.typing.number_of(edit))
        self.text = text

    @property
    def count(self) -> int:
        return len(set(self.groups))


def test_words_up_to_a_mark_are_one_group() -> None:
    clerk = _Typing()
    clerk.write(["全", "县", "各部门", "，"])
    assert clerk.count == 1
    clerk.write(["主动", "公开"])
    assert clerk.count == 2


def test_a_long_stretch_without_a_mark_is_several() -> None:
    clerk = _Typing()
    clerk.write("一" * 50)
    assert clerk.count == 3


def test_what_an_input_method_gives_at_once_is_one_however_long() -> None:
    clerk = _Typing()
    clerk.write(["一" * 50, "二"])
    assert clerk.count == 2


def test_a_pause_begins_another() -> None:
    clerk = _Typing()
    clerk.write("一二")
    clerk.clock.now += 1.9
    clerk.write("三")
    assert clerk.count == 1
    clerk.clock.now += 2.1
    clerk.write("四")
    assert clerk.count == 2


def test_erasing_is_another_than_typing() -> None:
    clerk = _Typing()
    clerk.write("一二三")
    clerk.erase(2)
    assert clerk.count == 2
    clerk.write("四")
    assert clerk.count == 3


def test_a_caret_that_moved_begins_another() -> None:
    clerk = _Typing()
    clerk.write("一二三四")
    clerk.at = 1
    clerk.write("五六")
    assert clerk.groups[:4] == [clerk.groups[0]] * 4
    assert clerk.groups[4:] == [clerk.groups[4]] * 2
    assert clerk.count == 2


def test_what_was_done_in_between_begins_another() -> None:
    clerk = _Typing()
    clerk.write("一")
    clerk.typing.begin()
    clerk.write("二")
    assert clerk.count == 2


_DEEDS = st.lists(st.sampled_from(["一", "二三", "，", "erase", "home", "wait"]), max_size=60)


@given(_DEEDS)
def test_groups_never_come_back_and_never_grow_beyond_their_measure(deeds: list[str]) -> None:
    clerk = _Typing()
    lengths: dict[int, int] = {}
    for deed in deeds:
        match deed:
            case "erase" if clerk.at:
                clerk.erase()
            case "erase":
                continue
            case "home":
                clerk.at = 0
                continue
            case "wait":
                clerk.clock.now += 3
                continue
            case words:
                clerk.write([words])
        group = clerk.groups[-1]
        lengths[group] = lengths.get(group, 0) + (1 if deed == "erase" else len(deed))
    assert clerk.groups == sorted(clerk.groups)
    assert all(length <= 20 for length in lengths.values())

from __future__ import annotations

import pytest

from xjdesk.typesetting.titles.shapes import TitleShape, has_stub, shape_of


@pytest.mark.parametrize(
    ("widths", "shape"),
    [
        ([], TitleShape.SINGLE_LINE),
        ([18.4], TitleShape.SINGLE_LINE),
        ([7.0, 17.4], TitleShape.RISING),
        ([20.0, 15.4], TitleShape.FALLING),
        ([10.0, 10.2, 15.0], TitleShape.RISING),
        ([16.0, 16.0, 12.0], TitleShape.FALLING),
        ([13.0, 16.4, 7.0], TitleShape.RHOMBUS),
        ([8.0, 15.0, 15.2, 9.0], TitleShape.RHOMBUS),
        ([12.0, 12.4], TitleShape.RECTANGLE),
        ([14.0, 14.5, 14.0], TitleShape.RECTANGLE),
        ([13.0, 10.0, 12.0], TitleShape.HOURGLASS),
        ([12.0, 14.0, 12.0, 16.0], TitleShape.IRREGULAR),
    ],
)
def test_the_outline_of_lines(widths: list[float], shape: TitleShape) -> None:
    assert shape_of(widths) is shape


def test_the_standard_asks_for_one_line_a_trapezoid_or_a_rhombus() -> None:
    asked_for = [shape.value for shape in TitleShape if shape.is_asked_for]
    assert asked_for == ["单行", "梯形，上短下长", "梯形，上长下短", "菱形"]


@pytest.mark.parametrize(
    ("widths", "is_one"),
    [([3.0], False), ([3.0, 6.0], True), ([4.0, 13.0], False), ([5.0, 18.0], True)],
)
def test_a_line_much_shorter_than_the_longest_is_a_stub(widths: list[float], is_one: bool) -> None:
    assert has_stub(widths) is is_one

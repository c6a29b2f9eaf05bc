from __future__ import annotations

import pytest

from xjdesk.gui.titles.text import title_lines, with_breaks, without_breaks


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("", ""),
        ("\n \n", ""),
        ("西吉县人民政府", "西吉县人民政府"),
        ("西吉县人民政府\n\n关于2016年年度报告", "西吉县人民政府关于2016年年度报告"),
        ("    西吉县\n  人民政府", "西吉县人民政府"),
        ("西吉县委办公室　\n西吉县人民政府办公室", "西吉县委办公室　西吉县人民政府办公室"),
        ("Annual\nReport\n2016年", "Annual Report 2016年"),
        ("关于2016\n年", "关于2016年"),
    ],
)
def test_without_breaks_a_title_is_one_line(text: str, joined: str) -> None:
    assert without_breaks(text) == joined


@pytest.mark.parametrize("lines", [["西吉县委办公室　", "关于报告"], ["Annual ", "Report"], ["甲"]])
def test_breaks_that_are_written_in_can_be_taken_out_again(lines: list[str]) -> None:
    assert without_breaks(with_breaks(lines)) == "".join(lines)


def test_the_lines_of_a_title_are_those_that_are_printed() -> None:
    assert title_lines(" 西吉县 \n\n　人民政府\n") == ("西吉县", "人民政府")

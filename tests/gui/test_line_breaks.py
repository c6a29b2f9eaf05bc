from __future__ import annotations

from xjdesk.gui.line_breaks import one_line


def test_line_breaks_are_told_on_one_line() -> None:
    assert one_line("一\r\n二\n三\x85四\u2028五\t六\x00") == "一／二／三／四／五 六 "

"""What happens when a file cannot be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import XLSX
from xjdesk.gui.files.questions import WriteAnswer
from xjdesk.gui.files.writing import unused_beside, write_or_ask
from xjdesk.storage.files.write_error import WriteError, WriteProblem

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

_FIRST = Path("上报") / "报告.xlsx"


class _Failing:
    """Fails as often as it is told to, and keeps where it was to write."""

    def __init__(self, times: int, problem: WriteProblem) -> None:
        self._left, self._problem = times, problem
        self.paths: list[Path] = []

    def __call__(self, path: Path) -> str:
        self.paths.append(path)
        if self._left:
            self._left -= 1
            raise WriteError("没有写成。", "", self._problem)
        return "写成了"


def test_what_can_be_written_asks_nothing(dialogs: FakeDialogs, qtbot: QtBot) -> None:
    written = write_or_ask(dialogs, _FIRST, XLSX, _Failing(0, WriteProblem.OTHER))
    assert written is not None
    assert (written.path, written.result) == (_FIRST, "写成了")
    assert not dialogs.write_questions


def test_a_file_open_in_another_program_is_tried_again_when_the_user_has_closed_it(
    dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.write_answers = [WriteAnswer.RETRY]
    attempt = _Failing(2, WriteProblem.HELD)
    assert write_or_ask(dialogs, _FIRST, XLSX, attempt) is not None
    assert attempt.paths == [_FIRST] * 3
    assert [q.beside for q in dialogs.write_questions] == [_FIRST.with_name("报告(1).xlsx")] * 2


def test_a_file_open_in_another_program_can_be_written_beside(
    dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "报告(1).xlsx").touch()
    dialogs.write_answers = [WriteAnswer.BESIDE]
    written = write_or_ask(dialogs, tmp_path / "报告.xlsx", XLSX, _Failing(1, WriteProblem.HELD))
    assert written is not None
    assert written.path == tmp_path / "报告(2).xlsx"


@pytest.mark.parametrize("problem", [p for p in WriteProblem if p is not WriteProblem.HELD])
def test_a_disk_that_does_not_take_it_leads_elsewhere(
    dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path, problem: WriteProblem
) -> None:
    dialogs.write_answers = [WriteAnswer.ELSEWHERE]
    dialogs.to_save = tmp_path / "别处.xlsx"
    written = write_or_ask(dialogs, _FIRST, XLSX, _Failing(1, problem))
    assert written is not None
    assert written.path == tmp_path / "别处.xlsx"
    assert dialogs.write_questions[0].beside is None
    assert dialogs.proposals == [_FIRST]


def test_whoever_goes_back_gets_nothing_written(dialogs: FakeDialogs, qtbot: QtBot) -> None:
    attempt = _Failing(9, WriteProblem.FULL)
    assert write_or_ask(dialogs, _FIRST, XLSX, attempt) is None
    dialogs.write_answers = [WriteAnswer.ELSEWHERE]
    assert write_or_ask(dialogs, _FIRST, XLSX, attempt) is None
    assert len(attempt.paths) == 2


def test_other_errors_go_on(dialogs: FakeDialogs, qtbot: QtBot) -> None:
    def fail(path: Path) -> None:
        raise UserError("不行。")

    with pytest.raises(UserError, match="不行"):
        write_or_ask(dialogs, _FIRST, XLSX, fail)


def test_a_name_beside_is_one_that_no_file_has(tmp_path: Path) -> None:
    mine = tmp_path / "报告.xjd"
    first = unused_beside(mine, "（我的修改）")
    assert first.name == "报告（我的修改）.xjd"
    first.touch()
    second = unused_beside(mine, "（我的修改）")
    assert not second.exists()
    assert second != first

"""Whatever becomes of the bytes of a project file: it opens as it was, or not at all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.storage.damage import DAMAGE, contents, cut, flipped
from tests.storage.stored_formats import stored_formats, stored_project
from xjdesk.storage.archive import MIMETYPE
from xjdesk.storage.project_errors import ProjectError
from xjdesk.storage.project_file import decode_project

_PATH = Path("报告.xjd")


@pytest.mark.parametrize("way", DAMAGE)
@pytest.mark.parametrize("number", stored_formats())
def test_no_damage_changes_a_project_unnoticed(number: int, way: str) -> None:
    data = stored_project(number)
    whole = contents(decode_project(data, _PATH))
    cases = 0
    sentences: list[str] = []
    for damaged in DAMAGE[way](data, random.Random(number)):
        if damaged == data:
            continue
        cases += 1
        try:
            opened = decode_project(damaged, _PATH)
        except ProjectError as error:
            sentences.append(error.sentence)
        else:
            assert contents(opened) == whole
    assert all("“报告.xjd”" in sentence for sentence in sentences)
    # A few bits of a zip, such as those of a date, say nothing of the report.
    least = {"bit flips": 0.85, "cuts": 1.0, "splices": 0.97}[way]
    assert len(sentences) >= least * cases
    assert cases >= {"splices": 490}.get(way, 2000)


@pytest.mark.parametrize("number", stored_formats())
def test_nearly_all_damage_is_called_damage(number: int) -> None:
    """And not another kind of file, for which no backup would be offered."""
    data = stored_project(number)
    chance = random.Random(number)
    damaged = [*flipped(data, chance), *cut(data, chance)]
    sentences: list[str] = []
    for case in damaged:
        try:
            decode_project(case, _PATH)
        except ProjectError as error:
            sentences.append(error.sentence)
    called = sum("已损坏" in sentence for sentence in sentences)
    assert called >= 0.99 * len(sentences)


@pytest.mark.parametrize("number", stored_formats())
def test_garbage_written_over_the_beginning_is_called_damage(number: int) -> None:
    data = stored_project(number)
    chance = random.Random(number)
    start = 30 + len("mimetype" + MIMETYPE)
    for length in (1, 4, 20, start, 512):
        for garbage in (bytes(length), b"\xff" * length, chance.randbytes(length)):
            with pytest.raises(ProjectError, match="已损坏"):
                decode_project(garbage + data[length:], _PATH)

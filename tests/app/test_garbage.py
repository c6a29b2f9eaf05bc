from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from xjdesk.app import main

_ROOT = Path(__file__).parents[2]
_COMMAND = """
import gc, os, sys
from xjdesk.app import main
def looks():
    return sum(generation["collections"] for generation in gc.get_stats())
before = looks()
sys.argv = ["xjdesk", "forms"]
sys.stdout = open(os.devnull, "w")
main()
print(looks() - before, file=sys.stderr)
"""
_START_OVER = """
import gc, sys
from xjdesk.app.garbage import put_off_collection, resume_collection
usual = gc.get_threshold()
put_off_collection()
put_off = gc.get_threshold()
made_at_start = []
resume_collection()
print(put_off > usual, gc.get_threshold() == usual, file=sys.stderr)
print(any(made is made_at_start for made in gc.get_objects()), file=sys.stderr)
"""


def _said(script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=_ROOT, capture_output=True, check=True, text=True
    )
    return done.stderr.split()


def test_a_command_is_done_without_a_look_for_garbage() -> None:
    assert _said(_COMMAND) == ["0"]


def test_once_the_window_is_there_python_looks_as_usual_but_not_at_what_the_start_made() -> None:
    assert _said(_START_OVER) == ["True", "True", "False"]


def test_a_command_within_another_process_leaves_its_collection_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = gc.get_threshold()
    assert main(["forms"]) == 0
    assert capsys.readouterr().out
    assert gc.get_threshold() == before

"""Damaged and hostile files: they open as they were, or are refused with the reason."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

from tests.reliability.promise import Promise, Reached, held_by_tests
from tests.storage.damage import DAMAGE, contents
from tests.storage.stored_formats import stored_formats, stored_project
from xjdesk.storage.project_errors import ProjectError
from xjdesk.storage.project_file import decode_project

_PATH = Path("报告.xjd")
_TESTS = "tests/storage/test_damage.py::test_no_damage_changes_a_project_unnoticed"


def _damaged(way: str) -> Promise:
    def measure(_: Path) -> Reached:
        found: Counter[str] = Counter()
        longest_s = 0.0
        for number in stored_formats():
            data = stored_project(number)
            whole = contents(decode_project(data, _PATH))
            for damaged in DAMAGE[way](data, random.Random(number)):
                began = time.perf_counter()
                try:
                    opened = decode_project(damaged, _PATH)
                except ProjectError:
                    found["refused"] += 1
                else:
                    found["as it was" if contents(opened) == whole else "changed"] += 1
                longest_s = max(longest_s, time.perf_counter() - began)
        figure = ", ".join(f"{count} {name}" for name, count in sorted(found.items()))
        return Reached(
            f"{len(stored_formats())} formats: {figure}; longest {longest_s * 1000:.0f} ms",
            found["changed"] == 0 and longest_s < 1,
        )

    words = f"Damaged project: {way} in each format"
    return Promise(words, "0 silent changes, 0 crashes, under 1 s each", (_TESTS,), measure)


DAMAGED = tuple(map(_damaged, DAMAGE))

HOSTILE = held_by_tests(
    "Hostile projects: bombs, path tricks, double names, forged records",
    "refused with one sentence or harmless, in little time and memory",
    "tests/storage/test_hostile_projects.py::test_a_hostile_file_is_refused_with_one_sentence",
    "tests/storage/test_hostile_projects.py::test_a_strange_file_is_harmless",
    "tests/storage/files/test_bounded_zip.py::test_a_hostile_zip_is_refused_in_little_memory",
)

OTHER_FILES = held_by_tests(
    "Hostile workbooks, documents and texts given for a project or a text",
    "refused by name with one sentence, under 100 MB; nothing run, nothing sent",
    "tests/app/test_hostile_input.py::test_a_file_of_another_program_is_refused_by_every_command",
    "tests/app/test_hostile_input.py::test_a_workbook_larger_than_any_text_is_still_called_one",
    "tests/app/test_hostile_input.py::test_a_text_of_a_million_rows_is_refused",
    "tests/app/test_hostile_input.py::test_nothing_in_a_file_is_run_and_nothing_is_sent",
)

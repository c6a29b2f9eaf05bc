from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.reliability.promise import Promise
from tests.reliability.table_of_promises import PROMISES

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("row", PROMISES, ids=lambda row: row.words)
def test_every_promise_is_held_by_tests_that_there_are(row: Promise) -> None:
    assert row.tests
    for name in row.tests:
        module, _, function = name.partition("::")
        tree = ast.parse((_ROOT / module).read_text(encoding="utf-8"))
        names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert function.startswith("test_")
        assert function in names


def test_every_promise_is_another() -> None:
    words = [row.words for row in PROMISES]
    assert len(words) == len(set(words))
    assert all(row.target for row in PROMISES)

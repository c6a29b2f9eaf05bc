"""Prints every promise of reliability: what is promised, which test holds it, what was reached.

python tests/reliability/table.py [WORDS]     only the rows with these words; some minutes for all
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

from tests.reliability.promise import Promise, Reached
from tests.reliability.table_of_promises import PROMISES, UNMEASURED


def main() -> int:
    """Print the table; the number of promises not kept is the exit code."""
    logging.disable()
    words = " ".join(sys.argv[1:])
    rows = [row for row in PROMISES if words in row.words]
    broken = 0
    print("| Promise | Test | Target | Reached |\n|---|---|---|---|", flush=True)
    for row in rows:
        reached = _reached(row)
        broken += not reached.is_kept
        figure = reached.figure if reached.is_kept else f"NOT KEPT: {reached.figure}"
        tests = "<br>".join(test.removeprefix("tests/") for test in row.tests)
        print(f"| {row.words} | {tests} | {row.target} | {figure.strip()} |", flush=True)
    for name, reason in UNMEASURED.items() if not words else ():
        print(f"| {name} | | not measured | {reason} |")
    print(f"{len(rows)} promises measured, {broken} not kept")
    return broken


def _reached(row: Promise) -> Reached:
    # Not in a folder of ours: some measures are taken as another user.
    with tempfile.TemporaryDirectory(prefix="xjdesk-") as folder:
        try:
            return row.measure(Path(folder))
        except AssertionError as error:
            return Reached(str(error).strip().splitlines()[-1], is_kept=False)


if __name__ == "__main__":
    raise SystemExit(main())

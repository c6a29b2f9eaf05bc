"""Plants every kind of error many times and prints how many are found.

`python -m tests.checks.planted [cases]`, 200 of each kind where no number is given.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random

from tests.checks.planted.claims import CLAIM_ERRORS
from tests.checks.planted.document_errors import DOCUMENT_ERRORS
from tests.checks.planted.sentences import SPOKEN_ERRORS
from tests.checks.planted.table_errors import TABLE_ERRORS
from tests.samples.clean_reports import CLEAN_REPORTS, clean_report
from xjdesk.app.check_data import CheckDataSource
from xjdesk.checks.findings import rule_book
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.user_words import UserWordFile

_KINDS = (*TABLE_ERRORS, *DOCUMENT_ERRORS, *SPOKEN_ERRORS, *CLAIM_ERRORS)
_CASES = 200


def main(cases: int) -> int:
    """Print a line for each kind; 0 when every error planted was found."""
    form = shipped_forms().form("zfxxgk-2021")
    with tempfile.TemporaryDirectory() as folder:
        words = UserWordFile(Path(folder) / "none.txt")
        book = rule_book(form, CheckDataSource(words).load().data)
    reports = [clean_report(name, form) for name in CLEAN_REPORTS]
    draw = Random(0)
    missed = 0
    print("found  cases  kind")
    for kind in _KINDS:
        planted = [kind.plant(draw, form, draw.choice(reports)) for _ in range(cases)]
        found = sum(one.told_by(book) is not None for one in planted)
        missed += cases - found
        print(f"{found:5}  {cases:5}  {kind.name}", flush=True)
    print(f"{len(_KINDS)} kinds, {missed} of {len(_KINDS) * cases} errors not found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _CASES))

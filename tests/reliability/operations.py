"""Every operation that writes files, to be tried with each of its file calls failing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.reliability.exporting import writing_words
from tests.reliability.journaling import Discarding, Journaling
from tests.reliability.saving import (
    BackingUp,
    Opening,
    SavingNew,
    SavingOver,
    SavingOverAnother,
    SavingOverTheirs,
)
from tests.reliability.survival import Attempt
from tests.reliability.writing import over_another, to_a_new_path

OPERATIONS: dict[str, Callable[[Path], Attempt]] = {
    "write": over_another,
    "write_new": to_a_new_path,
    "save": SavingOver,
    "save_as": SavingNew,
    "save_over_another": SavingOverAnother,
    "save_over_theirs": SavingOverTheirs,
    "open": Opening,
    "back_up": BackingUp,
    "journal": Journaling,
    "discard_journal": Discarding,
    "write_words": writing_words,
}
EXPORTS = ("export_pdf", "export_xlsx", "export_findings")

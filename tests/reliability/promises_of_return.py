"""What comes back: backups, and the recovery journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.reliability.documents import WHEN, WHO, change_to, project_at, step_of
from tests.reliability.promise import Reached, held_by_tests, promise
from xjdesk.core.errors import UserError
from xjdesk.storage.backups.backup_folder import BackupFolder, BackupReason
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.journals.recovery import read_journal
from xjdesk.storage.project_file import decode_project, encode_project

_DAYS, _SAVES_A_DAY = 400, 3
_STEPS = 20
_DOCUMENTS = ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002")


@promise(
    f"Backups: {_DAYS} days of {_SAVES_A_DAY} saves, of two documents by turns",
    "the last 10, 30 days and 12 months of each, every one opened again",
    "tests/storage/backups/test_backup_folder.py::test_a_year_of_work_is_thinned_out",
    "tests/storage/backups/test_backup_folder.py::test_documents_of_one_file_name_have_backups_of_their_own",
)
def backups(folder: Path) -> Reached:
    began = now = datetime(2026, 1, 1, tzinfo=UTC)
    kept = BackupFolder(folder, lambda: now)
    times: dict[int, datetime] = {}
    for step in range(1, _DAYS * _SAVES_A_DAY + 1):
        times[step] = now = began + timedelta(days=1) / _SAVES_A_DAY * step
        for document_id in _DOCUMENTS:
            data = encode_project(project_at(step, document_id))
            kept.keep(document_id, data, BackupReason.SAVED)
    wanted = _wanted(times)
    found = [
        {step_of(decode_project(b.read(), b.path)) for b in kept.of(document_id)}
        for document_id in _DOCUMENTS
    ]
    figure = f"{' and '.join(str(len(steps)) for steps in found)} kept, all opened"
    return Reached(figure, all(steps == wanted for steps in found))


def _wanted(times: dict[int, datetime]) -> set[int]:
    """The steps of which a backup should be there in the end."""
    steps = sorted(times)
    days = {times[step].date(): step for step in steps}
    months = {(times[step].year, times[step].month): step for step in steps}
    return {*steps[-10:], *sorted(days.values())[-30:], *sorted(months.values())[-12:]}


@promise(
    f"Recovery: a journal of {_STEPS} changes cut off at every byte",
    "every change before the cut, none that never was",
    "tests/storage/journals/test_recovery.py::test_a_tail_torn_at_any_byte_costs_what_is_torn",
    "tests/storage/journals/test_recovery.py::test_no_flipped_bit_gives_a_state_that_never_was",
)
def torn_journal(folder: Path) -> Reached:
    journal = JournalFolder(folder).begin(project_at(0), None, None)
    for step in range(1, _STEPS + 1):
        journal.append([change_to(step)], WHEN, WHO)
    data = journal.path.read_bytes()
    journal.discard()
    begun = data.index(b"\n") + 1
    lost = 0
    torn = folder / "torn.journal"
    for end in range(begun, len(data) + 1):
        torn.write_bytes(data[:end])
        try:
            found = step_of(read_journal(torn).project)
        except UserError:
            found = -1
        lost += found != data[:end].count(b"\n") - 1
    return Reached(f"{len(data) + 1 - begun - lost} of {len(data) + 1 - begun} cuts", lost == 0)


_RECOVERING = "tests/gui/files/test_recovering.py::"
OFFERED = held_by_tests(
    "Recovery: what is offered after a crash",
    "for its own file, as one step; never on another document; a copy beside a changed file",
    _RECOVERING + "test_what_was_not_saved_is_offered_for_its_file_and_comes_back_as_one_step",
    _RECOVERING + "test_another_document_is_never_offered_them",
    _RECOVERING + "test_a_file_changed_since_is_left_alone_and_the_changes_come_back_as_a_copy",
)

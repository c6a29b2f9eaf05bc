from __future__ import annotations

import io
import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.storage.journals.journal_samples import (
    TYPED_AT,
    WHEN,
    WHO,
    append_each,
    bodies_of,
    journal_of,
    lines_of,
    reports_after,
    sample_project,
    small_project,
    typing,
)
from xjdesk.core.address import (
    Address,
    CellAddress,
    FindingAddress,
    HeadingAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.change import Change, Content, apply, apply_all, content_at, inverse_of
from xjdesk.core.change_log import logged
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph, Report
from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.journals import journal_records, recovery
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.journals.recovery import (
    JournalError,
    Recoverable,
    put_away,
    read_journal,
    set_aside,
)
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import decode_project, encode_project

_CELLS = tuple(sample_project().report.values)
_FIELDS = tuple(sample_project().report.fields)
_CHAPTERS = tuple(chapter.id for chapter in sample_project().report.chapters)


class _Edit(NamedTuple):
    """What is to be put where; of a chapter `length` paragraphs from there are replaced."""

    address: Address
    new: Content
    length: int = 0


class _Act(NamedTuple):
    """Edits made as one step, some seconds after the step before."""

    edits: list[_Edit]
    later: float
    who: str


def _figured(text: str) -> Paragraph:
    source = FigureSource(FigureKind.VALUE, (_CELLS[0],))
    return Paragraph(text, (Figure(0, len(text), source),) if text else ())


def _acts(texts: st.SearchStrategy[str], subject: str) -> st.SearchStrategy[list[_Act]]:
    said = st.builds(Explanation, texts, texts, st.just((EarlierExplanation("原因", "1"),)))
    paragraphs = st.lists(texts.map(Paragraph) | texts.map(_figured), max_size=3).map(tuple)
    places = st.builds(ParagraphAddress, st.sampled_from(_CHAPTERS), st.integers(0, 9))
    entries = st.none() | st.decimals(-999, 999, places=2) | texts.filter(bool)
    edits = st.one_of(
        st.builds(_Edit, st.sampled_from(_CELLS[:5]), entries),
        st.builds(_Edit, st.sampled_from(_FIELDS[:3]), texts),
        st.builds(_Edit, st.just(YearAddress()), st.integers(2008, 2030)),
        st.builds(_Edit, st.builds(HeadingAddress, st.sampled_from(_CHAPTERS)), texts),
        st.builds(_Edit, st.just(FindingAddress("T-01", subject)), st.none() | said),
        st.builds(_Edit, places, paragraphs, st.integers(0, 2)),
        st.builds(_Edit, st.just(ParagraphAddress(_CHAPTERS[0], 0)), paragraphs, st.just(1)),
    )
    few = st.lists(edits, min_size=1, max_size=3)
    rests = st.sampled_from((0.25, 1.0, 700.0))
    return st.lists(st.builds(_Act, few, rests, st.sampled_from((WHO, subject))), max_size=12)


def _steps(report: Report, acts: list[_Act]) -> list[tuple[tuple[Change, ...], datetime, str]]:
    """The acts as changes of the report, each with its time and who did it."""
    steps: list[tuple[tuple[Change, ...], datetime, str]] = []
    when = WHEN
    for act in acts:
        when += timedelta(seconds=act.later)
        changes: list[Change] = []
        for edit in act.edits:
            changes.append(_change(report, edit))
            report = apply(report, changes[-1])
        steps.append((tuple(changes), when, act.who))
    return steps


def _change(report: Report, edit: _Edit) -> Change:
    address, new, length = edit
    if not isinstance(address, ParagraphAddress):
        return Change(address, content_at(report, address), new)
    paragraphs = report.chapter(address.chapter).paragraphs
    at = min(address.paragraph, len(paragraphs))
    return Change(ParagraphAddress(address.chapter, at), paragraphs[at : at + length], new)


def _there_and_back(folder: Path, base: Project, acts: list[_Act]) -> tuple[Recoverable, Project]:
    """What a journal of the acts gives back, and what it should."""
    expected = base
    journal = JournalFolder(folder).begin(base, None, None)
    for changes, when, who in _steps(base.report, acts):
        journal.append(changes, when, who)
        expected = replace(
            expected,
            report=apply_all(expected.report, changes),
            changes=logged(expected.changes, changes, when, who, sealed=len(base.changes)),
        )
    found = read_journal(journal.path)
    journal.discard()
    assert found.is_whole
    return found, expected


def _decimals(report: Report) -> dict[CellAddress, str]:
    return {address: str(value) for address, value in report.values.items()}


@settings(max_examples=60)
@given(_acts(st.text('一二、。甲乙\n\x00\U0001f600"\\', max_size=6), "/4次"))
def test_whatever_was_done_to_a_report_comes_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[_Act]
) -> None:
    earlier = [Change(_CELLS[0], sample_project().report.value(_CELLS[0]), Decimal(1))]
    base = replace(
        sample_project(),
        report=apply_all(sample_project().report, earlier),
        changes=logged((), earlier, WHEN.replace(microsecond=0), WHO),
    )
    found, expected = _there_and_back(tmp_path_factory.mktemp("j"), base, acts)
    assert found.project == expected
    assert found.base == base
    assert _decimals(found.project.report) == _decimals(expected.report)


@settings(max_examples=40)
@given(_acts(st.text("一\ud83d\ude00\ufffd", max_size=4), "4\ud83d"))
@example([_Act([_Edit(_CELLS[0], "\ud83d")], 1, WHO), _Act([_Edit(_CELLS[0], "\ude00")], 1, WHO)])
def test_half_a_character_does_not_stand_in_the_way(
    tmp_path_factory: pytest.TempPathFactory, acts: list[_Act]
) -> None:
    base = sample_project()
    chapter, *others = base.report.chapters
    chapter = replace(chapter, paragraphs=(Paragraph("前\ud83d后"), *chapter.paragraphs))
    base = replace(base, report=replace(base.report, chapters=(chapter, *others)))
    found, expected = _there_and_back(tmp_path_factory.mktemp("j"), base, acts)
    saved = decode_project(encode_project(expected), Path("a.xjd"))
    assert found.project.report == saved.report


def test_the_journal_says_of_which_file_it_is(tmp_path: Path) -> None:
    file = tmp_path / "西吉 2016 \udcff.xjd"
    journal = JournalFolder(tmp_path).begin(small_project(), file, "0f" * 32)
    begun = read_journal(journal.path)
    assert (begun.journal, begun.file, begun.digest) == (journal.path, file, "0f" * 32)
    assert begun.base == begun.project == small_project()
    assert begun.is_whole
    append_each(journal, typing(3))
    assert read_journal(journal.path).changed == WHEN + timedelta(seconds=2)
    journal.discard()
    other = JournalFolder(tmp_path).begin(small_project(), Path("a.xjd"), None)
    # The program that reads it may run in another folder.
    assert read_journal(other.path).file == Path.cwd() / "a.xjd"
    other.discard()
    unsaved = read_journal(journal_of(tmp_path, []))
    assert (unsaved.file, unsaved.digest) == (None, None)


def test_what_was_taken_back_is_not_in_the_log(tmp_path: Path) -> None:
    done = (
        Change(CellAddress("t", "r", "c"), Decimal("2.50"), Decimal(3)),
        Change(CellAddress("t", "s", "c"), "/", None),
        Change(CellAddress("t", "x", "c"), None, Decimal(4)),
    )
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    append_each(journal, done)
    journal.append(inverse_of(done[1:]), WHEN, WHO)
    found = read_journal(journal.path)
    journal.discard()
    assert [entry.change for entry in found.project.changes] == [done[0]]


def test_a_long_session_comes_back(tmp_path: Path) -> None:
    changes = typing(3000)
    path = journal_of(tmp_path, changes)
    assert path.stat().st_size < 3000 * 200
    found = read_journal(path)
    assert found.project.report == reports_after(changes)[-1]
    assert [entry.change.new for entry in found.project.changes] == [changes[-1].new]


# Damage.


def _read(path: Path, data: bytes) -> Recoverable | None:
    """What such a journal gives; None when it is refused."""
    path.write_bytes(data)
    try:
        return read_journal(path)
    except JournalError:
        return None


def test_a_tail_torn_at_any_byte_costs_what_is_torn(tmp_path: Path) -> None:
    changes = typing(6)
    reports = reports_after(changes)
    path = journal_of(tmp_path, changes)
    data = path.read_bytes()
    ends = [n + 1 for n, byte in enumerate(data) if byte == ord("\n")]
    for end in range(ends[-3], len(data)):
        found = _read(path, data[:end])
        steps = 4 if end < ends[-2] else 5
        assert found is not None
        assert found.project.report == reports[steps]
        assert found.is_whole == (end in ends)
    assert _read(path, data[: ends[0] - 1]) is None
    # As file systems leave a file whose end did not reach the disk.
    torn = _read(path, data[: ends[-2] + 5] + b"\0" * 3000)
    assert torn is not None
    assert (torn.project.report, torn.is_whole) == (reports[5], False)


def test_no_flipped_bit_gives_a_state_that_never_was(tmp_path: Path) -> None:
    chance = random.Random(7)
    changes = typing(20)
    reports = reports_after(changes)
    path = journal_of(tmp_path, changes)
    data = path.read_bytes()
    header = data.index(b"\n") + 1
    at = [chance.randrange(header) for _ in range(150)]
    at += [chance.randrange(header, len(data)) for _ in range(250)]
    refused = 0
    for place in at:
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        found = _read(path, bytes(flipped))
        if found is None:
            refused += 1
            continue
        steps = data.count(b"\n", header, place)
        assert found.base == small_project()
        assert (found.project.report, found.is_whole) == (reports[steps], False)
    assert refused == 150


@pytest.mark.parametrize(
    ("damage", "steps"),
    [
        (lambda own, _: own[:3] + own[4:], 2),
        (lambda own, _: [*own[:3], own[2], *own[3:]], 2),
        (lambda own, _: [*own[:2], own[3], own[2], *own[4:]], 1),
        (lambda own, other: [*own[:3], *other[3:]], 2),
        (lambda own, _: [*own, own[0]], 5),
        (lambda own, _: [*own, b"\n"], 5),
    ],
    ids=["lost", "doubled", "swapped", "of another journal", "begun anew", "empty"],
)
def test_a_line_out_of_its_place_ends_the_journal(
    tmp_path: Path, damage: Callable[[list[bytes], list[bytes]], list[bytes]], steps: int
) -> None:
    changes = typing(5)
    path, other = journal_of(tmp_path, changes), journal_of(tmp_path, changes)
    lines, others = (p.read_bytes().splitlines(keepends=True) for p in (path, other))
    found = _read(path, b"".join(damage(lines, others)))
    assert found is not None
    assert (found.project.report, found.is_whole) == (reports_after(changes)[steps], False)


_STEP = {"n": 3, "when": "2017-01-20T08:30:00Z", "who": "", "changes": []}
_AT = str(TYPED_AT)


@pytest.mark.parametrize(
    "step",
    [
        {**_STEP, "n": 4},
        {**_STEP, "when": "2017-01-20T08:30:00"},
        {**_STEP, "when": "9999-12-31T23:59:59-14:00"},
        {**_STEP, "changes": [{"at": _AT, "old": [{"text": "别的"}], "new": []}]},
        {**_STEP, "changes": [{"at": "t.r.c", "new": None}]},
        {**_STEP, "changes": [{"at": "t.r.c", "old": {"number": "2.5"}, "new": {"text": ""}}]},
        {**_STEP, "changes": [{"at": _AT, "new": []}, {"at": _AT, "new": []}, {"at": 1}]},
        {**_STEP, "changes": [{"at": "narrative/none/heading", "old": "", "new": "一"}]},
        {**_STEP, "changes": [{"at": f"narrative/one/{'9' * 5000}", "old": [], "new": []}]},
        {**_STEP, "changes": [{"at": "report/year", "old": 2016, "new": 1e300}]},
        {
            **_STEP,
            "changes": [
                {"at": "t.r.c", "old": {"number": "2.50"}, "new": None},
                {"at": "t.r.d", "new": {"number": "1"}},
            ],
        },
        [],
        None,
    ],
)
def test_a_step_that_does_not_fit_ends_the_journal(tmp_path: Path, step: object) -> None:
    changes = typing(2)
    path = journal_of(tmp_path, changes)
    bodies = [*bodies_of(path), json.dumps(step).encode(), json.dumps({**_STEP, "n": 4}).encode()]
    found = _read(path, lines_of(bodies))
    assert found is not None
    assert (found.project.report, found.is_whole) == (reports_after(changes)[-1], False)
    assert found.changed == WHEN + timedelta(seconds=1)


_KEYS = st.sampled_from(("text", "figures", "number", "rule", ""))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("text", "figures", "number", "rule", "")), inner, max_size=3
        )
    ),
    max_leaves=6,
)
_PLACES = (_AT, "t.r.c", "a/b", "report/year", "narrative/one/heading", "findings/a/b", "", "///")


@settings(max_examples=50)
@given(st.sampled_from(_PLACES), _VALUES, _VALUES)
@example(_AT, None, [])
def test_nothing_that_is_well_written_makes_reading_fail(
    tmp_path_factory: pytest.TempPathFactory, at: str, old: object, new: object
) -> None:
    path = journal_of(tmp_path_factory.mktemp("j"), [])
    step = {**_STEP, "n": 1, "changes": [{"at": at, "old": old, "new": new}]}
    header = json.loads(bodies_of(path)[0])
    assert _read(path, lines_of([bodies_of(path)[0], json.dumps(step).encode()])) is not None
    for key in header:
        _read(path, lines_of([json.dumps({**header, key: new}).encode()]))


@given(st.binary(max_size=300))
@example(b"[" * 200_000)
@example(b"00000000 \n")
def test_any_bytes_are_a_journal_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("j") / "a.journal"
    assert _read(path, data) is None
    assert _read(path, lines_of([data])) is None


def test_a_base_of_another_document_than_the_header_names_is_refused(tmp_path: Path) -> None:
    path = journal_of(tmp_path, [])
    header = json.loads(bodies_of(path)[0])
    assert _read(path, lines_of([json.dumps(header).encode()])) is not None
    for changed in ({"document": "other"}, {"form": "g"}, {"base": "UEs="}):
        assert _read(path, lines_of([json.dumps({**header, **changed}).encode()])) is None


def test_what_is_longer_than_any_journal_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = typing(4)
    path = journal_of(tmp_path, changes)
    longest = max(map(len, path.read_bytes().splitlines()[1:])) + 1
    with monkeypatch.context() as patched:
        patched.setattr(journal_records, "MOST_LINE_BYTES", longest - 1)
        with pytest.raises(JournalError):
            read_journal(path)
    with monkeypatch.context() as patched:
        patched.setattr(recovery, "MOST_BYTES", path.stat().st_size - 1)
        with pytest.raises(JournalError):
            read_journal(path)
    assert read_journal(path).is_whole


class _FailingFile(io.FileIO):
    """A file on a disk that cannot be read beyond some lines."""

    lines = 3

    def readline(self, size: int | None = -1, /) -> bytes:
        self.lines -= 1
        if self.lines < 0:
            raise OSError(5, "Input/output error")
        return super().readline(size)


def test_a_disk_that_fails_gives_what_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = typing(5)
    path = journal_of(tmp_path, changes)
    monkeypatch.setattr(Path, "open", lambda self, _: _FailingFile(self))
    found = read_journal(path)
    assert (found.project.report, found.is_whole) == (reports_after(changes)[2], False)
    monkeypatch.setattr(_FailingFile, "lines", 0)
    with pytest.raises(ReadError, match="恢复日志"):
        read_journal(path)


def test_a_journal_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "a.journal", tmp_path):
        with pytest.raises(ReadError, match="恢复日志"):
            read_journal(path)


# Afterwards.


def test_what_was_recovered_is_put_away(tmp_path: Path) -> None:
    path = journal_of(tmp_path, typing(1))
    put_away(path)
    put_away(path)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_deleted_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = journal_of(tmp_path, typing(1))

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(os, "unlink", held)
    put_away(path)
    assert path.read_bytes() == b""
    monkeypatch.setattr(os, "truncate", held)
    put_away(path)


def test_what_cannot_be_read_is_set_aside_and_not_offered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journal"
    path.write_bytes(b"?")
    os.utime(path, (0, 0))
    folder = JournalFolder(tmp_path)
    assert folder.left_behind() == (path,)
    set_aside(path)
    assert folder.left_behind() == ()
    # The month runs from now on.
    assert (tmp_path / "unreadable" / "a.journal").read_bytes() == b"?"
    set_aside(path)
    other = journal_of(tmp_path, [])
    monkeypatch.setattr(os, "replace", lambda *_: (tmp_path / "none").stat())
    set_aside(other)
    assert other.exists()

"""Project files made to do harm: refused with one sentence, or harmless, in little memory."""

from __future__ import annotations

import json
import random
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.forged_zip import BZIP2, LZMA, ForgedEntry, forged_zip
from tests.storage.stored_formats import (
    PRESENT,
    stored_entries,
    stored_project,
    whole_project,
    zipped,
)
from xjdesk.core.errors import UserError
from xjdesk.core.phrase import TextRules
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_errors import (
    DamagedProjectError,
    ForeignFileError,
    NewerProjectError,
    UnfitFormError,
)
from xjdesk.storage.project_store import OpenedProject, ProjectStore

_FORMS = shipped_forms()
_MOST_MEMORY = 120 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_REPORT: dict[str, Any] = json.loads(stored_entries(PRESENT)["report.json"])
_FORM = _FORMS.source("zfxxgk-2014").replace('id = "zfxxgk-2014"', 'id = "zfxxgk-2010"', 1)


def _forged(**changed: int) -> bytes:
    """The sample in a zip that is odd in one way."""
    entries = stored_entries(PRESENT).items()
    return forged_zip([replace(ForgedEntry(n.encode(), data), **changed) for n, data in entries])


def _with(**changed: object) -> bytes:
    """A whole file whose report says so."""
    return whole_project({"report.json": json.dumps({**_REPORT, **changed}).encode()})


def _report_text(old: str, new: str) -> bytes:
    text = stored_entries(PRESENT)["report.json"].decode()
    assert old in text
    return whole_project({"report.json": text.replace(old, new, 1).encode()})


def _of_form(source: str, **changed: object) -> bytes:
    """A whole file in a form of its own, which the program does not know."""
    report = {**_REPORT, "form": "zfxxgk-2010", **changed}
    report_json = json.dumps(report).encode()
    return whole_project({"report.json": report_json, "form.toml": source.encode()})


def _paragraphs(*texts: str) -> list[dict[str, object]]:
    paragraphs = [{"text": text} for text in texts]
    return [{"id": "overview", "heading": "", "paragraphs": paragraphs}]


def _nested() -> bytes:
    inner = stored_project(PRESENT)
    for _ in range(5):
        inner = zipped({"mimetype": b"application/x-xjdesk-project", "inner.xjd": inner})
    return inner


def _bomb() -> bytes:
    return forged_zip([ForgedEntry(b"mimetype", bytes(20 * _MEGABYTE))])


_DEEP = 100_000
_REFUSED: dict[str, tuple[type[UserError], Any]] = {
    "a bomb": (ForeignFileError, _bomb),
    "a bomb of one entry": (
        DamagedProjectError,
        lambda: whole_project({"originals/0": bytes(50 * _MEGABYTE)}),
    ),
    "a bomb of many entries": (
        DamagedProjectError,
        lambda: whole_project({f"originals/{n}": bytes(_MEGABYTE) for n in range(100)}),
    ),
    "a bomb in the manifest": (
        DamagedProjectError,
        lambda: zipped({**stored_entries(PRESENT), "manifest.json": b" " * 20 * _MEGABYTE}),
    ),
    "a bomb in the report": (
        DamagedProjectError,
        lambda: whole_project({"report.json": b" " * 20 * _MEGABYTE}),
    ),
    "a bomb in the log": (
        DamagedProjectError,
        lambda: whole_project({"changes.jsonl": b"\n" * 20 * _MEGABYTE}),
    ),
    "a bomb in the form": (
        DamagedProjectError,
        lambda: whole_project({"form.toml": b"\n" * 20 * _MEGABYTE}),
    ),
    "sizes that lie": (DamagedProjectError, lambda: _forged(claimed_size=28)),
    "a zip of zips": (DamagedProjectError, _nested),
    "encrypted": (DamagedProjectError, lambda: _forged(flags=1)),
    "bzip2": (DamagedProjectError, lambda: _forged(method=BZIP2)),
    "lzma": (DamagedProjectError, lambda: _forged(method=LZMA)),
    "one place for all": (DamagedProjectError, lambda: _forged(at=0)),
    "100 000 entries": (
        ForeignFileError,
        lambda: forged_zip([ForgedEntry(b"%d" % n, b"") for n in range(100_000)]),
    ),
    "two names in other letters": (
        DamagedProjectError,
        lambda: whole_project({"originals/a": b"1", "originals/A": b"2"}),
    ),
    "a way out": (DamagedProjectError, lambda: whole_project({"originals/../../x": b"x"})),
    "an entry outside": (DamagedProjectError, lambda: whole_project({"../x": b"x"})),
    "an entry at the root": (DamagedProjectError, lambda: whole_project({"/etc/passwd": b"x"})),
    "an entry on a drive": (DamagedProjectError, lambda: whole_project({"C:\\x.exe": b"x"})),
    "an id that leads out": (DamagedProjectError, lambda: whole_project({}, document="../../x")),
    "1 000 000 lines": (
        DamagedProjectError,
        lambda: whole_project({"changes.jsonl": b"{}\n" * 10**6}),
    ),
    "a deep report": (
        DamagedProjectError,
        lambda: whole_project({"report.json": b'{"form":' * _DEEP}),
    ),
    "a deep report that ends": (
        DamagedProjectError,
        lambda: whole_project({"report.json": b"[" * _DEEP + b"]" * _DEEP}),
    ),
    "a deep field": (
        DamagedProjectError,
        lambda: _report_text('"year": 2016', f'"year": {"[" * _DEEP}{"]" * _DEEP}'),
    ),
    "a deep line": (DamagedProjectError, lambda: whole_project({"changes.jsonl": b"[" * _DEEP})),
    "a year of 5 000 digits": (
        DamagedProjectError,
        lambda: _report_text('"year": 2016', f'"year": {"9" * 5000}'),
    ),
    "a year of 4 000 digits": (
        DamagedProjectError,
        lambda: _report_text('"year": 2016', f'"year": {"9" * 4000}'),
    ),
    "a year that is none": (
        DamagedProjectError,
        lambda: _report_text('"year": 2016', '"year": NaN'),
    ),
    "an endless number": (
        DamagedProjectError,
        lambda: _report_text('"number": "198"', '"number": "1E999999999"'),
    ),
    "a number of 1 000 000 digits": (
        DamagedProjectError,
        lambda: _report_text('"number": "198"', f'"number": "{"1" * 10**6}"'),
    ),
    "a text of 20 MB": (DamagedProjectError, lambda: _with(chapters=_paragraphs("a" * 20 * 10**6))),
    "a field of 20 MB": (DamagedProjectError, lambda: _with(fields={"a/b": "a" * 20 * 10**6})),
    "a name of 20 MB": (DamagedProjectError, lambda: _with(fields={"a/" + "b" * 20 * 10**6: ""})),
    "1 000 000 paragraphs": (
        DamagedProjectError,
        lambda: _report_text('"chapters": [', '"chapters": [' + '{"text":""},' * 10**6),
    ),
    "1 000 000 values": (
        DamagedProjectError,
        lambda: _report_text('"values": {', '"values": {' + '"a.b.c":{"number":"1"},' * 10**6),
    ),
    "a cell outside the form": (UnfitFormError, lambda: _with(values={"a.b.c": {"text": "1"}})),
    "a form that is another": (UnfitFormError, lambda: _of_form(_FORM.replace("-2010", "-2011"))),
    "a form that is none": (UnfitFormError, lambda: _of_form("[" * 10**5)),
    "a form of a long key": (UnfitFormError, lambda: _of_form(".".join("a" * 50_000) + "=1")),
    "a form with a width": (
        UnfitFormError,
        lambda: _of_form(_FORM.replace("{next_year}", "{next_year:9999999999}")),
    ),
    "a newer one that does not hold what it says": (
        NewerProjectError,
        lambda: whole_project({"report.json": b"[]"}, format=PRESENT + 1),
    ),
}


@pytest.mark.parametrize("trick", _REFUSED)
def test_a_hostile_file_is_refused_with_one_sentence(trick: str, tmp_path: Path) -> None:
    error, make = _REFUSED[trick]
    path = tmp_path / "报告.xjd"
    path.write_bytes(make())
    with pytest.raises(error) as caught:
        _opened(path)
    assert caught.value.sentence.startswith("“报告.xjd”")
    assert caught.value.sentence.count("。") == 1
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["报告.xjd"]


def _text_rules(words: str) -> str:
    rules = """
[[text.phrases]]
cells = ["statistics.received.count"]
units = ["件"]
words = ["{words}"]
"""
    return _FORM.split("[text]")[0] + rules.replace("{words}", words)


_HARMLESS: dict[str, Any] = {
    "a form with words that never end": lambda: _of_form(_text_rules("(a+)+$")),
    "a form with words too deep to read": lambda: _of_form(_text_rules("(" * 450 + ")" * 450)),
    "4 MB of text": lambda: _with(chapters=_paragraphs("😀" + "a" * 4_000_000)),
    "45 000 paragraphs": lambda: _with(chapters=_paragraphs(*["a"] * 45_000)),
    "90 000 fields": lambda: _with(fields={f"a/{n}": "" for n in range(90_000)}),
    "a bomb as an original": lambda: whole_project({"originals/a.zip": bytes(15 * _MEGABYTE)}),
    "random bytes as an original": lambda: whole_project(
        {"originals/a": random.Random(1).randbytes(_MEGABYTE)}
    ),
    "a formula in every text": lambda: _with(
        fields={"letterhead/title": "=cmd|' /C calc'!A0"}, chapters=_paragraphs("@SUM(1)", "+1")
    ),
    "a zip in a zip": lambda: whole_project({"originals/a.xjd": stored_project(PRESENT)}),
}


@pytest.mark.parametrize("trick", _HARMLESS)
def test_a_strange_file_is_harmless(trick: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.xjd"
    path.write_bytes(_HARMLESS[trick]())
    opened = _opened(path)
    assert opened.form.text_rules == TextRules() or opened.form.id == "zfxxgk-2014"


def _opened(path: Path) -> OpenedProject:
    """The project, opened in no more memory than a computer of an office has to spare."""
    store = ProjectStore(_FORMS, BackupFolder(path.parent / "backups"))
    _FORMS.ids()
    tracemalloc.start()
    try:
        return store.opened(path.read_bytes(), path)
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < _MOST_MEMORY

"""Projects and steps that the tests of journal and recovery write down and get back."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import count as count_from
from itertools import islice
from pathlib import Path

from xjdesk.core.address import CellAddress, FieldAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.journals.journal import Journal, JournalFolder
from xjdesk.storage.project import Project, new_project

WHEN = datetime(2017, 1, 20, 8, 30, 0, 250_000, UTC)
WHO = "张三"
TYPED_AT = ParagraphAddress("one", 0)


@cache
def sample_project() -> Project:
    """The founding document."""
    name, forms = "xiji-2016.txt", shipped_forms()
    source = resource("samples", name).read_bytes()
    report = read_report(source, name, forms).report
    return new_project(report, forms.source(report.form_id), {name: source})


def small_project() -> Project:
    """A report of a few words."""
    values = {CellAddress("t", "r", "c"): Decimal("2.50"), CellAddress("t", "s", "c"): "/"}
    chapters = (Chapter("one", "一、", (Paragraph("正文。"),)),)
    report = Report("f", 2016, {FieldAddress("a", "b"): "文"}, chapters, values)
    return Project(report, "id = 'f'", "document", {"原件.txt": "原文".encode()})


def typing(count: int) -> list[Change]:
    """`count` edits of the first paragraph."""
    return list(islice(typing_for_ever(), count))


def typing_for_ever() -> Iterator[Change]:
    """Edits of the first paragraph: the n-th writes n after its words."""
    old = "正文。"
    for n in count_from(1):
        new = f"正文。{n}"
        yield Change(TYPED_AT, (Paragraph(old),), (Paragraph(new),))
        old = new


def append_each(journal: Journal, changes: Sequence[Change]) -> None:
    """Append every change as a step, a second after the one before."""
    for n, change in enumerate(changes):
        journal.append([change], WHEN + timedelta(seconds=n), WHO)


def journal_of(folder: Path, changes: Sequence[Change], base: Project | None = None) -> Path:
    """A journal with a step for every change, left as by a program that is ended."""
    journal = JournalFolder(folder).begin(base or small_project(), None, None)
    append_each(journal, changes)
    data = journal.path.read_bytes()
    journal.discard()
    journal.path.write_bytes(data)
    return journal.path


def reports_after(changes: Sequence[Change], base: Project | None = None) -> list[Report]:
    """The report before any change, after one, after two, and so on."""
    reports = [(base or small_project()).report]
    for change in changes:
        reports.append(apply(reports[-1], change))
    return reports


def lines_of(bodies: Sequence[bytes]) -> bytes:
    """A journal of these lines of JSON, whatever they say."""
    total, lines = 0, b""
    for body in bodies:
        total = zlib.crc32(body, total)
        lines += b"%08x %b\n" % (total, body)
    return lines


def bodies_of(path: Path) -> list[bytes]:
    """The lines of JSON of a journal."""
    return [line[9:] for line in path.read_bytes().splitlines()]

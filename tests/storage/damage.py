"""Project files damaged in every way that a disk, a cable or a program might."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests.storage.sample_project import sample_project
from xjdesk.core.address import CellAddress
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import encode_project
from xjdesk.storage.records.change_records import encode_log
from xjdesk.storage.records.report_records import encode_report

_FLIPS, _CUTS, _SPLICES = 2000, 2000, 500


def _later() -> bytes:
    """The same document after a cell was changed: what a mixture would be least noticed of."""
    project = sample_project()
    cell = CellAddress("statistics", "closed", "count")
    report = replace(project.report, values={**project.report.values, cell: Decimal(197)})
    return encode_project(replace(project, report=report))


def flipped(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """With one bit of it another."""
    bits = chance.sample(range(8 * len(data)), _FLIPS)
    for bit in bits:
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        yield bytes(damaged)


def cut(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """Without its end."""
    for length in chance.sample(range(len(data)), _CUTS):
        yield data[:length]


def spliced(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """With a stretch lost, doubled, moved, overwritten, or taken from another project file."""
    other = _later()
    for number in range(_SPLICES):
        start, end = sorted(chance.sample(range(len(data) + 1), 2))
        there = chance.randrange(len(other))
        stretch = other[there : there + end - start]
        garbage = chance.randbytes(end - start)
        match number % 9:
            case 0:
                yield data[:start] + data[end:]
            case 1:
                yield data[:end] + data[start:]
            case 2:
                yield data[:start] + garbage + data[start:]
            case 3:
                yield data[:start] + garbage + data[end:]
            case 4:
                yield data[:start] + bytes(end - start) + data[end:]
            case 5:
                yield data[:start] + stretch + data[end:]
            case 6:
                yield data[:start] + other[start:end] + data[end:]
            case 7:
                yield data[:start] + other[there:]
            case _:
                yield data[end:] + data[start:end] + data[:start]


DAMAGE = {"bit flips": flipped, "cuts": cut, "splices": spliced}
"""What makes damaged files of a whole one, by what was done to it."""


def contents(project: Project) -> tuple[object, ...]:
    """All of a project, to the letter."""
    report, log = encode_report(project.report), encode_log(project.changes)
    return report, log, project.form_source, project.document_id, project.originals

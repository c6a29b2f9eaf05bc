"""The sample's PDF by this program, typst and LibreOffice, side by side; asserts nothing.

python tests/bench/pdf_engines.py

The engines take turns in random order. typst comes with `pip install typst` (the extra `bench`),
LibreOffice from the system; what is not installed is left out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from office_engine import OfficeEngine
from own_engine import OwnEngine
from pdf_engine import PdfEngine, known_additions, new_additions
from processes import run_python
from timing import Times, times_ms, times_of
from typst_engine import TypstEngine

_COLD_ROUNDS, _WARM_ROUNDS, _WARM_UPS, _DOCUMENTS = 11, 40, 3, 6


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own, typst, office = OwnEngine(folder), _typst(folder), _office(folder)
        engines = [engine for engine in (own, typst, office) if engine is not None]
        cold = _cold(own, typst, office)
        edited = _warm(own, typst, known_additions)
        renewed = _warm(own, typst, new_additions)
        if office is not None:
            edited[office.name] = _further_document(cold[office.name], cold.pop("several"))
        _print_table(own.name, cold, edited, renewed)
        for engine in engines:
            file = engine.cold()
            document = pypdfium2.PdfDocument(file.read_bytes())
            print(f"{engine.name:14}{len(document):4} pages {file.stat().st_size:10,} bytes")


def _typst(folder: Path) -> TypstEngine | None:
    try:
        return TypstEngine(folder)
    except ImportError:
        print("typst is not installed (pip install typst): left out.")
        return None


def _office(folder: Path) -> OfficeEngine | None:
    try:
        return OfficeEngine(folder)
    except FileNotFoundError:
        print("LibreOffice (soffice) is not installed: left out.")
        return None


def _cold(
    own: OwnEngine, typst: TypstEngine | None, office: OfficeEngine | None
) -> dict[str, Times]:
    candidates: dict[str, Callable[[], object]] = {
        "python alone": lambda: run_python("-c", ""),
        own.name: own.cold,
    }
    if typst is not None:
        candidates[typst.name] = typst.cold
    if office is not None:
        candidates[office.name] = office.cold
        candidates["several"] = lambda: office.several(_DOCUMENTS)
    for run in candidates.values():
        run()
    taken = times_ms(candidates, _COLD_ROUNDS)
    return {name: times_of(times) for name, times in taken.items()}


def _warm(
    own: OwnEngine, typst: TypstEngine | None, additions: Callable[[], Iterator[str]]
) -> dict[str, Times]:
    engines: list[PdfEngine] = [own] if typst is None else [own, typst]
    jobs = {engine.name: map(engine.edit, additions()) for engine in engines}
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(_WARM_UPS):
        for edits in jobs.values():
            next(edits)()
    for _ in range(_WARM_ROUNDS):
        ready = {name: next(edits) for name, edits in jobs.items()}
        for name, times in times_ms(ready, 1).items():
            taken[name] += times
    return {name: times_of(times) for name, times in taken.items()}


def _further_document(one: Times, several: Times) -> Times:
    """What a document takes that is not the first of a process."""
    further = _DOCUMENTS - 1
    return Times((several.median - one.median) / further, (several.least - one.least) / further)


def _print_table(own: str, *columns: dict[str, Times]) -> None:
    heads = ("cold", "after an edit", "new character")
    print("ms: median, least (ratio of the medians to ours)")
    print(f"{'':14}" + "".join(f"{head:>24}" for head in heads))
    for name in columns[0]:
        cells = [_cell(column.get(name), column[own]) for column in columns]
        print(f"{name:14}" + "".join(f"{cell:>24}" for cell in cells))


def _cell(taken: Times | None, own: Times) -> str:
    if taken is None:
        return "-"
    return f"{taken.median:.1f}, {taken.least:.1f} ({taken.median / own.median:.2f})"


if __name__ == "__main__":
    main()

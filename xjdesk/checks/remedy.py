"""Ways out of a finding."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import Place
from xjdesk.core.change import Change


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way out.

    With neither `place` nor `changes`, `label` is a sentence of advice. With a `place` it is a
    button that leads there, with `changes` one that carries them out as one step; then `label` is
    a short phrase such as 转到申请办结数 or 填入合计200.
    """

    label: str
    place: Place | None = None
    changes: tuple[Change, ...] = ()

    @property
    def is_advice(self) -> bool:
        """Whether the clerk has to do it himself."""
        return self.place is None and not self.changes


def advise(*sentences: str) -> tuple[Remedy, ...]:
    """Ways out that only the clerk can take."""
    return tuple(map(Remedy, sentences))

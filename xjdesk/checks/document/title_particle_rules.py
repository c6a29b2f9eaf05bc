"""Check of 的 in a title with 关于: 关于……的报告.

《党政机关公文处理工作条例》第九条(七) names the parts of a title, practice joins them with 的. The
yearly report is also known by a title without 关于.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.title_text import title_line
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import PARTS_OF_DOCUMENTS
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.change import Change
from xjdesk.core.document_fields import TITLE
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_ABOUT, _PARTICLE = "关于", "的"
_NEAR = 8
"""Characters before the 文种 among which 的 binds it to the subject: ……的专项工作报告."""


def title_particle_rules(words: DocumentWords) -> Iterator[Rule]:
    """The rules about 的 in the title."""
    if words.document_kinds:
        yield _ParticleRule(_particle_pattern(words))


def _particle_pattern(words: DocumentWords) -> re.Pattern[str]:
    """关于, the subject, then what may stand before the 文种, and that."""
    modifiers = any_of(words.kind_modifiers)
    kinds = any_of(words.document_kinds)
    return re.compile(rf"{_ABOUT}(?P<subject>.+?)(?P<tail>{modifiers}*{kinds})$")


@dataclass(frozen=True, slots=True)
class _ParticleRule:
    pattern: re.Pattern[str]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((TITLE,))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-15: 关于……的报告, or the name of the report without 关于."""
        match = self.pattern.search(title_line(report))
        if match is None or _PARTICLE in match["subject"][-_NEAR:]:
            return
        tail = match["tail"]
        yield Finding(
            rule="P-15",
            severity=Severity.HINT,
            where=(TITLE,),
            message=f"标题{quoted(match.group())}用了“关于”，“{tail}”之前没有“的”。按{PARTS_OF_DOCUMENTS}，"
            f"标题由事由和文种组成，通常写作“关于……的{tail}”，或者不用“关于”。",
            expected=f"关于……的{tail}",
            found=match.group(),
            remedies=(
                *_particle_fixes(report.field(TITLE), tail),
                *advise("习惯这样写的，不再提示。"),
            ),
            subject=f"{TITLE} 的",
            basis=match.group(),
        )


def _particle_fixes(old: str, tail: str) -> tuple[Remedy, ...]:
    text = old.rstrip()
    if not text.endswith(tail):
        return ()
    with_particle = f"{text[: -len(tail)]}的{tail}"
    without_about = text.replace(_ABOUT, "", 1)
    return (
        Remedy(f"在“{tail}”前加“的”", changes=(Change(TITLE, old, with_particle),)),
        Remedy("删去“关于”", changes=(Change(TITLE, old, without_about),)),
    )

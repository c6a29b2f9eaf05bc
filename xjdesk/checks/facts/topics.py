"""What a place in the text is about, by the topics of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.checks.stretch import Stretch
from xjdesk.core.phrase import TextTopic


@dataclass(frozen=True, slots=True)
class TopicSign:
    """Characters of the text that begin a topic."""

    start: int
    end: int
    topic: str


class TopicReader:
    """Finds the signs of topics, the longest where several begin at one place."""

    def __init__(self, topics: Sequence[TextTopic]) -> None:
        self._patterns = [(t.id, re.compile("|".join(t.words))) for t in topics if t.words]

    def signs(self, text: str) -> tuple[TopicSign, ...]:
        """All signs in `text`, in its order."""
        found = (
            TopicSign(match.start(), match.end(), topic)
            for topic, pattern in self._patterns
            for match in pattern.finditer(text)
        )
        return tuple(sorted(found, key=lambda sign: (sign.start, sign.end)))

    def topics_at(
        self, signs: Sequence[TopicSign], near: Sequence[Stretch], heading: str
    ) -> frozenset[str]:
        """What the words `near` a place are about.

        It is every topic whose sign ends in them, else the one whose sign stands last before
        them, else those of the headings they stand under.
        """
        own = {s.topic for s in signs for n in near if n.start < s.end <= n.end}
        if own:
            return frozenset(own)
        before = [sign for sign in signs if sign.end <= near[0].start]
        if before:
            return frozenset((before[-1].topic,))
        return frozenset(sign.topic for sign in self.signs(heading))

"""How much of what was read before is remembered, so that a key pressed re-reads one paragraph."""

from __future__ import annotations

MOST_PARAGRAPHS = 1024
"""Paragraphs, or lines of any kind: a long report has two hundred, each state of typing is one
more."""

MOST_CHAPTERS = 32
"""Chapters, several times those of a form: each state of typing is one more of these as well."""

from __future__ import annotations

from xjdesk.checks.chapter_scope import chapter_scopes, narrative_topics
from xjdesk.checks.rule import Elsewhere
from xjdesk.core.address import HeadingAddress
from xjdesk.core.report import Chapter, Report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_IDS = [chapter.id for chapter in _FORM.chapters]


def _report(*ids: str) -> Report:
    return Report(
        form_id=_FORM.id,
        year=2016,
        fields={},
        chapters=tuple(Chapter(id_, "标题", ()) for id_ in ids),
        values={},
    )


def test_every_chapter_belongs_to_one_scope_also_one_the_form_does_not_know() -> None:
    report = _report("appendix", *_IDS, "afterword")
    found = [c.id for scope in chapter_scopes(_FORM) for c in scope.chapters(report)]
    assert found == [*_IDS, "appendix", "afterword"]


def test_a_scope_depends_on_its_own_chapter_alone() -> None:
    first, *_, others = chapter_scopes(_FORM)
    assert first.topics == {HeadingAddress(_IDS[0])}
    assert others.topics == {Elsewhere()}


def test_the_narrative_is_all_chapters_and_whatever_the_form_does_not_know() -> None:
    assert narrative_topics(_FORM) == {*map(HeadingAddress, _IDS), Elsewhere()}

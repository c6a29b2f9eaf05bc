from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.consistency.conftest import Found, MakeReport, Told
from xjdesk.checks.rule import Elsewhere, Rule
from xjdesk.core.address import HeadingAddress, SpanAddress
from xjdesk.core.form import Form
from xjdesk.resource_files import resource

_BITS = st.sampled_from(
    [
        *"，。；：、（）“”《》0123456789%一二三四五",
        "其中",
        "件",
        "条",
        "占",
        "增长",
        "比上年",
        "一是",
        "办结",
    ]
)


def test_the_sample_says_nothing_against_itself(told: Told) -> None:
    sample = resource("samples", "xiji-2016.txt").read_text(encoding="utf-8")
    narrative = sample[: sample.index("附件：")]
    assert told("\n".join(line.strip() for line in narrative.splitlines() if line.strip())) == []


def test_each_chapter_has_a_rule_and_so_have_others(form: Form, rules: tuple[Rule, ...]) -> None:
    topics = [rule.topics for rule in rules]
    for chapter in form.chapters:
        assert frozenset((HeadingAddress(chapter.id),)) in topics
    assert frozenset((Elsewhere(),)) in topics


@given(text=st.lists(_BITS, max_size=60).map("".join))
def test_any_text_can_be_read_and_findings_stay_within_it(
    make_report: MakeReport, found: Found, text: str
) -> None:
    report = make_report(text)
    for finding in found(report):
        assert finding.subject
        assert finding.basis
        assert len(finding.remedies) >= 2
        for place in finding.where:
            assert isinstance(place, SpanAddress)
            assert 0 <= place.start < place.end <= len(text)

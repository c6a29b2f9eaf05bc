"""A rule finds something else only after a change of what it says it depends on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.rule import Elsewhere, topic_of
from xjdesk.core.address import Address, HeadingAddress, ParagraphAddress, YearAddress
from xjdesk.core.change import Change, Content, apply, content_at
from xjdesk.core.document_fields import GROUPS
from xjdesk.core.document_words import read_document_words
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_WORDS = read_document_words(resource("phrases", "document-words.toml").read_text(encoding="utf-8"))
_RULES = tuple(document_rules(_FORM, _WORDS))
_TOPICS = frozenset(topic for rule in _RULES for topic in rule.topics)


def _report() -> Report:
    name = "xiji-2016.txt"
    read = read_report(resource("samples", name).read_bytes(), name, shipped_forms()).report
    added = Chapter("added", "五、其他", (Paragraph("我办今年没有其他事项。"),))
    return replace(read, chapters=(*read.chapters, added))


_REPORT = _report()
_LINES = [
    "（一）2015年，我办按照2015年工作要点开展工作。",
    "全文共九个部分，见附件3。统计期限为2015年1月1日至12月31日。",
    "目前16年，各乡镇、乡（镇）和“政民互动栏目”上线，我市请批示。",
    "三、其他。",
    "西政发[2016]012号",
    "2016年2月3日",
    "二〇一七年三月四日",
    "泾源县人民政府办公室",
    "关于2015年工作报告。",
    "县委书记。各乡镇。",
    "上行文",
    "",
]
_ADDRESSES: list[Address] = [
    *(field.address for group in GROUPS for field in group.fields),
    *(HeadingAddress(chapter.id) for chapter in _REPORT.chapters),
    *(ParagraphAddress(chapter.id, 0) for chapter in _REPORT.chapters),
    YearAddress(),
]


@given(st.lists(st.tuples(st.sampled_from(_ADDRESSES), st.sampled_from(_LINES)), max_size=6))
def test_a_change_elsewhere_changes_no_finding(edits: list[tuple[Address, str]]) -> None:
    report = _REPORT
    for address, line in edits:
        new: Content = line
        if isinstance(address, ParagraphAddress):
            new = (Paragraph(line),)
        elif isinstance(address, YearAddress):
            new = 2010 + len(line) % 10
        after = apply(report, Change(address, content_at(report, address), new))
        topic = topic_of(address)
        touched = topic if topic in _TOPICS else Elsewhere()
        for rule in _RULES:
            if touched not in rule.topics:
                assert list(rule.check(after)) == list(rule.check(report))
        report = after


@given(st.sampled_from(_LINES), st.sampled_from(_ADDRESSES))
def test_every_remedy_can_be_carried_out(line: str, address: Address) -> None:
    if isinstance(address, YearAddress):
        return
    new: Content = (Paragraph(line),) if isinstance(address, ParagraphAddress) else line
    report = apply(_REPORT, Change(address, content_at(_REPORT, address), new))
    for rule in _RULES:
        for finding in rule.check(report):
            for remedy in finding.remedies:
                fixed = report
                for change in remedy.changes:
                    fixed = apply(fixed, change)
                assert not remedy.changes or fixed != report

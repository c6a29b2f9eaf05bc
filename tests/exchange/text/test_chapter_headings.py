"""Chapters are told by their words and their tables, however they are numbered and called."""

from __future__ import annotations

import pytest

from tests.exchange.text.written_reports import plain_text, written
from tests.samples.clean_reports import SUQIAN_2023, clean_report
from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.exchange.text.reader import ImportedReport, read_report
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM: Form = _FORMS.form("zfxxgk-2021")
_REPORT = clean_report(SUQIAN_2023, _FORM)
_TEXT = plain_text(written(_FORM, _REPORT), "tabs")
_IDS = [chapter.id for chapter in _FORM.chapters]
_CHANGES = {
    "numbering that begins again": (("三、收到", "一、收到"), ("四、政府", "二、政府")),
    "no numbers": tuple((f"{n}、", "") for n in ("一、总体", "二、主动公开政府", "五、存在")),
    "other marks behind numbers": (("二、主动公开政府信息情况\n", "二 主动公开政府信息情况\n"),),
    "parts": (("一、总体情况\n", "第一部分 总体情况\n"),),
    "the titles of earlier years": (
        ("二、主动公开政府信息情况\n", "二、行政机关主动公开政府信息情况\n"),
        ("三、收到和处理", "三、行政机关收到和处理"),
        ("四、政府信息公开行政复议", "四、因政府信息公开工作被申请行政复议"),
        ("五、存在的主要问题", "五、政府信息公开工作存在的主要问题"),
    ),
}


def _read(text: str) -> ImportedReport:
    return read_report(text.encode(), "年报.txt", _FORMS)


def _changed(*changes: tuple[str, str]) -> str:
    text = _TEXT
    for old, new in changes:
        assert old.removesuffix("、") in text
        text = text.replace(old, new or old[2:])
    return text


@pytest.mark.parametrize("how", [how for how in _CHANGES if how != "no numbers"])
def test_headings_are_found_and_kept_as_they_are_written(how: str) -> None:
    text = _changed(*_CHANGES[how])
    report = _read(text).report
    assert [chapter.id for chapter in report.chapters] == _IDS
    assert report.values == _REPORT.values
    lines = text.split("\n")
    for chapter, known in zip(report.chapters, _REPORT.chapters, strict=True):
        assert chapter.paragraphs == known.paragraphs
        assert not chapter.heading or chapter.heading in lines


def test_headings_without_numbers_are_found() -> None:
    text = _TEXT
    for chapter in _REPORT.chapters[1:]:
        text = text.replace(f"{chapter.heading}\n", f"{chapter.heading[2:]}\n")
    report = _read(text).report
    headings = [chapter.heading[2:] for chapter in _REPORT.chapters]
    assert [chapter.heading for chapter in report.chapters] == headings
    assert [c.paragraphs for c in report.chapters] == [c.paragraphs for c in _REPORT.chapters]


def test_chapters_shifted_by_one_keep_their_tables() -> None:
    text = _TEXT.replace("一、总体情况\n", "")
    for old, new in ("二一", "三二", "四三", "五四", "六五"):
        heading = next(c.heading for c in _REPORT.chapters if c.heading.startswith(old))
        text = text.replace(heading, new + heading[1:])
    report = _read(text).report
    assert report.values == _REPORT.values
    assert [report.chapter(i).heading[0] for i in _IDS[2:]] == list("一二三四五")
    assert not report.chapter("overview").paragraphs


def test_topics_numbered_like_chapters_are_chapters_of_the_reports_own() -> None:
    start, end = _TEXT.index("2023年，我市以"), _TEXT.index("二、主动公开政府信息情况\n")
    topics = "2023年扎实推进。\n一、主动公开政府信息情况\n公开100条。\n二、依申请公开\n收到0件。\n"
    report = _read(_TEXT[:start] + topics + _TEXT[end:]).report
    ids = [chapter.id for chapter in report.chapters]
    assert [i for i in ids if not i.startswith("added")] == _IDS
    assert report.chapter("disclosure").heading == "二、主动公开政府信息情况"
    assert report.chapter("overview").paragraphs[0].text == "2023年扎实推进。"
    assert report.values == _REPORT.values


def test_text_beside_a_table_stays_in_its_chapter() -> None:
    hint, note = "该部分以表格形式报告。表格如下:", "注：以上为全市数据。"
    text = _changed(
        ("二、主动公开政府信息情况\n", f"二、主动公开政府信息情况\n{hint}\n"),
        ("五、存在的主要", f"{note}\n五、存在的主要"),
    )
    report = _read(text).report
    assert [p.text for p in report.chapter("disclosure").paragraphs] == [hint]
    assert [p.text for p in report.chapter("review").paragraphs] == [note]
    assert report.values == _REPORT.values


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("2023年下各镇政府信息公开工作年度报告", "下各镇"),
        ("沭阳县发展和改革局2023年政府信息公开年度报告", "沭阳县发展和改革局"),
        ("2023年南关区永吉街道办事处\n政府信息公开工作年度报告", "南关区永吉街道办事处"),
        ("淮安市人民政府 2023 年政府信息公开工作年度\n报告", "淮安市人民政府"),
        ("清水县教育局2023年度政府信息\n\n公开工作年度报告", "清水县教育局"),
    ],
)
def test_issuer_and_year_are_read_off_the_title(title: str, issuer: str) -> None:
    imported = _read(_TEXT.replace(_REPORT.field(fields.TITLE), title, 1))
    assert imported.report.field(fields.ISSUER) == issuer
    assert imported.report.year == 2023
    assert not any("推定" in remark for remark in imported.remarks)


def test_what_a_website_prints_around_its_articles_is_summed_up() -> None:
    above = "首页\n政务公开\n2019年政府信息公开工作年度报告\n索引号：1/2024-1\n字号：大 中 小\n"
    below = "打印本页\n关闭窗口\n上一篇：2022年政府信息公开工作年度报告\n主办：某政府 ICP备1\n"
    imported = _read(above + _TEXT + below)
    assert imported.report.chapters == _REPORT.chapters
    assert imported.report.year == 2023
    assert imported.unplaced == ()
    assert len(imported.account.left_out) == 9


def test_a_sentence_that_names_a_chapter_is_not_its_heading() -> None:
    body = "".join(paragraph.text for paragraph in _REPORT.chapter("others").paragraphs)
    text = _TEXT.replace(body, "无其他需要报告的事项。")
    chapter = _read(text).report.chapter("others")
    assert chapter.heading == "六、其他需要报告的事项"
    assert [paragraph.text for paragraph in chapter.paragraphs] == ["无其他需要报告的事项。"]

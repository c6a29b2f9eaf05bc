"""What is told about a cell, in a tooltip and on a page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.gui.indicator.reports import FORM, SAMPLE, WIDE, WIDE_FORM, cell
from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, NoteAddress, SpanAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.severity import Severity
from xjdesk.gui.indicator.account import IndicatorAccount, account_of
from xjdesk.gui.indicator.account_page import PageColours, account_page, empty_page
from xjdesk.gui.indicator.relation_book import RelationBook
from xjdesk.gui.indicator.tip import tip_lines

COLOURS = PageColours("#aa0000", "#777777")
TEXT = "全年共收到申请200件，均按期办结。"


def _account(report: Report, row: str, *findings: Finding) -> IndicatorAccount:
    return account_of(RelationBook(FORM, None), report, cell(row), findings)


def _citing() -> Report:
    figure = Figure(7, 10, FigureSource(FigureKind.VALUE, (cell("received"),)))
    first, *others = SAMPLE.chapters
    cited = replace(first, paragraphs=(Paragraph(TEXT, (figure,)),))
    return replace(SAMPLE, chapters=(cited, *others))


def test_name_unit_definition_and_number_are_told() -> None:
    account = _account(SAMPLE, "disclosed")
    assert account.name == "一、（一）主动公开政府信息数"
    assert "不重复计算" in account.definition
    assert (account.unit, account.now, account.last_year) == ("条", "5000", "")
    assert _account(SAMPLE, "offices").unit == "个（年末的数）"


def test_the_note_about_the_row_is_told_in_tooltip_and_on_the_page() -> None:
    noted = replace(SAMPLE, notes={NoteAddress("statistics", "disclosed"): "台账<b>\n张三"})
    account = _account(noted, "disclosed")
    assert "备注：台账<b>\n张三" in tip_lines(account)
    assert "备注：台账&lt;b&gt;<br>张三" in account_page(account, COLOURS).text
    assert not any("备注" in line for line in tip_lines(_account(SAMPLE, "disclosed")))


def test_last_year_is_told_where_it_is_known() -> None:
    values = {**SAMPLE.values, cell("received"): Decimal(160)}
    before = replace(SAMPLE, year=SAMPLE.year - 1, values=values)
    book = RelationBook(FORM, last_year_of(FORM, FORM, before))
    told = account_of(book, SAMPLE, cell("received"), ()).last_year
    assert told == "上年 160，增加 40，增长 25.0%"
    heading = account_of(book, SAMPLE, cell("requests"), ())
    assert heading.last_year == ""


def test_figures_of_the_narrative_are_found_with_the_words_around_them() -> None:
    account = _account(_citing(), "received")
    (citation,) = account.citations
    assert (citation.before, citation.number) == ("全年共收到申请", "200")
    assert citation.behind == "件，均按期办结。"
    chapter = SAMPLE.chapters[0].id
    assert citation.place == SpanAddress(chapter, 0, 7, 10)
    assert _account(_citing(), "closed").citations == ()


def test_a_tooltip_tells_all_in_a_few_lines() -> None:
    lines = tip_lines(_account(_citing(), "received"))
    assert lines[0] == "三、（一）收到申请数　单位：件"
    assert "关系：200 ＝ 0 ＋ 0 ＋ 200 ＋ 0 ✓" in lines
    assert "关系：三、（二）申请办结数 198 ≤ （一）收到申请数 200 ✓" in lines
    assert lines[-1] == "正文引用1处"
    part = tip_lines(_account(SAMPLE, "received_by_fax"))
    assert part[-1] == "计入：三、（一）收到申请数"


def test_a_tooltip_tells_no_conditions_that_are_met_and_the_rule_where_they_are_not() -> None:
    assert not any("如果" in line for line in tip_lines(_account(SAMPLE, "fees")))
    broken = replace(SAMPLE, values={**SAMPLE.values, cell("trainees"): Decimal(0)})
    account = _account(broken, "trainees")
    (relation,) = account.relations
    assert f"关系：{relation.message}" in tip_lines(account)


def test_the_links_of_a_page_lead_to_cells_and_words() -> None:
    page = account_page(_account(_citing(), "received"), COLOURS)
    assert cell("received_by_fax") in page.places
    assert any(isinstance(place, SpanAddress) for place in page.places)
    assert cell("received") not in page.places
    for number in range(len(page.places)):
        assert f'<a href="{number}">' in page.text


def test_a_page_says_where_the_narrative_is_read_for_the_number() -> None:
    read_for = account_page(_account(SAMPLE, "received"), COLOURS)
    assert "与此格核对" in read_for.text
    address = CellAddress("requests", "refused_state_secret", "research")
    other = account_of(RelationBook(WIDE_FORM, None), WIDE, address, ())
    assert "与此格核对" not in account_page(other, COLOURS).text


def test_a_page_shows_findings_and_marks_what_is_wrong_in_words_and_colour() -> None:
    finding = Finding("X", Severity.ERROR, (cell("closed"),), "不对。")
    broken = replace(SAMPLE, values={**SAMPLE.values, cell("closed"): Decimal(200)})
    page = account_page(_account(broken, "closed", finding), COLOURS)
    assert "<b>强制</b>　不对。" in page.text
    assert f'<b style="color:{COLOURS.wrong}">✗ 差2</b>' in page.text


def test_words_of_a_report_are_never_taken_for_tags() -> None:
    values = {**SAMPLE.values, cell("received"): "<img src='//host/x'>"}
    page = account_page(_account(replace(SAMPLE, values=values), "received"), COLOURS)
    assert "<img" not in page.text
    assert "&lt;img" in page.text


def test_every_cell_has_a_page_and_without_one_the_page_says_what_it_is_for() -> None:
    for form, report in ((FORM, SAMPLE), (WIDE_FORM, WIDE)):
        book = RelationBook(form, None)
        for table in form.tables:
            for address in table.addresses():
                account = account_of(book, report, address, ())
                assert account.name in account_page(account, COLOURS).text
                assert tip_lines(account)
    assert "选中统计表里的一格" in empty_page().text


def test_a_cell_of_a_wide_table_is_named_with_its_captions() -> None:
    address = CellAddress("requests", "received", "business")
    account = account_of(RelationBook(WIDE_FORM, None), WIDE, address, ())
    assert account.labels[-3:] == ("申请人情况", "法人或其他组织", "商业企业")

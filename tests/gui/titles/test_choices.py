from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import ISSUER, TITLE
from xjdesk.core.report import Report
from xjdesk.gui.titles.choices import TitleChoice, title_choices


def _choices(sample: Report, title: str, issuer: str = "") -> tuple[TitleChoice, ...]:
    fields = {**sample.fields, TITLE: title, ISSUER: issuer}
    return title_choices(replace(sample, fields=fields))


def test_a_choice_is_a_title_with_its_breaks_and_says_its_shape(sample: Report) -> None:
    best = _choices(sample, "西吉县人民政府2016年政府信息公开工作\n年度报告")[0]
    assert best.title == "西吉县人民政府\n2016年政府信息公开工作年度报告"
    assert best.label == "西吉县人民政府 / 2016年政府信息公开工作年度报告"
    assert best.shape == "梯形，上短下长"
    assert best.widths[0] == 7.0 < best.widths[1]


def test_one_line_is_no_choice(sample: Report) -> None:
    found = _choices(sample, "西吉县2024年政府信息公开工作年度报告")
    assert [choice.title for choice in found] == ["西吉县2024年\n政府信息公开工作年度报告"]


def test_a_very_long_title_is_named_by_where_its_lines_begin_and_end(sample: Report) -> None:
    title = (
        "宁夏回族自治区固原市西吉县市场监督管理局关于认真贯彻落实政府信息公开条例"
        "切实做好2016年政府信息公开年度报告编制发布有关工作的通知"
    )
    found = _choices(sample, title)
    assert found
    for choice in found:
        pieces = choice.label.split(" / ")
        for line, piece in zip(choice.title.split("\n"), pieces, strict=True):
            assert len(piece) <= 13
            assert (line[:6], line[-6:]) == (piece[:6], piece[-6:])


def test_the_issuer_of_the_document_is_kept_whole(sample: Report) -> None:
    issuer = "腾格里产业发展平台"
    title = f"关于做好{issuer}信息公开工作有关事项的通知"
    assert not all(issuer in choice.title for choice in _choices(sample, title))
    assert all(issuer in choice.title for choice in _choices(sample, title, issuer))


def test_a_text_of_more_lines_than_a_title_has_is_not_offered(sample: Report) -> None:
    assert _choices(sample, "西" * 300) == ()

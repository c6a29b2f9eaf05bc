from __future__ import annotations

import pytest

from tests.checks.consistency.conftest import Told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "“四议”即：部门班子会议提议、党政联席会议商议、领导小组会议审议。",
            "“四议”后面列出了3项，与“4”不符",
        ),
        (
            "“三公开”即：决策公开、执行公开、管理公开、服务公开，切实保障知情权。",
            "“三公开”后面列出了4项，与“3”不符",
        ),
        ("“三审”：甲（丙、丁）、乙。", "“三审”后面列出了2项，与“3”不符"),
        ("“两监督”包括：甲监督、乙监督、丙监督。", "“两监督”后面列出了3项，与“2”不符"),
    ],
)
def test_what_a_catchword_stands_for_is_counted(told: Told, text: str, message: str) -> None:
    (finding,) = told(text)
    assert finding.rule == "T-13"
    assert message in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "“三审”即：事前预审、事中审核、事后评审，“四议”即：部门班子会议提议、党政联席会议商议、"
        "领导小组会议审议，部门会议决议，“两监督”即：纪委平常考核监督、村监会全程监督。",
        "纠治“四风”即：形式主义、官僚主义、享乐主义和奢靡之风。",
        "“三公开”即：决策公开、执行公开、结果公开，切实保障知情权。",
        "“三审”即：甲、乙（丙、丁）、戊。",
        "“三审”即：“甲、乙、丙、丁”。",
        "“三审”即：甲、乙和丙。",
        "“三公开”即：决策公开、执行公开、结果公开，方便企业、群众。",
        "“两微一端”即：微博、微信、客户端。",
        "推行“三公”经费公开，即时更新数据、图表。",
        "“三审”即时完成，更新数据、图表。",
    ],
)
def test_catchwords_that_can_be_right_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []

from __future__ import annotations

import pytest

from xjdesk.core.document_fields import CITY, COUNTY, DEPARTMENT, PROVINCE, TOWNSHIP
from xjdesk.core.power import Holding
from xjdesk.storage.form_library import shipped_forms

(_REGULATIONS,) = shipped_forms().form("zfxxgk-2021").powers


@pytest.mark.parametrize(
    ("issuer", "holding"),
    [
        ("西吉县人民政府", Holding.NOT_HELD),
        ("西吉县人民政府办公室", Holding.NOT_HELD),
        ("西吉县人民政府文件", Holding.NOT_HELD),
        ("淮安市洪泽区人民政府", Holding.NOT_HELD),
        ("鄂伦春自治旗人民政府", Holding.NOT_HELD),
        ("桃江县松木塘镇人民政府", Holding.NOT_HELD),
        ("固原市财政局", Holding.NOT_HELD),
        ("固原市发展和改革委员会", Holding.NOT_HELD),
        ("城关街道办事处", Holding.NOT_HELD),
        ("宁夏回族自治区人民政府", Holding.HELD),
        ("江苏省人民政府办公厅", Holding.HELD),
        ("凉山彝族自治州人民政府", Holding.HELD),
        ("上海市人民政府", Holding.HELD),
        ("淮安市人民政府办公室", Holding.UNKNOWN),
        ("昆山市人民政府", Holding.UNKNOWN),
        ("", Holding.UNKNOWN),
    ],
)
def test_without_a_level_the_name_tells_who_may_make_regulations(
    issuer: str, holding: Holding
) -> None:
    assert _REGULATIONS.holding("", issuer) is holding


@pytest.mark.parametrize("level", [COUNTY, TOWNSHIP, DEPARTMENT])
def test_a_chosen_level_without_the_power_goes_before_the_name(level: str) -> None:
    assert _REGULATIONS.holding(level, "江苏省人民政府") is Holding.NOT_HELD


@pytest.mark.parametrize("level", [PROVINCE, CITY])
def test_a_chosen_level_with_the_power_goes_before_the_name(level: str) -> None:
    assert _REGULATIONS.holding(level, "西吉县人民政府") is Holding.HELD

from __future__ import annotations

import pytest

from xjdesk.core.form_reader import read_form
from xjdesk.storage.form_library import FormLibrary, UnknownFormError, shipped_forms


def _source(form_id: str, first: int, last: int) -> str:
    return (
        f'id = "{form_id}"\nname = "n"\nbasis = "b"\nfirst_year = {first}\nlast_year = {last}\n'
        "chapters = []\ntables = []\nrelations = []\n"
    )


def test_the_shipped_forms_are_found_and_read_as_they_are_stored() -> None:
    library = shipped_forms()
    assert "zfxxgk-2014" in library.ids()
    for form_id in library.ids():
        assert read_form(library.source(form_id)) == library.form(form_id)


def test_a_year_proposes_the_form_in_force_then_and_else_the_newest() -> None:
    library = FormLibrary([_source("old", 2014, 2018), _source("new", 2021, 0)])
    assert library.ids() == ("new", "old")
    assert library.proposed_for(2016).id == "old"
    assert library.proposed_for(2030).id == "new"
    assert library.proposed_for(2019).id == "new"


def test_an_unknown_form_is_said_with_those_there_are() -> None:
    with pytest.raises(UnknownFormError, match="没有名为“x”的报表格式，可用的有：old"):
        FormLibrary([_source("old", 2014, 2018)]).form("x")


def test_a_form_that_nobody_wants_is_not_read() -> None:
    library = FormLibrary([_source("old", 2014, 2018), 'id = "broken"\nrows = ['])
    assert library.form("old").first_year == 2014
    assert "broken" in library
    assert "x" not in library


@pytest.mark.parametrize("source", ["", 'name = "n"\nid = "late"', "id = 3"])
def test_a_form_says_its_id_before_all_else(source: str) -> None:
    with pytest.raises(ValueError, match="does not begin with its id"):
        FormLibrary([source])

"""What the checks are tried on: the form and the words of the program, the founding document."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjdesk.app.check_data import CheckDataSource
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.numbers.mentions import NumberReader, number_reader
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.user_words import UserWordFile

_SAMPLE = "xiji-2016.txt"


@pytest.fixture(scope="session")
def form() -> Form:
    return shipped_forms().form("zfxxgk-2014")


@pytest.fixture(scope="session")
def sample() -> Report:
    """The founding document."""
    source = resource("samples", _SAMPLE).read_bytes()
    return read_report(source, _SAMPLE, shipped_forms()).report


@pytest.fixture(scope="session")
def check_data(tmp_path_factory: pytest.TempPathFactory) -> CheckData:
    """The words that come with the program, without any of a user."""
    words: Path = tmp_path_factory.mktemp("words") / "none.txt"
    return CheckDataSource(UserWordFile(words)).load().data


@pytest.fixture(scope="session")
def read_numbers(check_data: CheckData) -> NumberReader:
    assert check_data.number_words is not None
    return number_reader(check_data.number_words)

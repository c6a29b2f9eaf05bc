"""The specimens, printed and measured once for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.standard.printing import Specimens
from tests.standard.specimen import Specimen


@pytest.fixture(scope="session")
def specimens() -> Specimens:
    return Specimens()


@pytest.fixture(scope="session")
def specimen(specimens: Specimens) -> Callable[[str], Specimen]:
    return specimens.of

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import FindingAddress
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project import new_project
from xjdesk.storage.project_errors import ProjectError
from xjdesk.storage.project_file import decode_project, encode_project
from xjdesk.storage.records.report_records import RecordError, decode_report, encode_report

_LIBRARY = shipped_forms()
_FORM = _LIBRARY.form("zfxxgk-2014")
_PATH = Path("报告.xjd")

_WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
_EXPLANATIONS = st.dictionaries(
    st.builds(FindingAddress, _WORDS, _WORDS),
    st.builds(
        Explanation,
        _WORDS,
        _WORDS,
        st.lists(st.builds(EarlierExplanation, _WORDS, _WORDS), max_size=3).map(tuple),
    ),
    max_size=4,
)


def _report(explanations: dict[FindingAddress, Explanation]) -> Report:
    return replace(empty_report(_FORM, 2016), explanations=explanations)


@given(_EXPLANATIONS)
def test_what_was_said_about_findings_is_read_back_with_its_history(
    explanations: dict[FindingAddress, Explanation],
) -> None:
    report = _report(explanations)
    assert decode_report(encode_report(report)) == report


def _project_bytes(report: Report) -> bytes:
    return encode_project(new_project(report, _LIBRARY.source(_FORM.id)))


def test_a_report_with_an_explanation_is_read_back_from_a_project_file() -> None:
    said = Explanation("上年转入2件。", "200、198", (EarlierExplanation("笔误。", "200、197"),))
    report = _report({FindingAddress("H14-12c", "statistics.closed.count"): said})
    assert decode_project(_project_bytes(report), _PATH).report == report


def test_an_explanation_of_another_shape_is_refused() -> None:
    data = encode_report(_report({FindingAddress("T-01", "x"): Explanation("属实。", "4")}))
    with pytest.raises(RecordError):
        decode_report(data.replace(b'"basis": "4"', b'"basis": 4'))


def test_two_explanations_of_one_finding_are_refused() -> None:
    data = encode_report(_report({FindingAddress("T-01", "x"): Explanation("属实。", "4")}))
    value = json.loads(data)
    value["explanations"] *= 2
    with pytest.raises(RecordError):
        decode_report(json.dumps(value).encode())


def test_half_a_character_in_any_part_does_not_stand_in_the_way() -> None:
    half = "\ud83d"
    said = Explanation(half, half, (EarlierExplanation(half, half),))
    (read,) = decode_report(encode_report(_report({FindingAddress(half, half): said}))).explanations
    assert read == FindingAddress("\ufffd", "\ufffd")


def test_a_changed_explanation_is_noticed() -> None:
    data = _project_bytes(_report({FindingAddress("T-01", "x"): Explanation("属实。", "4")}))
    tampered = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(tampered, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            new.writestr(info, old.read(info).replace("属实".encode(), "不实".encode()))
    with pytest.raises(ProjectError):
        decode_project(tampered.getvalue(), _PATH)

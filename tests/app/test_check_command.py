"""What `check` tells of explanations and of the user's words."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from xjdesk.app import main
from xjdesk.app.folders import user_words_file
from xjdesk.core.address import FindingAddress
from xjdesk.core.explanation import Explanation
from xjdesk.resource_files import resource
from xjdesk.storage.project_file import read_project, write_project

_SAMPLE = Path(str(resource("samples", "xiji-2016.txt")))


@pytest.fixture
def project(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.xjd"
    assert main(["import", str(_SAMPLE), "-o", str(path)]) == 0
    capfd.readouterr()
    return path


def _explain(project: Path, rule: str, text: str) -> None:
    """Say something about a finding of the rule, for the values it is found for."""
    from xjdesk.checks.findings import check, rule_book
    from xjdesk.storage.form_library import shipped_forms

    opened = read_project(project)
    book = rule_book(shipped_forms().form("zfxxgk-2014"))
    finding = next(f for f in check(book, opened.report).sorted() if f.rule == rule)
    said: dict[FindingAddress, Explanation] = {
        **opened.report.explanations,
        finding.address: Explanation(text, finding.basis),
    }
    write_project(project, replace(opened, report=replace(opened.report, explanations=said)))


def _json(project: Path, capfd: pytest.CaptureFixture[str], code: int = 1) -> list[dict[str, Any]]:
    assert main(["check", str(project), "--json"]) == code
    return json.loads(capfd.readouterr().out)["findings"]


def test_an_explained_query_stays_listed_with_what_was_said(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = _json(project, capfd)
    _explain(project, "H14-12c", "其余\n98件计入下年。")
    _explain(project, "H14-07c", "")
    after = _json(project, capfd)
    assert len(after) == len(before)
    by_rule = {finding["rule"]: finding for finding in after}
    assert by_rule["H14-12c"]["explanation"] == "其余\n98件计入下年。"
    assert "dismissed" not in by_rule["H14-12c"]
    assert by_rule["H14-07c"]["dismissed"] is True
    assert "explanation" not in by_rule["H14-07c"]
    assert main(["check", str(project)]) == 1
    out = capfd.readouterr().out
    assert "（已说明：其余 98件计入下年。）  [H14-12c]" in out
    assert "（不再提示）  [H14-07c]" in out
    assert out.splitlines()[-1].endswith("；另有已说明1条，不再提示1条。")


def test_the_counts_tell_of_nothing_else_when_nothing_was_said(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(project)])
    assert "另有" not in capfd.readouterr().out


def test_an_error_cannot_be_explained_away(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _explain(project, "H14-16h", "属实")
    found = next(f for f in _json(project, capfd) if f["rule"] == "H14-16h")
    assert "explanation" not in found


def test_the_list_is_written_as_a_workbook_beside_what_is_printed(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "清单.xlsx"
    assert main(["check", str(project), "--json", "--xlsx", str(target)]) == 1
    printed = json.loads(capfd.readouterr().out)["findings"]
    sheet = openpyxl.load_workbook(io.BytesIO(target.read_bytes()))["问题清单"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert [row[3] for row in rows if row[0]] == [finding["message"] for finding in printed]


def test_the_list_is_not_written_over_what_is_checked(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = project.read_bytes()
    assert main(["check", str(project), "--xlsx", str(project)]) == 2
    other = project.with_name("b.xjd")
    other.write_bytes(before)
    assert main(["check", str(project), "--last-year", str(other), "--xlsx", str(other)]) == 2
    assert other.read_bytes() == project.read_bytes() == before


def test_a_word_list_that_is_no_text_is_one_sentence_and_the_checks_go_on(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plain = _json(project, capfd)
    user_words_file().parent.mkdir(parents=True, exist_ok=True)
    user_words_file().write_bytes(b"\x00\x01\xff")
    assert main(["check", str(project), "--json"]) == 1
    said = capfd.readouterr()
    assert json.loads(said.out)["findings"] == plain
    assert said.err.count("。") == 1
    assert "我的用词表.txt" in said.err

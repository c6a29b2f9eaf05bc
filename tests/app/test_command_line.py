from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from xjdesk.app import main
from xjdesk.app.folders import backup_folder
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph
from xjdesk.resource_files import resource
from xjdesk.storage.project_file import read_project, write_project

_SAMPLE = Path(str(resource("samples", "xiji-2016.txt")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "西吉 2016.xjd"
    assert main(["import", str(_SAMPLE), "-o", str(path)]) == 0
    return path


def test_the_whole_job_from_a_text_to_pdf_and_workbook(tmp_path: Path) -> None:
    project, pdf, xlsx = (tmp_path / name for name in ("报告.xjd", "报告.pdf", "报告.xlsx"))
    _run("import", str(_SAMPLE), "-o", str(project))
    checked = _run("check", str(project), "--json", code=1)
    findings = json.loads(checked)["findings"]
    found = {(f["rule"], f["severity"], f["where"][0]) for f in findings}
    assert ("H14-16b", "query", "statistics.staff_full_time.count") in found
    assert ("H14-16h", "error", "statistics.response_channels.count") in found
    assert ("H14-12c", "query", "statistics.closed.count") in found
    _run("export", str(project), "--pdf", str(pdf), "--xlsx", str(xlsx))
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert xlsx.read_bytes().startswith(b"PK")


def _run(*arguments: str, code: int = 0) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "xjdesk", *arguments], capture_output=True, check=False
    )
    assert done.returncode == code, done.stderr.decode()
    return done.stdout


def _modules_after_check(project: Path) -> str:
    """Which heavy libraries `check` loads, and its exit code."""
    script = (
        "import sys; from xjdesk.app import main; "
        f"code = main(['check', {str(project)!r}]); "
        "print([m for m in sys.modules if m in "
        "('PySide6', 'openpyxl', 'reportlab', 'uharfbuzz')], code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return done.stdout.decode().splitlines()[-1]


def test_headless_commands_import_no_qt_and_no_heavy_library_before_it_is_needed(
    tmp_path: Path, project: Path
) -> None:
    empty = tmp_path / "empty.xjd"
    main(["new", "--form", "zfxxgk-2014", "--year", "2016", "-o", str(empty)])
    assert _modules_after_check(empty) == "[] 0"
    # The founding document holds a character that only a look at the fonts can tell about.
    assert _modules_after_check(project) == "['uharfbuzz'] 1"


def test_check_prints_the_contract_as_json(
    project: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", str(project), "--json"]) == 1
    printed = json.loads(capfdbinary.readouterr().out)
    assert (printed["file"], printed["form"], printed["year"]) == (
        str(project),
        "zfxxgk-2014",
        2016,
    )
    for finding in printed["findings"]:
        assert set(finding) == {"rule", "severity", "where", "message", "expected", "found"}
    query = next(f for f in printed["findings"] if f["rule"] == "H14-12c")
    assert "三、（二）申请办结数 198，（三）申请答复数 100，相差 98 件" in query["message"]


def test_the_sums_that_hold_are_no_error_and_no_query(
    project: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    main(["check", str(project), "--json"])
    findings = json.loads(capfdbinary.readouterr().out)["findings"]
    flagged = {f["rule"] for f in findings if f["severity"] != "hint"}
    assert {rule for rule in flagged if rule.startswith("H14")} == {"H14-12c", "H14-16h", "H14-16b"}


def test_a_character_that_no_font_has_is_an_error_with_its_place(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "a.xjd"
    main(["new", "--form", "zfxxgk-2014", "--year", "2016", "-o", str(path)])
    opened = read_project(path)
    at = ParagraphAddress("overview", 0)
    written = apply(opened.report, Change(at, (), (Paragraph("𬱖﹙有😀"),)))
    write_project(path, replace(opened, report=written))
    capfdbinary.readouterr()
    assert main(["check", str(path), "--json"]) == 1
    findings = json.loads(capfdbinary.readouterr().out)["findings"]
    (found,) = (finding for finding in findings if finding["rule"] == "P-40")
    assert (found["severity"], found["where"]) == ("error", ["narrative/overview/0:3-4"])
    assert "“😀”（U+1F600）" in found["message"]
    assert main(["check", str(path)]) == 1
    assert "强制  打印字体中没有“😀”" in capfdbinary.readouterr().out.decode()


def test_a_new_report_is_empty_and_has_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.xjd"
    assert main(["new", "--form", "zfxxgk-2014", "--year", "2017", "-o", str(path)]) == 0
    assert main(["check", str(path)]) == 0
    assert "强制0条" in capsys.readouterr().out


_NEW_FROM = ("new", "--form", "zfxxgk-2014", "--year", "2017", "--from")


def test_last_year_and_the_quarters_are_compared(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.xjd"
    main(["new", "--form", "zfxxgk-2014", "--year", "2016", "-o", str(empty)])
    last = _changed_copy(project, tmp_path / "2015.xjd", year=2015, website=Decimal(9))
    main(["check", str(project), "--last-year", str(last)])
    assert "2.政府网站公开政府信息数本年为4606，上年为9" in capsys.readouterr().out
    main(["check", str(project), "--quarters", *[str(empty)] * 4])
    assert "各季度合计0" in capsys.readouterr().out


def _changed_copy(project: Path, copy: Path, *, year: int, website: Decimal) -> Path:
    opened = read_project(project)
    values = {**opened.report.values, CellAddress("statistics", "website", "count"): website}
    write_project(copy, replace(opened, report=replace(opened.report, year=year, values=values)))
    return copy


def test_another_year_than_last_year_or_of_the_quarters_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(project), "--last-year", str(project)]) == 2
    assert "这里需要2015年度的" in capsys.readouterr().err
    last = _changed_copy(project, project.with_name("b.xjd"), year=2015, website=Decimal(9))
    assert main(["check", str(project), "--quarters", *[str(last)] * 4]) == 2


def test_a_last_year_in_another_form_is_told_once_and_not_compared(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, last = tmp_path / "new.xjd", tmp_path / "last.xjd"
    main(["new", "--form", "zfxxgk-2021", "--year", "2024", "-o", str(new)])
    _changed_copy(project, last, year=2023, website=Decimal(9))
    capsys.readouterr()
    assert main(["check", str(new), "--last-year", str(last), "--json"]) in (0, 1)
    findings = json.loads(capsys.readouterr().out)["findings"]
    told = [f["message"] for f in findings if "口径已变，不可比" in f["message"]]
    assert len(told) == 1


def test_a_report_can_be_begun_from_last_years(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.xjd"
    assert main([*_NEW_FROM, str(project), "-o", str(new)]) == 0
    begun, last = read_project(new), read_project(project)
    assert begun.report.year == 2017
    assert begun.report.values == {}
    assert begun.report.chapter("overview") == last.report.chapter("overview")
    assert begun.document_id != last.document_id
    assert main([*_NEW_FROM, str(new), "-o", str(tmp_path / "b.xjd")]) == 2
    assert "这里需要2016年度的" in capsys.readouterr().err


def test_no_output_replaces_the_source_or_another_output(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, target = project.read_bytes(), str(tmp_path / "a")
    text = tmp_path / "a.txt"
    text.write_bytes(_SAMPLE.read_bytes())
    cases = [
        ["export", str(project), "--pdf", str(project)],
        ["export", str(project), "--xlsx", str(tmp_path / "." / project.name)],
        ["export", str(project), "--pdf", target, "--xlsx", target],
        ["import", str(text), "-o", str(text), "--force"],
        ["picture", str(project), "-o", str(project)],
        [*_NEW_FROM, str(project), "-o", str(project), "--force"],
    ]
    for case in cases:
        assert main(case) == 2
        assert "为免覆盖没有写入" in capsys.readouterr().err
    assert project.read_bytes() == before
    assert text.read_bytes() == _SAMPLE.read_bytes()
    assert not Path(target).exists()


def test_whatever_goes_wrong_is_a_sentence_and_exit_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("bug")

    monkeypatch.setattr("xjdesk.app.commands.shipped_forms", fail)
    assert main(["forms"]) == 2
    assert capsys.readouterr().err.startswith("程序出错")


def test_output_that_nobody_reads_to_the_end_is_no_traceback(project: Path) -> None:
    script = f"{sys.executable} -m xjdesk check '{project}' | head -c 1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "zfxxgk-2014"', 'id = "other"'),
        ("[[relations]]", "[[relations"),
        ('table = "statistics"\nseverity', 'table = "none"\nseverity'),
        ('{ id = "website", ', '{ id = "site", '),
    ],
)
def test_a_form_in_the_file_that_does_not_fit_the_report_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    opened = read_project(project)
    source = opened.form_source.replace('id = "zfxxgk-2014"', 'id = "gone"', 1)
    source = source.replace(old.replace("zfxxgk-2014", "gone"), new, 1)
    write_project(
        project, replace(opened, report=replace(opened.report, form_id="gone"), form_source=source)
    )
    assert main(["check", str(project)]) == 2
    assert "报表格式与数据不符" in capsys.readouterr().err


def test_a_number_that_comes_from_a_cell_the_form_does_not_have_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = read_project(project)
    old = opened.report.chapter("overview").paragraphs[:1]
    source = FigureSource(FigureKind.VALUE, (CellAddress("statistics", "gone", "count"),))
    new = Paragraph(old[0].text, (Figure(0, 4, source),))
    report = apply(opened.report, Change(ParagraphAddress("overview", 0), old, (new,)))
    write_project(project, replace(opened, report=report))
    assert main(["check", str(project)]) == 2
    assert "报表格式与数据不符" in capsys.readouterr().err


def test_a_form_no_longer_shipped_is_taken_from_the_file(project: Path) -> None:
    opened = read_project(project)
    source = opened.form_source.replace('id = "zfxxgk-2014"', 'id = "gone"', 1)
    write_project(
        project, replace(opened, report=replace(opened.report, form_id="gone"), form_source=source)
    )
    assert main(["check", str(project)]) == 1


def test_relations_mended_since_reach_files_written_before(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = read_project(project)
    source = opened.form_source[: opened.form_source.index("[[relations]]")]
    write_project(project, replace(opened, form_source=source))
    assert main(["check", str(project)]) == 1
    assert "H14-12c" in capsys.readouterr().out


def test_the_forms_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms"]) == 0
    assert "zfxxgk-2014\t2014—2018\t" in capsys.readouterr().out


def test_unusable_input_is_one_sentence_exit_2_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xjd"
    bad.write_bytes(b"no project")
    target = tmp_path / "target"
    cases = [
        ["check", str(bad)],
        ["check", str(tmp_path / "none.xjd")],
        ["import", str(bad), "-o", str(target)],
        ["import", str(tmp_path), "-o", str(target)],
        ["export", str(bad), "--pdf", str(target)],
        ["new", "--form", "none", "--year", "2016", "-o", str(target)],
    ]
    for case in cases:
        assert main(case) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.splitlines()) == 1
        assert "。" in said.err
        assert not target.exists()


def test_a_name_that_no_file_can_have_is_one_sentence_for_every_command(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = str(tmp_path / ("长" * 400))
    cases = [
        ["check", long],
        ["import", str(_SAMPLE), "-o", long],
        ["import", long, "-o", str(tmp_path / "a.xjd")],
        ["export", str(project), "--pdf", long],
        ["export", long, "--xlsx", str(tmp_path / "a.xlsx")],
        ["new", "--form", "zfxxgk-2014", "--year", "2016", "-o", long],
    ]
    for case in cases:
        assert main(case) == 2, case
        said = capsys.readouterr()
        assert "长长长" in said.err.splitlines()[-1]
        assert "程序出错" not in said.err
    assert [path for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".xjd")] == [project]


def test_an_export_without_a_target_and_one_that_cannot_be_written_are_said(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(project)]) == 2
    assert main(["export", str(project), "--xlsx", str(tmp_path / "no" / "a.xlsx")]) == 2
    assert "文件夹不存在" in capsys.readouterr().err


def test_an_existing_project_is_not_overwritten_unless_told_to(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = project.read_bytes()
    new = ["new", "--form", "zfxxgk-2014", "--year", "2017", "-o", str(project)]
    assert main(new) == 2
    assert "已经存在" in capsys.readouterr().err
    assert project.read_bytes() == before
    assert main([*new, "--force"]) == 0
    assert project.read_bytes() != before


def test_nonsense_on_the_command_line_exits_with_2() -> None:
    for nonsense in (["new", "--form", "f", "--year", "16", "-o", "x"], ["bogus"]):
        with pytest.raises(SystemExit) as caught:
            main(nonsense)
        assert caught.value.code == 2


def test_import_says_what_was_inferred(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(_SAMPLE), "-o", str(tmp_path / "a.xjd")])
    assert "上行文" in capsys.readouterr().out


def test_a_backup_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup_folder().parent.mkdir(parents=True)
    backup_folder().touch()
    path = str(tmp_path / "a.xjd")
    assert main(["new", "--form", "zfxxgk-2014", "--year", "2016", "-o", path]) == 0
    assert "备份没有写成" in capsys.readouterr().out

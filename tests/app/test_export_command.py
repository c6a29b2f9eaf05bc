from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from xjdesk.app import main
from xjdesk.core.report import Paragraph, Report
from xjdesk.resource_files import resource
from xjdesk.storage.project_file import read_project, write_project
from xjdesk.typesetting.document import Typesetter

_SAMPLE = Path(str(resource("samples", "xiji-2016.txt")))
_MARK, _NUMBER, _IMPRINT = "西吉县人民政府文件", "西政发〔2017〕12号", "抄送"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "西吉 2016.xjd"
    assert main(["import", str(_SAMPLE), "-o", str(path)]) == 0
    return path


def _export(project: Path, *options: str) -> tuple[list[str], str]:
    """The text of each page as the command line sets it, and what it says beside."""
    pdf = project.with_suffix(".pdf")
    command = [sys.executable, "-m", "xjdesk", "export", str(project), "--pdf", str(pdf), *options]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == b""
    document = pypdfium2.PdfDocument(pdf)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts, done.stderr.decode()


def _left_mm(pdf: Path, page_index: int) -> float:
    """Where the leftmost character of a page stands."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page_index].get_textpage()
    boxes = [text.get_charbox(index, loose=True) for index in range(text.count_chars())]
    document.close()
    return min(box[0] for box in boxes if box[2] > box[0]) * 25.4 / 72


def test_the_letterhead_is_printed_unless_told_otherwise(project: Path) -> None:
    for options in ([], ["--letterhead", "full"]):
        texts, _ = _export(project, *options)
        assert _MARK in texts[0]
        assert _NUMBER in texts[0]
        assert any(_IMPRINT in text for text in texts)


def test_for_red_headed_paper_only_the_red_parts_are_left_out(project: Path) -> None:
    texts, _ = _export(project, "--letterhead", "preprinted")
    assert _MARK not in texts[0]
    assert _NUMBER in texts[0]
    assert any(_IMPRINT in text for text in texts)


def test_without_letterhead_there_is_no_imprint_either(project: Path) -> None:
    texts, _ = _export(project, "--letterhead", "none")
    assert _MARK not in texts[0]
    assert _NUMBER not in texts[0]
    assert not any(_IMPRINT in text for text in texts)


def test_single_sided_pages_all_have_the_binding_margin_on_the_left(project: Path) -> None:
    pdf = project.with_suffix(".pdf")
    _export(project)
    assert _left_mm(pdf, 1) == pytest.approx(26.0, abs=0.5)
    _export(project, "--single-sided")
    assert _left_mm(pdf, 1) == pytest.approx(28.0, abs=0.5)


def test_an_unknown_letterhead_is_said_in_chinese(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export", str(project), "--pdf", "a.pdf", "--letterhead", "red"])
    assert caught.value.code == 2
    assert "红头应为full、preprinted、none中的一种，不是“red”" in capsys.readouterr().err


def test_page_options_without_a_pdf_are_refused(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.xlsx"
    for options in (["--single-sided"], ["--letterhead", "none"]):
        assert main(["export", str(project), "--xlsx", str(target), *options]) == 2
        assert "只用于PDF" in capsys.readouterr().err
        assert not target.exists()


def test_characters_that_no_font_has_are_named_beside_the_output(project: Path) -> None:
    _rewrite(project, lambda report: _with_text(report, "姓名😀。"))
    texts, said = _export(project)
    assert any("姓名〓。" in text for text in texts)
    assert "没有字体能显示“😀”" in said


def test_what_typesetting_adjusted_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typeset = Typesetter.typeset
    sentences = ("行距由29.6磅调整为29.0磅。", "字距略有压缩。")
    monkeypatch.setattr(
        Typesetter, "typeset", lambda *given: replace(typeset(*given), adjustments=sentences)
    )
    assert main(["export", str(project), "--pdf", str(project.with_suffix(".pdf"))]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-2:] == list(sentences)


def _with_text(report: Report, text: str) -> Report:
    first, *others = report.chapters
    return replace(report, chapters=(replace(first, paragraphs=(Paragraph(text),)), *others))


def _rewrite(project: Path, change: Callable[[Report], Report]) -> None:
    opened = read_project(project)
    write_project(project, replace(opened, report=change(opened.report)))

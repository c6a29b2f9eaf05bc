"""Files made to do harm, or simply the wrong ones, given to the command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.storage.forged_zip import ForgedEntry, forged_zip
from tests.storage.stored_formats import PRESENT, stored_entries, stored_project, whole_project
from xjdesk.app import main
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_SAMPLE = Path(str(resource("samples", "xiji-2016.txt")))
_MEGABYTE = 1024 * 1024
_MOST_MEMORY = 100 * _MEGABYTE
_TYPES = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
_LAUGHS = (
    b'<!DOCTYPE lolz [<!ENTITY lol0 "lol">'
    + b"".join(b'<!ENTITY lol%d "%s">' % (n, b"&lol%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><sst>&lol9;</sst>"
)
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>'
_ROW = b'<row><c t="inlineStr"><is><t>1</t></is></c></row>'


def _office(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**_TYPES, **parts}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _book(**parts: bytes) -> bytes:
    sheet = parts.get("sheet", b"<worksheet/>")
    strings = parts.get("strings", b"<sst/>")
    return _office(
        {
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": sheet,
            "xl/sharedStrings.xml": strings,
        }
    )


def _rows() -> bytes:
    return _book(sheet=b"<worksheet>" + _ROW * 1_000_000 + b"</worksheet>")


_OFFICE_FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a workbook": ("Excel 工作簿", _book),
    "a million rows": ("Excel 工作簿", _rows),
    "billion laughs": ("Excel 工作簿", lambda: _book(strings=_LAUGHS)),
    "a bomb": ("Excel 工作簿", lambda: _book(sheet=bytes(100 * _MEGABYTE))),
    "macros": ("带宏的 Excel 工作簿", lambda: _office({"xl/a": b"", "xl/vbaProject.bin": b"x"})),
    "an external entity": ("Word 文档", lambda: _office({"word/document.xml": _OUTSIDE})),
    "macros in a document": (
        "带宏的 Word 文档",
        lambda: _office({"word/document.xml": b"", "word/vbaProject.bin": b"x"}),
    ),
    "encrypted": ("加密的 Office 文件", lambda: _OLE + "EncryptedPackage".encode("utf-16-le")),
    "an old workbook": ("旧版 Excel 工作簿", lambda: _OLE + "Workbook".encode("utf-16-le")),
    "a way out": ("Word 文档", lambda: _office({"word/../../../x": b"", "/etc/passwd": b""})),
    "one name twice": (
        "Excel 工作簿",
        lambda: forged_zip([ForgedEntry(b"xl/workbook.xml", b"<a/>")] * 2),
    ),
    "a page": ("网页", lambda: "<html><script>2016年度报告</script></html>".encode()),
    "a pdf": ("PDF 文件", lambda: b"%PDF-1.7\n1 0 obj <</JS (app.alert(1))>> endobj"),
}


def _refused(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence with which the command is refused, in little memory."""
    tracemalloc.start()
    try:
        assert main([str(argument) for argument in arguments]) == 2
        assert tracemalloc.get_traced_memory()[1] < _MOST_MEMORY
    finally:
        tracemalloc.stop()
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.count("。") == 1
    return told.err


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "西吉.xjd"
    path.write_bytes(stored_project(PRESENT))
    return path


@pytest.mark.parametrize("trick", _OFFICE_FILES)
def test_a_file_of_another_program_is_refused_by_every_command(
    trick: str, tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind, make = _OFFICE_FILES[trick]
    data = make()
    new = tmp_path / "新.xjd"
    for name in ("年报.xlsx", "年报.txt", "年报.xjd"):
        path = tmp_path / name
        path.write_bytes(data)
        for arguments in (
            ("import", path, "-o", new),
            ("check", path),
            ("check", project, "--last-year", path),
            ("check", project, "--quarters", project, project, project, path),
            ("export", path, "--xlsx", tmp_path / "a.xlsx"),
        ):
            sentence = _refused(*arguments, capsys=capsys)
            assert f"“{name}”是" in sentence
            assert kind in sentence
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        *sorted(["年报.xlsx", "年报.txt", "年报.xjd", project.name])
    ]


def test_a_workbook_larger_than_any_text_is_still_called_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.xlsx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/media/image1.png", bytes(30 * _MEGABYTE))
    path.write_bytes(buffer.getvalue())
    for arguments in (("import", path, "-o", tmp_path / "新.xjd"), ("check", path)):
        assert "是 Office 文件，又太大" in _refused(*arguments, capsys=capsys)


def test_a_text_of_a_million_rows_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(_SAMPLE.read_bytes() + b"5\n" * 1_000_000)
    assert "太长" in _refused("import", path, "-o", tmp_path / "新.xjd", capsys=capsys)


def test_a_project_that_is_damaged_is_refused(
    tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "坏.xjd"
    for data in (b"", bytes(5000), stored_project(PRESENT)[:-9], stored_project(2)[:4000]):
        damaged.write_bytes(data)
        for arguments in (
            ("check", damaged),
            ("check", project, "--last-year", damaged),
            ("export", damaged, "--xlsx", tmp_path / "a.xlsx"),
        ):
            assert "“坏.xjd”已损坏" in _refused(*arguments, capsys=capsys)


def _strange_form() -> bytes:
    """A project in a form that only its file knows, whose words would keep the checks for ever."""
    form = shipped_forms().source("zfxxgk-2014").replace("zfxxgk-2014", "zfxxgk-2010", 1)
    phrase = """
[[text.phrases]]
cells = ["statistics.received.count"]
units = ["件"]
words = ["(a+)+$"]
"""
    report: dict[str, Any] = json.loads(stored_entries(PRESENT)["report.json"])
    report["form"] = "zfxxgk-2010"
    report["chapters"][0]["paragraphs"][0]["text"] = "收到申请" + "a" * 60 + "5件。"
    return whole_project(
        {
            "report.json": json.dumps(report).encode(),
            "form.toml": (form.split("[text]")[0] + phrase).encode(),
        }
    )


def test_words_in_a_file_that_never_end_do_not_keep_the_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "报告.xjd"
    path.write_bytes(_strange_form())
    assert main(["check", str(path)]) in (0, 1)
    assert main(["export", str(path), "--xlsx", str(tmp_path / "a.xlsx")]) == 0
    assert "Traceback" not in capsys.readouterr().err


_WATCHED = """
import sys
from xjdesk.app import main

FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.fork", "pty.", "ctypes.", "pickle.", "shelve.", "urllib.", "http.", "ftplib.",
    "smtplib.", "webbrowser.", "winreg.", "sqlite3.", "cpython.run_",
)
MARK = "harmful_payload"
seen = []

def watch(event, arguments):
    told = event.startswith(FORBIDDEN)
    # Modules may be loaded, and Python compiles the methods of records; neither from a file.
    if event in ("compile", "exec", "import", "open", "marshal.loads", "code.__new__") and not told:
        told = any(MARK in text(argument) for argument in arguments)
    if event == "open" and isinstance(arguments[1], str) and set("wax+") & set(arguments[1]):
        told = told or not text(arguments[0]).startswith(sys.argv[1])
    if told:
        seen.append((event, *map(text, arguments)))

def text(argument):
    if isinstance(argument, bytes):
        return argument.decode("utf-8", "replace")
    return argument if isinstance(argument, str) else getattr(argument, "co_filename", "")

sys.addaudithook(watch)
if sys.argv[2] != "nothing":
    codes = [main(["check", sys.argv[2]]), main(["export", *sys.argv[2:]])]
    print(codes, file=sys.stderr)
else:
    compile("harmful_payload", "x", "eval")
    import socket
    socket.socket().close()
    open(sys.argv[3], "w").close()
print(ascii("|".join(" ".join(event) for event in seen)))
"""


def _watched(allowed: Path, *arguments: str | Path) -> tuple[str, str]:
    command = [sys.executable, "-c", _WATCHED, str(allowed), *map(str, arguments)]
    # What writes a workbook keeps a part of it in a temporary file.
    environment = {**os.environ, "TMPDIR": str(allowed), "TEMP": str(allowed)}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1], done.stderr


def test_nothing_in_a_file_is_run_and_nothing_is_sent(tmp_path: Path, user_folder: Path) -> None:
    payload = "__import__('os').system('harmful_payload')"
    report: dict[str, Any] = json.loads(stored_entries(PRESENT)["report.json"])
    report["fields"]["letterhead/title"] = f"=cmd|'/C {payload}'!A0"
    report["fields"]["letterhead/issuer"] = f"{{{payload}}}"
    report["values"]["statistics.staff.count"] = {"text": payload}
    report["chapters"][0]["heading"] = f"<script>{payload}</script>{{year.__class__}}%s"
    report["chapters"][0]["paragraphs"][0]["text"] = f"![x](http://harmful_payload/) {payload}"
    entries: dict[str, bytes | None] = {
        "report.json": json.dumps(report).encode(),
        "originals/harmful_payload.py": payload.encode(),
        "originals/conftest.py": payload.encode(),
        "originals/pickle.pkl": b"cos\nsystem\n(S'harmful_payload'\ntR.",
    }
    path = tmp_path / "报告.xjd"
    path.write_bytes(whole_project(entries))
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    seen, told = _watched(tmp_path, path, "--pdf", pdf, "--xlsx", xlsx)
    assert seen == "''"
    assert "[1, 0]" in told or "[0, 0]" in told
    for trick in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile"):
        assert trick not in pdf.read_bytes()
    with zipfile.ZipFile(xlsx) as archive:
        names = archive.namelist()
        assert not [n for n in names if "externalLink" in n or "vba" in n or n.endswith(".bin")]
        assert not any(b"<f" + end in archive.read(n) for n in names for end in (b">", b" "))


def test_the_watch_sees_what_it_should(tmp_path: Path) -> None:
    seen, _ = _watched(Path("/nowhere"), "nothing", tmp_path / "written")
    assert "compile harmful_payload" in seen
    assert "socket.__new__" in seen
    assert "written" in seen

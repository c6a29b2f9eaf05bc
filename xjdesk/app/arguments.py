"""The command line: a stable contract, described in README.md."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path

from xjdesk import __version__
from xjdesk.storage.files.presence import is_there
from xjdesk.typesetting.page_options import Letterhead, PageOptions


@dataclass
class Arguments(argparse.Namespace):
    """What was asked for; `command` is empty for the window."""

    command: str = ""
    file: Path | None = None
    output: Path | None = None
    form: str | None = None
    year: int = 0
    force: bool = False
    json: bool = False
    last_year: Path | None = None
    begin_from: Path | None = None
    quarters: list[Path] = field(default_factory=list[Path])
    pdf: Path | None = None
    xlsx: Path | None = None
    letterhead: Letterhead = Letterhead.FULL
    single_sided: bool = False

    @property
    def page_options(self) -> PageOptions:
        """How the pages are to be set."""
        return PageOptions(double_sided=not self.single_sided, letterhead=self.letterhead)


_LETTERHEADS = "、".join(Letterhead)
_COMMANDS = ("new", "import", "check", "export", "forms", "picture")


def read_arguments(argv: list[str]) -> Arguments:
    """Read the arguments; exits with code 2 and a message when they make no sense."""
    if argv and argv[0] in _COMMANDS:
        return _command_parser().parse_args(argv, namespace=Arguments())
    parser = argparse.ArgumentParser(
        prog="xjdesk",
        description="西吉填报：编写、审核、打印政府信息公开工作年度报告。",
        epilog=f"命令：{'、'.join(_COMMANDS)}；用 xjdesk 命令 --help 查看各命令的用法。",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="要打开的项目文件")
    parser.add_argument("--version", action="version", version=f"xjdesk {__version__}")
    arguments = parser.parse_args(argv, namespace=Arguments())
    if arguments.file and not arguments.file.suffix and not is_there(arguments.file):
        parser.exit(2, f"没有“{arguments.file}”这个命令或文件，请用 xjdesk --help 查看用法。\n")
    return arguments


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="xjdesk")
    commands = parser.add_subparsers(dest="command", required=True)

    new = commands.add_parser("new", help="新建空白报告")
    new.add_argument("--form", required=True, metavar="ID", help="报表格式，见 xjdesk forms")
    new.add_argument("--year", required=True, type=_year, metavar="Y", help="报告年度")
    new.add_argument(
        "--from", dest="begin_from", type=Path, metavar="FILE", help="沿用上年项目文件的文字"
    )
    _add_output(new)
    _add_force(new)

    imported = commands.add_parser("import", help="把已有的报告（.txt、网页）读入项目文件")
    imported.add_argument("file", type=Path, metavar="SOURCE")
    imported.add_argument("--form", metavar="ID", help="报表格式，默认按原文的表格和报告年度选用")
    _add_output(imported)
    _add_force(imported)

    check = commands.add_parser("check", help="审核")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true", help="以JSON列出")
    check.add_argument("--last-year", type=Path, metavar="FILE", help="上年的项目文件，用来比较")
    check.add_argument(
        "--quarters", type=Path, nargs=4, metavar="FILE", default=[], help="四个季度的项目文件"
    )
    check.add_argument("--xlsx", type=Path, metavar="P", help="另把问题清单存为Excel表")

    export = commands.add_parser("export", help="导出")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--pdf", type=Path, metavar="P", help="可直接打印的PDF文件")
    export.add_argument("--xlsx", type=Path, metavar="P", help="上报用的Excel表")
    export.add_argument(
        "--letterhead",
        type=_letterhead,
        metavar="full|preprinted|none",
        default=Letterhead.FULL,
        help="PDF的红头：full 印出红头（默认），preprinted 打印在红头纸上，none 不带红头、版记",
    )
    export.add_argument("--single-sided", action="store_true", help="PDF按单面印刷排版")

    commands.add_parser("forms", help="列出报表格式")

    picture = commands.add_parser("picture", help="把打开该项目的窗口存为图片")
    picture.add_argument("file", type=Path, metavar="FILE")
    _add_output(picture)
    return parser


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖它")


def _letterhead(text: str) -> Letterhead:
    try:
        return Letterhead(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"红头应为{_LETTERHEADS}中的一种，不是“{text}”") from None


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"报告年度应为2000至2100之间的年份，不是“{text}”")
    return int(text)

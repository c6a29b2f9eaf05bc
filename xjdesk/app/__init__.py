"""The composition root: command line in, a headless command or the window out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xjdesk.app.arguments import Arguments, read_arguments
from xjdesk.app.garbage import put_off_collection
from xjdesk.core.errors import UserError

if TYPE_CHECKING:
    from logging import Logger

EXIT_UNUSABLE = 2
"""The exit code for input or output that cannot be used."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (without its name); returns the exit code.

    Without any it takes those of the process, and the process for its own.
    """
    if argv is None:
        put_off_collection()
    _use_safe_output()
    arguments = read_arguments(list(sys.argv[1:] if argv is None else argv))
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except UserError as error:
        _log().warning("%s | %s", error.sentence, error.detail)
        print(error.sentence, file=sys.stderr)
        return EXIT_UNUSABLE
    except BrokenPipeError:
        # Whoever reads our output has had enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_UNUSABLE
    except Exception:
        # The contract of the command line: whatever happens is one sentence and this exit code.
        log = _log()
        log.exception("unforeseen")
        print("程序出错，没有完成；详情见日志文件，请把它交给维护人员。", file=sys.stderr)
        return EXIT_UNUSABLE
    return code


def _run(arguments: Arguments) -> int:
    if arguments.command == "":
        from xjdesk.app.window import open_window

        return open_window(arguments)
    from xjdesk.app.commands import COMMANDS

    return COMMANDS[arguments.command](arguments)


def _log() -> Logger:
    """The log, loaded only now: most commands have nothing to write in it."""
    import logging

    from xjdesk.app.logs import start_log

    start_log()
    return logging.getLogger(__name__)


def _use_safe_output() -> None:
    """Let a console that cannot show a character show another instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

"""The program's window, shown on a project; both its file and that of the settings are named."""

from __future__ import annotations

import sys
from pathlib import Path

from xjdesk.app.garbage import put_off_collection, resume_collection


def main() -> None:
    """Go the way of the command without arguments, up to the painted window."""
    put_off_collection()
    from shown import end_when_painted

    from xjdesk.app.window import make_services
    from xjdesk.gui.application import run

    def started() -> None:
        resume_collection()
        end_when_painted()

    project, settings = map(Path, sys.argv[1:])
    run(make_services(settings), project, sys.argv[:1], started)


if __name__ == "__main__":
    main()

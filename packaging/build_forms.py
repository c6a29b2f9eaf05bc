"""Compiles the Designer forms in ui/ to Python modules in xjdesk/gui/forms.

    python packaging/build_forms.py            writes ui_<name>.py for every ui/<name>.ui
    python packaging/build_forms.py --check    writes nothing; exit code 1 when one would change

Needs the development environment: the compiler comes with PySide6.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_END_OF_BANNER = "#" * 80


class FormBuildError(Exception):
    """A form could not be compiled; the message says which and why."""


def compiler() -> Path:
    """The form compiler inside the installed PySide6. Raises FormBuildError when there is none."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise FormBuildError("PySide6 is not installed")
    package = Path(spec.submodule_search_locations[0])
    program = package / "uic.exe" if os.name == "nt" else package / "Qt" / "libexec" / "uic"
    if not program.is_file():
        raise FormBuildError(f"PySide6 has no form compiler at {program}")
    return program


def compile_form(form: Path) -> str:
    """The module for one .ui file, the same on every system. Raises FormBuildError."""
    done = subprocess.run(
        [str(compiler()), "--generator", "python", str(form)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise FormBuildError(f"{form.name}: {done.stderr.decode(errors='replace').strip()}")
    text = done.stdout.decode("utf-8").replace("\r\n", "\n")
    # The banner ends with a line of this many signs and names the version of the compiler.
    _, banner_end, body = text.rpartition(_END_OF_BANNER)
    if not banner_end:
        raise FormBuildError(f"{form.name}: the compiler wrote no banner")
    note = f'"""Made from ui/{form.name} by packaging/build_forms.py; not to be edited."""'
    return f"{note}\n\n{body.strip()}\n"


def build(forms: Path, modules: Path, *, check: bool) -> list[Path]:
    """Compile every form of a folder; return the modules that differ from what they should be.

    Those are written, or removed when their form is gone, unless `check`. Raises FormBuildError.
    """
    wanted = {
        modules / f"ui_{form.stem}.py": compile_form(form) for form in sorted(forms.glob("*.ui"))
    }
    stale = [path for path in sorted(modules.glob("ui_*.py")) if path not in wanted]
    changed = [path for path, text in wanted.items() if _text(path) != text]
    if not check:
        for path in stale:
            path.unlink()
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
    return [*changed, *stale]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description="Compiles ui/*.ui to xjdesk/gui/forms.")
    parser.add_argument("--check", action="store_true", help="only compare; exit code 1 if not")
    check: bool = parser.parse_args(arguments).check
    try:
        differing = build(_ROOT / "ui", _ROOT / "xjdesk" / "gui" / "forms", check=check)
    except FormBuildError as error:
        print(error, file=sys.stderr)
        return 2
    for path in differing:
        print(f"{'differs' if check else 'written or removed'}: {path.relative_to(_ROOT)}")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

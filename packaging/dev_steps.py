"""What `run` and `test` do, one command line after another."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SAMPLE = Path("resources", "samples", "xiji-2016.txt")
OUT = Path("out")
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# The platform without a screen warns of what it cannot do with windows; here nobody misses it.
_PICTURE = {**_OFFSCREEN, "QT_LOGGING_RULES": "default.warning=false"}
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Step:
    """One command line: what is said before it, and what is added to its surroundings."""

    title: str
    command: tuple[str, ...]
    environ: Mapping[str, str] = field(default_factory=dict[str, str])


def check_steps(python: Path, display: bool, pytest_arguments: Sequence[str]) -> list[Step]:
    """Every check and then the tests, cheapest first."""

    def module(title: str, *words: str, environ: Mapping[str, str] | None = None) -> Step:
        return Step(title, (str(python), "-m", *words), environ or {})

    return [
        module("ruff check", "ruff", "check"),
        module("ruff format --check", "ruff", "format", "--check"),
        module(
            "pyright",
            *("pyright", "--pythonpath", str(python)),
            # Its wrapper would otherwise ask the package index whether there is a later version.
            environ={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        ),
        # Not its script: that holds the place where the environment was first made.
        Step("lint-imports", (str(python), "-c", _LINT_IMPORTS)),
        module("pytest", "pytest", *pytest_arguments, environ={} if display else _OFFSCREEN),
    ]


def run_steps(python: Path, display: bool, root: Path) -> list[Step]:
    """The founding document in the window; without a display, its pages, table and a picture."""
    project, pdf, xlsx, picture = (
        str(OUT / name)
        for name in ("xiji-2016.xjd", "xiji-2016.pdf", "xiji-2016.xlsx", "xiji-2016-window.png")
    )

    def xjdesk(title: str, *words: str, environ: Mapping[str, str] | None = None) -> Step:
        return Step(title, (str(python), "-m", "xjdesk", *words), environ or {})

    steps: list[Step] = []
    if not (root / project).exists():
        steps.append(xjdesk(f"making {project}", "import", str(_SAMPLE), "-o", project))
    if display:
        return [*steps, xjdesk(f"opening {project}", project)]
    return [
        *steps,
        xjdesk(
            f"no display; writing {pdf} and {xlsx}",
            *("export", project, "--pdf", pdf, "--xlsx", xlsx),
        ),
        xjdesk(
            f"no display; drawing the window in {picture}",
            *("picture", project, "-o", picture),
            environ=_PICTURE,
        ),
    ]


def perform(
    steps: Sequence[Step], root: Path, call: Callable[[Step, Path], int] | None = None
) -> int:
    """Do the steps in the folder `root` until one fails; return its exit code, or 0."""
    for step in steps:
        print(f"== {step.title}", flush=True)
        code = (call or _call)(step, root)
        if code:
            return code
    return 0


def _call(step: Step, root: Path) -> int:
    environ = {**os.environ, **step.environ}
    return subprocess.run(step.command, cwd=root, env=environ, check=False).returncode

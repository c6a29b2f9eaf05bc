"""The set-up of a fresh machine: what it refuses, what it installs, what it runs."""

from __future__ import annotations

import ast
import re
import runpy
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev_command
import dev_libraries
from dev_environment import Environment
from dev_error import SetUpError
from dev_steps import Step, check_steps, perform, run_steps

_ROOT = Path(__file__).resolve().parents[2]
_DEV = _ROOT / "packaging" / "dev.py"
_CONSTRAINTS = _ROOT / "packaging" / "constraints.txt"
_PYTHON = Path("python")


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    """A checkout whose environment looks installed."""
    tmp_path.joinpath("packaging").mkdir()
    tmp_path.joinpath("pyproject.toml").write_text("[project]", encoding="utf-8")
    tmp_path.joinpath("packaging", "constraints.txt").write_text("a==1", encoding="utf-8")
    environment = Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.folder.joinpath("xjdesk-installed").write_text(environment.fingerprint())
    return environment


def test_an_old_python_can_read_the_script_to_be_refused_by_it() -> None:
    ast.parse(_DEV.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
def test_another_python_is_told_in_one_line_which_is_wanted(
    version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "version", "9.8.7 (main)")
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(str(_DEV))
    complaint = str(stop.value)
    assert "3.11 to 3.13" in complaint
    assert "9.8.7" in complaint
    assert "\n" not in complaint


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 13, 9)])
def test_the_pythons_that_fit_are_taken(
    version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert runpy.run_path(str(_DEV))["NEWEST"] == (3, 13)


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_a_display_is_there_on_desktops_and_where_one_is_named(
    platform: str, environ: dict[str, str], expected: bool
) -> None:
    assert dev_command.has_display(platform, environ) is expected


@pytest.mark.parametrize("words", [[], ["build"], ["run", "more"]])
def test_a_command_line_that_is_not_understood_is_answered_with_the_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev_command.main(words) == 2
    assert "dev.py run" in capsys.readouterr().err


def test_an_installed_environment_is_left_alone(checkout: Environment) -> None:
    before = checkout.python.stat().st_mtime_ns
    assert checkout.make_ready() == checkout.python
    assert checkout.python.stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_an_environment_is_out_of_date_when_what_decides_it_changes(
    checkout: Environment, name: str
) -> None:
    assert checkout.is_ready(checkout.fingerprint())
    checkout.root.joinpath(name).write_text("changed", encoding="utf-8")
    assert not checkout.is_ready(checkout.fingerprint())


def test_an_environment_without_interpreter_or_half_installed_is_not_ready(
    checkout: Environment,
) -> None:
    wanted = checkout.fingerprint()
    checkout.python.unlink()
    assert not checkout.is_ready(wanted)
    checkout.python.touch()
    checkout.folder.joinpath("xjdesk-installed").unlink()
    assert not checkout.is_ready(wanted)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_environments_is_told_the_package_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        tmp_path.joinpath(name).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(name).touch()
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name == module else object()
    )
    with pytest.raises(SetUpError, match="python3-venv"):
        Environment(tmp_path).make_ready()


def test_only_packages_that_are_not_installed_are_missing() -> None:
    installed = "libgl1 installed\nlibglib2.0-0t64 installed\nlibegl1 config-files\n"
    wanted = ("libgl1", "libglib2.0-0", "libegl1", "libdbus-1-3")
    assert dev_libraries.missing_from(wanted, installed) == ["libegl1", "libdbus-1-3"]


def test_every_check_runs_before_the_tests_which_take_the_further_arguments() -> None:
    steps = check_steps(_PYTHON, False, ["-k", "name"])
    titles = [step.title for step in steps]
    assert titles == ["ruff check", "ruff format --check", "pyright", "lint-imports", "pytest"]
    assert steps[-1].command == ("python", "-m", "pytest", "-k", "name")
    assert steps[-1].environ["QT_QPA_PLATFORM"] == "offscreen"
    assert check_steps(_PYTHON, True, [])[-1].environ == {}


def test_the_first_failure_stops_and_its_exit_code_is_the_result(tmp_path: Path) -> None:
    codes = {"a": 0, "b": 3, "c": 0}
    done: list[str] = []

    def call(step: Step, root: Path) -> int:
        assert root == tmp_path
        done.append(step.title)
        return codes[step.title]

    assert perform([Step(title, ()) for title in codes], tmp_path, call) == 3
    assert done == ["a", "b"]


def test_a_step_runs_in_the_checkout_with_what_it_adds_to_the_environment(tmp_path: Path) -> None:
    program = "import os, pathlib; pathlib.Path('said').write_text(os.environ['WORD'])"
    step = Step("write", (sys.executable, "-c", program), {"WORD": "西吉"})
    assert perform([step], tmp_path) == 0
    assert tmp_path.joinpath("said").read_text() == "西吉"


def test_the_window_opens_on_the_founding_document_made_once(tmp_path: Path) -> None:
    first = [step.command[3:] for step in run_steps(_PYTHON, True, tmp_path)]
    project = str(Path("out", "xiji-2016.xjd"))
    assert [words[0] for words in first] == ["import", project]
    assert first[0][-1] == project
    tmp_path.joinpath("out").mkdir()
    tmp_path.joinpath(project).touch()
    assert [step.command[3:] for step in run_steps(_PYTHON, True, tmp_path)] == [(project,)]


def test_without_a_display_the_pages_the_table_and_a_picture_are_written(tmp_path: Path) -> None:
    steps = run_steps(_PYTHON, False, tmp_path)
    assert [step.command[3] for step in steps] == ["import", "export", "picture"]
    written = {Path(word).name for step in steps for word in step.command if "out" in word}
    assert written == {
        "xiji-2016.xjd",
        "xiji-2016.pdf",
        "xiji-2016.xlsx",
        "xiji-2016-window.png",
    }
    assert steps[-1].environ["QT_QPA_PLATFORM"] == "offscreen"


def test_every_package_that_is_required_is_pinned_at_what_is_installed() -> None:
    text = _CONSTRAINTS.read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    assert pinned.pop(canonicalize_name("colorama"))  # Required on Windows alone.
    assert {name: metadata.version(name) for name in _required()} == pinned


def _required() -> set[str]:
    """The names of all packages that the project and its development require, indirectly too."""
    project = tomllib.loads(_ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo = [Requirement(text) for text in project["dependencies"]]
    todo += [Requirement(text) for text in project["optional-dependencies"]["dev"]]
    found: set[str] = set()
    seen: set[str] = set()
    while todo:
        requirement = todo.pop()
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        found.add(canonicalize_name(requirement.name))
        for text in metadata.requires(requirement.name) or []:
            further = Requirement(text)
            extras = requirement.extras or {""}
            if further.marker is None or any(
                further.marker.evaluate({"extra": extra}) for extra in extras
            ):
                todo.append(further)
    found.discard("colorama")
    return found


def test_continuous_integration_runs_what_a_developer_runs() -> None:
    script = _ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[-1] == "python3 packaging/dev.py test"

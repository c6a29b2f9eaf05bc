"""The virtual environment in the checkout: made once, brought up to date when it has to be."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from dev_error import SetUpError

# Parts of what pip says when it did not reach the package index.
_NETWORK_FAULTS = (
    "ConnectTimeout",
    "ConnectionError",
    "Connection refused",
    "Name or service not known",
    "NameResolutionError",
    "NewConnectionError",
    "ProtocolError",
    "ProxyError",
    "ReadTimeout",
    "Read timed out",
    "SSLError",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
)


@dataclass(frozen=True)
class Environment:
    """The environment `.venv` of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    @property
    def _stamp(self) -> Path:
        return self.folder / "xjdesk-installed"

    def make_ready(self) -> Path:
        """Install what is required unless that has been done; return the interpreter.

        Raises SetUpError.
        """
        wanted = self.fingerprint()
        if not self.is_ready(wanted):
            self._create()
            self._install()
            self._stamp.write_text(wanted, encoding="ascii")
        return self.python

    def fingerprint(self) -> str:
        """A digest of all that decides what is installed.

        The place of the checkout is part of it, since the installed project points there.
        """
        digest = hashlib.sha256(f"{sys.version}\n{self.root}\n".encode())
        for name in ("pyproject.toml", "packaging/constraints.txt"):
            digest.update((self.root / name).read_bytes())
        return digest.hexdigest()

    def is_ready(self, wanted: str) -> bool:
        """Whether the environment holds what the fingerprint `wanted` stands for."""
        if not (self.python.is_file() and self._stamp.is_file()):
            return False
        return self._stamp.read_text(encoding="ascii") == wanted

    def _create(self) -> None:
        if self._works():
            return
        for module in ("venv", "ensurepip"):
            if importlib.util.find_spec(module) is None:
                raise SetUpError(
                    f"This Python has no module {module}; on Debian and Ubuntu it comes with "
                    "apt-get install python3-venv. 请先安装 python3-venv。"
                )
        print("making .venv", flush=True)
        try:
            venv.create(self.folder, clear=True, with_pip=True, symlinks=os.name != "nt")
        except PermissionError as error:
            raise SetUpError(
                f"The folder cannot be written: {self.root}. 文件夹不可写。"
            ) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise SetUpError(f".venv could not be made: {error}. 无法建立虚拟环境。") from error

    def _works(self) -> bool:
        """Whether there is an environment of this Python that has pip: one to build upon."""
        if not self.python.is_file():
            return False
        question = "import pip, sys; print(*sys.version_info[:2])"
        answer = self._run("-c", question)
        return answer.returncode == 0 and answer.stdout.split() == [
            str(part) for part in sys.version_info[:2]
        ]

    def _install(self) -> None:
        print("installing what the project requires (a minute or two the first time)", flush=True)
        # The build backend first and then without isolation: it too is the one that is pinned.
        self._pip_install("hatchling")
        self._pip_install("--no-build-isolation", "--editable", ".[dev]")

    def _pip_install(self, *arguments: str) -> None:
        pip = ("-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", "install")
        done = self._run(*pip, "--constraint", "packaging/constraints.txt", *arguments)
        if done.returncode == 0:
            return
        if any(fault in done.stderr for fault in _NETWORK_FAULTS):
            raise SetUpError("The package index is out of reach. 网络不通，无法下载依赖。")
        sys.stderr.write(done.stderr)
        raise SetUpError("pip could not install what the project requires. 依赖安装失败。")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.python), *arguments],
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

"""The system libraries that Qt needs on Debian and the systems derived from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from dev_error import SetUpError

# What importing Qt and painting without a screen needs. Without any one of them the import fails.
OFFSCREEN = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
)
# What a window on an X11 screen needs besides.
WINDOW = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)


def missing_from(packages: Sequence[str], installed: str) -> list[str]:
    """The packages that are not among the installed ones.

    `installed` is one line per package, "name status". A name counts as there also with the
    suffix that the change to 64-bit time gave it (libglib2.0-0t64).
    """
    lines = (line.split() for line in installed.splitlines())
    there = {words[0] for words in lines if words[1:] == ["installed"]}
    return [name for name in packages if name not in there and f"{name}t64" not in there]


def install_missing(packages: Sequence[str]) -> None:
    """Install those of the packages that are missing; nothing on systems without apt-get.

    Raises SetUpError when they cannot be installed, or not without becoming root.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_from(packages, _installed(packages))
    if not missing:
        return
    if os.geteuid() != 0:
        command = "sudo apt-get install -y " + " ".join(missing)
        raise SetUpError(f"Qt needs system libraries; type this, then start again:\n{command}")
    print("installing system libraries: " + " ".join(missing), flush=True)
    install = ["install", "--no-install-recommends", *missing]
    # A fresh image has no package lists, and lists that are there may be out of date.
    if _apt_get(install).returncode != 0:
        _apt_get(["update"])
        last = _apt_get(install)
        if last.returncode != 0:
            sys.stderr.write(last.stdout)
            raise SetUpError("The system libraries could not be installed. 系统库安装失败。")


def _installed(packages: Sequence[str]) -> str:
    names = [name + suffix for name in packages for suffix in ("", "t64")]
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names]
    # It complains of, and fails for, every name that it has never heard of.
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout


def _apt_get(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    command = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=120", *arguments]
    return subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

"""Fetches the pinned Debian packages and unpacks them."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from font_recipe import FontBuildError, Package


def unpack_packages(packages: tuple[Package, ...], cache: Path) -> dict[str, Path]:
    """Unpack every package below `cache`, downloading what is not there yet.

    Returns the root folder of each package by its name. Raises FontBuildError if a package cannot
    be had, is not the pinned one, or cannot be unpacked.
    """
    cache.mkdir(parents=True, exist_ok=True)
    return {package.name: _unpack(package, cache) for package in packages}


def _unpack(package: Package, cache: Path) -> Path:
    root = cache / f"{package.name}-{package.sha256[:12]}"
    _run(["dpkg", "-x", str(_pinned_file(package, cache)), str(root)], cache)
    return root


def _pinned_file(package: Package, cache: Path) -> Path:
    found = _find(package, cache)
    if found is None:
        _run(["apt-get", "download", f"{package.name}={package.version}"], cache)
        found = _find(package, cache)
    if found is None:
        raise FontBuildError(
            f"the archive gave no {package.name} {package.version} with SHA-256 {package.sha256}; "
            "put that package file into the folder named with --cache"
        )
    return found


def _find(package: Package, cache: Path) -> Path | None:
    for candidate in sorted(cache.glob(f"{package.name}_*.deb")):
        if hashlib.sha256(candidate.read_bytes()).hexdigest() == package.sha256:
            return candidate
    return None


def _run(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise FontBuildError(
            f"{command[0]} is not installed: build the fonts on Debian or a system derived from it"
        ) from error
    except subprocess.CalledProcessError as error:
        reason = (error.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise FontBuildError(f"'{' '.join(command)}' failed: {reason}") from error

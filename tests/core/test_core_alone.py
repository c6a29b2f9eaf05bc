from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import xjdesk.core

_IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import xjdesk.core
for module in pkgutil.iter_modules(xjdesk.core.__path__):
    importlib.import_module(f"xjdesk.core.{module.name}")
print(len([name for name in sys.modules if name.startswith("xjdesk.core.")]))
"""


def test_the_core_works_with_nothing_installed_but_python() -> None:
    folder = Path(xjdesk.core.__file__).parent
    # -I and -S: neither the user's nor any installed package can be found.
    command = [sys.executable, "-I", "-S", "-c", _IMPORT_ALL, str(folder.parents[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(list(folder.glob("*.py"))) - 1

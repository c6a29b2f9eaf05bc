"""`python -m xjdesk`: the same as the command `xjdesk`."""

from __future__ import annotations

import sys

from xjdesk.app import main

if __name__ == "__main__":
    sys.exit(main())

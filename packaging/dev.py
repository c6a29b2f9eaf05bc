"""Sets the project up on a fresh machine, then runs it or tests it: dev_command.py says how.

    python3 packaging/dev.py run
    python3 packaging/dev.py test

Any Python 3 can read this file, to be told which one is wanted. What asks for more is imported
afterwards; so there is no annotation here, nor the import that would put them off.
"""

import sys

OLDEST = (3, 11)
# The Qt line that the project uses has no wheel for what comes after this one.
NEWEST = (3, 13)

if not OLDEST <= sys.version_info[:2] <= NEWEST:
    wanted = f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    sys.exit(f"{wanted} is needed, this is {sys.version.split()[0]}. 当前 Python 版本不适用。")

if __name__ == "__main__":
    from dev_command import main

    sys.exit(main(sys.argv[1:]))

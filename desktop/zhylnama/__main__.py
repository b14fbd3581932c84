"""`python -m zhylnama`, and the start of the bundled application."""

import sys

from zhylnama.cli import main

if __name__ == "__main__":
    sys.exit(main())

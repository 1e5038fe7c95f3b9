"""`python -m cohong.desktop`."""

import sys

from cohong.desktop.app import run

sys.exit(run(sys.argv[1:]))

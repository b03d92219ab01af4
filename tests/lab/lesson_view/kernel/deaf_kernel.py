"""A Python whose first kernel never answers, restarted or not, like one that lost its ports.

The arguments: the file that notes which kernel was the first, and the connection file.
"""

import os
import signal
import sys
from pathlib import Path

FIRST, CONNECTION = Path(sys.argv[1]), sys.argv[2]

if not FIRST.exists():
    FIRST.write_text(CONNECTION, "utf-8")
if FIRST.read_text("utf-8") == CONNECTION:
    signal.pause()
os.execv(sys.executable, [sys.executable, "-m", "ipykernel_launcher", "-f", CONNECTION])

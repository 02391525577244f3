"""The real command, run as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path


def heatwise(*words: object, data: Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `heatwise` with these words, its data in a folder of its own."""
    settings = {**os.environ, "HEATWISE_DATA_DIR": str(data), "COLUMNS": "100", **environment}
    command = [sys.executable, "-m", "bot", *map(str, words)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, env=settings, timeout=60, check=False)

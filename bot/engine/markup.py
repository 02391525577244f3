"""The one thing that the engine knows of markup: words that a patient typed must never be read as any."""

import re

ESCAPED = re.compile(r"\\(?P<escaped>[\\*\[\]])")
"""A mark that stands for itself."""

_MARK = re.compile(r"[\\*\[\]]")


def escaped(words: str) -> str:
    """The words with every mark in them standing for itself."""
    return _MARK.sub(lambda mark: "\\" + mark[0], words)

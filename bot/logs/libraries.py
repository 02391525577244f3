"""Keeps libraries from writing to the log: they quote addresses with tokens, and whole messages of patients."""

import logging

from bot.runner.log import Log

NOISY = ("httpx", "httpcore", "telegram", "uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "watchfiles", "mail")
"""Those that do so in ordinary work, and are not even counted."""


class Complaints(logging.Handler):
    """Tells that a library wanted to say something, and which one; never what."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of one."""
        self._log("library_complains", library=record.name)


def hush_libraries(log: Log) -> None:
    """Let no library write by itself, Python's warnings included."""
    root = logging.getLogger()
    root.handlers = [*(each for each in root.handlers if not isinstance(each, Complaints)), Complaints(log)]
    logging.captureWarnings(True)
    for name in NOISY:
        library = logging.getLogger(name)
        library.handlers = [logging.NullHandler()]
        library.propagate = False
        library.setLevel(logging.CRITICAL + 1)

"""What all tests share: where it is asked for, what they reach is watched."""

import os
import signal

from hypothesis import settings

# A plugin of this file, for it must be there before any other file of the tests imports `bot`.
pytest_plugins = ("tests.reached",) if os.environ.get("REACHED") else ()

settings.register_profile("long", max_examples=5000)

# What a shell starts in the background inherits that Ctrl+C is ignored, and so would every program that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

"""The platform of the webhook figure, in a process of its own: what it answers must not delay who measures."""

import asyncio
import signal

from tests.serving.emulator import emulator


async def run() -> None:
    """Say where it is, and answer until told to stop."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with emulator() as api:
        print(api.root, flush=True)
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run())

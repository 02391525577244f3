"""Replies out: what the outbox holds for a channel is sent in order, and forgotten once it is taken."""

from bot.channels.base import Channel
from bot.store.base import Store


async def deliver(store: Store, channel: Channel) -> int:
    """Send all that waits for this channel; how many calls were made.

    What a crash leaves unsent goes out at the next call; a reply can repeat only when the crash came between sending
    and forgetting.
    """
    sent = 0
    while rows := await store.unsent(channel.name):
        for row in rows:
            channel.send(row.payload)
        await store.mark_sent([row.id for row in rows])
        sent += len(rows)
    return sent

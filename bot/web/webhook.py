"""Takes what Telegram delivers: who sent it is checked before a byte of it is read."""

from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.base import Channel
from bot.runner.faults import place_of
from bot.runner.inlet import Inlet
from bot.runner.log import Log
from bot.store.base import StoreError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_LIMIT = 1024 * 1024
"""Bytes of one delivery; updates are a few thousand, and nobody else has anything to deliver."""


RETRY_AFTER = "2"
"""Seconds after which what could not be taken now may come again."""


class TooLong(Exception):
    """The body is longer than any delivery."""


def webhook(path: str, secret: str, channel: Channel, inlet: Inlet, log: Log) -> Route:
    """The route at which a channel's deliveries arrive; 200 is said only when they are durable.

    Raises ValueError without a secret: anybody could deliver then.
    """
    if not secret:
        raise ValueError("a webhook without a secret would take messages from anybody")

    async def take(request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            log("delivery_refused", why="wrong secret")
            return Response(status_code=403)
        try:
            inlet.make_room()
            await inlet.take(channel, [await _body(request)])
        except TooLong:
            log("delivery_refused", why="too long")
            return Response(status_code=413)
        except StoreError:
            return Response(status_code=503, headers={"Retry-After": RETRY_AFTER})  # Telegram delivers it again
        except Exception as fault:  # the server would log its words
            log("fault", error=type(fault).__name__, where=place_of(fault))
            return Response(status_code=500)
        return Response(status_code=200)

    return Route(path, take, methods=["POST"])


async def _body(request: Request) -> bytes:
    """The body, read only as far as a delivery can be long. Raises TooLong."""
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:20]) > BODY_LIMIT:
        raise TooLong
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise TooLong
    return bytes(body)

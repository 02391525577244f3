"""What those who run the service ask it: whether it lives, whether it is ready, and its figures."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Look = Callable[[], Awaitable[Mapping[str, str]]]
"""What each part lacks, by its name; "" where it lacks nothing."""

Expose = Callable[[], Awaitable[bytes]]
"""All figures in the text format of Prometheus."""

PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def operations(look: Look, expose: Expose) -> Sequence[Route]:
    """The three routes; none of them tells anything about a patient."""

    async def livez(_: Request) -> Response:
        return JSONResponse({"alive": True})

    async def readyz(_: Request) -> Response:
        parts = await look()
        ready = not any(parts.values())
        told = {"ready": ready, "parts": {part: why or "ok" for part, why in parts.items()}}
        return JSONResponse(told, 200 if ready else 503)

    async def metrics(_: Request) -> Response:
        return Response(await expose(), media_type=PROMETHEUS)

    return [Route("/livez", livez), Route("/readyz", readyz), Route("/metrics", metrics)]

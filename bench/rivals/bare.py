"""A web handler that reads the body and says 200: the least that any webhook can do."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


async def take(request: Request) -> Response:
    """Nothing is done with it."""
    await request.body()
    return Response(status_code=200)


if __name__ == "__main__":
    app = Starlette(routes=[Route("/telegram", take, methods=["POST"])])
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error", access_log=False, loop="uvloop")

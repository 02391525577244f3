"""Talks to the real yaml-language-server over its stdin and stdout, as an editor does."""

import json
import subprocess
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any, Self

SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}},
    "http": {"proxyStrictSSL": True},
}
"""Without the store, the server asks nobody on the net."""

CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {}},
}
PATIENCE = 30
"""Seconds; an answer takes a hundredth of one."""


class Server:
    """One process of the server, and the documents that are open in it."""

    def __init__(self, program: Path, root: Path) -> None:
        command = ["node", str(program), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._answers: dict[int, Queue[Any]] = {}
        self._marks: dict[str, Queue[list[Any]]] = {}
        self._numbers = count(1)
        Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": CAPABILITIES})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        number = next(self._numbers)
        self._answers[number] = Queue()
        self._send({"id": number, "method": method, "params": params})
        return self._answers[number].get(timeout=PATIENCE)

    def tell(self, method: str, params: Any) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str) -> None:
        """Open a document with this text; the server begins to look at it."""
        uri = path.as_uri()
        self._marks[uri] = Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def marked(self, path: Path) -> list[Any]:
        """What the server marks in a document that is open, once it has looked."""
        return self._marks[path.as_uri()].get(timeout=PATIENCE)

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """Ask about a place of an open document, counted from 0."""
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{method}", place)

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        while stream and (message := _read(stream)):
            method, number = message.get("method"), message.get("id", 0)
            if method is None:
                self._answers[number].put(message.get("result"))
            elif method == "textDocument/publishDiagnostics":
                self._marks.setdefault(message["params"]["uri"], Queue()).put(message["params"]["diagnostics"])
            elif number:
                self._send({"id": number, "result": _ANSWERS.get(method, lambda _: None)(message.get("params"))})


def _read(stream: IO[bytes]) -> dict[str, Any] | None:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    return json.loads(stream.read(length)) if length else None


def _configuration(params: Any) -> list[Any]:
    return [SETTINGS.get(item.get("section", "")) for item in params["items"]]


_ANSWERS: Mapping[str, Callable[[Any], Any]] = {"workspace/configuration": _configuration}

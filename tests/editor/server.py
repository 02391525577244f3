"""Talks to the real yaml-language-server over its stdin and stdout, as an editor does."""

import json
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any, Self

DEFAULTS = {"validate": True, "hover": True, "completion": True}

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
        self._settings = {"yaml": {**DEFAULTS, **_of_folder(root)}}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._answers: dict[int, Queue[Any]] = {}
        self._marks: dict[str, Queue[list[Any]]] = {}
        self._numbers = count(1)
        Thread(target=self._listen, daemon=True).start()
        folders = [{"uri": root.as_uri(), "name": root.name}]
        about = {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders}
        self.ask("initialize", {**about, "capabilities": CAPABILITIES})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self._settings})

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
                self._send({"id": number, "result": self._answer(method, message.get("params"))})

    def _answer(self, method: str, params: Any) -> Any:
        """The server asks for settings; what else it asks, an editor may leave open."""
        asked = params["items"] if method == "workspace/configuration" else []
        return [self._settings.get(item.get("section", "")) for item in asked] or None


def _read(stream: IO[bytes]) -> dict[str, Any] | None:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    return json.loads(stream.read(length)) if length else None


def _of_folder(root: Path) -> dict[str, Any]:
    """The settings of the extension that stand in the folder: "yaml.a.b": 1 is {"a": {"b": 1}}."""
    settings: dict[str, Any] = {}
    for name, value in json.loads((root / ".vscode/settings.json").read_text("utf-8")).items():
        first, *steps = name.split(".")
        if first == "yaml":
            group = settings
            for step in steps[:-1]:
                group = group.setdefault(step, {})
            group[steps[-1]] = value
    return settings

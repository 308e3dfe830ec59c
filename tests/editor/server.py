"""yaml-language-server, spoken to over its standard input and output as an editor does."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 30
"""Seconds after which an answer counts as lost."""
CARET = "‸"
"""Where the writer's cursor stands in a text."""
CAN = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
    },
}
SETTINGS = {"schemaStore": {"enable": False}, "hover": True, "completion": True, "validate": True}
"""As an editor without a network would set it."""


class Server:
    """One server, and the folder in which it is asked about files."""

    def __init__(self, command: str, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen([command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.asked = self.versions = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": CAN})
        self._tell("initialized", {})

    def stop(self) -> None:
        """Part as the protocol has it."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self.process.wait(PATIENCE)

    def marked(self, text: str) -> list[str]:
        """What is marked in a file: the line, the words, and what is said of them."""
        uri, lines = self._show(text), text.split("\n")
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                break
        found = sorted(message["params"]["diagnostics"], key=lambda one: one["range"]["start"]["line"])
        return [
            f"{one['range']['start']['line'] + 1}: {_words(lines, one['range'])}: {one['message']}" for one in found
        ]

    def offered(self, text: str) -> dict[str, str]:
        """What is proposed at the caret, each with what is told about it."""
        items = self._at_caret("completion", text)["items"]
        return {item["label"]: item.get("documentation", "") for item in items}

    def told(self, text: str) -> str:
        """What is shown about the word at the caret, without the name of the schema."""
        hover = self._at_caret("hover", text)
        return hover["contents"]["value"].partition("\n\nSource: ")[0] if hover else ""

    def _at_caret(self, what: str, text: str) -> Any:
        before = text.partition(CARET)[0]
        uri = self._show(text.replace(CARET, ""))
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": position})

    def _show(self, text: str) -> str:
        """Open a new file with the text, as an editor would; its address."""
        self.versions += 1
        uri = (self.folder / f"file-{self.versions}.yaml").as_uri()
        self._tell(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
        )
        return uri

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Any) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("id") == self.asked:
                assert "error" not in message, message
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        """Hear the server out; its own questions are answered here."""
        out = self.process.stdout
        assert out
        while length := _length(out):
            message = json.loads(out.read(length))
            if "id" in message and "method" in message:
                items = message["params"].get("items", ()) if message["method"] == "workspace/configuration" else None
                answer = (
                    None if items is None else [SETTINGS if one.get("section") == "yaml" else None for one in items]
                )
                self._send({"id": message["id"], "result": answer})
            else:
                self.heard.put(message)


def _length(out: Any) -> int:
    """The length that the head of a message tells; 0 where the server has ended."""
    length = 0
    while (line := out.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    return length


def _words(lines: list[str], range: dict[str, Any]) -> str:
    """The words of a range, to the end of its first line."""
    start, end = range["start"], range["end"]
    line = lines[start["line"]]
    return line[start["character"] : end["character"] if end["line"] == start["line"] else len(line)]

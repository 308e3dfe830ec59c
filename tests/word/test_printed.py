"""What LibreOffice asks the network for while it prints: nothing, though the document names a picture that lies there."""

from __future__ import annotations

import io
import struct
import threading
import zipfile
import zlib
from http.server import BaseHTTPRequestHandler, HTTPServer

import docx

from drafter.desk.office import printed
from tests.conftest import need


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
PICTURE = b"\x89PNG\r\n\x1a\n" + HEAD + chunk(b"IDAT", zlib.compress(bytes(14))) + chunk(b"IEND", b"")


def with_picture(port: int) -> bytes:
    """A document with a picture that lies on a server: a program that follows links asks for it."""
    saved, made = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_picture(io.BytesIO(PICTURE))
    document.save(saved)
    far = f'Target="http://127.0.0.1:{port}/a.png" TargetMode="External"'.encode()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b'Target="media/image1.png"', far)
            if name == "word/document.xml":
                part = part.replace(b"r:embed=", b"r:link=")
            new.writestr(name, part)
    return made.getvalue()


def test_nothing_is_fetched() -> None:
    need("soffice")
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *told: object) -> None:
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (pdf,) = printed(with_picture(server.server_port), "a.pdf", "pdf")
        server.shutdown()
    assert pdf.startswith(b"%PDF-") and asked == []

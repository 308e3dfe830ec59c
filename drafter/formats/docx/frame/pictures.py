"""Pictures that travel on with a header: what is shown of them, without what else their files hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

PNG = b"\x89PNG\r\n\x1a\n"
SHOWN = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD")
)
"""Chunks of a PNG by which it is shown; others tell of it, as does what stands behind its end."""
TELLING = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))
"""Segments of a JPEG that tell of it: where and by what it was taken, thumbnails, remarks."""


def bare_picture(data: bytes, kind: str) -> bytes:
    """The bytes of a picture by which it is shown; nothing, if they end too early."""
    if kind not in ("png", "jpeg"):
        return data
    try:
        return b"".join(_png(data) if kind == "png" else _jpeg(data))
    except (IndexError, ValueError):
        return b""


def _png(data: bytes) -> Iterator[bytes]:
    yield PNG
    at, name = len(PNG), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if end > len(data) or len(name) < 4:
            raise ValueError("cut off")
        if name in SHOWN:
            yield data[at:end]
        at = end


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        start, at = at, data.index(b"\xff", at)
        while data[at + 1] in chain(
            (0xFF, 0x00), range(0xD0, 0xD8)
        ):  # filling, an escaped byte, a restart: all of it the picture
            at = data.index(b"\xff", at + (1 if data[at + 1] == 0xFF else 2))
        yield data[start:at]
        if data[at + 1] == 0xD9:
            yield data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            raise ValueError("cut off")
        if data[at + 1] not in TELLING:
            yield data[at:end]
        at = end

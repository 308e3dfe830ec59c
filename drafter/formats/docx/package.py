"""A zip file from parts, some of them deflated beforehand: same parts, same bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from msgspec import Struct

DATE = (1 << 5) | 1  # 1980-01-01, the first day that a zip file can name
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
UTF8_NAMES = 0x800


class Packed(Struct, frozen=True):
    """A deflated part."""

    name: bytes
    """Its name in the package."""
    data: bytes
    """Its deflated bytes."""
    size: int
    """Bytes before deflating."""
    crc: int
    """Their CRC-32."""


def pack(name: str, data: bytes, level: int = 6) -> Packed:
    """Deflate a part; what is deflated once for many documents may take its time."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Packed(name.encode(), squeeze.compress(data) + squeeze.flush(), len(data), zlib.crc32(data))


def package(parts: Iterable[Packed]) -> bytes:
    """A zip file that holds the parts in the order given (APPNOTE.TXT 6.3: 4.3.7, 4.3.12, 4.3.16)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for part in parts:
        common = struct.pack(
            "<HHHHHIIIHH", 20, UTF8_NAMES, 8, 0, DATE, part.crc, len(part.data), part.size, len(part.name), 0
        )
        body += (LOCAL, common, part.name, part.data)
        directory += (CENTRAL, b"\x14\x00", common, struct.pack("<HHHII", 0, 0, 0, 0, offset), part.name)
        offset += 30 + len(part.name) + len(part.data)
        count += 1
    central = b"".join(directory)
    end = END + struct.pack("<HHHHIIH", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*body, central, end))

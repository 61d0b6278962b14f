"""The zip around the parts: same parts, same bytes.

Written here because the standard `zipfile` takes longer to import than a complaint takes to write; a package
needs forty lines of the format.
"""

from __future__ import annotations

import zlib

__all__ = ["pack"]

_FIRST = "[Content_Types].xml"
_VERSION = 20
_UTF8_NAMES = 0x800
_DEFLATED = 8
_MIDNIGHT, _NEW_YEAR_1980 = 0, 1 << 5 | 1
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def _numbers(*pairs: tuple[int, int]) -> bytes:
    return b"".join(value.to_bytes(size, "little") for value, size in pairs)


def _deflate(data: bytes, level: int) -> bytes:
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    return squeeze.compress(data) + squeeze.flush()


def _described(name: bytes, data: bytes, packed: bytes) -> bytes:
    """What a local header and the directory's entry both say of a part."""
    stamp = (
        (_VERSION, 2),
        (_UTF8_NAMES, 2),
        (_DEFLATED, 2),
        (_MIDNIGHT, 2),
        (_NEW_YEAR_1980, 2),
        (zlib.crc32(data), 4),
    )
    return _numbers(*stamp, (len(packed), 4), (len(data), 4), (len(name), 2), (0, 2))


def pack(parts: dict[str, bytes], level: int = 6) -> bytes:
    """A package of `parts` by name, in their order but content types first; no clock, no owner, no
    platform.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in (_FIRST, *(name for name in parts if name != _FIRST)):
        name, packed = part.encode(), _deflate(parts[part], level)
        described = _described(name, parts[part], packed)
        local = _LOCAL + described + name + packed
        directory.append(
            _CENTRAL
            + _numbers((_VERSION, 2))
            + described
            + _numbers((0, 2), (0, 2), (0, 2), (0, 4), (offset, 4))
            + name
        )
        body.append(local)
        offset += len(local)
    listed = b"".join(directory)
    count = len(directory)
    end = _END + _numbers((0, 2), (0, 2), (count, 2), (count, 2), (len(listed), 4), (offset, 4), (0, 2))
    return b"".join(body) + listed + end

"""Pictures for the draft: what a file must be to be shown, and what of it goes into the pleading.

A picture is read within bounds, looked through to its end, and written anew without what it says of its
making: place, device, owner, comments, earlier versions, and whatever follows it in its file. PNG, JPEG (of
any colours, with or without a JFIF head), GIF and BMP; WebP, AVIF and HEIC converted.
"""

from __future__ import annotations

import os
import stat
import struct
import zlib
from typing import Iterator, NamedTuple

from drafter.converted_pictures import NotConverted, converted, convertible

__all__ = ["Damaged", "Picture", "look"]

LARGEST = 30_000_000
MOST_PIXELS = 60_000_000
USUAL_DPI = 72
_TWIPS = 1440
_MARKS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
}
_OTHERS = {
    b"<svg": "an SVG drawing",
    b"<?xm": "an SVG drawing",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"%PDF": "a PDF file",
}


class Damaged(Exception):
    """The file cannot be shown; the message says why, without its name."""


class Picture(NamedTuple):
    """A picture that can be shown.

    ending, kind   of its file, and of its media type
    blob           what goes into the package
    width, height  as it is to be seen, in twips
    turned         by how many degrees it is to be turned to the right to stand upright, and whether it is to
    be mirrored before
    """

    ending: str
    kind: str
    blob: bytes
    width: int
    height: int
    turned: tuple[int, bool] = (0, False)


def look(path: str) -> Picture:
    """The picture at `path`. Raises Damaged."""
    data = _contents(path)
    if convertible(data):
        try:
            data = converted(data, MOST_PIXELS)
        except NotConverted as problem:
            raise Damaged(str(problem)) from None
    kind = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    if not kind:
        other = next((f"{name}: " for mark, name in _OTHERS.items() if data.lstrip().startswith(mark)), "")
        raise Damaged(f"it is {other or 'no picture that Word shows: '}save it as PNG or JPEG")
    try:
        return {"png": _png, "jpeg": _jpeg, "gif": _gif, "bmp": _bmp}[kind](data)
    except (struct.error, IndexError, ValueError, zlib.error, OverflowError):
        raise Damaged(f"the {kind.upper()} file is damaged") from None


def _contents(path: str) -> bytes:
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(number, "rb") as file:
            state = os.fstat(number)
            if not stat.S_ISREG(state.st_mode):
                raise Damaged("it is not an ordinary file")
            if state.st_size > LARGEST:
                raise Damaged(f"it has {state.st_size:,} bytes; {LARGEST:,} are the most")
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Damaged("there is no such file") from None
    except (OSError, ValueError):
        raise Damaged("it cannot be read") from None


def _made(
    ending: str,
    blob: bytes,
    size: tuple[int, int],
    dpi: tuple[float, float],
    turned: tuple[int, bool] = (0, False),
) -> Picture:
    width, height = size
    if not (0 < width and 0 < height):
        raise Damaged("it has no pixels")
    if width * height > MOST_PIXELS:
        raise Damaged(f"it has {width * height:,} pixels; {MOST_PIXELS:,} are the most")
    across, down = (each if 1 <= each <= 10_000 else USUAL_DPI for each in dpi)
    twips = max(round(width * _TWIPS / across), 1), max(round(height * _TWIPS / down), 1)
    seen = twips[::-1] if turned[0] in (90, 270) else twips
    return Picture(ending, f"image/{'jpeg' if ending == 'jpg' else ending}", blob, *seen, turned)


# --- PNG
# ------------------------------------------------------------------------------------------------------------

_PNG_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT")
)
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel, by the kind of colour."""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(name + body) != check:
            raise ValueError(name)
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length


def _png(data: bytes) -> Picture:
    chunks = [(name, body) for name, body in _chunks(data) if name in _PNG_CHUNKS]
    if chunks[0][0] != b"IHDR" or not any(name == b"IDAT" for name, _ in chunks):
        raise ValueError("no picture in it")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    blob = data[:8] + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    dpi = next((_metres(body) for name, body in chunks if name == b"pHYs"), (USUAL_DPI, USUAL_DPI))
    made = _made("png", blob, (width, height), dpi)
    wanted = height * (1 + (width * depth * _SAMPLES.get(colour, 1) + 7) // 8)
    if not interlaced:
        _must_inflate((body for name, body in chunks if name == b"IDAT"), wanted)
    return made


def _metres(body: bytes) -> tuple[float, float]:
    across, down, unit = struct.unpack(">IIB", body)
    return (across * 0.0254, down * 0.0254) if unit == 1 else (USUAL_DPI, USUAL_DPI)


def _must_inflate(parts: Iterator[bytes], wanted: int) -> None:
    """The packed lines are all there; never more of them is unpacked at a time than a part of a picture."""
    unpack, there = zlib.decompressobj(), 0
    for part in parts:
        rest = part
        while rest and there < wanted:
            there += len(unpack.decompress(rest, 1_000_000))
            rest = unpack.unconsumed_tail
    if there < wanted:
        raise ValueError("lines are missing")


# --- JPEG
# ------------------------------------------------------------------------------------------------------------

_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_TURNED = {
    2: (0, True),
    3: (180, False),
    4: (180, True),
    5: (270, True),
    6: (90, False),
    7: (90, True),
    8: (270, False),
}


def _jpeg(data: bytes) -> Picture:
    """Of what is said beside the picture only the head with its dots an inch and Adobe's note of the colours
    are kept.
    """
    segments: list[bytes] = []
    size, dpi, turned, adobe, scanned = (0, 0), (float(USUAL_DPI), float(USUAL_DPI)), (0, False), b"", False
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError(at)
        while data[at] == 0xFF:
            at += 1
        mark = data[at]
        at += 1
        if mark == 0xD9:
            break
        if mark in _ALONE:
            segments.append(bytes((0xFF, mark)))
            continue
        (length,) = struct.unpack_from(">H", data, at)
        body = data[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError(at)
        at += length
        if mark == 0xE0 and body.startswith(b"JFIF\0"):
            dpi = _density(body)
        elif mark == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _TURNED.get(_orientation(body[6:]), (0, False))
        elif mark == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            adobe = b"\xff\xee\x00\x0e" + body[:12]
        if 0xE0 <= mark <= 0xEF or mark == 0xFE:
            continue
        if mark in _FRAMES and size == (0, 0):
            height, width = struct.unpack_from(">HH", body, 1)
            size = (width, height)
        segments.append(bytes((0xFF, mark)) + struct.pack(">H", length) + body)
        if mark == 0xDA:
            end = _end_of_scan(data, at)
            segments.append(data[at:end])
            at, scanned = end, True
    if not scanned:
        raise ValueError("no picture in it")
    head = (
        b"\xff\xe0\x00\x10JFIF\0\x01\x01\x01"
        + struct.pack(">HH", *(min(max(round(each), 0), 65535) for each in dpi))
        + b"\0\0"
    )
    return _made("jpg", b"\xff\xd8" + head + adobe + b"".join(segments) + b"\xff\xd9", size, dpi, turned)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next mark stands that is none of the packed picture's own."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _density(body: bytes) -> tuple[float, float]:
    unit, across, down = struct.unpack_from(">BHH", body, 7)
    factor = {1: 1.0, 2: 2.54}.get(unit, 0.0)
    return across * factor or USUAL_DPI, down * factor or USUAL_DPI


def _orientation(body: bytes) -> int:
    """How the camera was held, 1 to 8; 1 where its note cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(body[:2], "")
    try:
        (first,) = struct.unpack_from(f"{order}I", body, 4)
        (count,) = struct.unpack_from(f"{order}H", body, first)
        for entry in range(min(count, 100)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", body, first + 2 + 12 * entry)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        pass
    return 1


# --- GIF, BMP
# ------------------------------------------------------------------------------------------------------------


def _gif(data: bytes) -> Picture:
    """The first picture of the file, without comments and what programs add."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    segments = [data[:at]]
    while data[at] != 0x2C:
        if data[at] != 0x21:
            raise ValueError(at)
        end = _end_of_blocks(data, at + 2)
        segments += [data[at:end]] if data[at + 1] == 0xF9 else []
        at = end
    local = data[at + 9]
    start = at + 10 + (3 << (local & 7) + 1 if local & 0x80 else 0)
    end = _end_of_blocks(data, start + 1)
    return _made("gif", b"".join([*segments, data[at:end]]) + b";", (width, height), (USUAL_DPI, USUAL_DPI))


def _end_of_blocks(data: bytes, at: int) -> int:
    while length := data[at]:
        at += length + 1
    return at + 1


def _bmp(data: bytes) -> Picture:
    size, _, offset, header, width, height = struct.unpack_from("<IIIIii", data, 2)
    depth, packed = struct.unpack_from("<HI", data, 28)
    across, down = struct.unpack_from("<ii", data, 38)
    line = (abs(width) * depth + 31) // 32 * 4
    if header < 40 or packed == 0 and len(data) < offset + line * abs(height):
        raise ValueError("lines are missing")
    dpi = (across * 0.0254 or USUAL_DPI, down * 0.0254 or USUAL_DPI)
    return _made("bmp", data[: size if 54 < size <= len(data) else len(data)], (abs(width), abs(height)), dpi)

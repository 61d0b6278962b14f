"""A PDF with its days and its id set: the same pages, the same bytes."""

from __future__ import annotations

import io
from typing import Any

from drafter.pdf.extra import pikepdf

__all__ = ["saved", "settled"]

_DAY, _XMP_DAY = "D:20000101000000Z", "2000-01-01T00:00:00Z"
"""The day that drafter's Word files have too."""
_XMP_DAYS = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_ICC_DAY, _ICC_PLACE = b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0)), slice(24, 36)
"""The day in the head of a colour profile, and where it stands there (ICC.1, 7.2.8)."""


def settled(data: bytes) -> bytes:
    """`data` with fixed days and an id that follows from what is in it; nothing of nothing, which only asks
    for the library. Raises UsageError where the extra is not installed.
    """
    library = pikepdf()
    if not data:
        return b""
    with library.open(io.BytesIO(data)) as opened:
        return saved(opened)


def saved(opened: Any) -> bytes:
    """The bytes of a PDF that pikepdf has open: the same for the same objects."""
    library = pikepdf()
    with opened.open_metadata(set_pikepdf_as_editor=False) as described:
        for name in _XMP_DAYS:
            if name in described:
                described[name] = _XMP_DAY
        for name in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
            if name in described:
                del described[name]
    for name in ("/CreationDate", "/ModDate"):
        if name in opened.docinfo:
            opened.docinfo[name] = _DAY
    for name in ("/ID", "/DocChecksum"):
        if name in opened.trailer:
            del opened.trailer[name]
    for intent in opened.Root.get("/OutputIntents", ()):
        _set_day_of_colours(intent.get("/DestOutputProfile"))
    written = io.BytesIO()
    opened.save(written, deterministic_id=True, object_stream_mode=library.ObjectStreamMode.preserve)
    return written.getvalue()


def _set_day_of_colours(profile: Any) -> None:
    if profile is not None:
        data = bytearray(profile.read_bytes())
        data[_ICC_PLACE] = _ICC_DAY
        profile.write(bytes(data))

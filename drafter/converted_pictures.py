"""Pictures that Word does not show, made into ones that it does: WebP and AVIF through Pillow, HEIC by the
extra `heic`. The same file gives the same bytes. Imports nothing of drafter's.
"""

from __future__ import annotations

import io
from functools import lru_cache

__all__ = ["NotConverted", "convertible", "converted"]

_BRANDS = {
    b"heic": "HEIC",
    b"heix": "HEIC",
    b"heim": "HEIC",
    b"hevc": "HEIC",
    b"mif1": "HEIC",
    b"msf1": "HEIC",
    b"avif": "AVIF",
}
_QUALITY = 95


class NotConverted(Exception):
    """The picture cannot be shown; the message says why, without its name."""


def convertible(data: bytes) -> str:
    """The kind of a picture that can be converted; empty for any other file."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return _BRANDS.get(data[8:12], "") if data[4:8] == b"ftyp" else ""


@lru_cache(maxsize=4)
def converted(data: bytes, most_pixels: int) -> bytes:
    """The picture upright, without what it says of its making: WebP and AVIF as PNG, dot for dot, and the
    photograph of a HEIC file as JPEG; of several frames the first. Raises NotConverted.
    """
    kind = convertible(data)
    try:
        from PIL import Image, ImageOps

        if kind == "HEIC":
            import pillow_heif

            pillow_heif.register_heif_opener()
    except ImportError:
        raise NotConverted(
            f"it is a {kind} picture: save it as PNG or JPEG, or pip install 'drafter[heic]'"
        ) from None
    made = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data), formats=["HEIF" if kind == "HEIC" else kind.upper()]) as picture:
            if picture.width * picture.height > most_pixels:
                raise NotConverted(
                    f"it has {picture.width * picture.height:,} pixels; {most_pixels:,} are the most"
                )
            picture.load()
            upright = ImageOps.exif_transpose(picture)
            clear = "A" in upright.getbands() or "transparency" in upright.info
            if kind == "HEIC" and not clear:
                upright.convert("RGB").save(made, "JPEG", quality=_QUALITY, subsampling=0)
            else:
                upright.convert("RGBA" if clear else "RGB").save(made, "PNG")
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError, MemoryError):
        raise NotConverted(f"the {kind} file is damaged") from None
    return made.getvalue()

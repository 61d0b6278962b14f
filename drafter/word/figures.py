"""Figures: the picture's file is read by python-docx, and only when there is a figure."""

from __future__ import annotations

from typing import NamedTuple

from drafter.word.xml import escape

__all__ = ["Picture", "Pictures", "drawing"]

_EMU = 635
"""English metric units a twip."""
_FIRST_DRAWING = 100
"""Ids of drawings start above those of the header's shapes."""


class Picture(NamedTuple):
    """A picture in the package: part name, relationship, bytes, kind, and its natural size in twips."""

    part: str
    relation: str
    blob: bytes
    kind: str
    width: int
    height: int


class Pictures:
    """The pictures of one document; a file used twice is stored once."""

    def __init__(self) -> None:
        self._by_path: dict[str, Picture | None] = {}
        self._drawings = 0

    def take(self, path: str) -> Picture | None:
        """The picture at `path`, or None if it is not there or no kind of picture that Word holds."""
        if path not in self._by_path:
            self._by_path[path] = _read(path, sum(1 for picture in self._by_path.values() if picture) + 1)
        return self._by_path[path]

    def next_id(self) -> int:
        """A drawing's id, unique in the package."""
        self._drawings += 1
        return _FIRST_DRAWING + self._drawings

    def all(self) -> list[Picture]:
        """Every picture that is stored."""
        return [picture for picture in self._by_path.values() if picture]


def _read(path: str, number: int) -> Picture | None:
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_file(path)
        width, height = image.width, image.height
    except (OSError, InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
    return Picture(f"media/image{number}.{image.ext}", f"rIdImage{number}", image.blob, image.content_type, width // _EMU, height // _EMU)


def drawing(picture: Picture, ident: int, alt: str, width: int, height: int) -> str:
    """The run that shows `picture` in line, `width` by `height` twips, with `alt` for a reader who cannot see it."""
    cx, cy, name = width * _EMU, height * _EMU, f"Figure {ident - _FIRST_DRAWING}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{ident}" name="{name}" descr="{escape(alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{ident}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

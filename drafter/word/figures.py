"""Figures: the picture's file is looked at by `drafter.pictures`."""

from __future__ import annotations

from typing import NamedTuple

from drafter.pictures import Damaged, look
from drafter.word.xml import escape

__all__ = ["PackagedPicture", "Pictures", "drawing"]

_EMU = 635
"""English metric units a twip."""
_FIRST_DRAWING = 100
"""Ids of drawings start above those of the header's shapes."""


class PackagedPicture(NamedTuple):
    """A picture in the package: part name, relationship, bytes, kind, its natural size in twips as it is
    seen, and how it is turned.
    """

    part: str
    relation: str
    blob: bytes
    kind: str
    width: int
    height: int
    turned: tuple[int, bool] = (0, False)


class Pictures:
    """The pictures of one document; a file used twice is stored once."""

    def __init__(self) -> None:
        self._by_path: dict[str, PackagedPicture | None] = {}
        self._drawings = 0

    def take(self, path: str) -> PackagedPicture | None:
        """The picture at `path`, or None if it is not there or no kind of picture that Word holds."""
        if path not in self._by_path:
            self._by_path[path] = _read(path, sum(1 for picture in self._by_path.values() if picture) + 1)
        return self._by_path[path]

    def size_of(self, path: str) -> tuple[int, int] | None:
        """Width and height of the picture at `path` in twips; None where it cannot be shown."""
        picture = self.take(path)
        return (picture.width, picture.height) if picture else None

    def next_id(self) -> int:
        """A drawing's id, unique in the package."""
        self._drawings += 1
        return _FIRST_DRAWING + self._drawings

    def all(self) -> list[PackagedPicture]:
        """Every picture that is stored."""
        return [picture for picture in self._by_path.values() if picture]


def _read(path: str, number: int) -> PackagedPicture | None:
    try:
        seen = look(path)
    except Damaged:
        return None
    return PackagedPicture(
        f"media/image{number}.{seen.ending}",
        f"rIdImage{number}",
        seen.blob,
        seen.kind,
        seen.width,
        seen.height,
        seen.turned,
    )


def _turned(picture: PackagedPicture, cx: int, cy: int) -> tuple[str, int, int]:
    """How the picture is turned within its frame, and its size before that."""
    degrees, mirrored = picture.turned
    turn = f' rot="{degrees * 60_000}"' if degrees else ""
    return turn + (' flipH="1"' if mirrored else ""), *((cy, cx) if degrees in (90, 270) else (cx, cy))


def drawing(picture: PackagedPicture, ident: int, alt: str, width: int, height: int) -> str:
    """The run that shows `picture` in line, `width` by `height` twips, with `alt` for a reader who cannot see
    it.
    """
    cx, cy, name = width * _EMU, height * _EMU, f"Figure {ident - _FIRST_DRAWING}"
    turn, own_cx, own_cy = _turned(picture, cx, cy)
    left, top = (cx - own_cx) // 2, (cy - own_cy) // 2
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{ident}" name="{name}" descr="{escape(alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{ident}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        "<pic:blipFill><a:blip"
        f' r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm{turn}><a:off x="{left}" y="{top}"/><a:ext cx="{own_cx}" cy="{own_cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

"""The zip around a Word file, opened within bounds: what a part may be, and how parts are found."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any, NamedTuple

from drafter.reading.file import UnreadableFile

__all__ = ["MAIN", "OFFICE", "R", "W", "WordPackage", "open_package", "written_xml"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = "officeDocument"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
"""Names of the Strict form of the standard (ISO/IEC 29500-1), and of the Transitional one."""
_MOST_PARTS = 5_000
_LARGEST_PART = 40_000_000
_MOST_TIMES = 400
"""How many times its packed size a part may have: words and marks have some thirty."""
_USUAL = "word/document.xml"
_SMALL = 2_000_000
"""Bytes that any part may have, however well they are packed."""


class WordPackage(NamedTuple):
    """The parts of a Word file."""

    zip: zipfile.ZipFile

    def bytes(self, name: str) -> bytes:
        """What is in a part. Raises UnreadableFile for one that is damaged or beyond the bounds, KeyError for
        none.
        """
        info = self.zip.getinfo(name.lstrip("/"))
        packed = max(info.compress_size, 1)
        if info.file_size > _LARGEST_PART or (
            info.file_size > _SMALL and info.file_size > packed * _MOST_TIMES
        ):
            raise UnreadableFile(f"too large: {name} holds {info.file_size:,} bytes")
        try:
            with self.zip.open(info) as part:
                data = part.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise UnreadableFile(f"damaged: {name} cannot be unpacked ({type(error).__name__})") from None
        if len(data) > _LARGEST_PART:
            raise UnreadableFile(f"too large: {name} holds more than it says")
        return data

    def xml(self, name: str) -> Any:
        """The root of a part, in the names of the Transitional form. Raises UnreadableFile, KeyError."""
        return parsed(self.bytes(name), name)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part by id: kind and target, a part's name; outside targets are left out."""
        folder, own = posixpath.split(name)
        try:
            root = self.xml(posixpath.join(folder, "_rels", f"{own}.rels"))
        except KeyError:
            return {}
        found = {}
        for row in root.iter(_RELATION):
            if row.get("TargetMode") != "External" and row.get("Target"):
                target = posixpath.normpath(posixpath.join("/", folder, row.get("Target"))).lstrip("/")
                found[row.get("Id", "")] = row.get("Type", "").rpartition("/")[2], target
        return found

    def main(self) -> str:
        """The name of the main part: the one that is named, wherever it stands, else the one in its usual
        place. Raises UnreadableFile.
        """
        for kind, target in self.relations("").values():
            if kind == MAIN:
                return target
        if _USUAL in self.zip.namelist():
            return _USUAL
        raise UnreadableFile("not a Word file: no main part is named in it")

    def related(self, name: str) -> dict[str, str]:
        """The first part of each kind that is there and that a part is related to, or has beside it by its
        usual name.
        """
        found: dict[str, str] = {}
        there, folder = set(self.zip.namelist()), posixpath.dirname(name)
        for kind, target in self.relations(name).values():
            if target in there:
                found.setdefault(kind, target)
        for kind in ("styles", "numbering", "footnotes", "endnotes", "comments"):
            if kind not in found and (neighbour := posixpath.join(folder, f"{kind}.xml")) in there:
                found[kind] = neighbour
        return found


def parsed(data: bytes, name: str) -> Any:
    """The root of an XML text. Raises UnreadableFile for what is none, or defines entities."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").partition("?>")[2].encode()
    for strict, transitional in _STRICT if b"purl.oclc.org" in data else ():
        data = data.replace(strict, transitional)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableFile("not an ordinary Word file: it defines entities")
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"damaged: {name} is no XML ({str(error)[:80]})") from None
    return root


def open_package(data: bytes) -> WordPackage:
    """The package in `data`. Raises UnreadableFile."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("encrypted, or an old .doc")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        if len(package.infolist()) > _MOST_PARTS:
            raise UnreadableFile(f"too large: it has more than {_MOST_PARTS:,} parts")
        if any(info.flag_bits & 1 for info in package.infolist()):
            raise UnreadableFile("encrypted")
        return WordPackage(package)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(f"not a Word file, or damaged ({type(error).__name__})") from None


def written_xml(root: Any) -> bytes:
    """The text of a part."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

"""The firm's own paper: `letterhead.docx` or `letterhead.dotx` in its folder of templates. Letters take its
header, its footer and its typeface; the papers of a court keep the look that the court's rules give them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any, NamedTuple

from drafter.complaint import Draft
from drafter.errors import TemplateError
from drafter.library import Library
from drafter.printing import WORD
from drafter.reading.file import UnreadableFile
from drafter.reading.package import WordPackage, open_package, written_xml
from drafter.yamltext.read import contents

__all__ = ["Letterhead", "letter", "letterhead_of"]

NAMES = ("letterhead.docx", "letterhead.dotx")
MOST = 2**26
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
}


class Letterhead(NamedTuple):
    """What letters take of the base document.

    file      its name
    header    XML of the header of each kind of page (default, first), empty where it has none
    footer    the same of the footer
    pictures  name and bytes of each picture in them
    rows      the relationships of each header and footer, by its name here
    face      typeface of its ordinary text, empty where it says none
    """

    file: str
    header: dict[str, bytes]
    footer: dict[str, bytes]
    pictures: dict[str, bytes]
    rows: dict[str, list[tuple[str, str]]]
    face: str

    @property
    def words(self) -> tuple[str, str]:
        """The words of its header and of its footer."""
        return _words(self.header), _words(self.footer)


def letterhead_of(library: Library) -> Letterhead | None:
    """The base document of the firm's folder; None where there is none. Raises TemplateError for one that
    cannot be used.
    """
    path = next((found for name in NAMES if (found := library.find(name))), None)
    if path is None:
        return None
    try:
        package = open_package(contents(path, most=MOST))
        return _read(package, path.name)
    except (UnreadableFile, KeyError) as error:
        raise TemplateError(f"{path} is {error}", "Open it in Word and save it again.") from None


def letter(draft: Draft, library: Library) -> bytes:
    """The Word file of a letter, on the firm's own paper where it has one. Raises TemplateError."""
    data, base = WORD(draft), letterhead_of(library)
    return _on(data, base) if base else data


def _read(package: WordPackage, name: str) -> Letterhead:
    main = package.main()
    related = package.relations(main)
    found = Letterhead(name, {}, {}, {}, {}, _face(package, main))
    sections = list(package.xml(main).iter(f"{_W}sectPr"))
    for reference in sections[-1] if sections else ():
        kind = reference.tag.removeprefix(_W)
        if kind not in ("headerReference", "footerReference") or reference.get(f"{_W}type") == "even":
            continue
        _, target = related[reference.get(f"{_R}id")]
        page = str(reference.get(f"{_W}type", "default"))
        (found.header if kind == "headerReference" else found.footer)[page] = written_xml(package.xml(target))
        found.rows[f"{kind}.{page}"] = list(_pictures(package, target, found))
    return found


def _pictures(package: WordPackage, part: str, found: Letterhead) -> Any:
    """The pictures of a header or footer: each put into `found`, its id and its name here."""
    for own, (kind, target) in package.relations(part).items():
        ending = target.rpartition(".")[2].lower()
        if kind != "image" or ending not in _PICTURES:
            continue
        name = f"media/letterhead-{posixpath.basename(target)}"
        found.pictures[name] = package.bytes(target)
        yield own, name


def _face(package: WordPackage, main: str) -> str:
    """The typeface of ordinary text: of the style Normal, else of the document's defaults."""
    root = package.xml(package.related(main)["styles"])
    normal = [
        one
        for one in root.iter(f"{_W}style")
        if one.get(f"{_W}default") == "1" and one.get(f"{_W}type") == "paragraph"
    ]
    for place in (*normal, *root.iter(f"{_W}docDefaults")):
        for fonts in place.iter(f"{_W}rFonts"):
            if face := fonts.get(f"{_W}ascii"):
                return str(face)
    return ""


def _words(parts: dict[str, bytes]) -> str:
    text = b" ".join(parts.values()).decode()
    return " ".join(" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)).split())


# --- a letter on it
# ------------------------------------------------------------------------------------------------------------


def _on(data: bytes, base: Letterhead) -> bytes:
    """The letter with the base document's header, footer and typeface."""
    package = open_package(data)
    parts = {name: package.zip.read(name) for name in package.zip.namelist()}
    rows, types, references = "", "", ""
    for kind, pages in (("header", base.header), ("footer", base.footer)):
        for page, xml in pages.items():
            name = f"letterhead-{kind}-{page}"
            parts[f"word/{name}.xml"] = xml
            own = base.rows[f"{kind}Reference.{page}"]
            if own:
                parts[f"word/_rels/{name}.xml.rels"] = _relationships(own)
            rows += f'<Relationship Id="rId-{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
            types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORDML}.{kind}+xml"/>'
            references += f'<w:{kind}Reference w:type="{page}" r:id="rId-{name}"/>'
    parts |= {f"word/{name}": blob for name, blob in base.pictures.items()}
    endings = {name.rpartition(".")[2].lower() for name in base.pictures}
    there = parts["[Content_Types].xml"].decode()
    types += "".join(
        f'<Default Extension="{one}" ContentType="{_PICTURES[one]}"/>'
        for one in sorted(endings)
        if f'Extension="{one}"' not in there
    )
    _put(parts, "[Content_Types].xml", "</Types>", f"{types}</Types>")
    _put(parts, "word/_rels/document.xml.rels", "</Relationships>", f"{rows}</Relationships>")
    text = parts["word/document.xml"].decode()
    for kind, pages in (("header", base.header), ("footer", base.footer)):
        if "default" in pages:
            text = re.sub(rf'<w:{kind}Reference w:type="default"[^>]*/>', "", text)
    text = text.replace("<w:sectPr>", f"<w:sectPr>{references}")
    if "first" in base.header or "first" in base.footer:
        text = text.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    parts["word/document.xml"] = text.encode()
    if base.face:
        styles = parts["word/styles.xml"].decode()
        parts["word/styles.xml"] = re.sub(
            r'(w:(?:ascii|hAnsi|cs)=")[^"]*(")',
            lambda found: f"{found[1]}{_escaped(base.face)}{found[2]}",
            styles,
        ).encode()
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    """The package of the parts, without a clock: the same bytes for the same parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _put(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    parts[name] = parts[name].decode().replace(old, new).encode()


def _relationships(rows: list[tuple[str, str]]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{own}" Type="{_OFFICE}/image" Target="{_escaped(name)}"/>' for own, name in rows
    )
    return f'{_DECLARATION}<Relationships xmlns="{_RELATED}">{listed}</Relationships>'.encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

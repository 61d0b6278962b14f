"""Exhibits as PDFs: cleaned of what runs, a slip sheet in front, bound in one file with bookmarks."""

from __future__ import annotations

import io
from typing import Any, Iterator, NamedTuple, Sequence

from drafter.errors import SheetError
from drafter.pdf.extra import picture_reader, pikepdf, reportlab
from drafter.pdf.settled import saved

__all__ = ["LETTER", "Cleaned", "bound", "cleaned", "contents_taken", "of_picture", "opened", "slip_sheet"]

LETTER = (612.0, 792.0)
MOST_PAGES = 5_000
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Names", "/Collection", "/Threads")
_RUNS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/Rendition", "/GoToE")
_MEDIA = ("/Movie", "/Sound", "/Screen", "/3D", "/RichMedia", "/FileAttachment")


class Cleaned(NamedTuple):
    """A filing copy: its bytes, how many pages it has, and what was taken out, in words."""

    data: bytes
    pages: int
    taken: tuple[str, ...]


def opened(data: bytes, name: str) -> Any:
    """The PDF that `data` is, opened by pikepdf. Raises SheetError, in one message, for one that is none, is
    broken, or is encrypted; UsageError where the extra is not installed.
    """
    library = pikepdf()
    try:
        found = library.open(io.BytesIO(data))
        pages = len(found.pages)
    except library.PasswordError:
        raise SheetError(
            f"{name} is encrypted with a password", "Save it without one: courts refuse encrypted files."
        ) from None
    except (library.PdfError, ValueError, RecursionError, MemoryError, OverflowError):
        raise SheetError(
            f"{name} is no PDF, or is broken", "Open it in a viewer and print it to a new PDF."
        ) from None
    if not 0 < pages <= MOST_PAGES:
        raise SheetError(f"{name} has {pages:,} pages; {MOST_PAGES:,} are the most", "Take it apart.")
    return found


def cleaned(data: bytes, name: str, title: str = "", flatten: bool = True) -> Cleaned:
    """A copy of a PDF for filing, without scripts, actions, attachments and media; its form fields as print,
    or gone where `flatten` says no. Its pages are as they were. Raises SheetError or UsageError.
    """
    library = pikepdf()
    with opened(data, name) as found:
        taken = list(contents_taken(found))
        encrypted = found.is_encrypted
        if "/AcroForm" in found.Root and flatten:
            _flatten(library, found)
        for page in found.pages:
            _clean_page(library, page)
        for key in _ACTIVE:
            if key in found.Root:
                del found.Root[key]
        if title:
            found.docinfo["/Title"] = title
        if encrypted:
            taken.append("encryption")
        return Cleaned(saved(found), len(found.pages), tuple(taken))


def contents_taken(found: Any) -> tuple[str, ...]:
    """What an open PDF has that is taken out of a filing copy, in words."""
    return tuple(dict.fromkeys(_taken(found)))


def _flatten(library: Any, found: Any) -> None:
    try:
        found.generate_appearance_streams()
        found.flatten_annotations("all")
    except (library.PdfError, AttributeError, TypeError, ValueError):
        pass


def _taken(found: Any) -> Iterator[str]:
    root = found.Root
    if "/AcroForm" in root:
        yield "form fields"
    opens = root.get("/OpenAction")
    runs = isinstance(opens, pikepdf().Dictionary) and str(opens.get("/S", "")) != "/GoTo"
    if runs or "/AA" in root or "/JavaScript" in root.get("/Names", {}):
        yield "scripts or actions"
    if "/EmbeddedFiles" in root.get("/Names", {}) or "/Collection" in root:
        yield "attached files"
    for page in found.pages:
        for note in page.get("/Annots", ()):
            if str(note.get("/Subtype", "")) in _MEDIA:
                yield "media or attached files"
            if str(note.get("/A", {}).get("/S", "")) in _RUNS or "/AA" in note:
                yield "scripts or actions"


def _clean_page(library: Any, page: Any) -> None:
    if "/AA" in page:
        del page["/AA"]
    if "/Annots" not in page:
        return
    left = []
    for note in page.Annots:
        if str(note.get("/Subtype", "")) in (*_MEDIA, "/Widget"):
            continue
        if str(note.get("/A", {}).get("/S", "")) in _RUNS:
            del note["/A"]
        if "/AA" in note:
            del note["/AA"]
        left.append(note)
    page.Annots = library.Array(left)


def slip_sheet(label: str, lines: Sequence[str]) -> bytes:
    """A page that says “EXHIBIT A”, with the lines below it. Raises UsageError."""
    written = io.BytesIO()
    page = reportlab().Canvas(written, pagesize=LETTER, invariant=True, pageCompression=1)
    page.setTitle(f"Exhibit {label}")
    page.setFont("Times-Bold", 36)
    page.drawCentredString(LETTER[0] / 2, LETTER[1] / 2 + 24, f"EXHIBIT {label}")
    page.setFont("Times-Roman", 14)
    for number, line in enumerate(part for text in lines for part in _folded(text, 68)):
        page.drawCentredString(LETTER[0] / 2, LETTER[1] / 2 - 24 - 18 * number, line)
    page.showPage()
    page.save()
    return written.getvalue()


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.encode("cp1252", "replace").decode("cp1252").split():
        if line and len(line) + len(word) >= width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def of_picture(blob: bytes, width: int, height: int, turned: int = 0) -> bytes:
    """A page with a picture that is to be seen `width` wide and `height` high, turned to the right by so many
    degrees, as large as the page's margins let it.
    """
    written = io.BytesIO()
    page = reportlab().Canvas(written, pagesize=LETTER, invariant=True, pageCompression=1)
    scale = min((LETTER[0] - 72) / width, (LETTER[1] - 72) / height)
    wide, high = width * scale, height * scale
    across = (high, wide) if turned in (90, 270) else (wide, high)
    page.translate(LETTER[0] / 2, LETTER[1] / 2)
    page.rotate(-turned)
    page.drawImage(picture_reader(blob), -across[0] / 2, -across[1] / 2, *across)
    page.showPage()
    page.save()
    return written.getvalue()


def bound(parts: Sequence[tuple[str, bytes]], title: str) -> bytes:
    """One PDF of several, each under a bookmark. The mark of PDF/A is not kept: what is bound in may break
    it.
    """
    library = pikepdf()
    with library.new() as made:
        marks = []
        for name, data in parts:
            with library.open(io.BytesIO(data)) as part:
                marks.append((name, len(made.pages)))
                made.pages.extend(part.pages)
        with made.open_outline() as outline:
            outline.root.extend(library.OutlineItem(name, page) for name, page in marks)
        made.docinfo["/Title"] = title
        return saved(made)

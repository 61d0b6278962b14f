"""A form filled in: what goes into its fields drawn over the blank, the fields themselves taken out."""

from __future__ import annotations

import io
from typing import Any, Iterator, NamedTuple, Sequence

from drafter.pdf.binding import LETTER, cleaned, opened
from drafter.pdf.extra import pikepdf, reportlab
from drafter.pdf.settled import saved

__all__ = ["FormEntry", "FormField", "drawn", "fields_of"]

LARGEST, LEAST, LEADING = 9.0, 6.0, 1.15
FACE = "Times-Roman"


class FormField(NamedTuple):
    """A field of a blank: its name, the page it stands on (from 0), its rectangle, the state that its button
    has when it is on, its tool tip.
    """

    name: str
    page: int
    box: tuple[float, float, float, float]
    state: str = ""
    tip: str = ""


class FormEntry(NamedTuple):
    """What goes into a field: its text, or an X; over white where `opaque` says so."""

    field: FormField
    text: str
    mark: bool = False
    inset: float = 0
    label: str = ""
    opaque: bool = False


def fields_of(data: bytes, name: str) -> list[FormField]:
    """The fields of a blank, in the order of its pages. Raises SheetError or UsageError."""
    with opened(data, name) as found:
        return [
            field
            for number, page in enumerate(found.pages)
            for note in page.get("/Annots", ())
            if str(note.get("/Subtype", "")) == "/Widget"
            for field in [_field(note, number)]
        ]


def _field(note: Any, page: int) -> FormField:
    names, tip, node = [], "", note
    while node is not None:
        if "/T" in node:
            names.append(str(node.T))
        tip = tip or str(node.get("/TU", ""))
        node = node.get("/Parent")
    states = note.get("/AP", {}).get("/N", {})
    keys = [] if isinstance(states, pikepdf().Stream) else list(states.keys())
    on = next((str(key) for key in keys if str(key) != "/Off"), "")
    left, bottom, right, top = (float(side) for side in note.Rect)
    box = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return FormField(".".join(reversed(names)), page, box, on, tip)


def drawn(data: bytes, name: str, entries: Sequence[FormEntry], title: str) -> tuple[bytes, list[str]]:
    """The blank with the entries drawn in, and the labels of those that did not fit and stand on a page
    behind it. Raises SheetError or UsageError.
    """
    library = pikepdf()
    over: list[tuple[str, str]] = []
    with opened(cleaned(data, name, title, flatten=False).data, name) as blank:
        for number, page in enumerate(blank.pages):
            here = [entry for entry in entries if entry.field.page == number]
            if here:
                layer = _layer(page, here, over)
                with library.open(io.BytesIO(layer)) as opened_layer:
                    _lay_over(library, blank, page, opened_layer.pages[0])
        if over:
            with library.open(io.BytesIO(_attachment(title, over))) as pages:
                blank.pages.extend(pages.pages)
        return saved(blank), [label for label, _ in over]


def _lay_over(library: Any, blank: Any, page: Any, layer: Any) -> None:
    """Put a page over another, under a name that is the same each time."""
    form = blank.copy_foreign(layer.as_form_xobject())
    page.add_resource(form, library.Name.XObject, library.Name("/DrafterEntries"))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\nq /DrafterEntries Do Q\n")


def _layer(page: Any, entries: Sequence[FormEntry], over: list[tuple[str, str]]) -> bytes:
    box = [float(side) for side in page.mediabox]
    written = io.BytesIO()
    canvas = reportlab().Canvas(written, pagesize=(box[2], box[3]), invariant=True, pageCompression=1)
    for entry in entries:
        if entry.opaque:
            canvas.setFillGray(1)
            left, bottom, right, top = entry.field.box
            canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
            canvas.setFillGray(0)
        if entry.mark:
            left, bottom, right, top = entry.field.box
            canvas.setFont("Helvetica-Bold", min(11, top - bottom + 1))
            canvas.drawCentredString((left + right) / 2, (bottom + top) / 2 - 3.5, "X")
        elif not any(_write(canvas, entry, text) for text in (entry.text, entry.text.replace("\n", ", "))):
            over.append((entry.label, entry.text))
            _write(canvas, entry, "See attachment")
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def _write(canvas: Any, entry: FormEntry, text: str) -> bool:
    """Write a text into its field, as large as it fits; whether it fits at all."""
    left, bottom, right, top = entry.field.box
    wide, high = right - left - 4, top - bottom - entry.inset
    size = LARGEST
    while size >= LEAST:
        lines = list(_wrapped(canvas, text, size, wide))
        if len(lines) * size * LEADING <= max(high, size * LEADING) and all(
            canvas.stringWidth(line, FACE, size) <= wide for line in lines
        ):
            canvas.setFont(FACE, size)
            first = top - entry.inset - size if high > 2 * size else bottom + (high - size) / 2 + 1.5
            for number, line in enumerate(lines):
                canvas.drawString(left + 2, first - number * size * LEADING, line)
            return True
        size -= 0.5
    return False


def _wrapped(canvas: Any, text: str, size: float, wide: float) -> Iterator[str]:
    for paragraph in text.encode("cp1252", "replace").decode("cp1252").split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and canvas.stringWidth(longer, FACE, size) > wide:
                yield line
                line = word
            else:
                line = longer
        yield line


def _attachment(title: str, over: Sequence[tuple[str, str]]) -> bytes:
    """Pages with what did not fit, each under the label of its box."""
    written = io.BytesIO()
    canvas = reportlab().Canvas(written, pagesize=LETTER, invariant=True, pageCompression=1)
    lines = [(f"Attachment to {title}", True), ("", False)]
    for label, text in over:
        lines += [
            (label, True),
            *((line, False) for line in _wrapped(canvas, text, 11, LETTER[0] - 144)),
            ("", False),
        ]
    for start in range(0, len(lines), 45):
        for number, (line, bold) in enumerate(lines[start : start + 45]):
            canvas.setFont("Times-Bold" if bold else FACE, 11)
            canvas.drawString(72, LETTER[1] - 72 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()

"""The exhibits that go with a complaint: each a PDF of its own behind a slip sheet, made of a PDF, a picture
or a Word file that stands in the matter's folder.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.complaint import Draft
from drafter.complaint.passes.pictures import file_of_matter
from drafter.complaint.views.paper import by_letter, exhibit_labels
from drafter.errors import DrafterError
from drafter.facts.allegations import Exhibit
from drafter.facts.values import known
from drafter.matter_files.private_disk import sha256
from drafter.pdf.binding import bound, cleaned, of_picture, slip_sheet
from drafter.pdf.ocr import readable
from drafter.pdf.office import to_pdf
from drafter.pictures import Damaged, look
from drafter.yamltext.read import contents

__all__ = ["AttachedExhibit", "attached", "exhibit_files"]

MOST = 2**28
"""The largest exhibit that is read, in bytes."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")


class AttachedExhibit(NamedTuple):
    """An exhibit that is attached.

    label    its letter
    title    as the index has it
    sealed   it is to be filed under seal: the public package has its slip sheet alone
    file     its file, as the sheet names it
    original SHA-256 of that file
    data     the filing copy, behind its slip sheet
    pages    how many pages it has, without the slip sheet
    taken    what was taken out of the filing copy, in words
    problem  why there is none
    """

    label: str
    title: str
    sealed: bool
    file: str
    original: str = ""
    data: bytes = b""
    pages: int = 0
    taken: tuple[str, ...] = ()
    problem: str = ""


def attached(draft: Draft) -> list[tuple[str, Exhibit]]:
    """The exhibits that are attached, each with its letter, in the order of their letters."""
    called = draft.matter.exhibits_cited
    there = {str(one.id): one for one in draft.matter.raw.exhibits if one.attached}
    order = [own for own in called if own in there] + [own for own in there if own not in called]
    labels = exhibit_labels([(called.get(own, ""), known(there[own].label)) for own in order])
    return sorted(((label, there[own]) for label, own in zip(labels, order, strict=True)), key=by_letter)


def exhibit_files(draft: Draft, sheet: str) -> list[AttachedExhibit]:
    """Every exhibit that is attached, as it is filed. Raises UsageError where the extra, or LibreOffice for a
    Word file, is not installed.
    """
    return [_made(label, exhibit, sheet) for label, exhibit in attached(draft)]


def _made(label: str, exhibit: Exhibit, sheet: str) -> AttachedExhibit:
    name, title = str(known(exhibit.file) or ""), str(known(exhibit.title) or "")
    made = AttachedExhibit(label, title, exhibit.sealed, name)
    if not name:
        return made._replace(problem="the sheet names no file of it")
    real, problem = file_of_matter(name, sheet)
    if problem:
        return made._replace(problem=f"{name}: {problem}")
    try:
        data = contents(real, name, MOST)
        copy = cleaned(_as_pdf(data, real, name), name, f"Exhibit {label}")
        with_text = readable(copy.data, name)
    except (DrafterError, Damaged) as error:
        if type(error).__name__ == "UsageError":
            raise
        return made._replace(problem=f"{name}: {error}".replace(f"{name}: {name}", name).splitlines()[0])
    date = known(exhibit.date)
    slip = slip_sheet(label, [title, *([str(date)] if date else [])])
    whole = bound([("Slip sheet", slip), (title or f"Exhibit {label}", with_text)], f"Exhibit {label}")
    return made._replace(original=sha256(data), data=whole, pages=copy.pages, taken=copy.taken)


def _as_pdf(data: bytes, real: str, name: str) -> bytes:
    """The bytes of a PDF, of a picture as one, of a Word file through LibreOffice. Raises SheetError,
    UsageError, OutputError or Damaged.
    """
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending == ".docx":
        return to_pdf({name: data})[name]
    if ending in _PICTURES:
        shown = look(real)
        return of_picture(shown.blob, shown.width, shown.height, shown.turned[0])
    if ending != ".pdf":
        raise Damaged("it is no PDF, picture or Word file: save it as PDF")
    return data


def public(exhibit: AttachedExhibit) -> bytes:
    """What the public package has of an exhibit: of one under seal its slip sheet, which says so."""
    if not exhibit.sealed:
        return exhibit.data
    return slip_sheet(exhibit.label, ["[TO BE FILED UNDER SEAL]"])

"""Official forms: a blank of the user's is known by its hash, or by its fields and its printed revision, and
filled in by drawing over it. Without the blank, a page says what goes into each box.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple, cast

from drafter.complaint.views.matter import Matter
from drafter.errors import NotFound, UsageError
from drafter.filing.form_data import value_of_source
from drafter.library import Library
from drafter.library.form_records import FormBox, FormMap
from drafter.matter_files.include import profiles_folder
from drafter.matter_files.private_disk import private_folder, put_in_place, sha256
from drafter.pdf.overlay import FormEntry, FormField, drawn, fields_of
from drafter.pdf.reading import read_pdf
from drafter.yamltext.read import contents

__all__ = [
    "FilledForm",
    "add_blank",
    "blank_of",
    "boxes_of",
    "filled",
    "form_map",
    "forms_folder",
    "is_called_for",
    "superseded",
]

MOST = 2**26
ONE_LINE = 18
"""Up to how many points of height a field takes one line."""


class FilledForm(NamedTuple):
    """A form filled in: its bytes, the boxes that are left open, and those that stand on an attachment."""

    data: bytes
    left_open: tuple[str, ...]
    attached: tuple[str, ...]


def forms_folder() -> Path:
    """The user’s own folder of blanks: $DRAFTER_FORMS, else in the configuration folder."""
    given = os.environ.get("DRAFTER_FORMS")
    return Path(given) if given else profiles_folder().parent / "forms"


def form_map(library: Library, name: str) -> FormMap:
    """The map of a form. Raises NotFound, TemplateError."""
    return cast(FormMap, library.record("forms", name))


def blank_of(form: FormMap) -> bytes | None:
    """The user’s blank of a form, as it was added; None where there is none."""
    path = forms_folder() / f"{form.id}.pdf"
    return contents(path, most=MOST) if path.is_file() else None


def add_blank(library: Library, file: str) -> str:
    """Take a blank in: the id of the form that it is. Raises UsageError, with the difference, for a form or a
    revision that no map fits; SheetError for what is no PDF.
    """
    data = contents(file, most=MOST)
    maps = [form_map(library, name) for name in library.ids("forms", ".yaml")]
    known = [form for form in maps for blank in form.blanks if str(blank.sha256) == sha256(data)]
    form = known[0] if known else _by_fields(maps, data, file)
    private_folder(forms_folder())
    put_in_place(forms_folder() / f"{form.id}.pdf", data)
    return str(form.id)


def is_called_for(form: FormMap, title: str) -> bool:
    """Whether a court that calls its paper so means this form, and no variant of its own (JS 44C/SDNY)."""
    return bool(re.search(rf"(?<![\w-]){re.escape(str(form.printed))}(?!\w)", title))


def superseded(form: FormMap, blank: bytes) -> str:
    """That the blank is of a revision that is no longer the court’s, in words; empty where it is not known to
    be.
    """
    own = [one for one in form.blanks if str(one.sha256) == sha256(blank)] or form.blanks
    later = next((str(one.superseded) for one in own if one.superseded), "")
    return f"{form.title}, {own[0].revision}, is superseded by {later}: get the new blank" if later else ""


def _by_fields(maps: list[FormMap], data: bytes, file: str) -> FormMap:
    """The form whose fields the blank has and whose revision is printed on it."""
    there = {field.name for field in fields_of(data, file)}
    words = " ".join(" ".join(read_pdf(data, file).pages).split())
    near = [(len(_wanted(form) - there), form) for form in maps if str(form.printed) in words]
    near += [(len(_wanted(form) - there), form) for form in maps if not near and _wanted(form) & there]
    if not near:
        raise UsageError(f"{file} is no form that drafter has a map of", _known_forms(maps))
    lacking, form = min(near, key=lambda one: one[0])
    revisions = [str(blank.revision) for blank in form.blanks]
    if lacking:
        names = sorted(_wanted(form) - there)
        shown = ", ".join(f"“{name}”" for name in names[:4]) + (" …" if len(names) > 4 else "")
        raise UsageError(
            f"{file} is another revision of {form.title} than the map is for: it lacks the fields {shown}",
            f"The map is for {' and '.join(revisions)}; the data page of the form needs no blank.",
        )
    if not any(revision in words for revision in revisions):
        raise UsageError(
            f"{file} has the fields of {form.title}, and {' and '.join(revisions)} is not printed on it",
            "The map is for that revision alone; the data page of the form needs no blank.",
        )
    return form


def _known_forms(maps: list[FormMap]) -> str:
    return "There are maps of: " + "; ".join(
        f"{form.title}, {' and '.join(str(blank.revision) for blank in form.blanks)}" for form in maps
    )


def _wanted(form: FormMap) -> set[str]:
    return {str(box.field) for box in form.boxes if box.field}


def boxes_of(form: FormMap, matter: Matter, party: str) -> list[tuple[str, str, str]]:
    """The boxes of a form in its order: number, label and what goes there, empty where it is not known. A box
    to be marked is told only where it is.
    """
    rows = [(box, value_of_source(matter, str(box.source), party)) for box in form.boxes]
    return [(str(box.box), str(box.label), value) for box, value in rows if value or box.choose != "mark"]


def filled(form: FormMap, blank: bytes, matter: Matter, party: str) -> FilledForm:
    """The form over the blank. Raises SheetError, UsageError; NotFound where a button is not on it."""
    fields = fields_of(blank, str(form.title))
    entries, left_open = [], []
    for box in form.boxes:
        value = value_of_source(matter, str(box.source), party)
        if not value:
            if box.choose != "mark":
                left_open.append(f"{box.box} {box.label}")
            continue
        entries += _entries(box, value, fields, str(form.title))
    data, attached = drawn(blank, str(form.title), entries, str(form.title))
    return FilledForm(data, tuple(left_open), tuple(attached))


def _lines(field: FormField, value: str) -> str:
    """A value of several lines on one, in a field that has room for one."""
    return value if field.box[3] - field.box[1] > ONE_LINE else value.replace("\n", ", ")


def _entries(box: FormBox, value: str, fields: list[FormField], title: str) -> list[FormEntry]:
    state = str(box.states.get(value) or f"/{value}")
    match box.choose:
        case "text":
            found = [field for field in fields if field.name == box.field and not field.state]
            label = f"{box.box} {box.label}"
            return [FormEntry(field, _lines(field, value), False, box.inset, label) for field in found]
        case "mark":
            found = [field for field in fields if field.name == box.field]
        case "state":
            found = [field for field in fields if field.name == box.field and field.state == state]
        case "name":
            found = [field for field in fields if field.name.startswith(f"{value} ")]
        case "tip":
            found = [field for field in fields if f"({value})" in field.tip]
    if not found:
        raise NotFound(
            f"{title}: box {box.box} has nothing to mark for “{value}”", "Look at the form’s own list."
        )
    return [FormEntry(field, "", True) for field in found[:1]]

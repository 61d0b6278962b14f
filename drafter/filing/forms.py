"""Official forms: a blank of the user's is known by its hash, or by its fields and its printed revision, and
filled in by drawing over it. Without the blank, a page says what goes into each box.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple, cast

from drafter.complaint.views.matter import Matter
from drafter.errors import UsageError
from drafter.filing.form_data import proposed, value_of_box
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
    "form_for",
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


def form_for(library: Library, name: str, court: str) -> FormMap:
    """The map of a form, or of the variant that a court has of it. Raises NotFound, TemplateError."""
    maps = (form_map(library, own) for own in library.ids("forms", ".yaml"))
    own = (form for form in maps if form.instead_of == name and court in map(str, form.courts))
    return next(own, None) or form_map(library, name)


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
    names_one = re.search(r"\([^)]*\d[^)]*\)", title)
    return not names_one or _is_named(form, title)


def _is_named(form: FormMap, words: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(str(form.printed))}(?!\w)", words))


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
    maps = [form for form in maps if form.blanks]
    printed = [form for form in maps if _is_named(form, words)]
    near = [
        (len(_wanted(form) - there), form)
        for form in printed or maps
        if printed or 2 * len(_wanted(form) & there) > len(_wanted(form))
    ]
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
    named = {str(box.field) for box in form.boxes if box.field}
    return named | {str(own) for box in form.boxes if box.choose == "field" for own in box.states.values()}


def boxes_of(form: FormMap, matter: Matter, party: str) -> list[tuple[str, str, str]]:
    """The boxes of a form in its order: number, label and what goes there, empty where it is not known. A box
    to be marked is told only where it is.
    """
    rows = [(box, value_of_box(matter, box, party)) for box in form.boxes]
    return [
        (str(box.box), _label(form, box, matter), value)
        for box, value in rows
        if (value and value != "No") or box.choose != "mark"
    ]


def _label(form: FormMap, box: FormBox, matter: Matter) -> str:
    """The label of a box; with the code that a cause proposes, where nobody has decided on one."""
    code = proposed(matter, str(form.codes)) if str(box.source) == "nature-of-suit" else ""
    if not code or value_of_box(matter, box):
        return str(box.label)
    return f"{box.label} (the claims propose {code}; a lawyer decides: cover.nature_of_suit)"


def filled(form: FormMap, blank: bytes, matter: Matter, party: str) -> FilledForm:
    """The form over the blank. Raises SheetError, UsageError where a button is not on it."""
    fields = fields_of(blank, str(form.title))
    entries, left_open = [], []
    for box in form.boxes:
        value = value_of_box(matter, box, party)
        if not value:
            if box.choose != "mark" and not box.clerk:
                left_open.append(f"{box.box} {_label(form, box, matter)}")
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
            return [
                FormEntry(field, _lines(field, value), False, box.inset, label, box.opaque) for field in found
            ]
        case "mark":
            found = [field for field in fields if field.name == box.field and value == "Yes"]
            if value == "No":
                return []
        case "state":
            found = [field for field in fields if field.name == box.field and field.state == state]
        case "name":
            found = [field for field in fields if field.name.startswith(f"{value} ")]
        case "tip":
            found = [field for field in fields if f"({value})" in field.tip]
        case "field":
            found = [field for field in fields if field.name == box.states.get(value)]
    if not found:
        raise UsageError(
            f"{title}: box {box.box} has nothing to mark for “{value}”", "Look at the form’s own list."
        )
    return [FormEntry(field, "", True) for field in found[:1]]

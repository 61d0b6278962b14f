"""The words of a sheet, field by field, for the checks that must read text."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.facts.record import is_asked
from drafter.facts.values import Plain, Prose
from drafter.tree.paths import walk

__all__ = ["FieldText", "block_of", "of_counsel", "quoted", "texts", "unquoted"]

COUNSEL = ("counsel", "accepted_findings", "searches", "authorities")
UNPRINTED = ("note", "file", "url", "archived", "matter")
SIGNED = ("firm", "name", "email", "telephone", "fax", "bar_number", "street", "city", "zip")
QUOTATIONS = ("words", "quote")
"""Fields that hold what somebody else wrote."""
_PLACEHOLDER = re.compile(r".\[[^\[\]]+\][.,]?.")
_SET_OFF = re.compile(r"^>.*$", re.MULTILINE)
_QUOTE = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


class FieldText(NamedTuple):
    """One field: its path, its words, whether it can print in the complaint, which one that is not asked now
    cannot, and whether it is prose, with marks.
    """

    path: str
    words: str
    prints: bool
    has_marks: bool = False


_last: list[tuple[Draft, list[FieldText]]] = []
"""The texts of the last draft asked for: all checks of one run share them."""


def texts(draft: Draft) -> list[FieldText]:
    """Every text field of the sheet, but for counsel's own and the file's notes on findings."""
    if not _last or _last[0][0] is not draft:
        _last[:] = [(draft, list(_texts(draft)))]
    return _last[0][1]


def _texts(draft: Draft) -> Iterator[FieldText]:
    forum = str(draft.matter.profile.system)
    hidden: list[str] = []
    for found in walk(draft.matter.raw):
        if found.path.split(".")[0] in COUNSEL:
            continue
        within = any(f"{found.path}.".startswith(f"{path}.") for path in hidden)
        for name, value in found.record.__dict__.items():
            if value in (None, [], {}):
                continue
            path = f"{found.path}.{name.rstrip('_')}" if found.path else name
            asked = is_asked(found.record, name, forum)
            if not asked:
                hidden.append(path)
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, (Plain, Prose)):
                    yield FieldText(
                        path, str(one), asked and not within and name not in UNPRINTED, isinstance(one, Prose)
                    )


def of_counsel(draft: Draft) -> Iterator[FieldText]:
    """The fields of counsel that print on the first page and in the signature block."""
    for found in walk(draft.matter.raw):
        if found.path.split(".")[0] == "counsel":
            for name, value in found.record.__dict__.items():
                if name in SIGNED and isinstance(value, Plain):
                    yield FieldText(f"{found.path}.{name}", str(value), True)


def block_of(path: str) -> str:
    """The label of the paragraph that prints the field at `path`; empty where it is no allegation's."""
    parts = path.split(".")
    return parts[1] if parts[0] == "allegations" and len(parts) > 1 else ""


def unquoted(text: FieldText) -> str:
    """The words of `text` that are its writer's own: without quotations in the line or set off, but for one
    that is a placeholder, “[…]”.
    """
    if text.path.rpartition(".")[2] in QUOTATIONS:
        return ""
    words = _SET_OFF.sub("", text.words) if ">" in text.words else text.words
    return _QUOTE.sub(lambda found: found[0] if _PLACEHOLDER.fullmatch(found[0]) else "“”", words)


def quoted(text: str) -> list[str]:
    """What stands between quotation marks in `text`."""
    return [first or second for first, second in _QUOTE.findall(text)]

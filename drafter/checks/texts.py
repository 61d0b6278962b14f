"""The words of a sheet, field by field, for the checks that must read text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator, NamedTuple

from drafter.checks.engine.shared import once_a_draft
from drafter.complaint import Draft
from drafter.facts.record import Record, is_asked
from drafter.facts.values import Plain, Prose
from drafter.privacy.lazy_pattern import Vocabulary

__all__ = [
    "AskedField",
    "FieldText",
    "block_of",
    "fields",
    "of_counsel",
    "quoted",
    "texts",
    "unquoted",
    "vocabulary",
]

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


class AskedField(NamedTuple):
    """One field that holds something: its path, its record, its name, and whether it and all it stands in is
    asked in this forum.
    """

    path: str
    record: Record
    name: str
    asked: bool


@once_a_draft
def fields(draft: Draft) -> list[AskedField]:
    """Every field of the sheet that holds something, in the order of the sheet."""
    forum = str(draft.matter.profile.system)
    found: list[AskedField] = []
    hidden: set[str] = set()
    for path, _, _, record in draft.matter.places:
        within = bool(hidden) and _stands_in(path, hidden)
        questions, above = type(record).questions, f"{path}." if path else ""
        for name, value in record.__dict__.items():
            if value is None or value == [] or value == {}:
                continue
            own = f"{above}{name.rstrip('_')}"
            asked = questions[name].when is None or is_asked(record, name, forum)
            if not asked:
                hidden.add(own)
            found.append(AskedField(own, record, name, asked and not within))
    return found


def _stands_in(path: str, hidden: set[str]) -> bool:
    """Whether `path` is one of `hidden`, or stands in one."""
    while path:
        if path in hidden:
            return True
        path = path.rpartition(".")[0]
    return False


@once_a_draft
def texts(draft: Draft) -> list[FieldText]:
    """Every text field of the sheet, but for counsel's own and the file's notes on findings."""
    return list(_texts(draft))


@once_a_draft
def vocabulary(draft: Draft) -> Vocabulary:
    """The words of all texts of the sheet."""
    return Vocabulary(text.words for text in texts(draft))


def _texts(draft: Draft) -> Iterator[FieldText]:
    for path, record, name, asked in fields(draft):
        value = record.__dict__[name]
        if not isinstance(value, (Plain, Prose, list)) or path.partition(".")[0] in COUNSEL:
            continue
        prints = asked and name not in UNPRINTED
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, (Plain, Prose)):
                yield FieldText(path, str(one), prints, isinstance(one, Prose))


def of_counsel(draft: Draft) -> Iterator[FieldText]:
    """The fields of counsel that print on the first page and in the signature block."""
    for found in draft.matter.places:
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
    return _own_words(text.words) if _QUOTED.search(text.words) else text.words


_QUOTED = re.compile('[“">]')


@lru_cache(4096)
def _own_words(words: str) -> str:
    words = _SET_OFF.sub("", words) if ">" in words else words
    return _QUOTE.sub(lambda found: found[0] if _PLACEHOLDER.fullmatch(found[0]) else "“”", words)


def quoted(text: str) -> list[str]:
    """What stands between quotation marks in `text`."""
    return [first or second for first, second in _QUOTE.findall(text)]

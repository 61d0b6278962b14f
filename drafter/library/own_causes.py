"""The library as one matter sees it: with the causes of action of its own sheet."""

from __future__ import annotations

from typing import Any

from drafter.errors import SheetError
from drafter.facts.compiled import core
from drafter.facts.own_causes import OwnCause, OwnElement, OwnLaw
from drafter.facts.record import Record
from drafter.facts.schema import validator
from drafter.facts.sheet import FactSheet
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Prose, Unknown, known
from drafter.library import Library
from drafter.library.entry_text import without_front_matter
from drafter.library.files import read_text
from drafter.library.records import CauseOfAction
from drafter.markup import escape
from drafter.tree.unknown import notes_of, split_unknowns

__all__ = [
    "NOT_NAMED",
    "CORE_BODY",
    "NO_BODY",
    "ONLY_FRAME",
    "LibraryOfMatter",
    "front_matter_of",
    "has_body",
    "not_named",
    "with_own_causes",
    "with_unfinished_causes",
]

NO_BODY = "causes/_no-body.md"
CORE_BODY = "core/_body.md"
"""The template that words every core cause."""
ONLY_FRAME = "causes/_theory.md"
"""The template of a count whose cause is not known: nothing is pleaded as an element of it."""
NOT_NAMED = "cause-not-known"
"""The id of what stands for the cause of a claim whose only theory is not known."""


class LibraryOfMatter(Library):
    """The library, with causes of a sheet beside those of its folders."""

    def __init__(self, library: Library, own: dict[str, CauseOfAction]) -> None:
        self.__dict__.update(library.__dict__)
        self.own = own
        self._entries = {**self._entries, **{("causes", name): cause for name, cause in own.items()}}

    def ids(self, kind: str, ending: str) -> list[str]:
        """As `Library.ids`, with the sheet's causes."""
        there = super().ids(kind, ending)
        return sorted({*there, *self.own}) if kind == "causes" else there


def with_own_causes(library: Library, sheet: FactSheet) -> Library:
    """`library` with the causes that `sheet` declares. Raises SheetError where one has the id of a cause that
    the library has.
    """
    if not sheet.causes:
        return library
    for cause in sheet.causes:
        if library.find(f"causes/{cause.id}.md"):
            raise SheetError(
                f"causes.{cause.id}: the library has a cause of that id",
                "Give the sheet’s own cause another id, or take it out to plead the library’s.",
            )
    return LibraryOfMatter(library, {str(cause.id): _made(cause) for cause in sheet.causes})


def not_named() -> CauseOfAction:
    """What stands for the cause of a claim whose only theory is not known: it has no elements, and no law."""
    tree = {
        "id": NOT_NAMED,
        "title": "cause of action",
        "citation": "law not known",
        "jurisdiction": "unknown",
        "elements": [],
    }
    made: CauseOfAction = validator(CauseOfAction).validate_python(tree)
    return made


def with_unfinished_causes(library: Library, tree: dict[str, Any]) -> Library:
    """`library` with the causes of a raw sheet that is not finished: those that can be read already and whose
    ids the library does not have.
    """
    found = {}
    for raw in tree.get("causes") or []:
        try:
            whole, _ = split_unknowns({"causes": [raw]})
            cause: OwnCause = validator(OwnCause).validate_python(whole["causes"][0])
        except (core().ValidationError, LookupError):
            continue
        if not library.find(f"causes/{cause.id}.md"):
            found[str(cause.id)] = _made(cause)
    return LibraryOfMatter(library, found) if found else library


def front_matter_of(cause: OwnCause) -> dict[str, Any]:
    """The front matter of a file of the firm's folder that holds `cause` of a sheet; what the sheet does not
    know is a blank in it.
    """
    return _filled(_tree(cause))


def has_body(library: Library, name: str) -> bool:
    """Whether a template words the count of the cause `name`: the sheet's own cause has none, and a file of
    the firm's folder may be front matter alone.
    """
    path = library.find(f"causes/{name}.md")
    return path is not None and bool(without_front_matter(read_text(path)).strip())


def _made(cause: OwnCause) -> CauseOfAction:
    """The library's record of a cause of the sheet."""
    made: CauseOfAction = validator(CauseOfAction).validate_python(_filled(_tree(cause)))
    return made


def _tree(cause: OwnCause) -> dict[str, Any]:
    """A cause of the sheet in the terms of the library. Its words are escaped, since those of the library
    print with their marks; what is not known is a blank in its place.
    """
    return {
        "id": cause.id,
        "title": str(known(cause.title) or cause.id),
        "short": str(known(cause.short) or ""),
        "citation": _citation(cause),
        "jurisdiction": cause.law or "unknown",
        "kind": cause.kind,
        "family": cause.family,
        "particularity": _flag(cause.particularity),
        "elements": [_element(one) for one in cause.elements],
        "remedies": [
            {
                "id": one.id,
                "kind": one.kind,
                "text": Prose(_prose(one.text, "the remedy, as it stands in the prayer")),
                "cite": escape(str(known(one.cite) or "")),
                "amount": str(known(one.amount) or ""),
                "per": one.per,
                "law": _laws(one.law),
            }
            for one in cause.remedies
        ],
        "limitations": [
            {
                "period": str(known(one.period) or f"{one.years or 'unknown'} years"),
                "years": None if one.years is None else str(one.years),
                "accrual": str(known(one.accrual) or ""),
                "discovery_rule": _flag(one.discovery_rule),
                "repose": _flag(one.repose),
                "law": _laws(one.law),
            }
            for one in cause.limitations
        ],
        "pre_suit": [
            {
                "id": one.id,
                "statute": escape(str(one.statute)),
                "days": None if one.days is None else str(one.days),
                "gates": list(one.gates),
                "law": _laws(one.law),
            }
            for one in cause.notices
        ],
    }


def _element(one: OwnElement) -> dict[str, Any]:
    title = str(known(one.title) or one.id)
    plead = str(known(one.plead) or "")
    return {
        "id": one.id,
        "title": title,
        "plead": plead or title,
        "asks": plead or f"what makes out {title}",
        "frame": _prose(one.frame, "what the law says of this element") if one.frame is not None else "",
        "conclusion": _prose(one.conclusion, "the conclusion that follows the act"),
        "law": _laws(one.law),
    }


def _laws(laws: list[OwnLaw]) -> list[dict[str, Any]]:
    return [
        {
            "text": str(known(one.text) or ""),
            "cite": str(known(one.cite) or ""),
            "status": one.status,
            "read": f"by {known(one.by)}" if known(one.by) else "",
        }
        for one in laws
    ]


def _citation(cause: OwnCause) -> str:
    """What gives the cause; of the common law, whose it is: “Oregon law”."""
    if isinstance(cause.citation, Unknown) or cause.citation is None:
        return _words(cause, "citation", "citation of the cause")
    if known(cause.citation):
        return _words(cause, "citation", "")
    if cause.law in STATE_NAMES:
        return f"{STATE_NAMES[str(cause.law)]} law"
    told = next(iter(notes_of(cause).get("law", ())), "") or "State whose law it is"
    return "federal common law" if cause.law == "federal" else _blank(told)


def _words(record: Record, name: str, asked: str) -> str:
    """A plain field of the sheet as the library's text has it: escaped, or a blank."""
    value = getattr(record, name)
    if isinstance(value, Unknown):
        return _blank(value.note or asked)
    return escape(str(value)) if known(value) else _blank(asked)


def _prose(value: Any, asked: str) -> str:
    """Prose of the sheet with its marks, or a blank."""
    if isinstance(value, Unknown):
        return _blank(value.note or asked)
    return str(value) if known(value) else _blank(asked)


def _blank(words: str) -> str:
    return f"[[{escape(words.translate(str.maketrans('[]', '()')))}]]"


def _flag(value: bool) -> str:
    return "yes" if value else "no"


def _filled(tree: dict[str, Any]) -> dict[str, Any]:
    """`tree` without what is empty, which the library's record leaves out."""
    return {
        key: [_filled(one) if isinstance(one, dict) else one for one in value]
        if isinstance(value, list)
        else value
        for key, value in tree.items()
        if value not in (None, "")
    }

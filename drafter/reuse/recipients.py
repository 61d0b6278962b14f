"""What of a fact sheet each recipient outside the firm may have.

co-counsel  the whole sheet, without what is kept for the firm's own file: notes, searches, who was asked and
            confirmed, findings accepted
expert      the facts alone, with stand-ins for the names of clients and witnesses: what an expert considered
            in forming an opinion must be disclosed (Fed. R. Civ. P. 26(a)(2)(B)(ii))
client      as co-counsel, without what the firm has of its other clients beyond their names; not where the
            sheet holds a name that no client may learn
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Callable, NamedTuple

from drafter.errors import UsageError
from drafter.facts.values import Unknown
from drafter.reuse.redaction import LEFT_OUT, redacted
from drafter.reuse.treatments import kind_of, question_of, treatment_of
from drafter.tree.merge import Tree
from drafter.tree.paths import Location
from drafter.tree.shape import is_stated

__all__ = ["RECIPIENTS", "Handed", "Recipient"]

_FILES = ("file", "figure")
_FACTS = frozenset(
    "schema_version legend court counsel plaintiffs defendants defendant_groups non_parties agency agreements"
    " statements omissions exhibits terms nature allegations injury classes".split()
)
_SUBORDINATE = frozenset(("headings", "versions"))
"""What is referred to and stands within a section of its own name's kind, not at the top of the sheet."""
_OF_ONE_CLIENT = ("blank", "town", "year")
_PAPERS = "notes, searches, acceptances and other papers of the firm"


class Handed(NamedTuple):
    """A copy for a recipient: its tree, and what was replaced or left out, by kind, and how often."""

    tree: Tree
    counts: Counter[str]


class Recipient(NamedTuple):
    """Somebody who is given a copy: what the copy is, in words, and what makes it of a whole, valid tree and
    the id of the client who gets it ("" for others). It raises UsageError where she may not have it, and
    OutputError where something that is hidden would still stand in it.
    """

    what: str
    copy: Callable[[Tree, str], Handed]


def _for_co_counsel(tree: Tree, client: str) -> Handed:
    counts: Counter[str] = Counter()
    return Handed(_without_papers(tree, (), counts), counts)


def _without_papers(value: Any, where: Location, counts: Counter[str]) -> Any:
    """The value without what is kept for the firm's own file."""
    if isinstance(value, list):
        return [_without_papers(entry, (*where, position), counts) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind, copy = kind_of(value, where), {}
    for name, entry in value.items():
        question = question_of(kind, name)
        if question and question.redact == "out" and name not in _FILES:
            counts[_PAPERS] += 1
        else:
            copy[name] = _without_papers(entry, (*where, name), counts)
    return copy


def _for_an_expert(tree: Tree, client: str) -> Handed:
    facts = {name: value for name, value in tree.items() if name in _FACTS}
    copy = redacted(_without_references(facts, ()))
    return Handed(copy.tree, copy.counts)


def _without_references(value: Any, where: Location) -> Any:
    """The facts without what names a record of a section that does not go along."""
    if isinstance(value, list):
        return [_without_references(entry, (*where, position)) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind = kind_of(value, where)
    return {
        name: _without_references(entry, (*where, name))
        for name, entry in value.items()
        if not ((question := question_of(kind, name)) and question.refers)
        or _SUBORDINATE.union(_FACTS).intersection(question.refers)
    }


def _for_a_client(tree: Tree, client: str) -> Handed:
    _must_be_a_client(tree, client)
    hidden = [_hidden(entry) for entry in tree.get("plaintiffs", []) if entry["id"] != client]
    hidden += [_hidden(entry) for entry in tree.get("non_parties", [])]
    if any(hidden) or "confidential-witness" in _kinds(tree.get("allegations", [])):
        raise UsageError(
            "the sheet names somebody whom no client may learn of: one who sues under a pseudonym, a person"
            " whose name may not print, or a confidential witness",
            "Give the client a draft, or a redacted copy: drafter export SHEET -o OUT.yaml --redacted.",
        )
    copy = _for_co_counsel(tree, client)
    for position, entry in enumerate(copy.tree.get("plaintiffs", [])):
        if entry["id"] != client:
            copy.tree["plaintiffs"][position] = _other(entry, ("plaintiffs", position), copy.counts)
    return copy


def _must_be_a_client(tree: Tree, client: str) -> None:
    ids = [entry["id"] for entry in tree.get("plaintiffs", [])]
    if client not in ids:
        raise UsageError(
            f"no plaintiff has the id “{client}”" if client else "which client gets the copy is not said",
            f"Say --client with one of: {', '.join(ids)}." if ids else "The sheet has no plaintiff yet.",
        )


def _hidden(entry: Tree) -> bool:
    return entry.get("kind") in ("pseudonym", "minor") or str(entry.get("print_name", "yes")).lower() in (
        "no",
        "false",
    )


def _kinds(value: Any) -> set[str]:
    """Every `kind` that stands in the value, at any depth."""
    if isinstance(value, list):
        return set().union(*map(_kinds, value))
    if not isinstance(value, dict):
        return set()
    own = {value["kind"]} if isinstance(value.get("kind"), str) else set()
    return own.union(*map(_kinds, value.values()))


def _other(value: Any, where: Location, counts: Counter[str]) -> Any:
    """Another client's record without what only she and the firm know."""
    if isinstance(value, list):
        return [_other(entry, (*where, position), counts) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind, copy = kind_of(value, where), {}
    for name, entry in value.items():
        there = (*where, name)
        if treatment_of(kind, name) not in _OF_ONE_CLIENT:
            copy[name] = _other(entry, there, counts)
        else:
            counts["details of the firm's other clients"] += 1
            if is_stated(there):
                copy[name] = Unknown(LEFT_OUT)
    return copy


RECIPIENTS = {
    "co-counsel": Recipient(
        "the whole sheet without the firm's own notes, searches and acceptances", _for_co_counsel
    ),
    "expert": Recipient(
        "the facts, without claims, relief and notes, with stand-ins for clients and witnesses",
        _for_an_expert,
    ),
    "client": Recipient(
        "the sheet without the firm's own notes and without its other clients' details", _for_a_client
    ),
}
"""Every recipient by its name on the command line."""

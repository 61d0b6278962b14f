"""A new claim: a cause of action is chosen, and the claim's parties, classes and agreement follow."""

from __future__ import annotations

from typing import Iterable

from drafter.interview.asking import Back, Prompt, Row
from drafter.interview.inheriting import record
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddClaim, AddEntry, OpenPath, Steps, find, several
from drafter.library import CauseOfAction, Library
from drafter.library.records import NO_STATE
from drafter.library.theories import cause_named, is_core
from drafter.tree.answers import Change

__all__ = ["new_claim"]


_NOT_THERE = Row(
    "own cause",
    "My claim is not in the list",
    "write its law into this sheet, by questions",
    "none other own missing",
)


def cause_rows(library: Library) -> list[Row]:
    """Every cause of the library as a row, found by its title, its citation, its law, its other names and its
    subjects; the core causes, which the law of any State gives, behind them.
    """
    cores = [library.core(name) for name in library.ids("core", ".md")]
    return [
        *_rows(library.causes(), ""),
        *_rows(cores, "any State’s law"),
    ]


def _rows(causes: Iterable[CauseOfAction], law: str) -> list[Row]:
    return [
        Row(
            cause.id,
            f"{cause.title}{f' ({cause.short})' if cause.short else ''}",
            law or f"{cause.citation} · {cause.jurisdiction}",
            " ".join([cause.id, *cause.aliases, *cause.subjects]),
        )
        for cause in causes
    ]


def new_claim(sitting: Sitting, opened: AddClaim) -> Steps[str]:
    """Ask for a cause of action and add a claim for it; gives the claim's id, or "" when none was chosen."""
    assert sitting.library is not None
    help = (
        "Type any words of its name, statute or subject, in any order. One claim may hold several theories of"
        " one family. Where yours is not there, type “not in the list”."
    )
    prompt = Prompt("cause of action", "Claims", help=help, example="stored comm")
    chosen = yield from find(prompt, [*cause_rows(sitting.library), _NOT_THERE])
    if chosen == _NOT_THERE.key:
        chosen = yield from _own_cause(sitting)
    if not chosen:
        return ""
    cause = cause_named(sitting.library, chosen)
    own = sitting.unused_id(str(cause.family or cause.id))
    law = {} if cause.jurisdiction in NO_STATE else {"law": [str(cause.jurisdiction)]}
    further = yield from _further_theories(sitting.library, cause)
    yield from record(sitting, Change("claims", "add", {"id": own, "theories": [chosen, *further], **law}))
    if is_core(sitting.library, chosen):
        yield OpenPath(f"claims.{own}.law")
    yield from _sides(sitting, own)
    if any(element.id == "contract" for element in cause.elements):
        yield from _agreement(sitting, own)
    return own


def _own_cause(sitting: Sitting) -> Steps[str]:
    """A cause of action of the matter's own, by its questions; its id, or "" where it was not begun or cannot
    be pleaded yet.
    """
    sitting.say(
        "Write the cause as its authority has it: title, citation, whose law, and each element with the"
        " sentence that follows the act. drafter does not read that law: a finding says so until a lawyer of"
        " counsel did."
    )
    try:
        own: str = yield AddEntry("causes")
    except Back:
        return ""
    assert sitting.library is not None
    there = own in sitting.library.ids("causes", ".md")
    if own and not there:
        sitting.say("The library has a cause of that id, or the cause lacks what it must have: see Claims.")
    return own if there else ""


def _further_theories(library: Library, cause: CauseOfAction) -> Steps[list[str]]:
    kin = [
        other
        for other in library.causes()
        if cause.family and other.family == cause.family and other.id != cause.id
    ]
    if not kin:
        return []
    rows = [Row(other.id, f"{other.title} ({other.short or other.id})", str(other.citation)) for other in kin]
    help = (
        "Theories of one family are pleaded in one count, in the alternative; an element they share is"
        " pleaded once."
    )
    prompt = Prompt(
        "plead these in the alternative",
        f"Claims › {cause.title}",
        help=help,
        authority="Fed. R. Civ. P. 8(d)(2)",
    )
    return (yield from several(prompt, rows))


def _sides(sitting: Sitting, claim: str) -> Steps[None]:
    """By whom, for whom and against whom: set at once where there is one only, asked where there are
    several.
    """
    for field, kind in (("by", "plaintiffs"), ("for", "classes"), ("against", "defendants")):
        yield from _one_or_asked(sitting, f"claims.{claim}.{field}", kind, several_may_be=True)


def _agreement(sitting: Sitting, claim: str) -> Steps[None]:
    """The agreement a contract claim sues on, and which of its terms were broken."""
    yield from _one_or_asked(sitting, f"claims.{claim}.agreement", "agreements", several_may_be=False)
    own = sitting.get(f"claims.{claim}.agreement")
    if isinstance(own, str) and sitting.keeper.answers.keys(f"agreements.{own}.terms"):
        yield OpenPath(f"claims.{claim}.terms")


def _one_or_asked(sitting: Sitting, path: str, kind: str, several_may_be: bool) -> Steps[None]:
    """The only entry of a kind at `path`; the question, where there are several to choose from."""
    there = sitting.keeper.answers.keys(kind)
    if len(there) == 1:
        yield from record(sitting, Change(path, "set", there if several_may_be else there[0]))
    elif there:
        yield OpenPath(path)

"""Parties and counsel from profiles, and profiles from them: offered where one is entered, and where one is
finished.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from drafter.checks.jurisdiction_citizenship import STALE_DAYS
from drafter.checks.lookups import day
from drafter.errors import DrafterError
from drafter.facts.dates import event_date
from drafter.interview.asking import Prompt, Row
from drafter.interview.deciding import decided
from drafter.interview.labels import label
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Steps, line, menu
from drafter.matter_files.include import PROFILE, profile_path
from drafter.reuse.new_matter import profile_of, profiles, save_profile
from drafter.reuse.profiles import Offer, offers
from drafter.wording import free_id, shortened, slug

__all__ = ["KINDS", "PROFILED", "SAVE", "from_profile", "may_be_saved", "save_as"]

KINDS = {"defendants": "a defendant", "counsel": "a firm"}
"""The lists whose entries can come from profiles and go into them, and what an entry is called."""
PROFILED = tuple(f"{kind}." for kind in KINDS)
"""How the paths of these entries begin."""
SAVE = "+profile"
"""The key of the row that saves a record as a profile."""
_NEW = "new"
_REGISTERED = ("corporation", "llc", "partnership")
"""Kinds of defendant whose registration is looked up."""


# --- from a profile
# ------------------------------------------------------------------------------------------------------------


def from_profile(sitting: Sitting, kind: str) -> Steps[str]:
    """Ask whether the new entry of the list `kind` is to come from a profile, where there are any; gives the
    key of what came, or "". Raises Back.
    """
    there = offers(kind, sitting.keeper.path, sitting.keeper.answers.tree)
    if not there:
        return ""
    rows = [
        Row(
            offer.include,
            _offer_shown(offer),
            "" if offer.include.startswith(PROFILE) else offer.called,
            offer.called,
        )
        for offer in there
    ]
    help = (
        "The sheet then includes the profile and keeps no copy of it; what you change can be changed here"
        " only, or in the profile."
    )
    prompt = Prompt(f"start {KINDS[kind]} from a profile", sitting.place(kind), help=help)
    chosen = yield from menu(prompt, [*rows, Row(_NEW, "From none: enter it")], at=rows[0].key)
    offer = next((offer for offer in there if offer.include == chosen.key), None)
    return (yield from _brought_in(sitting, kind, offer)) if offer else ""


def _offer_shown(offer: Offer) -> str:
    """“acme — Acme, Inc., checked 2026-10-01”; of several entries, the first and how many more."""
    more = f" and {len(offer.entries) - 1} more" if len(offer.entries) > 1 else ""
    return (
        f"{Path(offer.called).stem} —"
        f" {shortened(label(offer.entries[0]), 40)}{more}{_checked(offer.entries[0])}"
    )


def _checked(entry: dict[str, Any]) -> str:
    if entry.get("kind") not in _REGISTERED:
        return ""
    found = _day(entry.get("checked"))
    return f", checked {found.isoformat() if found else 'on no known date'}"


def _brought_in(sitting: Sitting, kind: str, offer: Offer) -> Steps[str]:
    before = sitting.keeper.answers.keys(kind)
    try:
        back = yield from decided(sitting, lambda: sitting.keeper.bring_in(offer.include))
    except DrafterError as error:
        sitting.say(f"It cannot be included: {error.message}", error.hint)
        return ""
    sitting.step(back)
    new = [key for key in sitting.keeper.answers.keys(kind) if key not in before]
    names = ", ".join(label(sitting.get(f"{kind}.{key}"), key) for key in new)
    sitting.say(
        f"Included: {offer.called}, with {names}; z takes it out again.",
        *(_stale(sitting, entry) for entry in offer.entries if _stale(sitting, entry)),
    )
    return new[0] if new else ""


def _stale(sitting: Sitting, entry: dict[str, Any]) -> str:
    """What is to be said of an entry whose registration was not looked up, or long before the planned filing;
    else "".
    """
    if entry.get("kind") not in _REGISTERED:
        return ""
    checked, filing = _day(entry.get("checked")), _day(sitting.get("court.filing_date"), False)
    if checked is None:
        return (
            f"{label(entry)}: its registration has not been checked. Look it up and enter the date (JUR-016)."
        )
    if filing and (filing - checked).days > STALE_DAYS:
        return (
            f"{label(entry)}: last checked on {checked.isoformat()}, {(filing - checked).days} days before"
            " filing. Look it up again (JUR-016)."
        )
    return ""


def _day(raw: Any, latest: bool = True) -> date | None:
    try:
        return day(event_date(raw), latest) if isinstance(raw, str) else None
    except ValueError:
        return None


# --- into a profile
# ------------------------------------------------------------------------------------------------------------


def may_be_saved(sitting: Sitting, path: str) -> bool:
    """Whether the record at `path` is a party or firm that is the sheet's own, so that a profile can be made
    of it.
    """
    kind, _, own = path.partition(".")
    return kind in KINDS and bool(own) and "." not in own and sitting.keeper.beneath(path) is None


def save_as(sitting: Sitting, path: str) -> Steps[None]:
    """Ask for a name, save the record at `path` as the user's profile of that name, and ask whether the sheet
    takes it over from there. Raises Back.
    """
    raw = sitting.get(path)
    short = raw.get("short")
    name = slug(short if isinstance(short, str) else label(raw), path.rpartition(".")[2])
    text = free_id(name, set(profiles()))
    help = (
        "It is kept for you alone, for other matters to include. What belongs to this matter does not go"
        " along."
    )
    name = yield from line(
        Prompt(
            "name of the profile", sitting.place(path), help=help, example="acme-inc", text=text, check=_free
        )
    )
    if not name:
        return
    try:
        saved = save_profile(name, profile_of(sitting.keeper.answers.tree, path))
    except DrafterError as error:
        sitting.say(error.message, error.hint)
        return
    sitting.say(f"Saved: {saved}.")
    rows = [Row("keep", "All of it, as before"), Row("use", "No copy: it is taken over from the profile")]
    chosen = yield from menu(Prompt("what the sheet keeps", sitting.place(path)), rows, at="keep")
    if chosen.key == "use":
        yield from _take_over(sitting, name)


def _take_over(sitting: Sitting, name: str) -> Steps[None]:
    try:
        yield from decided(sitting, lambda: sitting.keeper.take_over(f"{PROFILE}{name}"))
    except DrafterError as error:
        sitting.say(f"It cannot be taken over: {error.message}", error.hint)
        return
    sitting.say(f"{sitting.keeper.path.name} takes it over from profile {name} now.")


def _free(name: str) -> str:
    """The check of a name: "" for nothing, or for one that no profile has."""
    if not name:
        return ""
    try:
        path = profile_path(name)
    except DrafterError as error:
        return f"{error.message}. {error.hint}"
    return f"{path.name} is there already: choose another name." if path.exists() else ""

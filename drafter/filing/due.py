"""Which papers a matter wants: by its court, its causes, its parties and what else the sheet has. The law of
it is data, `templates/filing/`; here it is only matched.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Callable, Literal, NamedTuple, cast

from drafter.complaint.views.matter import Matter
from drafter.facts.dates import day
from drafter.facts.papers import FilingPaper
from drafter.facts.values import known
from drafter.filing.sealing import typed
from drafter.library import Library
from drafter.library.assertions import Law
from drafter.library.entry_text import without_front_matter
from drafter.library.files import read_text
from drafter.library.paper_records import STAGES, CalledFor, DuePaper, MatterHas

__all__ = ["PaperDue", "State", "is_made", "papers_due", "papers_of"]

State = Literal["to make", "ready", "missing", "not ours"]
"""What is to become of a paper: drafter makes it; the sheet says that it is ready; it is due and drafter does
not make it; the clerk or somebody else does.
"""


class PaperDue(NamedTuple):
    """A paper that is due.

    paper     the library's entry; None where the court's profile alone names it
    title     what it is called
    kind      what it is in the sheet's list
    party     the path of the party that it is for; empty for the case
    state     what is to become of it
    why       why it is due
    due       when, in words
    day       the day, where it can be reckoned
    law       its authorities
    recorded  the sheet's own entry of it
    """

    paper: DuePaper | None
    title: str
    kind: str
    party: str
    state: State
    why: str
    due: str
    day: date | None
    law: tuple[Law, ...]
    recorded: FilingPaper | None = None


def papers_of(library: Library) -> list[DuePaper]:
    """Every paper that may go with a complaint, in the order of a package. Raises TemplateError."""
    found = [cast(DuePaper, library.record("filing", name)) for name in library.ids("filing", ".md")]
    return sorted(found, key=lambda paper: (paper.place, str(paper.id)))


def is_made(library: Library, paper: DuePaper) -> bool:
    """Whether drafter makes the paper: whether its file has a body."""
    path = library.find(f"filing/{paper.id}.md")
    return path is not None and bool(without_front_matter(read_text(path)).strip())


def papers_due(matter: Matter) -> list[PaperDue]:
    """The papers that go with the complaint of `matter`, in the order of a package."""
    library = papers_of(matter.library)
    found = [
        due
        for paper in library
        if (called := _called_for(matter, paper))
        for due in _of(matter, paper, called)
    ]
    kinds = {due.kind for due in found}
    by_companion = {str(paper.kind) for paper in library if any(one.companion for one in paper.called_for)}
    found += [
        PaperDue(
            None,
            str(companion.title),
            str(companion.kind),
            "",
            "ready" if recorded and recorded.ready else "missing",
            "the court’s profile names it",
            STAGES["with-complaint"],
            _filing_day(matter),
            (companion.law,),
            recorded,
        )
        for companion in matter.profile.companions
        if companion.kind == "other" or companion.kind not in kinds | by_companion | {"disclosure-statement"}
        for recorded in [_recorded(matter, str(companion.kind), str(companion.title), "")]
    ]
    return found


def _of(matter: Matter, paper: DuePaper, called: CalledFor) -> list[PaperDue]:
    """A row for the case, or for each party that the paper is for."""
    own_form = next((one for one in matter.profile.companions if one.kind == paper.kind), None)
    companion = own_form if called.companion and paper.form else None
    filing = _filing_day(matter)
    shift = timedelta(days=paper.days or 0)
    at = filing and (filing - shift if paper.stage == "before" else filing + shift)
    rows = []
    for party in _parties(matter, paper, called):
        recorded = _recorded(matter, str(paper.kind), str(paper.title), party)
        rows.append(
            PaperDue(
                paper,
                str(companion.title if companion else paper.title),
                str(paper.kind),
                party,
                _state(matter, paper, recorded, party),
                str(called.why),
                _in_words(paper),
                at if paper.stage == "with-complaint" or paper.days else None,
                (*([companion.law] if companion else []), *paper.law),
                recorded,
            )
        )
    return rows


def _in_words(paper: DuePaper) -> str:
    """“with the complaint”, “20 days after the complaint is filed”."""
    words = STAGES[paper.stage]
    return f"{paper.days} days {words}" if paper.days else words


def _state(matter: Matter, paper: DuePaper, recorded: FilingPaper | None, party: str) -> State:
    if (recorded and recorded.ready) or _sent(matter, paper, party):
        return "ready"
    if is_made(matter.library, paper) or paper.form:
        return "to make"
    return "not ours" if paper.stage in ("later", "after") else "missing"


def _sent(matter: Matter, paper: DuePaper, party: str) -> bool:
    """Whether the sheet says that the letter, or the copy to an officer, was sent."""
    own = party.rpartition(".")[2]
    notices = (
        str(known(one.statute) or "")
        for one in matter.raw.notices
        if known(one.sent) and (not one.to or own in one.to)
    )
    mailings = (str(known(one.law) or "") for one in matter.raw.mailings if known(one.sent))
    return any(word in one for word in paper.notice for one in notices) or any(
        word in one for word in paper.mailing for one in mailings
    )


def _filing_day(matter: Matter) -> date | None:
    court = matter.raw.court
    return day(known(court.filing_date), latest=True) if court else None


def _recorded(matter: Matter, kind: str, title: str, party: str) -> FilingPaper | None:
    """The entry of the sheet's own list for the paper, by its title where it has one, else by its kind."""
    own = party.removeprefix("plaintiffs.") if party.startswith("plaintiffs.") else ""
    there = [one for one in matter.raw.filing_package if not own or not one.by or own in one.by]
    titled = [one for one in there if str(known(one.title) or "").lower() == title.lower()]
    bare = [one for one in there if one.kind == kind and kind != "other" and not known(one.title)]
    return next(iter([*titled, *bare]), None)


def _parties(matter: Matter, paper: DuePaper, called: CalledFor) -> list[str]:
    """The paths of the parties of whom there is one of the paper; one empty path for a paper of the case."""
    if paper.each == "matter":
        return [""]
    claims = [
        claim
        for claim in matter.claims
        if not (called.causes or called.traits or called.statutes) or _calls(matter, called, str(claim.id))
    ]
    side = "plaintiffs" if paper.each == "plaintiff" else "defendants"
    named = {own for claim in claims for own in getattr(claim, side).ids}
    members = getattr(matter, side).members
    return [f"{side}.{one.id}" for one in members if one.id in named and one.kind != "does"]


# --- what a matter has
# ------------------------------------------------------------------------------------------------------------


def _called_for(matter: Matter, paper: DuePaper) -> CalledFor | None:
    """The first case in which the paper is due that is this matter's."""
    return next((called for called in paper.called_for if _holds(matter, paper, called)), None)


def _holds(matter: Matter, paper: DuePaper, called: CalledFor) -> bool:
    profile, sheet = matter.profile, matter.raw
    grounds = set(sheet.jurisdiction.grounds) if sheet.jurisdiction else set()
    kinds = {str(one.kind) for one in sheet.plaintiffs}
    by_claim = called.causes or called.traits or called.statutes
    return all(
        (
            called.system in (None, profile.system),
            not called.courts or profile.id in called.courts,
            profile.id not in called.not_courts,
            not called.companion or any(one.kind == paper.kind for one in profile.companions),
            not called.plaintiffs or bool(kinds & set(map(str, called.plaintiffs))),
            not called.grounds or bool(grounds & set(map(str, called.grounds))),
            not by_claim or any(_calls(matter, called, str(claim.id)) for claim in sheet.claims),
            all(_HAS[own](matter) for own in called.matter),
        )
    )


def _calls(matter: Matter, called: CalledFor, claim: str) -> bool:
    """Whether a cause of the claim is one that calls for the paper."""
    return any(
        str(cause.id) in map(str, called.causes)
        or set(cause.traits) & set(called.traits)
        or any(str(words) in str(cause.citation) for words in called.statutes)
        for cause in matter.theories[claim]
    )


_HAS: dict[MatterHas, Callable[[Matter], bool]] = {
    "related-cases": lambda matter: bool(matter.raw.related_cases),
    "statute-challenged": lambda matter: (
        any(known(claim.challenges_statute) for claim in matter.raw.claims)
        and not any(one.kind == "public-body" for one in matter.raw.defendants)
    ),
    "classes": lambda matter: bool(matter.classes),
    "collective": lambda matter: bool(matter.collectives),
    "attached-exhibits": lambda matter: any(one.attached for one in matter.raw.exhibits),
    "injunction": lambda matter: matter.cause_has("injunction"),
    "no-injunction": lambda matter: not matter.cause_has("injunction"),
    "pro-hac-vice": lambda matter: any(
        lawyer.admission is not None and lawyer.admission.status == "pro-hac-vice-forthcoming"
        for firm in matter.raw.counsel
        for lawyer in firm.lawyers
    ),
    "several-defendants": lambda matter: len(matter.raw.defendants) > 1,
    "pseudonym": lambda matter: any(
        one.kind == "pseudonym" and not known(one.pseudonym_leave) for one in matter.raw.plaintiffs
    ),
    "sealed-words": lambda matter: (
        any(one.sealed for one in matter.raw.exhibits) or any("{~" in words for words in typed(matter.raw))
    ),
}
"""Whether a matter has what calls for a paper."""

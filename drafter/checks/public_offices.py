"""Checks on what goes to a public office: claims presented to a public body before it is sued, copies of
notices in class actions.

The statutes stand in the files of the folder law (`public_claims`) and in the notices of causes (`copied`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Iterator

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authorities, day, filing_day, named, sued_in
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.relief import given
from drafter.facts.defendants import Defendant
from drafter.facts.notices import Notice
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library.records import NoticeCopy
from drafter.library.states import ClaimStatute, StateLaw

MONEY = (
    "actual-damages",
    "statutory-damages",
    "treble-damages",
    "punitive-damages",
    "restitution",
    "disgorgement",
)
TORT = frozenset(("tort", "privacy", "fraud", "data breach", "computers", "wiretap", "biometrics"))
NOT_TORT = frozenset(("contract", "warranty"))
PRESENTED = "government-claim"


def _bodies(draft: Draft, view: ClaimView) -> list[Defendant]:
    """The public bodies that a claim of State law for money is brought against."""
    if view.is_federal or not any(view.seeks(kind) for kind in MONEY):
        return []
    return [defendant for defendant in sued_in(draft, view.raw) if defendant.kind == "public-body"]


def _subjects(view: ClaimView) -> set[str]:
    return {str(subject) for cause in view.causes for subject in cause.subjects}


def _reaching(view: ClaimView, law: StateLaw) -> list[ClaimStatute]:
    """The statutes that may reach the claim: those on money always, those on torts unless it is one in
    contract.
    """
    return [one for one in law.public_claims if one.reaches == "money" or not _subjects(view) & NOT_TORT]


def _grave(view: ClaimView, statutes: list[ClaimStatute]) -> Severity:
    """An error where the claim is surely of the kind; a warning where only a statute on torts may reach a
    claim on another statute.
    """
    return (
        Severity.ERROR
        if any(one.reaches == "money" for one in statutes) or _subjects(view) & TORT
        else Severity.WARNING
    )


def _claims_presented(
    draft: Draft, view: ClaimView, body: Defendant, statutes: list[ClaimStatute]
) -> list[Notice]:
    """The claims that the sheet says were presented to `body` for this claim."""
    names = [str(name) for one in statutes for name in one.names]
    found = []
    for notice in draft.matter.raw.notices:
        kind = notice.kind == PRESENTED or any(name in str(known(notice.statute) or "") for name in names)
        for_it = not notice.claims or view.raw.id in notice.claims or notice.id in view.raw.notices
        if kind and for_it and day(notice.sent) and (not notice.to or body.id in notice.to):
            found.append(notice)
    return found


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))


def _may_sue(statute: ClaimStatute, notice: Notice) -> date | None:
    """The first day of suit after a claim was presented, as far as the statute and the sheet say."""
    presented = day(notice.received) or day(notice.sent)
    if presented is None or not (statute.wait or statute.wait_months):
        return None
    return (
        _months_later(presented, statute.wait_months)
        if statute.wait_months
        else presented + timedelta(days=statute.wait or 0)
    )


def _of_named(statute: ClaimStatute, notice: Notice) -> bool:
    return any(str(name) in str(known(notice.statute) or "") for name in statute.names)


@check("PRE-019", "No claim presented to the public body", Severity.ERROR)
def not_presented(draft: Draft) -> Found:
    """Before most States and their local bodies are sued for money a written claim must be presented to them,
    in a short time, and the complaint must say so. The sheet has none (a
    notice of the kind government-claim, or under the State’s statute), or its waiting time has not run by the
    filing date. Claims under federal law are not gated. A warning where
    the statute reaches torts and the claim is on another statute, where the State of the body is not in the
    sheet, and where the library holds no statute of that State.
    """
    for view in draft.matter.claims:
        for body in _bodies(draft, view):
            yield from _of_body(draft, view, body)


def _of_body(draft: Draft, view: ClaimView, body: Defendant) -> Iterator[Hit]:
    block, reads = (
        f"claim.{view.raw.id}",
        ("notices", f"claims.{view.raw.id}.against", f"defendants.{body.id}", "court.filing_date"),
    )
    state = known(body.state_of_body)
    if state is None:
        told = (
            f"{view.raw.id}: {named(body)} is a public body, and the sheet does not say of which State, so"
            " that nobody can see whether a claim had to be presented first."
        )
        yield Hit(
            told, f"defendants.{body.id}.state_of_body", "Enter the State.", block, reads, Severity.WARNING
        )
        return
    law = draft.matter.library.law_of(str(state))
    statutes = _reaching(view, law) if law else []
    presented = _claims_presented(draft, view, body, statutes)
    if presented:
        yield from _too_early(draft, view, body, statutes, presented)
    elif statutes:
        yield _lacking(view, body, statutes, block, reads)
    elif law is None or not law.public_claims:
        notes = law.notes if law else []
        told = (
            "; ".join(str(note.text) for note in notes)
            or f"the library holds no statute of {state} on claims to present before suit;"
            " that is not to say that there is none"
        )
        yield Hit(
            f"{view.raw.id}: {named(body)} is a public body: {told}.",
            f"defendants.{body.id}",
            "Look at the State’s claims act before filing.",
            block,
            reads,
            Severity.WARNING,
            authorities(notes),
        )


def _lacking(
    view: ClaimView, body: Defendant, statutes: list[ClaimStatute], block: str, reads: tuple[str, ...]
) -> Hit:
    wanted = " or ".join(f"{one.statute} ({one.bodies}: {one.within})" for one in statutes)
    told = (
        f"{view.raw.id}: no claim presented to {named(body)} under {wanted} is in the sheet. Without one"
        f" {statutes[0].lacking}."
    )
    excuses = "; ".join(str(one.excused) for one in statutes if one.excused)
    fix = (
        f"Put it under “notices” (kind: {PRESENTED}), or leave the money out of this"
        f" claim{f'. {excuses[0].upper()}{excuses[1:]}' if excuses else ''}."
    )
    return Hit(
        told,
        f"claims.{view.raw.id}.notices",
        fix,
        block,
        reads,
        _grave(view, statutes),
        authorities(law for one in statutes for law in one.law),
    )


def _too_early(
    draft: Draft, view: ClaimView, body: Defendant, statutes: list[ClaimStatute], presented: list[Notice]
) -> Iterator[Hit]:
    """A claim under a statute whose waiting time has not run by the planned filing, and that was not
    answered.
    """
    filing = filing_day(draft)
    for notice in presented:
        one = next((statute for statute in statutes if _of_named(statute, notice)), statutes[0])
        due = _may_sue(one, notice)
        if filing and due and filing < due and known(notice.response) is None:
            told = (
                f"{view.raw.id}: under {one.statute} {named(body)} may be sued from {due:%B} {due.day},"
                f" {due.year}, unless it rejects the claim before."
            )
            yield Hit(
                told,
                f"notices.{notice.id}.sent",
                "File later, or enter the rejection as the answer.",
                f"claim.{view.raw.id}",
                ("court.filing_date",),
                None,
                authorities(one.law),
            )


# --- copies
# ------------------------------------------------------------------------------------------------------------


def _copies(draft: Draft) -> Iterator[tuple[ClaimView, NoticeCopy, list[Notice]]]:
    """Each copy to a public office that a claim for a class wants, with the notices that were given."""
    for view in draft.matter.claims:
        for notice in [one for cause in view.causes for one in cause.pre_suit if view.raw.for_]:
            if notice.copied:
                yield view, notice.copied, given(draft.matter.raw, view.raw, str(notice.statute))


@check("PRE-018", "Copy of the notice to a public office missing", Severity.WARNING)
def not_copied(draft: Draft) -> Found:
    """In a class action the law wants a copy of the notice before suit sent to a public office when it is
    given (`copied` of the cause’s notice). The sheet has the notice without the
    day of its copy, or a copy of another day. What is due after filing is told with the other duties of that
    time.
    """
    for view, copied, sent in _copies(draft):
        block = f"claim.{view.raw.id}"
        for notice in sent:
            when, gave = day(notice.copied), day(notice.sent)
            if when is None or when != gave:
                wrong = (
                    "no copy"
                    if when is None
                    else f"a copy of {when:%B} {when.day}, {when.year}, which is not the day of the notice,"
                )
                told = (
                    f"{view.raw.id}: {notice.id} has {wrong} to {copied.to}. It is sent {copied.method}."
                    f" {copied.lacking}"
                )
                yield Hit(
                    told,
                    f"notices.{notice.id}.copied",
                    "Enter the day on which the copy went, or send it.",
                    block,
                    (f"notices.{notice.id}.sent", f"claims.{view.raw.id}.for"),
                    None,
                    authorities([copied.law]),
                )

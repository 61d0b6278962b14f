"""Checks on causes of action that the sheet has and the library does not."""

from __future__ import annotations

from typing import Iterator

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed
from drafter.complaint import Draft
from drafter.facts.own_causes import OwnCause, OwnLaw
from drafter.facts.values import known
from drafter.findings import Severity


@check(
    "LAW-004",
    "Law of the matter’s own, not read by a lawyer of record",
    Severity.ERROR,
    "frcp11b",
    concern=Concern.SIGNATURE,
)
def own_law_not_read(draft: Draft) -> Found:
    """A claim pleads a cause that the sheet itself declares: drafter did not read its law. It stands until
    each element has an authority with its citation whose text a lawyer named in counsel read (`text_read`, by
    whom and when).
    """
    lawyers = {
        str(name)
        for firm in draft.matter.raw.counsel
        for lawyer in firm.lawyers
        if (name := known(lawyer.name))
    }
    pleaded = {own for claim in draft.matter.raw.claims for own in claim.theories}
    for cause in draft.matter.raw.causes:
        open_ = list(_unread(cause, lawyers))
        if cause.id in pleaded and (open_ or not cause.elements):
            told = listed(open_) if open_ else "its elements, of which it names none"
            yield Hit(
                f"{cause.id} is a cause of the sheet’s own, whose law drafter did not read; no lawyer of"
                f" counsel is recorded as having read that of {told}.",
                f"causes.{cause.id}",
                "Read it, and enter under the element’s law: cite, status text_read, by and date.",
                next(f"claim.{claim.id}" for claim in draft.matter.raw.claims if cause.id in claim.theories),
                ("counsel",),
            )


def _unread(cause: OwnCause, lawyers: set[str]) -> Iterator[str]:
    """The elements without an authority that a lawyer of counsel read."""
    for element in cause.elements:
        if not any(_was_read(law, lawyers) for law in element.law):
            yield str(element.id)


def _was_read(law: OwnLaw, lawyers: set[str]) -> bool:
    return (
        law.status == "text_read"
        and bool(known(law.cite) and known(law.date))
        and str(known(law.by) or "") in lawyers
    )

"""The items of the prayer as the template prints them: on which claims, for which classes, against whom; and
whom the standard exclusions leave out.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.matter_claims import MatterClaims
from drafter.complaint.views.phrases import cited_together
from drafter.complaint.views.relief import ReliefItem
from drafter.complaint.views.unknown_parties import UnknownEntry
from drafter.complaint.views.values import Value, value_of
from drafter.document import plain
from drafter.facts.values import Plain
from drafter.markup import escape, printed_prose

__all__ = ["asked_of_most", "kin", "prayed"]


SAID_ONCE = 12
"""So many items and more against the same defendants name them once, at the head of the prayer."""


def asked_of_most(matter: MatterClaims, items: list[ReliefItem]) -> tuple[str, ...]:
    """The defendants, by id, against whom so many items go that the head of the prayer names them; none where
    the items divide otherwise.
    """
    if matter.defendants.one:
        return ()
    counted = Counter(sued for item in items for sued in [_sued_alone(matter, item)] if sued)
    (most, times), *_ = counted.most_common(1) or [((), 0)]
    return most if times >= SAID_ONCE and times * 2 > len(items) else ()


def _sued_alone(matter: MatterClaims, item: ReliefItem) -> tuple[str, ...]:
    """The defendants of an item, where they are the same on each claim that earns it, and all are known."""
    views = [claim for claim in matter.claims if claim.id in item.claims]
    if item.against or item.against_asked:
        found = {() if item.against_asked else matter.sued(list(item.against)).ids}
    else:
        found = {() if view.defendants.asked else view.defendants.ids for view in views}
    return found.pop() if len(found) == 1 else ()


def prayed(matter: MatterClaims, item: ReliefItem, most: tuple[str, ...] = ()) -> dict[str, Any]:
    """An item as the template prints it: its words and citations, the claims, classes and defendants it is
    for, and how it stands in a sentence. `most` are the defendants whom the head of the prayer names.
    """
    views = [claim for claim in matter.claims if claim.id in item.claims]
    text = printed_prose(item.text, item.path or _in_own_cause(views, item))
    against, asked = list(item.against), item.against_asked
    if not against and not asked:
        against = [own for claim in views for own in claim.defendants.ids]
        asked = tuple(dict.fromkeys(one for claim in views for one in claim.defendants.asked))
    scope, cites = (
        _scope(matter, views, item, bool(most) and _sued_alone(matter, item) == most),
        cited_together(tuple(escape(cite) if isinstance(cite, Plain) else cite for cite in item.cites)),
    )
    said = plain(text.content)
    joint = "," if (item.path or item.kind != "fees") and ("," in said or len(said.split()) > 5) else ""
    return {
        "kind": item.kind,
        "text": Value(matter.tokens, item.text, item.path, text),
        "cites": cites,
        "scope": scope,
        "joint": bool(joint),
        "amount": _sum(matter, item),
        "under": f"{joint} under {cites}" if cites else "",
        "typed": bool(item.path) and not item.acts,
        "worded": bool(item.text),
        "lettered": bool(text.rest),
        "opening_scope": scope[:1].upper() + scope[1:],
        "against": matter.sued(against, asked) if against or asked else matter.defendants,
        "laws": cited_together(
            tuple(
                dict.fromkeys(
                    claim.citations
                    for claim in views
                    if claim.citations
                    and not any(cause.id.startswith("declaratory") for cause in claim.causes)
                )
            )
        ),
    }


def _sum(matter: MatterClaims, item: ReliefItem) -> Value | str:
    """The sum that the sheet gives for an item, unless its own words have it."""
    return (
        value_of(matter.tokens, item.amount, f"{item.path.rpartition('.')[0]}.amount", "amount")
        if item.amount is not None and str(item.amount) not in str(item.text)
        else ""
    )


def _in_own_cause(views: list[ClaimView], item: ReliefItem) -> str:
    """Where the words of an item stand in a cause of the sheet's own; empty where they are the library's."""
    return next(
        (
            f"causes.{cause.id}.remedies.{remedy.id}.text"
            for view in views
            for cause in view.causes
            if view.has_own(cause)
            for remedy in cause.remedies
            if str(remedy.text) == str(item.text)
        ),
        "",
    )


def _scope(matter: MatterClaims, views: list[ClaimView], item: ReliefItem, told: bool) -> str:
    """“on Count I, for the Plus Class, against Larkspur, and on Count III, for the California Subclass,
    against Defendants”: what is asked for nobody, of nobody, beyond the claim that earns it. `told`: the head
    of the prayer names the defendants.
    """
    parts: dict[tuple[str, tuple[str, ...], tuple[UnknownEntry, ...]], list[ClaimView]] = {}
    wanted = bool(item.against or item.against_asked)
    sued = matter.sued(list(item.against), item.against_asked)
    own = matter.called_groups(list(item.classes), item.classes_asked)
    if not views:
        return ", ".join(
            [*([f"for {own}"] if own else []), *([f"against {sued}"] if wanted and not told else [])]
        )
    for view in views:
        one = sued if wanted else view.defendants
        groups = own or (_EACH if "@" in view.id and view.raw.for_ else _groups_of(matter, view))
        parts.setdefault((groups, one.ids, one.asked), []).append(view)
    parted = []
    for (groups, ids, asked), some in parts.items():
        groups = _groups_of(matter, some[0]) if groups == _EACH and len(some) == 1 else groups
        alone = (matter.defendants.one and not asked) or told
        against = "" if alone else f", against {matter.sued(list(ids), asked)}"
        parted.append(matter.on_claims(some) + (f", {_for(groups)}" if groups else "") + against)
    return "; ".join(parted[:-1]) + f"; and {parted[-1]}" if len(parted) > 2 else ", and ".join(parted)


_EACH = "each for the subclass of its State"
"""For whom counts are that one entry makes for the subclasses of several States."""


def _for(groups: str) -> str:
    return groups if groups == _EACH else f"for {groups}"


def _groups_of(matter: MatterClaims, view: ClaimView) -> str:
    """Those for whom a claim is brought, where there are several groups and it is not all of them; with a
    blank where they are not known.
    """
    wanted = set(view.raw.for_)
    return view.classes if view.asked_of("for") or wanted and len(wanted) < len(matter.groups) else ""


def kin(matter: MatterClaims) -> str:
    """Whom the standard exclusions leave out beside the defendants: “its parents, subsidiaries …” of a
    company, “its officers and agencies” of a public
    body, “his immediate family” of a person; Doe defendants have none.
    """
    kinds = {str(party.kind) for party in matter.raw.defendants} - {"does"}
    their = (
        "their"
        if not matter.defendants.one
        else matter.defendants.their
        if kinds == {"individual"}
        else "its"
    )
    companies = (
        "parents, subsidiaries, affiliates, officers and directors, and any entity in which "
        + f"{matter.defendants} {matter.defendants.agree('has', 'have')} a controlling interest"
    )
    of = [
        (kinds - {"public-body", "individual"}, companies),
        ("public-body" in kinds, "officers, agencies and departments"),
        ("individual" in kinds, "immediate families" if not matter.defendants.one else "immediate family"),
    ]
    return f"{their} " + "; ".join(words for there, words in of if there)

"""Checks on defendants: Does, names, kinds, parents, joinder."""

from __future__ import annotations

import re

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited, listed, named, sued_in
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.wording import is_near, without_company_ending

_KINDS = (
    (re.compile(r"\bL\.?L\.?C\.?$", re.I), ("llc", "foreign-entity")),
    (re.compile(r"\b(?:Inc\.?|Incorporated|Corp\.?|Corporation)$", re.I), ("corporation", "foreign-entity")),
    (re.compile(r"\b(?:LLP|L\.P\.|LP)$"), ("partnership", "foreign-entity")),
)


@check(
    "DEF-001",
    "Doe defendants in federal court",
    Severity.ADVICE,
    "gillespie",
    "richardson",
    forum="federal",
)
def federal_does(draft: Draft) -> Found:
    """Fictitious defendants are not permitted in the Eleventh Circuit, save under a description so specific
    that the name is surplusage, and disfavored in the Ninth. Silent in the
    Eleventh where the sheet describes them.
    """
    circuit = draft.matter.library.circuit_of(draft.matter.profile)
    for defendant in draft.matter.raw.defendants:
        described = bool(known(defendant.does_purpose))
        if defendant.kind == "does" and not (described and circuit and circuit.does_described):
            yield Hit(
                "Does are sued in a federal court.",
                f"defendants.{defendant.id}",
                "Describe each so that it can be served, or leave them out.",
                "parties",
            )


@check("DEF-002", "Too many Does for this court", Severity.ERROR, "lr-cacd19", forum="federal")
def too_many_does(draft: Draft) -> Found:
    """The court's local rule caps the number of fictitious defendants."""
    most = draft.matter.profile.most_does
    for defendant in draft.matter.raw.defendants:
        if most and defendant.kind == "does" and (defendant.number_of_does or 0) > most:
            yield Hit(
                f"{defendant.number_of_does} Does are sued; the {draft.matter.profile.district} allows"
                f" {most}.",
                f"defendants.{defendant.id}.number_of_does",
                f"Sue at most {most}.",
                "parties",
                ("court.id",),
            )


@check("DEF-003", "California State court: Does usually named", Severity.ADVICE, "ccp474", forum="state")
def no_does(draft: Draft) -> Found:
    """In a California court a complaint that names Does keeps the relation back of Code of Civil Procedure §
    474 open. None is named.
    """
    law = draft.matter.library.law_of(str(draft.matter.profile.state))
    why = draft.matter.profile.does_usual or (law.does_usual if law else None)
    if why and not any(defendant.kind == "does" for defendant in draft.matter.raw.defendants):
        yield Hit(
            f"No Does are named; {why}.",
            "defendants",
            "Add Does where others may have taken part.",
            "parties",
        )


def _two_kinds(name: str, other: str) -> bool:
    """Whether two names say what kind of entity each is, and say two kinds."""
    told = [{kinds for pattern, kinds in _KINDS if pattern.search(each.strip())} for each in (name, other)]
    return bool(told[0] and told[1] and told[0] != told[1])


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", without_company_ending(name).lower()).strip()


@check("DEF-004", "Defendant name not consistent", Severity.WARNING)
def near_names(draft: Draft) -> Found:
    """Two parties or non-parties have names that differ by a letter or two, or by punctuation alone: usually
    one company under two names. Silent for a parent and its subsidiary that the sheet names as such, and for
    an “Inc.” and an “LP” of one name, which are two companies by what they are.
    """
    there = [
        (f"{kind}.{one.id}", str(known(one.name)), one)
        for kind in ("defendants", "non_parties")
        for one in getattr(draft.matter.raw, kind)
        if known(one.name)
    ]
    related = {frozenset((d.id, child)) for d in draft.matter.raw.defendants for child in d.parent_of}
    for index, (path, name, one) in enumerate(there):
        for _, other, another in there[index + 1 :]:
            near = is_near(_bare(name), _bare(other), 0.92)
            if (
                near
                and not _two_kinds(name, other)
                and not re.findall(r"\d+", name) != re.findall(r"\d+", other)
                and frozenset((one.id, another.id)) not in related
            ):
                yield Hit(
                    f"“{name}” and “{other}” look like the same company.",
                    f"{path}.name",
                    "Use one name, or say how they are related (parent_of).",
                    "parties",
                    (f"defendants.{another.id}.name", f"non_parties.{another.id}.name"),
                )


@check("DEF-010", "Two parties under one name", Severity.ERROR)
def one_name(draft: Draft) -> Found:
    """Two parties, non-parties or groups go under one name in the draft, so that nobody can tell whom a
    sentence means. A person whose last name is another's too is called by the whole name
    unless the sheet gives a short one.
    """
    matter = draft.matter
    names = [
        (f"{side}.{one.id}", one.called.words)
        for side, parties in (("plaintiffs", matter.plaintiffs), ("defendants", matter.defendants))
        for one in parties
        if one.called.is_known
    ]
    others = [
        (one.id, str(known(one.short) or known(one.name) or ""))
        for one in matter.raw.non_parties
        if one.print_name
    ]
    names += [(f"non_parties.{own}", name) for own, name in others if name]
    names += [(f"defendant_groups.{one.id}", str(one.name)) for one in matter.raw.defendant_groups]
    first: dict[str, str] = {}
    for path, name in names:
        other = first.setdefault(name, path)
        if other != path:
            yield Hit(
                f"{other} and {path} both go under “{name}”.",
                f"{path}.{'name' if path.startswith('defendant_groups') else 'short'}",
                "Give each a short name of its own.",
                "parties",
                (other, path),
            )


@check("DEF-005", "Register of the defendant’s name not recorded", Severity.ADVICE)
def register_not_named(draft: Draft) -> Found:
    """A registration was checked and the sheet does not say in which register, so that nobody can look again.
    A house step, not a rule of pleading.
    """
    for defendant in draft.matter.raw.defendants:
        if known(defendant.checked) and not known(defendant.checked_source):
            yield Hit(
                f"{named(defendant)}: the register in which it was looked up is not recorded.",
                f"defendants.{defendant.id}.checked_source",
                "Name the Secretary of State’s record.",
                "parties",
            )


@check(
    "DEF-006",
    "Parent sued with no facts of its own",
    Severity.WARNING,
    "twiqbal",
    "weiland",
    formerly="allegations",
)
def nothing_done(draft: Draft) -> Found:
    """A defendant is sued and no allegation, statement, omission or sentence of its part says what it did.
    Ownership alone makes nobody liable.
    """
    actors = {
        str(own) for a in draft.matter.allegations.values() for own in (known(a.actor), *a.actors) if own
    }
    for group in draft.matter.raw.defendant_groups:
        actors |= set(group.members) if group.id in actors else set()
    said = {str(known(one.speaker)) for one in draft.matter.raw.statements} | {
        str(known(one.by)) for one in draft.matter.raw.omissions
    }
    acting = {own for one in draft.matter.raw.agency for own in (one.principal, *one.agents)}
    for defendant in draft.matter.raw.defendants:
        if (
            defendant.kind != "does"
            and defendant.id not in actors | said | acting
            and not known(defendant.part)
        ):
            yield Hit(
                f"{named(defendant)} is sued, and no fact says what"
                f" {'that person' if defendant.kind == 'individual' else 'it'} did.",
                f"defendants.{defendant.id}.part",
                "Add what it did itself, or leave it out.",
                "parties",
            )


@check("DEF-007", "Wrong kind of entity", Severity.WARNING, "1332d10")
def wrong_kind(draft: Draft) -> Found:
    """The ending of a defendant's name and the kind in the sheet disagree: an LLC recorded as a corporation,
    or the reverse. Its citizenship turns on the kind.
    """
    for defendant in draft.matter.raw.defendants:
        name = str(known(defendant.name) or "").strip()
        for pattern, kinds in _KINDS:
            if pattern.search(name) and defendant.kind not in kinds:
                yield Hit(
                    f"“{name}” is recorded as: {defendant.kind}.",
                    f"defendants.{defendant.id}.kind",
                    "Read the Secretary of State’s record.",
                    "parties",
                    (f"defendants.{defendant.id}.name",),
                )


@check("DEF-008", "Immunity, bankruptcy or receivership", Severity.ADVICE)
def obstacles(draft: Draft) -> Found:
    """A defendant is marked as immune, in bankruptcy, in receivership or dissolved: each stops or changes a
    claim.
    """
    for defendant in draft.matter.raw.defendants:
        if defendant.flags:
            yield Hit(
                f"{named(defendant)} is marked: {listed(defendant.flags)}.",
                f"defendants.{defendant.id}.flags",
                "Check the immunity, or the stay, before filing.",
                "parties",
            )


@check("DEF-009", "Unrelated defendants or plaintiffs joined", Severity.ADVICE, "frcp20")
def unrelated(draft: Draft) -> Found:
    """Two defendants, each sued in some claim, share none: check that what is claimed against them arises
    from the same transactions and has a question in common.
    """
    matter = draft.matter.raw
    claims = {
        d.id: {claim.id for claim in matter.claims if d in sued_in(draft, claim)}
        for d in matter.defendants
        if d.kind != "does"
    }
    for index, first in enumerate(matter.defendants):
        for second in matter.defendants[index + 1 :]:
            if claims.get(first.id) and claims.get(second.id) and not claims[first.id] & claims[second.id]:
                yield Hit(
                    f"{named(first)} and {named(second)} share no claim.",
                    f"defendants.{second.id}",
                    f"Check {cited(draft, 'frcp20', 'main')}: the same transactions, and a common question.",
                    "parties",
                    ("claims",),
                )

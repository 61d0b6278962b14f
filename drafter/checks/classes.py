"""Checks on classes: their definition, their period, who is kept out and who represents them."""

from __future__ import annotations

import re

from drafter.checks.engine.conditions import grounds
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited
from drafter.complaint import Draft
from drafter.facts.classes import CLASS_DEVICES, RepresentedGroup
from drafter.facts.values import known
from drafter.findings import Severity

FAIL_SAFE = re.compile(
    r"violat\w*|unlawful\w*|illegal\w*|wrong(?:ful\w*|ly)\b|improperly|unjust(?:ly|ified)|negligent\w*|entitled"
    r"|defraud\w*|misled|deceived|without (?:their |his or her )?consent"
    r"|(?:did|does|do) not owe\b|(?:not|never) (?:legally )?owed\b|not (?:lawfully )?due\b"
    r"|(?:will|would|may) be (?:harmed|injured|damaged|hurt)"
)
"""Words of the merits: only a judgment tells of whom they are true."""
MERITS = re.compile(r"\b(?:harmed|injured|damaged|hurt|overcharged|underpaid|misclassified)\b")
"""Words of harm: usual in definitions (“and were damaged thereby”), though the harm is to be proved."""
_GIVEN = re.compile(r"\bdisclosed\b(?! (?:in|on|by letter|to the public|publicly))")
_FLOATING = {
    "present": "the present",
    "trial": "trial",
    "judgment": "judgment",
    "filing": "",
    "certification": "",
}


def _named(group: RepresentedGroup) -> str:
    return f"The {known(group.name) or group.id}"


_FOR_OTHERS = re.compile(r"\bclass action\b|\bsimilarly situated\b|\bproposed class\b", re.I)


def _for_others(draft: Draft) -> bool:
    """Whether the sheet says that the case is a class action: by its ground of jurisdiction, its prayer for
    certification, or its words.
    """
    sheet = draft.matter.raw
    sought = [
        one.kind
        for one in (
            *(sheet.relief.further if sheet.relief else []),
            *(one for claim in sheet.claims for one in claim.relief),
        )
    ]
    said = " ".join(str(known(words) or "") for words in (*sheet.nature, sheet.matter))
    return "cafa" in grounds(draft) or "certification" in sought or bool(_FOR_OTHERS.search(said))


@check("CLS-001", "No class definition", Severity.ERROR, "frcp23c", rule="class")
def no_class(draft: Draft) -> Found:
    """The case is said to be a class action (by its ground of jurisdiction, a prayer for certification, or
    its words), but the sheet defines no class. Silent in an individual action.
    """
    wanted = [
        claim for claim in draft.matter.claims if claim.kind not in ("opt-in-collective", "state-proxy")
    ]
    if wanted and not draft.matter.classes and _for_others(draft):
        yield (
            "The sheet defines no class.",
            "classes",
            "Describe its members by what anyone can see of them.",
            "",
        )


@check(
    "CLS-003",
    "Fail-safe wording",
    Severity.WARNING,
    "cordoba",
    "orduno",
    "sauter",
    "messner",
    "olean",
    "white",
    "rodriguez695",
)
def fail_safe(draft: Draft) -> Found:
    """The class is defined by what the case must prove, so that membership and victory are one question. Most
    circuits refuse such classes; the Fifth and the D.C. Circuit have no such rule. It is advice where the
    words are of harm
    or of a disclosure, which many definitions have (“and were damaged thereby”), and silent for a disclosure
    that is the defendant's own announcement.
    """
    for group in draft.matter.raw.classes:
        text = (
            f"{known(group.members) or ''} {known(group.conduct) or ''} {known(group.wording) or ''}".lower()
        )
        strong, harm = FAIL_SAFE.search(text), MERITS.search(text)
        weak = harm.group(0) if harm else "disclosed" if _GIVEN.search(text) else ""
        where, fix = f"classes.{group.id}.conduct", "Define it by what members did, in a period."
        reads = (f"classes.{group.id}.members", f"classes.{group.id}.wording")
        if strong:
            yield Hit(
                f"{_named(group)} is defined by words the case must prove (“{strong.group(0)}”): a fail-safe"
                " class.",
                where,
                fix,
                "classes",
                reads,
            )
        elif weak:
            yield Hit(
                f"{_named(group)} turns on a fact the case must prove (“{weak}”).",
                where,
                fix,
                "classes",
                reads,
                Severity.ADVICE,
            )


@check("CLS-005", "Class period has no end or floats", Severity.ADVICE)
def floating_period(draft: Draft) -> Found:
    """The period has no last day, or runs to a day that nobody can name yet, so that membership changes while
    the case goes on; or there is no period at all, for the class or any of its claims, so that it takes in
    people of any day, with those whose time to sue has run.
    """
    for group in draft.matter.raw.classes:
        period = group.period
        if group.device not in CLASS_DEVICES or group.subclass_of or known(group.wording):
            continue
        if period is None and not group.periods_by_claim:
            yield Hit(
                f"{_named(group)} has no period: it reaches back past every period of limitations, and on"
                " without an end.",
                f"classes.{group.id}.period",
                "Give a first day that limitations bear out, and a last.",
                "classes",
            )
        if period is None or period.through is not None:
            continue
        end = _FLOATING.get(str(period.until), "") if period.until else "no end"
        if end:
            told = (
                f"{_named(group)} has a period without an end."
                if end == "no end"
                else f"{_named(group)} runs to {end}."
            )
            yield (
                told,
                f"classes.{group.id}.period",
                "Give a last day, or end it at filing or certification.",
                "classes",
            )


@check("CLS-008", "No exclusions", Severity.ADVICE, "455")
def no_exclusions(draft: Draft) -> Found:
    """Nobody is kept out: complaints usually keep out the defendant and its own, counsel, and the judge and
    staff, so that the judge is no party.
    """
    for group in draft.matter.raw.classes:
        if group.device in CLASS_DEVICES and not group.exclusions and not group.subclass_of:
            told = (
                f"{_named(group)} keeps nobody out: not the defendant and its own, nor counsel, nor the"
                " judge."
            )
            yield (
                told,
                f"classes.{group.id}.exclusions",
                "Write “exclusions: [standard]”, or your own.",
                "classes",
            )


@check(
    "CLS-012",
    "Rule 23(b) type not chosen",
    Severity.WARNING,
    "frcp23b",
    "lr-or",
    "lr-wawd",
)
def no_type(draft: Draft) -> Found:
    """A class under Rule 23 must be of a type in Rule 23(b); none is named. It is an error where a local rule
    wants the type in the complaint;
    elsewhere the choice is made at certification. Told once for a class and its subclasses that name none.
    """
    untyped = [
        group for group in draft.matter.raw.classes if group.device == "rule-23" and not group.rule_23b
    ]
    own = {group.id for group in untyped}
    for group in untyped:
        if group.subclass_of not in own:
            parts = [other for other in untyped if other.subclass_of == group.id]
            told = (
                f"{_named(group)} names no {cited(draft, 'frcp23b', 'types')}"
                f" type{f', nor {_counted(len(parts))}' if parts else ''}."
            )
            yield Hit(
                told,
                f"classes.{group.id}.rule_23b",
                "Choose b2, b3 or both.",
                "classes",
                tuple(f"classes.{other.id}.rule_23b" for other in parts),
            )


def _counted(subclasses: int) -> str:
    return "does its subclass" if subclasses == 1 else f"do its {subclasses} subclasses"


@check("STA-008", "Class without a named representative", Severity.ERROR, "frcp23a", rule="class")
def no_representative(draft: Draft) -> Found:
    """No named plaintiff represents the class: a class needs a member who sues. A warning where the sheet
    says why none does yet.
    """
    represented = {own for plaintiff in draft.matter.raw.plaintiffs for own in plaintiff.represents}
    for group in draft.matter.raw.classes:
        if group.device in CLASS_DEVICES and group.id not in represented:
            why = known(group.unrepresented)
            yield Hit(
                f"{_named(group)} has no named representative{f' yet: {why}' if why else ''}.",
                f"classes.{group.id}",
                "Name it under “represents” of a plaintiff who is in it.",
                "classes",
                (),
                Severity.WARNING if why else None,
            )

"""Checks on what Rule 23 asks of each class: its types and its parts."""

from __future__ import annotations

import re

from drafter.checks.engine.conditions import grounds
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited, class_name, classes_in, listed, named
from drafter.complaint import Draft
from drafter.complaint.views.proof import says_something
from drafter.facts.classes import RepresentedGroup
from drafter.facts.values import known
from drafter.findings import Severity


def _money(draft: Draft, group: RepresentedGroup) -> list[str]:
    kinds = ("actual-damages", "statutory-damages", "treble-damages", "punitive-damages")
    return [
        view.raw.id
        for view in draft.matter.claims
        if group.id in view.raw.for_ and any(view.seeks(kind) for kind in kinds)
    ]


@check(
    "CLS-013",
    "Damages sought for a class without Rule 23(b)(3)",
    Severity.WARNING,
    "dukes",
    forum="federal",
)
def damages_under_b2(draft: Draft) -> Found:
    """Rule 23(b)(2) is pleaded for a class, alone or beside (b)(1)(A), and the claims brought for it seek
    money for each member, which wants (b)(3). Silent beside (b)(1)(B), which is for money of a limited fund.
    """
    for group in classes_in(draft):
        claims = _money(draft, group)
        if "b2" in group.rule_23b and not {"b3", "b1b"} & set(group.rule_23b) and claims:
            yield Hit(
                f"{class_name(group)} is pleaded without {cited(draft, 'frcp23b', 'damages')}, and"
                f" {by_id(*claims)}"
                f" {'seeks' if len(claims) == 1 else 'seek'} damages.",
                f"classes.{group.id}.rule_23b",
                "Add b3, or leave the damages out.",
                "classes",
                tuple(f"claims.{own}" for own in claims),
            )


@check(
    "CLS-014",
    "Rule 23(b)(2) pleaded, but no injunction or declaration sought",
    Severity.WARNING,
    "frcp23b",
    "dukes",
    forum="federal",
)
def b2_without_injunction(draft: Draft) -> Found:
    """Rule 23(b)(2) is pleaded for a class, and no claim brought for it seeks an injunction or a
    declaration.
    """
    relief = draft.matter.raw.relief
    whole = relief and (known(relief.injunction) is not None or known(relief.declaration) is not None)
    for group in classes_in(draft):
        seeking = any(
            view.seeks(kind)
            for view in draft.matter.claims
            if group.id in view.raw.for_
            for kind in ("injunction", "declaration")
        )
        if "b2" in group.rule_23b and not seeking and not whole:
            yield Hit(
                f"{class_name(group)} is pleaded under {cited(draft, 'frcp23b', 'injunction')},"
                " and no injunction or declaration is"
                " asked for.",
                f"classes.{group.id}.rule_23b",
                "Ask for one, or leave b2 out.",
                "classes",
                ("relief", "claims"),
            )


@check(
    "CLS-024",
    "Injunction for a class, Rule 23(b)(2) not pleaded",
    Severity.WARNING,
    "frcp23b",
    "dukes",
    forum="federal",
)
def injunction_without_b2(draft: Draft) -> Found:
    """A claim brought for a class seeks an injunction, and the class is pleaded under Rule 23(b)(3) alone:
    (b)(2) is the part for a final injunction for a class as a whole.
    Silent for a class that names no part, of which CLS-012 tells.
    """
    for group in classes_in(draft):
        claims = [
            view.raw.id
            for view in draft.matter.claims
            if group.id in view.raw.for_ and view.seeks("injunction")
        ]
        if claims and list(group.rule_23b) == ["b3"]:
            yield Hit(
                f"{listed(claims)} {'seeks' if len(claims) == 1 else 'seek'} an injunction for"
                f" {class_name(group)}, which is not pleaded under {cited(draft, 'frcp23b', 'injunction')}.",
                f"classes.{group.id}.rule_23b",
                "Add b2 with its facts, or leave the injunction out of the claim’s relief.",
                "classes",
                tuple(f"claims.{own}" for own in claims),
            )


def _counted(draft: Draft) -> bool:
    """Whether any class has a number of members; where none has, JUR-005 says so in a case under CAFA."""
    return any(
        group.numerosity and (group.numerosity.low or known(group.numerosity.words))
        for group in classes_in(draft)
        if not known(group.subclass_of)
    )


@check(
    "CLS-015",
    "A Rule 23(a) element has no fact",
    Severity.WARNING,
    "frcp23a",
    "lr-or",
    "lr-wawd",
    rule="class",
)
def empty_part(draft: Draft) -> Found:
    """Numerosity, commonality, typicality or adequacy has nothing in the sheet for a class. A subclass has
    its class's. In a State court, only those that its law wants: Illinois
    asks for no typicality. Where no class has a number and the case rests on CAFA, that is JUR-005's.
    """
    for group in classes_in(draft):
        if known(group.subclass_of):
            continue
        count = group.numerosity
        parts = {
            "numerosity": bool(count and (count.low or known(count.words))),
            "common_questions": any(map(says_something, group.common_questions)),
            "typicality": bool(group.typicality and known(group.typicality.text)),
            "adequacy": bool(group.adequacy and known(group.adequacy.text)),
        }
        wanted = [
            part.replace("commonality", "common_questions").replace("appropriateness", "superiority")
            for part in draft.matter.profile.class_parts
        ] or list(parts)
        if "cafa" in grounds(draft) and draft.matter.profile.system == "federal" and not _counted(draft):
            parts["numerosity"] = True
        for name in [name for name, there in parts.items() if not there and name in wanted]:
            yield Hit(
                f"{class_name(group)}: nothing supports {name.replace('_', ' ')}.",
                f"classes.{group.id}.{name}",
                "Give this case’s reasons.",
                "classes",
            )


def _words(text: object) -> list[str]:
    return re.findall(r"\w+", str(text).lower())


_PROPER = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")
"""A proper name of several words."""


def _names_of_the_case(draft: Draft) -> set[str]:
    """What the parties, groups, agreements and products of the sheet are called, in small letters."""
    matter = draft.matter.raw
    names = [named(one) for one in (*matter.defendants, *matter.non_parties)]
    names += [str(known(one.short) or known(one.title) or "") for one in matter.agreements]
    names += [str(group.name) for group in matter.defendant_groups]
    names += [
        str(known(bought.product) or "")
        for one in matter.plaintiffs
        for bought in (one.experience.purchases if one.experience else [])
    ]
    return {" ".join(_words(name.split(",")[0])) for name in names} - {""}


def _quotable(draft: Draft) -> set[str]:
    """Each three words in a row of a statement sued on, or all of a shorter one, in small letters."""
    said = [_words(known(one.words) or "") for one in draft.matter.raw.statements]
    return {" ".join(words[at : at + 3]) for words in said for at in range(max(len(words) - 2, 1))} - {""}


@check("CLS-016", "Common questions are generic", Severity.ADVICE, "dukes")
def generic_questions(draft: Draft) -> Found:
    """Fewer than three common questions, or none that names a party, a product, an agreement or a statement
    of this case (by three words of it in a row, or all of a shorter one), or what the class's own definition
    names. One that is not known is none.
    """
    names = {*_names_of_the_case(draft), *_quotable(draft)}
    for group in classes_in(draft):
        asked = [question for question in group.common_questions if says_something(question)]
        if not asked:
            continue
        here = names | {" ".join(_words(name)) for name in _PROPER.findall(str(known(group.conduct) or ""))}
        own = any(name in " ".join(_words(question)) for question in asked for name in here)
        if len(asked) < 3 or not own:
            why = (
                f"only {len(asked)}"
                if len(asked) < 3
                else "none names a party, product, agreement or statement"
            )
            yield Hit(
                f"{class_name(group)}: the common questions would fit any case ({why}).",
                f"classes.{group.id}.common_questions",
                "Tie them to what was done here.",
                "classes",
            )


@check(
    "CLS-017",
    "Predominance and superiority not addressed for a (b)(3) class",
    Severity.WARNING,
    "frcp23b",
    "lr-wawd",
    "lr-paed",
    forum="federal",
)
def b3_unsupported(draft: Draft) -> Found:
    """Rule 23(b)(3) is pleaded for a class, and the sheet has nothing on predominance or on superiority. A
    subclass has its class's.
    """
    for group in classes_in(draft):
        missing = [
            name
            for name in ("predominance", "superiority")
            if not (getattr(group, name) and known(getattr(group, name).text))
        ]
        for name in missing if "b3" in group.rule_23b and not known(group.subclass_of) else []:
            yield Hit(
                f"{class_name(group)}: {cited(draft, 'frcp23b', 'damages')} is pleaded without {name}.",
                f"classes.{group.id}.{name}",
                "Write two to four sentences with this case’s reasons.",
                "classes",
            )

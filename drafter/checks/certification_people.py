"""Checks on whom a class takes in and who stands for it: identification, ties, overlap, minors, legend."""

from __future__ import annotations

import re

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    class_name,
    classes_in,
    first_day,
    last_day,
    named,
)
from drafter.complaint import Draft
from drafter.document import plain
from drafter.facts.classes import RepresentedGroup
from drafter.facts.values import Unknown, known
from drafter.findings import Severity
from drafter.tree.unknown import notes_of

_MINOR = re.compile(r"\b(students?|children|minors?|teen\w*|pupils?|patients?)\b", re.I)


@check(
    "CLS-018",
    "How members can be identified (ascertainability)",
    Severity.ADVICE,
    "carrera",
    "shelton",
    "petrobras",
    "mullins",
    "briseno",
    "cherry",
    forum="federal",
)
def not_identified(draft: Draft) -> Found:
    """Nothing says how members can be found. The Third Circuit asks for an administratively feasible way; the
    Second, Seventh, Ninth and Eleventh do not ask for it at this stage. Silent for a class that is not
    pleaded under Rule 23(b)(3): where nobody opts out and one order serves all, nobody need be found.
    """
    for group in classes_in(draft):
        sought = "b3" in group.rule_23b or not group.rule_23b
        if sought and known(group.identification) is None and not known(group.subclass_of):
            yield Hit(
                f"{class_name(group)}: nothing says how its members can be found.",
                f"classes.{group.id}.identification",
                "Name the records: accounts, billing, a list of notices.",
                "classes",
            )


@check("CLS-019", "Adequacy red flags", Severity.WARNING, "amchem", "frcp23g")
def conflicts(draft: Draft) -> Found:
    """A plaintiff who represents a class has a tie to counsel or to a defendant."""
    for plaintiff in draft.matter.raw.plaintiffs:
        tie = known(plaintiff.relations)
        if tie and plaintiff.represents and not re.match(r"\s*(none|no )", str(tie), re.I):
            yield Hit(
                f"{named(plaintiff)} represents {by_id(*plaintiff.represents)} and has a tie: {tie}.",
                f"plaintiffs.{plaintiff.id}.relations",
                "Decide whether this plaintiff can represent a class.",
                "classes",
                (f"plaintiffs.{plaintiff.id}.represents",),
            )


@check("CLS-020", "Two classes overlap with no reason", Severity.WARNING)
def same_people(draft: Draft) -> Found:
    """Two classes have the same members, conduct, States and period, and no reason is given. What is not
    known equals nothing: silent where a part of the definition is.
    """
    seen: dict[tuple[str, ...], RepresentedGroup] = {}
    for group in classes_in(draft):
        if _not_known(draft, group):
            continue
        start, end = first_day(group), last_day(group)
        own = (
            str(known(group.members)),
            str(known(group.conduct)),
            ",".join(group.states),
            str(start),
            str(end),
            str(known(group.product)),
            str(known(group.geography)),
        )
        if own in seen and known(group.overlap_reason) is None and known(group.wording) is None:
            yield Hit(
                f"{class_name(seen[own])} and {class_name(group)} cover the same people.",
                f"classes.{group.id}",
                "Say why there are two, or leave one out.",
                "classes",
                (f"classes.{seen[own].id}",),
            )
        seen.setdefault(own, group)


def _not_known(draft: Draft, group: RepresentedGroup) -> bool:
    """Whether a part of the definition of `group` is asked and not known."""
    dates = (group.period.from_, group.period.through) if group.period else ()
    states = f"classes.{group.id}.states" in notes_of(draft.matter.raw)
    return states or any(
        isinstance(part, Unknown)
        for part in (group.members, group.conduct, group.product, group.geography, group.wording, *dates)
    )


@check("CLS-021", "Minors or estates in the class", Severity.ADVICE, "frcp17")
def minors_inside(draft: Draft) -> Found:
    """The definition names people who may be minors (students, patients …) and the sheet does not say whether
    they are in it.
    """
    for group in classes_in(draft):
        found = _MINOR.search(" ".join(str(known(each) or "") for each in (group.members, group.conduct)))
        if (
            found
            and "minors" not in group.includes
            and not known(group.subclass_of)
            and not re.search(
                r"adult|18 years", str(known(group.conduct) or "") + str(known(group.members) or "")
            )
        ):
            yield Hit(
                f"{class_name(group)} may include minors (“{found.group(0)}”).",
                f"classes.{group.id}.includes",
                "Write includes: [minors], or limit it to adults.",
                "classes",
            )


@check(
    "CLS-022",
    "Local class-complaint legend or heading missing",
    Severity.ERROR,
    "lr-or",
    "lr-wawd",
    "lr-flsd",
    "lr-paed",
    "lr-gand",
    "lr-ks",
    "crc3761",
)
def legend_missing(draft: Draft) -> Found:
    """The court wants a class legend in the caption, and the draft's caption does not have its words, because
    the sheet put others in their place.
    """

    legend, style = draft.matter.profile.class_legend, draft.matter.raw.style
    if not legend or not classes_in(draft):
        return
    posture = draft.matter.raw.posture
    in_title = draft.matter.profile.class_legend_place == "in-title" or (posture and known(posture.title))
    kinds = ("legend", "title") if in_title else ("legend",)
    caption = " ".join(
        plain(line.content) for line in draft.document.caption.right if line.kind in kinds
    ).upper()
    words = re.findall(r"[A-Z]+", str(legend).upper())
    own = str(known(style.class_legend) or "") if style else ""
    if not all(word in caption for word in words):
        yield Hit(
            f"The {draft.matter.profile.district} wants “{legend}” in the"
            f" caption{f'; the sheet puts “{own}” there' if own else ''}.",
            "style.class_legend",
            "Leave the court’s legend as it is.",
            "",
            ("court.id",),
        )


@check("CLS-023", "Early class-certification deadline", Severity.ADVICE, "lr-gand", "abs", forum="federal")
def early_deadline(draft: Draft) -> Found:
    """A local rule (`class_motion` of the court's profile) counts the days to a motion for class
    certification from the filing of the complaint. The Ninth Circuit has held one such rule incompatible with
    Rule 23.
    """
    deadline = draft.matter.profile.class_motion
    if deadline and classes_in(draft):
        yield Hit(
            f"{deadline.law.cite or deadline.law.text} of the {draft.matter.profile.district} sets a motion"
            f" for class certification {deadline.days} days after filing.",
            "court.id",
            "Calendar it, or ask for an extension.",
            "classes",
            ("court.filing_date",),
        )

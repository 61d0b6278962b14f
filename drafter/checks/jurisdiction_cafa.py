"""Checks on the Class Action Fairness Act: minimal diversity, members, its exceptions and carve-outs."""

from __future__ import annotations

from drafter.checks.engine.conditions import ground, grounds
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited, citizens, listed, named
from drafter.complaint import Draft
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import CauseOfAction


def top_classes(draft: Draft) -> list:  # type: ignore[type-arg]
    """The classes that are no part of another."""
    return [
        group
        for group in draft.matter.raw.classes
        if group.device in CLASS_DEVICES and not known(group.subclass_of)
    ]


def _one_state(draft: Draft) -> str:
    """The one State to which every class is limited, or empty."""
    states = {tuple(group.states) for group in top_classes(draft)}
    return str(next(iter(states))[0]) if len(states) == 1 and len(next(iter(states))) == 1 else ""


def concerns_securities(cause: CauseOfAction) -> bool:
    return bool({"securities", "internal-affairs"} & {str(subject) for subject in cause.subjects})


@check(
    "JUR-001", "CAFA: no minimal diversity", Severity.ERROR, "1332d2", forum="federal", when=ground("cafa")
)
def no_minimal_diversity(draft: Draft) -> Found:
    """CAFA asks that one class member be a citizen of another State than one defendant. Every plaintiff here
    shares a citizenship with every defendant. It is an error where
    every class is limited to a State of which each defendant is a citizen, and a warning where members of
    other States could supply the difference but none is alleged.
    """
    matter = draft.matter.raw
    if matter.jurisdiction and known(matter.jurisdiction.diverse_members):
        return
    ours, theirs = (
        [citizens(p) for p in matter.plaintiffs],
        [citizens(d) for d in matter.defendants if d.kind != "does"],
    )
    if not all(ours) or not all(theirs) or any(not mine & other for mine in ours for other in theirs):
        return
    home = _one_state(draft)
    shared = listed(sorted(set.union(*ours)))
    severity = Severity.ERROR if home and all(home in other for other in theirs) else Severity.WARNING
    told = (
        f"Each plaintiff ({shared}) shares a citizenship with each defendant. CAFA needs one class member"
        " whose citizenship differs from one defendant’s."
    )
    yield Hit(
        told,
        "jurisdiction.diverse_members",
        "Say which State a class member of other citizenship is from, or choose another ground.",
        "jurisdiction",
        ("plaintiffs", "defendants", "classes"),
        severity,
    )


@check(
    "JUR-005", "CAFA: fewer than 100 members", Severity.ERROR, "1332d5", forum="federal", when=ground("cafa")
)
def too_few_members(draft: Draft) -> Found:
    """CAFA does not reach proposed classes of fewer than 100 members in all. The sheet's numbers stay under
    it, or it gives none in figures or words.
    """
    classes = top_classes(draft)
    if not classes:
        return
    sizes = [
        (group.numerosity.high or group.numerosity.low or 0) if group.numerosity else 0 for group in classes
    ]
    worded = any(group.numerosity and known(group.numerosity.words) for group in classes)
    if sum(sizes) < 100 and not (worded and not any(sizes)):
        told = (
            f"The classes have {sum(sizes)} members in all; CAFA wants 100."
            if any(sizes)
            else "The sheet does not say how many members the classes have; CAFA wants 100."
        )
        yield Hit(
            told,
            f"classes.{classes[0].id}.numerosity",
            "Give the number and how it is known, or choose another ground.",
            "classes",
        )


@check(
    "JUR-006",
    "CAFA: class size has no basis",
    Severity.ADVICE,
    "1332d5",
    "dart",
    forum="federal",
    when=ground("cafa"),
)
def size_without_source(draft: Draft) -> Found:
    """The number of members is given and not how it is known. A plausible allegation of 100 is enough at
    filing; the other side will ask for the source.
    """
    for group in top_classes(draft):
        count = group.numerosity
        if (
            count
            and (count.low or known(count.words))
            and known(count.source) is None
            and not count.allegations
        ):
            yield Hit(
                f"{known(group.name) or group.id}: nothing says how its number is known.",
                f"classes.{group.id}.numerosity.source",
                "Name the report, admission or market share it comes from.",
                "classes",
            )


@check(
    "JUR-007",
    "CAFA: home-state or local-controversy exception in play",
    Severity.WARNING,
    "1332d4",
    "serrano",
    "mondragon",
    forum="federal",
    when=ground("cafa"),
)
def home_state(draft: Draft) -> Found:
    """The classes are limited to the forum's State and a defendant is its citizen: a court must decline a
    case that fits § 1332(d)(4). The party that seeks remand proves the
    exception, and residence alone does not prove citizenship. Silent for classes of more than one State, and
    where the sheet puts the share at a third or under two thirds.
    """
    home = _one_state(draft)
    sheet = draft.matter.raw
    if (
        home != draft.matter.profile.state
        or sheet.jurisdiction is None
        or known(sheet.jurisdiction.cafa_exceptions) is not None
    ):
        return
    local = [named(defendant) for defendant in sheet.defendants if home in citizens(defendant)]
    if local and sheet.jurisdiction.home_state_share in (None, "over-two-thirds"):
        told = (
            f"The class is limited to {STATE_NAMES[home]}, and {listed(local)}"
            f" {'is its citizen' if len(local) == 1 else 'are its citizens'}. A court must decline a case"
            f" that fits {cited(draft, '1332d4', 'must')}."
        )
        yield Hit(
            told,
            "jurisdiction.cafa_exceptions",
            "Plead why no exception applies, or file in State court.",
            "jurisdiction",
            ("classes", "defendants", "jurisdiction.home_state_share"),
        )


@check(
    "JUR-008",
    "CAFA: discretionary exception zone",
    Severity.ADVICE,
    "1332d4",
    forum="federal",
    when=ground("cafa"),
)
def discretionary_zone(draft: Draft) -> Found:
    """Between a third and two thirds of the class are citizens of the forum's State, and so is each primary
    defendant: § 1332(d)(3) lets the court decline.
    """
    sheet, home = draft.matter.raw, draft.matter.profile.state
    share = sheet.jurisdiction.home_state_share if sheet.jurisdiction else None
    if share == "a-third-to-two-thirds" and all(
        home in citizens(defendant) for defendant in sheet.defendants if defendant.kind != "does"
    ):
        yield Hit(
            f"Between a third and two thirds of the class may be citizens of {STATE_NAMES[home]}, and so are"
            f" the defendants. {cited(draft, '1332d4', 'may')} lets the court decline.",
            "jurisdiction.home_state_share",
            f"Be ready for the factors of {cited(draft, '1332d4', 'factors')}.",
            "jurisdiction",
            ("defendants",),
        )


@check(
    "JUR-009",
    "CAFA carve-out: covered security, corporate internal affairs, or rights of a security",
    Severity.ERROR,
    "1332d9",
    forum="federal",
    when=ground("cafa"),
)
def carved_out(draft: Draft) -> Found:
    """Every claim concerns securities and CAFA is the only ground: § 1332(d)(9) takes such cases out of
    it.
    """
    causes = [cause for own in draft.matter.theories.values() for cause in own]
    if grounds(draft) == {"cafa"} and causes and all(concerns_securities(cause) for cause in causes):
        yield Hit(
            f"Every claim concerns securities, which {cited(draft, '1332d9', 'main')} takes out of"
            " CAFA, and CAFA is the only"
            " ground.",
            "jurisdiction.grounds",
            "Choose federal question.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-010",
    "CAFA: primary defendants are States or officials",
    Severity.WARNING,
    "1332d5",
    forum="federal",
    when=ground("cafa"),
)
def state_defendants(draft: Draft) -> Found:
    """§ 1332(d)(5)(A) excludes cases whose primary defendants are States or officials against whom the court
    may be unable to order relief.
    """
    for defendant in draft.matter.raw.defendants:
        if defendant.primary_state_defendant or defendant.kind == "public-body":
            yield Hit(
                f"{named(defendant)} is a public body or official;"
                f" {cited(draft, '1332d5', 'states')} may take the case out"
                " of CAFA.",
                f"defendants.{defendant.id}",
                "Choose another ground, or show that relief can be ordered.",
                "jurisdiction",
            )

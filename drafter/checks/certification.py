"""Checks on classes: members, period, subclasses, Rule 23's parts, identification, conflicts."""

from __future__ import annotations

import re
from datetime import date

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.index import (
    CLASS_PARTS,
    FEDERAL,
    behind,
    citizens,
    day,
    filing_day,
    grounds,
    listed,
    named,
    states_of,
    titled,
)
from drafter.checks.limitations import periods, reach_back
from drafter.complaint import Draft
from drafter.complaint.views.proof import says_something
from drafter.facts.classes import CLASS_DEVICES, RepresentedGroup
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Unknown, known
from drafter.findings import Severity
from drafter.tree.unknown import notes_of

_WIDE = re.compile(r"\bmay have been\b|\breasonably at risk\b|\bcould have been\b|\bmight have\b", re.I)
_ACT = re.compile(r"\b(who|whose|that|which|to whom|from whom)\b", re.I)
_MINOR = re.compile(r"\b(students?|children|minors?|teen\w*|pupils?|patients?)\b", re.I)


def _classes(draft: Draft) -> list[RepresentedGroup]:
    return [group for group in draft.matter.raw.classes if group.device in CLASS_DEVICES]


def _called(group: RepresentedGroup) -> str:
    return str(known(group.name) or group.id)


def _start(group: RepresentedGroup) -> date | None:
    return day(group.period.from_) if group.period else None


def _end(group: RepresentedGroup) -> date | None:
    return day(group.period.through, latest=True) if group.period else None


@check("CLS-002", "Named plaintiff is not inside the class", Severity.ERROR, "rodriguez431", "frcp23a")
def outside(draft: Draft) -> Found:
    """A plaintiff represents a class limited to States to which nothing ties it, or every purchase it made
    lies outside the class period. A representative must be a member. Silent where the sheet says why it is
    outside.
    """
    for group in _classes(draft):
        for plaintiff in draft.matter.raw.plaintiffs:
            own = plaintiff.experience
            if group.id not in plaintiff.represents or (own and known(own.not_inside) is not None):
                continue
            path, reads = (
                f"plaintiffs.{plaintiff.id}.represents",
                (f"classes.{group.id}", f"plaintiffs.{plaintiff.id}"),
            )
            ties = citizens(plaintiff) if group.citizens_only else states_of(plaintiff)
            if group.states and ties and not ties & set(map(str, group.states)):
                yield Hit(
                    f"{named(plaintiff)} represents {_called(group)} and has no tie to"
                    f" {listed(STATE_NAMES[s] for s in group.states)}.",
                    path,
                    "Change the class or the representative.",
                    "classes",
                    reads,
                )
            start, end = _start(group), _end(group)
            spans = [
                (day(p.date), day(p.through, latest=True) or day(p.date, latest=True))
                for p in (own.purchases if own else [])
            ]
            if spans and all(
                first and last and ((end and first > end) or (start and last < start))
                for first, last in spans
            ):
                yield Hit(
                    f"Every purchase of {named(plaintiff)} lies outside the period of {_called(group)}.",
                    path,
                    "Check the dates, or the representative.",
                    "classes",
                    reads,
                )


@check("CLS-004", "Class sweeps in people with no injury", Severity.WARNING, "transunion", "labcorp", "olean")
def sweeps_in(draft: Draft) -> Found:
    """The definition takes in people who did nothing anyone can see (no purchase, notice, use), or who only
    “may have been” affected. The Supreme Court left open in Labcorp v. Davis what becomes of such a class.
    """
    for group in _classes(draft):
        text = " ".join(str(known(each) or "") for each in (group.members, group.conduct, group.wording))
        found = _WIDE.search(text)
        bare = (
            not known(group.wording)
            and not known(group.conduct)
            and not known(group.product)
            and not _ACT.search(text)
            and not known(group.subclass_of)
        )
        if found or (bare and re.search(r"\b(persons|people|individuals|residents)\b", text)):
            words = f"“{found.group(0)}”" if found else "no act, purchase, notice or use"
            yield Hit(
                f"{_called(group)} may take in people who were not hurt ({words}).",
                f"classes.{group.id}.conduct",
                "Narrow it to those who paid, received a notice, or had data taken.",
                "classes",
                (f"classes.{group.id}.members", f"classes.{group.id}.wording"),
            )


@check("CLS-006", "Class period reaches past the limitations period", Severity.WARNING, "americanpipe", "fox")
def period_too_early(draft: Draft) -> Found:
    """The class period begins earlier than the filing date less the longest period of a claim, one of repose
    among them, with the days on which the sheet says that time did not run. It
    is silent where tolling that runs anew, or has no end in the sheet, is pleaded for the claim, which
    LIM-001 and LIM-009 look at. Another claim that reaches back far enough, as one
    under the Unfair Competition Law does, does not mend it: a claim has its own period under
    `periods_by_claim`. Silent without a filing date, and for a class without a period, which CLS-005 tells.
    """
    filing = filing_day(draft)
    for group in _classes(draft):
        start = _start(group)
        if not filing or not start:
            continue
        short = []
        for view in draft.matter.claims:
            years = max(
                (
                    one.years or 0
                    for cause in view.causes
                    for repose in (False, True)
                    for one in periods(view, cause, repose)
                ),
                default=0,
            )
            if not years or group.id not in view.raw.for_:
                continue
            own = (
                next((day(p.from_) for p in group.periods_by_claim if known(p.claim) == view.raw.id), None)
                or start
            )
            cutoff = reach_back(draft, view, filing, years)
            if cutoff is None:
                continue
            if own < cutoff:
                short.append(
                    (
                        view.raw.id,
                        (
                            f"{view.raw.id} has {years} {'year' if years == 1 else 'years'}, which reach back"
                            f" to {cutoff:%B} {cutoff.day}, {cutoff.year}"
                        ),
                    )
                )
        if short:
            told = (
                f"{_called(group)} starts on {start:%B} {start.day}, {start.year};"
                f" {listed(words for _, words in short)}."
            )
            reads = ("court.filing_date", "tolling", *(f"claims.{own}.for" for own, _ in short))
            yield Hit(
                told,
                f"classes.{group.id}.period.from",
                "Move the date, give such a claim its own period, or plead the tolling.",
                "classes",
                reads,
            )


@check("CLS-007", "Class period before the conduct began", Severity.WARNING)
def period_before_conduct(draft: Draft) -> Found:
    """The class period begins before the first dated act of a defendant under the claims that are brought for
    the class.
    """
    defendants = {d.id for d in draft.matter.raw.defendants} | {
        g.id for g in draft.matter.raw.defendant_groups
    }
    for group in _classes(draft):
        start = _start(group)
        acts = [
            (day(a.date), a.id)
            for claim in draft.matter.raw.claims
            if group.id in claim.for_
            for a in behind(draft, claim)
            if known(a.actor) in defendants
        ]
        dated = [(when, own) for when, own in acts if when]
        if start and len(dated) > 1 and not any(when is None for when, _ in acts) and start < min(dated)[0]:
            first, own = min(dated)
            yield Hit(
                f"{_called(group)} starts on {start:%B} {start.day}, {start.year}, before the first act"
                f" alleged ({own}, {first:%B} {first.year}).",
                f"classes.{group.id}.period.from",
                "Start it with the conduct, or allege the earlier conduct.",
                "classes",
                (f"allegations.{own}.date",),
            )


@check("CLS-009", "Exclusion removes a named plaintiff", Severity.WARNING, "frcp23a")
def excluded(draft: Draft) -> Found:
    """A plaintiff has a tie to a defendant or to counsel, and a class it represents has the standard
    exclusions.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        tie = str(known(plaintiff.relations) or "")
        if re.search(
            r"\b(employ|officer|director|counsel|attorney|family|spouse|affiliate|shareholder)", tie, re.I
        ):
            for group in _classes(draft):
                if group.id in plaintiff.represents and "standard" in group.exclusions:
                    yield Hit(
                        f"{named(plaintiff)} may fall under an exclusion from {_called(group)}: {tie}.",
                        f"plaintiffs.{plaintiff.id}.relations",
                        "Check that the exclusion does not reach it.",
                        "classes",
                        (f"classes.{group.id}.exclusions",),
                    )


@check("CLS-010", "Subclass is not inside its class", Severity.WARNING, "frcp23c")
def wider_than_class(draft: Draft) -> Found:
    """A subclass is wider than the class it is part of: a State more, an earlier start or a later end."""
    groups = {group.id: group for group in _classes(draft)}
    for group in groups.values():
        parent = groups.get(str(known(group.subclass_of)))
        if parent is None:
            continue
        why = []
        if parent.states and set(group.states) - set(parent.states):
            why.append(f"its States include {listed(sorted(set(group.states) - set(parent.states)))}")
        starts, ends = (_start(group), _start(parent)), (_end(group), _end(parent))
        if starts[0] and starts[1] and starts[0] < starts[1]:
            why.append("it starts earlier")
        if ends[0] and ends[1] and ends[0] > ends[1]:
            why.append("it ends later")
        if why:
            yield Hit(
                f"{_called(group)} is wider than {_called(parent)}: {listed(why)}.",
                f"classes.{group.id}",
                "A subclass sits inside its class.",
                "classes",
                (f"classes.{parent.id}",),
            )


@check(
    "CLS-011",
    "State-law claim pleaded for a nationwide class",
    Severity.WARNING,
    "langan",
    "mazza",
    "frcp23b",
    rule="class",
)
def state_law_nationwide(draft: Draft) -> Found:
    """A claim under one State's law is for a class not limited to that State, and nothing says why it reaches
    members elsewhere: no reason, no choice of law in the agreement, no defendant at home there.
    """
    groups = {group.id: group for group in _classes(draft)}
    chosen = {one.id: str(known(one.governing_law)) for one in draft.matter.raw.agreements}
    for view in draft.matter.claims:
        laws = {str(cause.jurisdiction) for cause in view.causes} - {"federal", "uniform"}
        home = {state for defendant in draft.matter.raw.defendants for state in citizens(defendant)}
        reason = (
            known(view.raw.law_reason) is not None
            or chosen.get(str(known(view.raw.agreement))) in laws
            or laws & home
        )
        for own in view.raw.for_:
            group = groups.get(own)
            if (
                laws
                and not reason
                and group
                and not set(map(str, group.states)) & laws
                and not known(group.subclass_of)
            ):
                states = listed(STATE_NAMES.get(s, s) for s in sorted(laws))
                yield Hit(
                    f"{titled(view)} is a claim under the law of {states}, for {_called(group)}, which is not"
                    " limited to it.",
                    f"claims.{view.raw.id}.for",
                    "Plead a subclass of that State, or say why its law governs.",
                    f"claim.{view.raw.id}",
                    (f"classes.{own}", f"claims.{view.raw.id}.law_reason"),
                )


def _money(draft: Draft, group: RepresentedGroup) -> list[str]:
    kinds = ("actual-damages", "statutory-damages", "treble-damages", "punitive-damages")
    return [
        view.raw.id
        for view in draft.matter.claims
        if group.id in view.raw.for_ and any(view.seeks(kind) for kind in kinds)
    ]


@check("CLS-013", "Rule 23(b)(2) only, but damages sought", Severity.WARNING, "dukes", by_court=FEDERAL)
def damages_under_b2(draft: Draft) -> Found:
    """Only Rule 23(b)(2) is pleaded for a class, and the claims brought for it seek money for each member,
    which wants (b)(3).
    """
    for group in _classes(draft):
        claims = _money(draft, group)
        if list(group.rule_23b) == ["b2"] and claims:
            yield Hit(
                f"{_called(group)} is pleaded under Rule 23(b)(2) alone, and {listed(claims)}"
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
    by_court=FEDERAL,
)
def b2_without_injunction(draft: Draft) -> Found:
    """Rule 23(b)(2) is pleaded for a class, and no claim brought for it seeks an injunction or a
    declaration.
    """
    relief = draft.matter.raw.relief
    whole = relief and (known(relief.injunction) is not None or known(relief.declaration) is not None)
    for group in _classes(draft):
        seeking = any(
            view.seeks(kind)
            for view in draft.matter.claims
            if group.id in view.raw.for_
            for kind in ("injunction", "declaration")
        )
        if "b2" in group.rule_23b and not seeking and not whole:
            yield Hit(
                f"{_called(group)} is pleaded under Rule 23(b)(2), and no injunction or declaration is asked"
                " for.",
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
    by_court=FEDERAL,
)
def injunction_without_b2(draft: Draft) -> Found:
    """A claim brought for a class seeks an injunction, and the class is pleaded under Rule 23(b)(3) alone:
    (b)(2) is the part for a final injunction for a class as a whole.
    Silent for a class that names no part, of which CLS-012 tells.
    """
    for group in _classes(draft):
        claims = [
            view.raw.id
            for view in draft.matter.claims
            if group.id in view.raw.for_ and view.seeks("injunction")
        ]
        if claims and list(group.rule_23b) == ["b3"]:
            yield Hit(
                f"{listed(claims)} {'seeks' if len(claims) == 1 else 'seek'} an injunction for"
                f" {_called(group)}, which is not pleaded under Rule 23(b)(2).",
                f"classes.{group.id}.rule_23b",
                "Add b2 with its facts, or leave the injunction out of the claim’s relief.",
                "classes",
                tuple(f"claims.{own}" for own in claims),
            )


def _counted(draft: Draft) -> bool:
    """Whether any class has a number of members; where none has, JUR-005 says so in a case under CAFA."""
    return any(
        group.numerosity and (group.numerosity.low or known(group.numerosity.words))
        for group in _classes(draft)
        if not known(group.subclass_of)
    )


@check(
    "CLS-015",
    "A Rule 23(a) element has no fact",
    Severity.WARNING,
    "frcp23a",
    "lr-or",
    "lr-wawd",
    by_court=CLASS_PARTS,
    rule="class",
)
def empty_part(draft: Draft) -> Found:
    """Numerosity, commonality, typicality or adequacy has nothing in the sheet for a class. A subclass has
    its class's. In a State court, only those that its law wants: Illinois
    asks for no typicality. Where no class has a number and the case rests on CAFA, that is JUR-005's.
    """
    for group in _classes(draft):
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
        missing = [name for name, there in parts.items() if not there and name in wanted]
        if missing:
            yield Hit(
                f"{_called(group)}: nothing supports {listed(name.replace('_', ' ') for name in missing)}.",
                f"classes.{group.id}.{missing[0]}",
                "Give this case’s reasons.",
                "classes",
            )


@check("CLS-016", "Common questions are generic", Severity.ADVICE, "dukes")
def generic_questions(draft: Draft) -> Found:
    """Fewer than three common questions, or none that names a party, a product or an agreement of this case.
    One that is not known yet is none.
    """
    matter = draft.matter.raw
    names = [named(one) for one in (*matter.defendants, *matter.non_parties)] + [
        str(known(a.short) or known(a.title) or "") for a in matter.agreements
    ]
    names += [str(group.name) for group in matter.defendant_groups]
    names += [
        str(known(p.product))
        for one in matter.plaintiffs
        for p in (one.experience.purchases if one.experience else [])
        if known(p.product)
    ]
    for group in _classes(draft):
        asked = [question for question in group.common_questions if says_something(question)]
        if not asked:
            continue
        own = any(
            name and name.split(",")[0].lower() in str(question).lower()
            for question in asked
            for name in names
        )
        if len(asked) < 3 or not own:
            why = f"only {len(asked)}" if len(asked) < 3 else "none names a party, product or agreement"
            yield Hit(
                f"{_called(group)}: the common questions would fit any case ({why}).",
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
    by_court=FEDERAL,
)
def b3_unsupported(draft: Draft) -> Found:
    """Rule 23(b)(3) is pleaded for a class, and the sheet has nothing on predominance or on superiority. A
    subclass has its class's.
    """
    for group in _classes(draft):
        missing = [
            name
            for name in ("predominance", "superiority")
            if not (getattr(group, name) and known(getattr(group, name).text))
        ]
        if "b3" in group.rule_23b and missing and not known(group.subclass_of):
            yield Hit(
                f"{_called(group)}: Rule 23(b)(3) is pleaded without {listed(missing)}.",
                f"classes.{group.id}.{missing[0]}",
                "Write two to four sentences with this case’s reasons.",
                "classes",
            )


@check(
    "CLS-018",
    "How members can be identified (ascertainability)",
    Severity.ADVICE,
    "carrera",
    "petrobras",
    "mullins",
    "briseno",
    "cherry",
    by_court={"state": None, "ca3": Severity.WARNING},
)
def not_identified(draft: Draft) -> Found:
    """Nothing says how members can be found. The Third Circuit asks for an administratively feasible way; the
    Second, Seventh, Ninth and Eleventh do not ask for it at this stage.
    """
    for group in _classes(draft):
        if known(group.identification) is None and not known(group.subclass_of):
            yield Hit(
                f"{_called(group)}: nothing says how its members can be found.",
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
                f"{named(plaintiff)} represents {listed(plaintiff.represents)} and has a tie: {tie}.",
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
    for group in _classes(draft):
        if _not_known(draft, group):
            continue
        start, end = _start(group), _end(group)
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
                f"{_called(seen[own])} and {_called(group)} cover the same people.",
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
    for group in _classes(draft):
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
                f"{_called(group)} may include minors (“{found.group(0)}”).",
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
    from drafter.document import plain

    legend, style = draft.matter.profile.class_legend, draft.matter.raw.style
    if not legend or not _classes(draft):
        return
    kinds = ("legend", "title") if draft.matter.profile.class_legend_place == "in-title" else ("legend",)
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


@check("CLS-023", "Early class-certification deadline", Severity.ADVICE, "lr-gand", "abs", by_court=FEDERAL)
def early_deadline(draft: Draft) -> Found:
    """A local rule (`class_motion` of the court's profile) counts the days to a motion for class
    certification from the filing of the complaint. The Ninth Circuit has held one such rule incompatible with
    Rule 23.
    """
    deadline = draft.matter.profile.class_motion
    if deadline and _classes(draft):
        yield Hit(
            f"{deadline.law.cite or deadline.law.text} of the {draft.matter.profile.district} sets a motion"
            f" for class certification {deadline.days} days after filing.",
            "court.id",
            "Calendar it, or ask for an extension.",
            "classes",
            ("court.filing_date",),
        )

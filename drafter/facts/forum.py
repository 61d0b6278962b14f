"""Why this court: jurisdiction, venue; and what is asked of it."""

from __future__ import annotations

from typing import Literal

from drafter.facts.claims import ReliefSought
from drafter.facts.record import Record, When, ask
from drafter.facts.values import Count, EventDate, Id, Maybe, Money, Plain, Prose, YesNo

__all__ = ["Amount", "Jurisdiction", "JuryDemand", "Relief", "Search", "Venue"]


class Amount(Record):
    """The amount in controversy, as it can be shown."""

    total: Maybe[Money] = ask("total")
    members: Count | None = ask("members counted")
    per_member_low: Maybe[Money] = ask("per member, low")
    per_member_likely: Maybe[Money] = ask("per member, likely")
    per_member_high: Maybe[Money] = ask("per member, high")
    injunction_value: Maybe[Money] = ask("value of the injunction")
    working: Maybe[Prose] = ask("how it is reckoned, as a sentence")
    individual: Maybe[Money] = ask("amount of the largest individual claim", authority="28 U.S.C. § 1332(a)")


class Jurisdiction(Record):
    """The grounds of subject-matter jurisdiction."""

    grounds: list[Literal["cafa", "federal-question", "supplemental", "diversity", "state-general"]] = ask(
        "grounds", "cafa: § 1332(d); federal-question: § 1331; supplemental: § 1367; diversity: § 1332(a).",
        authority="Fed. R. Civ. P. 8(a)(1)", default=list, needed=True,
    )  # fmt: skip
    diverse_plaintiff: Maybe[Id] = ask("plaintiff whose citizenship differs", authority="28 U.S.C. § 1332(d)(2)(A)", refers="plaintiffs")
    diverse_members: Maybe[Prose] = ask(
        "how a class member’s citizenship differs, as a clause", "Where no named plaintiff’s does.",
        example="members of the class are citizens of every State",
    )  # fmt: skip
    amount: Amount | None = ask("amount in controversy")
    cafa_exceptions: Maybe[Prose] = ask("why no exception applies", authority="28 U.S.C. § 1332(d)(3)-(4), (9)")
    supplemental_reason: Maybe[Prose] = ask("the common facts, as a clause", authority="28 U.S.C. § 1367(a)")
    text: Maybe[Prose] = ask("further paragraph on jurisdiction")


class Venue(Record):
    """The grounds of venue, each with its facts."""

    grounds: list[Literal["defendant-resides", "events", "property", "fallback", "agreement", "statute", "county"]] = ask(
        "grounds", authority="28 U.S.C. § 1391(b)", default=list, needed=True
    )
    statute: Maybe[Plain] = ask("special venue statute", when=When("grounds"))
    facts: Maybe[Prose] = ask("the local facts, as a clause", example="LinkedIn designed and operated the setting at its headquarters here", needed=True)
    allegations: list[Id] = ask("allegations that show it", default=list, refers="allegations")
    text: Maybe[Prose] = ask("further paragraph on venue")


class Relief(Record):
    """Relief for the whole case; what the claims earn is derived from them."""

    declaration: Maybe[Prose] = ask("what should be declared", "As a clause after “declaring that”.")
    injunction: Maybe[Prose] = ask("acts to be forbidden or ordered", authority="Fed. R. Civ. P. 65(d)")
    inadequate_remedy: Maybe[Prose] = ask(
        "why damages are not enough", "Needed in federal court for restitution and injunctions under State law.", authority="Sonner v. Premier Nutrition"
    )
    fee_grounds: list[Plain] = ask("grounds for attorneys’ fees beyond the claims’ own", default=list)
    further: list[ReliefSought] = ask("further relief", "Kept as you write it, and questioned where no claim allows it.", default=list)
    special_damages: list[Plain] = ask("special damages, itemized", authority="Fed. R. Civ. P. 9(g)", default=list)
    jointly: YesNo = ask("jointly and severally", default=False)


class JuryDemand(Record):
    """Whether a jury is demanded."""

    demanded: YesNo = ask("demand a jury", authority="Fed. R. Civ. P. 38(b)", default=True)
    issues: Maybe[Plain] = ask("only on these issues")


class Search(Record):
    """A search made before filing."""

    kind: Literal["similar-suits", "public-registration", "other"] = ask("what was searched for", default="similar-suits")
    date: Maybe[EventDate] = ask("date")
    where: Maybe[Plain] = ask("where")
    found: Maybe[Plain] = ask("what was found")

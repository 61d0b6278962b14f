"""Why this court: jurisdiction, venue; and what is asked of it."""

from __future__ import annotations

from typing import Any, Literal

from drafter.facts.claims import ReliefSought
from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, When, ask
from drafter.facts.record import Record
from drafter.facts.values import YES_OR_NO, Count, Id, Maybe, Money, Plain, Prose, YesNo

__all__ = [
    "Amount",
    "Jurisdiction",
    "JuryDemand",
    "Relief",
    "Search",
    "Venue",
    "is_whole_demand",
    "jury_kind",
    "jury_record",
]


class Amount(Record):
    """The amount in controversy, as it can be shown."""

    total: Maybe[Money] = ask(
        "total", "Only where it is known; otherwise give the parts and the working.", redact="keep"
    )
    members: Count | None = ask("members counted", "How many persons the reckoning counts.", redact="keep")
    per_member_low: Maybe[Money] = ask(
        "per member, low", "The least one member could recover.", redact="keep"
    )
    per_member_likely: Maybe[Money] = ask(
        "per member, likely", "What one member would most likely recover.", redact="keep"
    )
    per_member_high: Maybe[Money] = ask(
        "per member, high", "The most one member could recover.", redact="keep"
    )
    per: Literal["person", "violation"] | None = ask(
        "reckoned per", "Some statutes give one recovery a person, however many violations.", redact="keep"
    )
    injunction_value: Maybe[Money] = ask(
        "value of the injunction", "Counted only where the circuit counts it.", redact="keep"
    )
    working: Maybe[Prose] = ask(
        "how it is reckoned, as a sentence",
        "The arithmetic, so that the other side has to answer numbers.",
        usual=True,
        redact="keep",
    )
    individual: Maybe[Money] = ask(
        "amount of the largest individual claim",
        "Without interest and costs; more than $75,000 for one plaintiff.",
        authority="28 U.S.C. § 1332(a)",
        redact="blank",
    )


class Jurisdiction(Record):
    """The grounds of subject-matter jurisdiction."""

    grounds: list[Literal["cafa", "federal-question", "supplemental", "diversity", "state-general"]] = ask(
        "grounds",
        "cafa: § 1332(d); federal-question: § 1331; supplemental: § 1367; diversity: § 1332(a).",
        authority="Fed. R. Civ. P. 8(a)(1)",
        default=list,
        needed=True,
        redact="keep",
        reuse=True,
    )
    diverse_plaintiff: Maybe[Id] = ask(
        "plaintiff whose citizenship differs",
        "One is enough under CAFA.",
        authority="28 U.S.C. § 1332(d)(2)(A)",
        refers="plaintiffs",
        usual=True,
        when=When("grounds", ("cafa", "diversity")),
        redact="keep",
        reuse=False,
    )
    diverse_members: Maybe[Prose] = ask(
        "how a class member’s citizenship differs, as a clause",
        "Where no named plaintiff’s does.",
        example="members of the class are citizens of every State",
        when=When("grounds", ("cafa",)),
        redact="keep",
        reuse=False,
    )
    amount: Amount | None = ask(
        "amount in controversy",
        "Per person, times persons, with the source of each.",
        usual=True,
        when=When("grounds", ("cafa", "diversity")),
        redact="keep",
        reuse=False,
    )
    cafa_exceptions: Maybe[Prose] = ask(
        "why no exception applies",
        "Only where an exception is near; the party seeking remand bears it.",
        authority="28 U.S.C. § 1332(d)(3)-(4), (9)",
        when=When("grounds", ("cafa",)),
        redact="keep",
        reuse=False,
    )
    home_state_share: Literal["under-a-third", "a-third-to-two-thirds", "over-two-thirds"] | None = ask(
        "share of the class in the forum State",
        "CAFA’s exceptions turn on it; your own estimate, which never prints.",
        authority="28 U.S.C. § 1332(d)(3)-(4)",
        when=When("grounds", ("cafa",)),
        redact="keep",
        reuse=False,
    )
    supplemental_reason: Maybe[Prose] = ask(
        "the common facts, as a clause",
        "Completes “because …”: one case or controversy.",
        authority="28 U.S.C. § 1367(a)",
        usual=True,
        when=When("grounds", ("supplemental",)),
        redact="keep",
        reuse=False,
    )
    text: Maybe[Prose] = ask(
        "further paragraph on jurisdiction", "For what the grounds do not say.", redact="keep", reuse=False
    )


class Venue(Record):
    """The grounds of venue, each with its facts."""

    grounds: list[
        Literal["defendant-resides", "events", "property", "fallback", "agreement", "statute", "county"]
    ] = ask(
        "grounds",
        "Residence or events first; the fallback only where neither is open.",
        authority="28 U.S.C. § 1391(b)",
        default=list,
        needed=True,
        redact="keep",
    )
    statute: Maybe[Plain] = ask(
        "special venue statute",
        "Its section, where a statute has its own venue.",
        when=When("grounds"),
        redact="keep",
    )
    facts: Maybe[Prose] = ask(
        "the local facts, as a clause",
        "Completes “because …”; events here, not the law’s words.",
        example="LinkedIn designed and operated the setting at its headquarters here",
        needed=True,
        redact="keep",
    )
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        not_printed="the paragraphs are not cited there yet",
        redact="keep",
    )
    text: Maybe[Prose] = ask("further paragraph on venue", "For what the grounds do not say.", redact="keep")


class Relief(Record):
    """Relief for the whole case; what the claims earn is derived from them."""

    declaration: Maybe[Prose] = ask(
        "what should be declared",
        "As a clause after “declaring that”.",
        usual=True,
        redact="keep",
        reuse=False,
    )
    injunction: Maybe[Prose] = ask(
        "acts to be forbidden or ordered",
        "Completes “An injunction …”; acts, not goals.",
        authority="Fed. R. Civ. P. 65(d)",
        usual=True,
        redact="keep",
        reuse=False,
    )
    inadequate_remedy: Maybe[Prose] = ask(
        "why damages are not enough",
        "Needed in federal court for restitution and injunctions under State law.",
        authority="Sonner v. Premier Nutrition",
        usual=True,
        redact="keep",
        reuse=False,
    )
    live_dispute: Maybe[Prose] = ask(
        "the dispute a declaration would settle",
        "What the parties still disagree on and will act on, as a sentence; it prints in the declaratory"
        " count.",
        redact="keep",
        reuse=False,
    )
    fee_grounds: list[Plain] = ask(
        "grounds for attorneys’ fees beyond the claims’ own",
        "Statute or clause; common-fund fees need no line here.",
        default=list,
        redact="keep",
        reuse=True,
    )
    further: list[ReliefSought] = ask(
        "further relief",
        "Kept as you write it, and questioned where no claim allows it.",
        default=list,
        redact="keep",
        reuse=False,
    )
    special_damages: list[Plain] = ask(
        "special damages, itemized",
        "Each item with its sum, where it is special; they print with the injury.",
        authority="Fed. R. Civ. P. 9(g)",
        default=list,
        redact="out",
        reuse=False,
    )
    jointly: YesNo = ask(
        "jointly and severally",
        "Only where the theories make defendants jointly liable.",
        default=False,
        redact="keep",
        reuse=True,
    )


def jury_kind(value: Any) -> str:
    """How the sheet says whether a jury is demanded: by yes or no, in words, or in a record. What begins with
    a no is read as yes or no, and refused where it is more than that: no words print as a demand for what
    they decline.
    """
    if not isinstance(value, str):
        return "<full>"
    first, *more = value.strip().lower().split() or [""]
    return "<bare>" if first in ("no", "not", "none") or (first in YES_OR_NO and not more) else "<words>"


def is_whole_demand(words: str) -> bool:
    """Whether the words of a demand are the sentence itself, and not the issues it is for."""
    return "demand" in words.lower()


def jury_record(value: str) -> dict[str, str]:
    """The record that says what a word, or words, said of the demand; words that are a sentence of their own
    have no place in it.
    """
    if jury_kind(value) == "<bare>":
        return {"demanded": value}
    return {"demanded": "yes"} if is_whole_demand(value) else {"demanded": "yes", "issues": value}


class JuryDemand(Record):
    """Whether a jury is demanded."""

    demanded: YesNo = ask(
        "demand a jury",
        "Waived if it is not made in time.",
        authority="Fed. R. Civ. P. 38(b)",
        default=True,
        redact="keep",
        reuse=True,
    )
    issues: Maybe[Plain] = ask(
        "only on these issues", "Empty: all issues so triable.", redact="keep", reuse=True
    )


class Search(Record):
    """A search made before filing."""

    kind: Literal["similar-suits", "public-registration", "other"] = ask(
        "what was searched for",
        "Similar suits decide relation, tolling and first-to-file; a registration decides citizenship.",
        default="similar-suits",
        redact="out",
    )
    date: Maybe[EventDate] = ask("date", "A search is stale after a few months.", redact="out")
    where: Maybe[Plain] = ask(
        "where", "Docket service, court, or public record.", not_printed=FOR_THE_FILE, redact="out"
    )
    found: Maybe[Plain] = ask(
        "what was found", "What there was, or that there was nothing.", not_printed=FOR_THE_FILE, redact="out"
    )

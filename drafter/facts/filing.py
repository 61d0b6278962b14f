"""The court, the posture of the case and what is filed with the complaint."""

from __future__ import annotations

from typing import Literal

from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import EventDate, Id, Maybe, Plain, Prose, State, YesNo

__all__ = ["Acceptance", "Court", "FilingPaper", "Posture", "RelatedCase", "Style"]


class Court(Record):
    """The court, and where in it."""

    id: Id = ask("court", "Ids are those of courts-db; `drafter list courts` has them.", example="cand", default=NOTHING)
    county: Maybe[Plain] = ask("county where most of the events happened", "It picks the division.", example="Santa Clara", needed=True)
    division: Maybe[Plain] = ask("division", "Only to say otherwise than the county does.", example="San Jose")
    division_reason: Maybe[Prose] = ask("why this division", "Only where the county of the events does not say it.")
    filing_date: Maybe[EventDate] = ask("planned filing date", "Limitations are measured against it.")
    judge: Maybe[Plain] = ask("judge")
    standing_order_read: YesNo = ask("the judge’s standing order was read", default=False)


class Posture(Record):
    """Where the case stands when this complaint is filed."""

    kind: Literal["original", "amended", "consolidated", "short-form"] = ask("kind of complaint", default="original")
    which: Maybe[Plain] = ask("which amendment", example="First", when=When("kind", ("amended", "consolidated")))
    footing: Literal["as-of-course", "written-consent", "leave-of-court", "stipulation", "order"] | None = ask(
        "what allows the amendment", authority="Fed. R. Civ. P. 15(a)", when=When("kind", ("amended", "consolidated"))
    )
    footing_detail: Maybe[Prose] = ask("the order or consent", "Docket entry and date.", when=When("kind", ("amended", "consolidated")))
    case_number: Maybe[Plain] = ask("case number", "Assigned at filing.", example="5:25-cv-00709")
    mdl_legend: Maybe[Plain] = ask("MDL legend", example="MDL No. 2843")
    relates_to: Maybe[Plain] = ask("this document relates to", when=When("mdl_legend"))
    master_complaint: Maybe[Plain] = ask("master complaint adopted", when=When("kind", ("short-form",)))


class RelatedCase(Record):
    """Another case about the same events."""

    id: Id = ask("id", default=NOTHING)
    caption: Maybe[Plain] = ask("caption of the case", needed=True)
    number: Maybe[Plain] = ask("case number", needed=True)
    court: Maybe[Plain] = ask("court", needed=True)
    filed: Maybe[EventDate] = ask("date filed")
    status: Maybe[Plain] = ask("status")
    relation: Maybe[Prose] = ask("how it is related", "Same plaintiff, same class, same events.")
    class_action: YesNo = ask("it is a class action", default=False)
    disclosed: YesNo = ask("a notice of related cases is prepared", default=False)


class FilingPaper(Record):
    """A paper that goes with the complaint: cover sheet, disclosure statement, consent, certification, affidavit."""

    kind: Literal[
        "cover-sheet", "summons", "disclosure-statement", "interested-entities", "clra-venue-affidavit", "pslra-certification", "flsa-consent",
        "related-case-notice", "constitutional-question-notice", "rico-statement", "other",
    ] = ask("paper", default=NOTHING)  # fmt: skip
    title: Maybe[Plain] = ask("title")
    by: list[Id] = ask("plaintiffs who signed it", default=list, refers="plaintiffs")
    ready: YesNo = ask("it is ready", default=False)
    date: Maybe[EventDate] = ask("date signed")


class Style(Record):
    """Choices of drafting for this matter."""

    citations: Literal["off", "key", "full"] = ask(
        "paragraph numbers behind each element",
        "key: the facts that carry it, introduced by “including”; full: all; off: none. The complete map is kept out of the pleading.",
        default="key",
    )
    claim_word: Literal["claim-for-relief", "cause-of-action", "count"] | None = ask("what a claim is called", "Empty: as the court is used to.")
    representative_phrase: Maybe[Plain] = ask(
        "words after the plaintiffs’ names", example="individually and on behalf of all others similarly situated"
    )
    connector: Maybe[Plain] = ask("v., vs. or -against-", "Empty: as the court is used to.")
    opening_heading: Maybe[Plain] = ask("heading of the opening section", example="NATURE OF THE ACTION")
    class_legend: Maybe[Plain] = ask("class legend in the caption", "Empty: as the court wants it.")
    order: list[Id] = ask("order of the sections", "Empty: as the court’s template has it. Ids of sections, free sections among them.", default=list)
    omit: list[Id] = ask("sections left out", default=list)
    table_of_contents: YesNo = ask("table of contents", default=False)


class Acceptance(Record):
    """A finding that a lawyer has looked at and accepted, with the reason."""

    check: Plain = ask("finding", example="JUR-021", default=NOTHING)
    where: Maybe[Plain] = ask("path")
    by: Plain = ask("who accepts it", default=NOTHING)
    date: Maybe[EventDate] = ask("when")
    why: Plain = ask("why", default=NOTHING)
    hash: Maybe[Plain] = ask("hash of the fields it looked at")
    states: list[State] = ask("States it is limited to", default=list)

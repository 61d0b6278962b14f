"""The court, the posture of the case, related cases and choices of drafting."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Address
from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, IN_PAPERS, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, Prose, State, YesNo
from drafter.facts.vocabularies import ClaimWord

__all__ = [
    "Acceptance",
    "AuthorityChecked",
    "Court",
    "Posture",
    "RelatedCase",
    "Style",
]


class Court(Record):
    """The court, and where in it."""

    id: Id = ask(
        "court",
        "It decides paper, caption and local rules. Ids are those of courts-db; `drafter list courts` has"
        " them.",
        example="cand",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    county: Maybe[Plain] = ask(
        "county where most of the events happened",
        "It picks the division.",
        example="Santa Clara",
        needed=True,
        redact="place",
        reuse=False,
    )
    division: Maybe[Plain] = ask(
        "division",
        "Only to say otherwise than the county does.",
        example="San Jose",
        redact="place",
        reuse=False,
    )
    division_reason: Maybe[Prose] = ask(
        "why this division",
        "Only where the county of the events does not say it.",
        redact="keep",
        reuse=False,
    )
    filing_date: Maybe[EventDate] = ask(
        "planned filing date", "Limitations are measured against it.", usual=True, redact="keep", reuse=False
    )
    judge: Maybe[Plain] = ask(
        "judge",
        "Known once the case is assigned; standing orders follow from it.",
        redact="keep",
        reuse=False,
    )
    conflicts: Maybe[Plain] = ask(
        "conflicts that the judge may have with a party, as far as the client knows",
        "{none: …} where it knows of none. Some certificates say which.",
        authority="N.D. Cal. Civ. L.R. 3-15(b)(1)",
        not_printed=IN_PAPERS,
        redact="out",
        reuse=False,
    )
    courthouse: Address | None = ask(
        "address of the courthouse",
        "Summonses and cover sheets of some State courts ask for it.",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=False,
    )
    standing_order_read: YesNo = ask(
        "the judge’s standing order was read",
        "Judges’ own orders change page limits, captions and courtesy copies.",
        default=False,
        redact="keep",
        reuse=False,
    )


class Posture(Record):
    """Where the case stands when this complaint is filed."""

    kind: Literal["original", "amended", "consolidated", "short-form"] = ask(
        "kind of complaint",
        "It decides the title, the footing paragraph and what is checked.",
        default="original",
        redact="keep",
    )
    which: Maybe[Plain] = ask(
        "which amendment",
        "Prints in the title, as in FIRST AMENDED.",
        example="First",
        when=When("kind", ("amended", "consolidated")),
        redact="keep",
    )
    title: Maybe[Plain] = ask(
        "title of the pleading",
        "Empty: as posture and classes make it. It prints as you write it, in capitals, in caption and foot.",
        authority="Fed. R. Civ. P. 10(a)",
        example="Class Action Complaint for Injunctive and Declaratory Relief",
        redact="keep",
    )
    footing: Literal["as-of-course", "written-consent", "leave-of-court", "stipulation", "order"] | None = (
        ask(
            "what allows the amendment",
            "As of course only within Rule 15(a)(1)’s time; otherwise consent or leave. It prints before the"
            " first section.",
            authority="Fed. R. Civ. P. 15(a)",
            when=When("kind", ("amended", "consolidated")),
            redact="keep",
        )
    )
    footing_detail: Maybe[Prose] = ask(
        "the order or consent",
        "Docket entry and date, as a sentence; it prints behind what allows the amendment.",
        when=When("kind", ("amended", "consolidated")),
        redact="keep",
    )
    case_number: Maybe[Plain] = ask(
        "case number", "Assigned at filing.", example="5:25-cv-00709", redact="blank"
    )
    mdl_legend: Maybe[Plain] = ask(
        "MDL legend", "Stands in the caption above the case number.", example="MDL No. 2843", redact="keep"
    )
    relates_to: Maybe[Plain] = ask(
        "this document relates to",
        "Prints under the case number: ALL ACTIONS, or the cases of a multidistrict or consolidated action.",
        redact="keep",
    )
    master_complaint: Maybe[Plain] = ask(
        "master complaint adopted",
        "What the short form adopts, by title and docket entry; it prints before the first section.",
        example="the Master Complaint (Dkt. 120)",
        when=When("kind", ("short-form",)),
        redact="keep",
    )


class RelatedCase(Record):
    """Another case about the same events."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    caption: Maybe[Plain] = ask("caption of the case", "As its docket has it.", needed=True, redact="keep")
    number: Maybe[Plain] = ask(
        "case number", "With the judge’s initials, if the court uses them.", needed=True, redact="blank"
    )
    court: Maybe[Plain] = ask("court", "Name it as a citation would.", needed=True, redact="keep")
    filed: Maybe[EventDate] = ask(
        "date filed", "Priority, tolling and first-to-file arguments run from it.", redact="keep"
    )
    status: Maybe[Plain] = ask("status", "Pending, stayed, dismissed, settled: and when.", redact="keep")
    relation: Maybe[Prose] = ask(
        "how it is related", "Same plaintiff, same class, same events.", redact="keep"
    )
    class_action: YesNo = ask(
        "it is a class action",
        "An earlier class action may toll, and may bar a later one.",
        default=False,
        redact="keep",
    )
    judge: Maybe[Plain] = ask(
        "judge or department",
        "Cover sheets and notices of related cases ask for it.",
        example="Hon. Edward J. Davila",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    in_caption: YesNo = ask(
        "name it in the caption",
        "Prints under the case number: Related to, and the number of the case.",
        default=False,
        redact="keep",
    )
    disclosed: YesNo = ask(
        "a notice of related cases is prepared",
        "Most districts want one filed promptly.",
        default=False,
        redact="keep",
    )


class Style(Record):
    """Choices of drafting for this matter."""

    citations: Literal["off", "key", "full"] = ask(
        "paragraph numbers behind each element",
        "key: the facts that carry it, introduced by “including”; full: all; off: none. The complete map is"
        " kept out of the pleading.",
        default="key",
        redact="keep",
        reuse=True,
    )
    claim_word: ClaimWord | None = ask(
        "what a claim is called", "Empty: as the court is used to.", redact="keep", reuse=True
    )
    representative_phrase: Maybe[Plain] = ask(
        "words after the plaintiffs’ names",
        "Stands after the names in caption and preamble.",
        example="individually and on behalf of all others similarly situated",
        redact="keep",
        reuse=True,
    )
    face: Maybe[Plain] = ask(
        "typeface",
        "Empty: Times New Roman, or the first that the court’s rule names.",
        example="Century Schoolbook",
        redact="keep",
        reuse=True,
    )
    connector: Maybe[Plain] = ask(
        "v., vs. or -against-", "Empty: as the court is used to.", redact="keep", reuse=True
    )
    opening_heading: Maybe[Plain] = ask(
        "heading of the opening section",
        "Some courts and firms prefer INTRODUCTION or SUMMARY OF THE ACTION.",
        example="NATURE OF THE ACTION",
        redact="keep",
        reuse=True,
    )
    class_legend: Maybe[Plain] = ask(
        "class legend in the caption", "Empty: as the court wants it.", redact="keep", reuse=True
    )
    order: list[Id] = ask(
        "order of the sections",
        "Empty: as the court’s template has it. Ids of sections, free sections among them.",
        default=list,
        redact="keep",
        reuse=True,
    )
    omit: list[Id] = ask(
        "sections left out",
        "Ids of sections; a section that a rule requires is questioned.",
        default=list,
        redact="keep",
        reuse=True,
    )
    table_of_contents: YesNo = ask(
        "table of contents",
        "With page numbers that Word recomputes when the draft is opened.",
        default=False,
        redact="keep",
        reuse=True,
    )


class AuthorityChecked(Record):
    """A citation in the complaint that a person has read and confirmed."""

    cite: Plain = ask(
        "citation",
        "As it stands in the complaint.",
        example="18 U.S.C. § 2702(a)(1)",
        default=NOTHING,
        redact="out",
    )
    by: Maybe[Plain] = ask("who read it", "A person: no tool’s word counts here.", needed=True, redact="out")
    date: Maybe[EventDate] = ask("when", "Law changes; a reading has a date.", needed=True, redact="out")
    note: Maybe[Plain] = ask(
        "note", "Edition or service; work product, never prints.", not_printed=FOR_THE_FILE, redact="out"
    )


class Acceptance(Record):
    """A finding that a lawyer has looked at and accepted, with the reason."""

    check: Plain = ask(
        "finding", "The id, as `drafter check` prints it.", example="JUR-021", default=NOTHING, redact="out"
    )
    where: Maybe[Plain] = ask("path", "Empty: wherever the check finds it.", redact="out")
    by: Plain = ask(
        "who accepts it",
        "A lawyer named in counsel, where it is an error on evidence, jurisdiction, limitations, privacy or"
        " signature. It never prints.",
        default=NOTHING,
        redact="out",
    )
    date: Maybe[EventDate] = ask("when", "The day of the decision.", not_printed=FOR_THE_FILE, redact="out")
    why: Plain = ask(
        "why", "The reason, for the file. It may be discoverable.", default=NOTHING, redact="out"
    )
    hash: Maybe[Plain] = ask(
        "hash of the fields it looked at",
        "Set by drafter; when the fields change, the acceptance lapses.",
        redact="out",
    )
    states: list[State] = ask(
        "States it is limited to",
        "Where the reason holds only under some States’ law.",
        default=list,
        redact="out",
    )

"""What the library's files hold: causes of action and court profiles, each assertion of law with its own
status.

Statuses: `text_read` (the text of the statute, rule or instruction was read), `quoted_by_court`, `secondary`,
`recalled`. No status is lifted to a whole entry, and only `text_read` is ever shown as verified.
"""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.record import NOTHING, Record, ask
from drafter.facts.values import Between, EventDate, Id, Money, Plain, Prose, State, YesNo
from drafter.library.assertions import Bar, Conflict, Days, Duty, Law, Withdrawal

__all__ = [
    "Amendment",
    "Bar",
    "CauseOfAction",
    "CauseQuestion",
    "Companion",
    "Conflict",
    "CourtProfile",
    "CourtRule",
    "Deadline",
    "Division",
    "Duty",
    "Element",
    "GatingNotice",
    "Law",
    "LayoutSpec",
    "Limitation",
    "NoticeCopy",
    "Remedy",
    "Withdrawal",
]

RemedyKind = Literal[
    "declaration",
    "injunction",
    "specific-performance",
    "actual-damages",
    "statutory-damages",
    "treble-damages",
    "punitive-damages",
    "restitution",
    "disgorgement",
    "rescission",
    "civil-penalties",
    "interest",
    "fees",
    "costs",
]
_Years = Annotated[int, Between(0, 100, True)]
_Lines = Annotated[int, Between(0, 60, True)]
_Pitch = Annotated[float, Between(6, 72)]
_Spacing = Annotated[float, Between(0.8, 4)]
_Size = Annotated[float, Between(4, 36)]
_Page = Annotated[float, Between(144, 2_000)]
_Margin = Annotated[float, Between(0, 360)]
"""What a number of a court or a layout may be, in points, lines, days or years: beyond these no paper can be
set, or no day reckoned.
"""


class VenueLaw(Law):
    """The venue that a statute gives to actions under it."""

    district: Plain | None = ask("where it lets an action be brought, after “in”")


class Element(Record):
    """An element, in the order in which it is pleaded."""

    id: Id = ask("id", default=NOTHING)
    title: Plain = ask("name of the element", default=NOTHING)
    plead: Plain = ask("what must be pleaded", default=NOTHING)
    asks: Plain = ask("what a blank asks for where nothing supports it", default=NOTHING)
    negative: YesNo = ask("pleaded around: what is not so", default=False)
    burden: Literal["plaintiff", "defendant", "disputed"] = ask(
        "whose burden it is; what is the defendant’s is pleaded only where the sheet supports it",
        default="plaintiff",
    )
    forum: Literal["any", "federal", "state"] = ask("forum that wants it", default="any")
    opens: list[Id] = ask(
        "remedies that it alone opens: without support it is left out, and they with it", default=list
    )
    typical_facts: Plain | None = ask("typical facts")
    dismissal_ground: Plain | None = ask("common ground of dismissal")
    tests: list[Plain] = ask("cheap ways to test it before filing", default=list)
    law: list[Law] = ask("authority", default=list)


class Remedy(Record):
    """Relief the cause allows: a noun phrase for the prayer, its authority, its amount as of a date, what
    gates it.
    """

    id: Id = ask("id", default=NOTHING)
    kind: RemedyKind = ask("kind", default=NOTHING)
    text: Prose = ask("as it stands in the prayer, a noun phrase without its citation", default=NOTHING)
    cite: Plain | None = ask("citation printed after it")
    amount: Money | None = ask("amount")
    per: Literal["person", "violation", "day", "case"] | None = ask("for each")
    as_of: Plain | None = ask("date the amount was read")
    class_cap: Plain | None = ask("cap for a class")
    class_instead: Prose | None = ask(
        "what a class asks for in its place, where the court bars a class from a minimum that the statute"
        " does not give to classes"
    )
    gate: Id | None = ask("notice that opens it")
    within: Id | None = ask(
        "remedy whose words take it in: it is asked for by itself only where that one is not asked for"
    )
    asked: YesNo = ask("part of the prayer unless the sheet leaves it out", default=True)
    of_right: YesNo = ask(
        "restitution that the statute itself gives, of which nobody asks why damages are not enough",
        default=False,
    )
    law: list[Law] = ask("authority", default=list)


class Limitation(Record):
    """A period of limitations or repose, with its accrual."""

    period: Plain = ask("period", default=NOTHING)
    years: _Years | None = ask("years")
    accrual: Plain | None = ask("accrual")
    discovery_rule: YesNo = ask("a discovery rule applies", default=False)
    repose: YesNo = ask("a statute of repose", default=False)
    starts: Literal["act", "knowledge"] | None = ask(
        "what alone it runs from: the act, whatever was known, or what the plaintiff knew"
    )
    element: Id | None = ask("element that a claim must plead to have it, in place of the period without one")
    concealed_years: _Years | None = ask(
        "years from discovery that stand in its place where the defendant hid the breach"
    )
    law: list[Law] = ask("authority", default=list)


class Amendment(Record):
    """A day on which the law of a cause changed, so that what was done before it may go by another text."""

    on: EventDate = ask("day on which it changed", default=NOTHING)
    what: Plain = ask(
        "what changed, as it stands before “changed”", example="the single-recovery rule", default=NOTHING
    )
    law: Law = ask("authority", default=NOTHING)


class Deadline(Record):
    """A time that a court's own rule counts from the filing of the complaint."""

    days: Days = ask("days from the filing", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class CauseQuestion(Record):
    """A question only this cause asks; the answer stands in the claim's `answers`."""

    id: Id = ask("id", default=NOTHING)
    prompt: Plain = ask("question", default=NOTHING)
    help: Plain | None = ask("help")
    kind: Literal["text", "prose", "yes-no", "choice", "date", "money"] = ask("kind", default="text")
    choices: list[Plain] = ask("choices", default=list)
    example: Plain | None = ask("example")
    needed: YesNo = ask("needed", default=False)
    forum: Literal["any", "federal", "state"] = ask("forum that asks it", default="any")
    classes: YesNo = ask("asked only where the claim is brought for a class", default=False)

    def put(self, system: str, classes: bool) -> bool:
        """Whether it is put in a court of `system`, for a claim that is brought for a class or not."""
        return self.forum in ("any", system) and (classes or not self.classes)


class NoticeCopy(Record):
    """A copy of a notice that the law wants sent to a public office in a class action."""

    to: Plain = ask("office that gets it", default=NOTHING)
    method: Plain = ask("how the copy of the notice is sent", default=NOTHING)
    lacking: Plain = ask("what follows where it was not sent, as a sentence", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class GatingNotice(Record):
    """A notice the law wants before suit, or before some relief."""

    id: Id = ask("id", default=NOTHING)
    statute: Plain = ask("statute", default=NOTHING)
    days: Days | None = ask("days before filing")
    gates: list[Id] = ask("remedies it opens; empty: the claim", default=list)
    abates: YesNo = ask("without it the suit is stayed, and not dismissed", default=False)
    excused_by_limitations: YesNo = ask("not wanted where limitations would run first", default=False)
    excuse: Id | None = ask("question of the cause whose answer says why the notice was not wanted")
    copied: NoticeCopy | None = ask("copy to a public office in a class action")
    reserve: Prose | None = ask("sentence that reserves what it opens")
    element: Id | None = ask("element that pleads it; empty: a sentence of its own says that it was given")
    law: list[Law] = ask("authority", default=list)


class CauseOfAction(Record):
    """A theory on which relief can be claimed: the front matter of a file in `causes/`."""

    id: Id = ask("id, the file’s name", default=NOTHING)
    title: Plain = ask("title as pleaded", default=NOTHING)
    short: Plain | None = ask("title in lists of several theories")
    citation: Plain = ask("citation as pleaded", default=NOTHING)
    violates: Plain | None = ask(
        "the sections of it that can be violated, for a claim that borrows the violation; empty: the citation"
    )
    for_whom: Plain | None = ask("for whom else it is brought, as the heading says", example="the Plan")
    jurisdiction: Literal["federal", "uniform"] | State = ask(
        "federal, uniform, or the State whose law it is", default=NOTHING
    )
    not_adopted: list[State] = ask("States that have not adopted it, where it is uniform law", default=list)
    subjects: list[Plain] = ask("subjects", default=list)
    kind: Literal[
        "claim", "derivative", "remedy-only", "opt-in-collective", "state-proxy", "presumption", "vehicle"
    ] = ask("kind", default="claim")
    borrows: YesNo = ask(
        "it borrows the violation of another law by its own defendant, as a law on unlawful practices does",
        default=False,
    )
    family: Id | None = ask("family of theories that one count may join")
    aliases: list[Plain] = ask("other names", default=list)
    elements: list[Element] = ask("elements", default=NOTHING)
    remedies: list[Remedy] = ask("remedies", default=list)
    limitations: list[Limitation] = ask("limitations", default=list)
    pleading_standard: Law | None = ask("pleading standard")
    particularity: YesNo = ask("Rule 9(b) applies", default=False)
    scienter: Law | None = ask("state of mind")
    exclusive: Law | None = ask(
        "authority for the exclusive jurisdiction of the federal courts, where they have it"
    )
    no_jury: Law | None = ask("holding that no jury tries it, as a clause, where there is one")
    who_may_sue: Law | None = ask("who may sue")
    who_may_be_sued: Law | None = ask("who may be sued")
    standing: list[Law] = ask("standing", default=list)
    class_notes: list[Law] = ask("class notes", default=list)
    pre_suit: list[GatingNotice] = ask("notices before suit", default=list)
    after_filing: list[Duty] = ask("duties after filing", default=list)
    barred: list[Bar] = ask("what defeats it, by court and by the facts", default=list)
    venue: VenueLaw | None = ask("venue of its own, where a statute gives it")
    amended: list[Amendment] = ask("days on which its law changed", default=list)
    withdrawn: list[Withdrawal] = ask(
        "later statutes that leave the action to a public officer", default=list
    )
    consumer_act: YesNo = ask("a State’s act on unfair and deceptive practices", default=False)
    conflicts: list[Conflict] = ask("conflicts", default=list)
    questions_: list[CauseQuestion] = ask("questions of its own", default=list)
    leaves_out: list[Literal["agreements"]] = ask(
        "what it leaves out where it is pleaded in the alternative", default=list
    )
    watch: list[Law] = ask("watch", default=list)
    sources: list[Plain] = ask("sources read", default=list)


class LayoutSpec(Record):
    """A layout's entries, any of them; see `drafter.document.Layout`."""

    name: Plain | None = ask("name")
    paper: Literal["pleading", "plain"] | None = ask("paper")
    lines: _Lines | None = ask("numbered lines a page")
    pitch: _Pitch | None = ask("height of a numbered line, points")
    line_spacing: _Spacing | None = ask("line spacing on plain paper")
    face: Plain | None = ask("typeface")
    size: _Size | None = ask("size, points")
    footnote_size: _Size | None = ask("size of footnotes")
    footer_size: _Size | None = ask("size of the footer")
    page_width: _Page | None = ask("page width")
    page_height: _Page | None = ask("page height")
    margin_top: _Margin | None = ask("top margin")
    margin_bottom: _Margin | None = ask("bottom margin")
    margin_left: _Margin | None = ask("left margin")
    margin_right: _Margin | None = ask("right margin")
    title_line: _Lines | None = ask("line on which the court’s title starts")
    counsel_block: YesNo | None = ask("counsel block on page 1")
    caption_form: (
        Literal["ruled", "box", "bracket", "section", "colon", "asterisk", "dashed", "stacked", "slash"]
        | None
    ) = ask("caption form")
    title_place: Literal["beside", "below"] | None = ask(
        "where the title, the legends and the jury demand stand"
    )
    footer_form: Literal["page", "title", "page-title", "firm"] | None = ask(
        "what stands at the foot of a page"
    )
    heading_numbers: list[Literal["upper-roman", "upper-letter", "decimal", "lower-roman", "none"]] | None = (
        ask("number formats of the headings")
    )
    heading_align: list[Literal["center", "left"]] | None = ask("alignment of the headings")
    part_case: Literal["upper", "title"] | None = ask("case of part headings")
    signature_by: YesNo | None = ask("the signature line starts with By:")


class Face(Record):
    """A typeface that the court's rule allows, with its least sizes."""

    face: Plain = ask("typeface", default=NOTHING)
    size: _Size = ask("least size of the text, points", default=NOTHING)
    footnote_size: _Size | None = ask("least size of footnotes")


class Division(Record):
    """A division of the court and the counties it serves."""

    name: Plain = ask("name", default=NOTHING)
    line: Plain | None = ask("line of the caption")
    counties: list[Plain] = ask("counties", default=list)
    law: Law | None = ask("authority")


class CourtRule(Record):
    """A rule of form, in the profile's own words, with its authority and how it was read."""

    topic: Literal[
        "paper",
        "font",
        "spacing",
        "margins",
        "footer",
        "counsel-block",
        "court-title",
        "caption",
        "class-legend",
        "class-section",
        "jury",
        "jurisdiction",
        "division",
        "companion",
        "amendment",
        "length",
        "other",
    ] = ask("topic", default=NOTHING)
    text: Plain = ask("rule, in our words", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class Companion(Record):
    """A paper due with the complaint."""

    title: Plain = ask("paper", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


def _particulars() -> list[str]:
    """What Fed. R. Civ. P. 11(a) wants of who signs. A function with a name, for the build pickles it."""
    return ["address", "e-mail", "telephone"]


class CourtProfile(Record):
    """A court: a file in `courts/`."""

    id: Id = ask("id of courts-db, the file’s name", default=NOTHING)
    name: Plain = ask("name", default=NOTHING)
    system: Literal["federal", "state"] = ask("system", default="federal")
    state: State = ask("State", default=NOTHING)
    circuit: Plain | None = ask("circuit")
    district: Plain = ask(
        "district in a sentence", example="Northern District of California", default=NOTHING
    )
    aliases: list[Plain] = ask("other names", default=list)
    caption_lines: list[Plain] = ask("lines of the court’s title", default=NOTHING)
    caption_law: Law | None = ask("authority for them")
    division_line: YesNo = ask("the caption names the division", default=False)
    division_section: Plain | None = ask("heading of the divisional-assignment section")
    division_rule: Law | None = ask("rule of divisional assignment")
    divisions: list[Division] = ask("divisions", default=list)
    layout: Plain = ask("layout it starts from", default="plain")
    look: LayoutSpec | None = ask("where its look differs")
    faces: list[Face] = ask(
        "typefaces that the rule allows, where it names them; the first is usual", default=list
    )
    faces_law: Law | None = ask("authority for them")
    number_label: Plain = ask("label of the case number", default="Case No.")
    party_separator: Literal["comma", "semicolon"] = ask(
        "what separates parties in the caption: semicolons between all of them, or only between three or"
        " more",
        default="comma",
    )
    party_names: Literal["capitals", "as-written"] = ask(
        "how the parties’ names stand in the caption", default="capitals"
    )
    party_addresses: Literal["caption", "first-paragraph"] | None = ask(
        "where the parties’ addresses stand", default=None
    )
    party_law: Law | None = ask("authority for what the caption says of the parties", default=None)
    connector: Plain = ask("v., vs. or -against-", default="v.")
    claim_word: Literal["claim-for-relief", "cause-of-action", "count"] = ask(
        "what a claim is called", default="claim-for-relief"
    )
    caption_claims: YesNo = ask("the caption lists the claims", default=False)
    class_legend: Plain | None = ask("class legend", default=None)
    class_legend_place: Literal["before-title", "after-title", "in-title"] = ask(
        "where it stands", default="after-title"
    )
    class_law: Plain | None = ask("law of class actions, as it prints; empty in federal court", default=None)
    class_parts: list[
        Literal[
            "numerosity",
            "commonality",
            "typicality",
            "adequacy",
            "predominance",
            "superiority",
            "appropriateness",
        ]
    ] = ask("what the class section must show, where the court is no federal one", default=list)
    class_device_law: Law | None = ask("authority for the class device", default=None)
    minimum_barred: YesNo = ask(
        "a class recovers no statutory minimum or penalty unless its statute says so", default=False
    )
    jurisdiction_sentence: Prose | None = ask(
        "paragraph on the court’s own jurisdiction, where it is no federal one", default=None
    )
    jurisdiction_law: Law | None = ask("authority for that paragraph", default=None)
    does_sentence: Prose | None = ask("paragraph on defendants sued by fictitious names", default=None)
    does_law: Law | None = ask("authority for it", default=None)
    signature_wants: list[Literal["address", "e-mail", "telephone"]] = ask(
        "what of the lawyer’s particulars the court refuses a paper for want of",
        default=_particulars,
    )
    counties: list[Plain] = ask("counties in which the court sits", default=list)
    class_motion: Deadline | None = ask("time for a motion to certify a class", default=None)
    class_heading: Plain = ask("heading of the class allegations", default="CLASS ALLEGATIONS")
    class_amount: YesNo = ask(
        "the class allegations say how the jurisdictional amount is computed", default=False
    )
    jury_legend: Plain | None = ask("jury legend of the caption")
    jury_heading: Plain = ask("heading of the jury demand", default="DEMAND FOR JURY TRIAL")
    jurisdiction_first: YesNo = ask("jurisdiction comes first", default=False)
    rules: list[CourtRule] = ask("rules of form", default=list)
    companions: list[Companion] = ask("papers due with the complaint", default=list)
    note: Plain | None = ask("note")

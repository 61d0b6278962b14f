"""What the library's files hold: causes of action and court profiles, each assertion of law with its own
status.

Statuses: `text_read` (the text of the statute, rule or instruction was read), `quoted_by_court`, `secondary`,
`recalled`. No status is lifted to a whole entry, and only `text_read` is ever shown as verified.
"""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.relief_kinds import RemedyKind
from drafter.facts.values import Between, Id, Money, Plain, Prose, State, YesNo
from drafter.library.assertions import Bar, Conflict, Days, Duty, Law, Withdrawal

__all__ = [
    "AdjustedSum",
    "Amendment",
    "Bar",
    "CauseOfAction",
    "CauseQuestion",
    "CountyVenue",
    "Conflict",
    "Deadline",
    "Duty",
    "Element",
    "GatingNotice",
    "Law",
    "Limitation",
    "NO_STATE",
    "NoticeCopy",
    "Remedy",
    "Trait",
    "Withdrawal",
]

Trait = Literal[
    "biometric",
    "contract",
    "contract-terms",
    "data-breach",
    "declaration",
    "equity-only",
    "racketeering",
    "securities",
    "securities-fraud",
    "unjust-enrichment",
]
"""What a check asks whether a cause is: on biometric data, on a contract (with terms that it quotes), on a
breach of data, a declaration, one that gives an injunction and restitution alone, on racketeering, on
securities (with the particulars of fraud), unjust enrichment.
"""
NO_STATE = ("federal", "uniform", "state", "unknown")
"""Jurisdictions of a cause that are no State’s."""
_Plaintiffs = Annotated[int, Between(1, 10_000, True)]
_Years = Annotated[int, Between(0, 100, True)]


class VenueLaw(Law):
    """The venue that a statute gives to actions under it."""

    district: Plain | None = ask("where it lets an action be brought, after “in”")


class Element(Record):
    """An element, in the order in which it is pleaded."""

    id: Id = ask("id", default=NOTHING)
    title: Plain = ask("name of the element", default=NOTHING)
    plead: Plain = ask("what must be pleaded", default=NOTHING)
    asks: Plain = ask("what a blank asks for where nothing supports it", default=NOTHING)
    frame: Prose | None = ask("law before the act, in a count of a cause without a body")
    conclusion: Prose | None = ask("what follows the act, in a count of a cause without a body")
    uniform: Plain | None = ask("section of the uniform act that it rests on, in a core cause")
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
    adjusted: AdjustedSum | None = ask("how its sum is adjusted, where it is")
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


class AdjustedSum(Record):
    """A statutory sum that is adjusted from time to time."""

    when: Plain = ask("when, after “adjusted”", example="in January of every odd year", default=NOTHING)
    stale: EventDate = ask("first day of filing for which the library’s sum is too old", default=NOTHING)


class CountyVenue(Record):
    """The county in which the courts of its State try a cause, where its statute says so."""

    law: Plain = ask("the section, as a message names it", default=NOTHING)
    affidavit: Id | None = ask("paper of the filing package that shows it, filed with the complaint")


class GatingNotice(Record):
    """A notice the law wants before suit, or before some relief."""

    id: Id = ask("id", default=NOTHING)
    statute: Plain = ask("statute", default=NOTHING)
    days: Days | None = ask("days before filing")
    gates: list[Id] = ask("remedies it opens; empty: the claim", default=list)
    abates: YesNo = ask("without it the suit is stayed, and not dismissed", default=False)
    excused_by_limitations: YesNo = ask("not wanted where limitations would run first", default=False)
    excuse: Id | None = ask("question of the cause whose answer says why the notice was not wanted")
    told_by: Plain | None = ask("check that tells of its want, where it is not the general one")
    names: list[Plain] = ask("words by which checks know a notice of the sheet as one under it", default=list)
    called: Plain = ask("what a message calls it", default="notice")
    wants: list[Literal["violations", "certified mail", "address"]] = ask(
        "what courts want of it, strictly", default=list
    )
    suffered: YesNo = ask("a plaintiff has suffered each violation that it names", default=False)
    bounds: YesNo = ask("the claim goes no further than the acts that it describes", default=False)
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
    jurisdiction: Literal["federal", "uniform", "state", "unknown"] | State = ask(
        "federal, uniform, or the State whose law it is; state for a core cause; unknown where the sheet"
        " does not say",
        default=NOTHING,
    )
    not_adopted: list[State] = ask("States that have not adopted it, where it is uniform law", default=list)
    subjects: list[Plain] = ask("subjects", default=list)
    traits: list[Trait] = ask("what checks ask of it besides what its elements are", default=list)
    least_plaintiffs: _Plaintiffs | None = ask(
        "least number of named plaintiffs with which a class may bring it in a federal court"
    )
    single_recovery: EventDate | None = ask(
        "day since which a person has one recovery for what was done by the same method"
    )
    county_venue: CountyVenue | None = ask("county of trial that its statute gives in its State’s courts")
    grant: Law | None = ask("section that gives federal courts jurisdiction of it, beside federal questions")
    kind: Literal[
        "claim", "derivative", "remedy-only", "opt-in-collective", "state-proxy", "presumption", "vehicle"
    ] = ask("kind", default="claim")
    borrows: YesNo = ask(
        "it borrows the violation of another law by its own defendant, as a law on unlawful practices does",
        default=False,
    )
    family: Id | None = ask("family of theories that one count may join")
    aliases: list[Plain] = ask("other names", default=list)
    cover_codes: dict[str, Plain] = ask(
        "code that it proposes for the cover sheet, by the form whose codes they are; a lawyer decides",
        default=dict,
    )
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
    core: Id | None = ask("core cause that this is, under the law of a State")
    statutory: YesNo = ask("a core cause that each State’s own statute gives", default=False)
    uniform: Plain | None = ask("section of the uniform act that gives a core cause", example="2-313")
    periods: list[Id] = ask("kinds of the State’s periods that a core cause goes by", default=list)
    relief: Prose | None = ask("sentence that closes a count without a body")
    unconfirmed: list[Plain] = ask("what of the State’s law is to be confirmed", default=list)

"""The facts: an outline of headings and numbered allegations, each with its source and its basis; exhibits and defined terms."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import Choice, EventDate, Id, Maybe, Plain, Prose, YesNo

__all__ = ["Allegation", "Basis", "DefinedTerm", "Epigraph", "Exhibit", "FreeSection", "Outline", "Quotation", "Section", "Source", "Subsection", "Subsubsection"]


class Source(Record):
    """How the drafter knows: the ground under an allegation."""

    kind: Literal["document", "witness", "confidential-witness", "plaintiff", "expert", "public-record", "investigation", "inference"] = ask(
        "kind of source", "What proves it today. An inference rests on other allegations and is the weakest.",
        authority="Fed. R. Civ. P. 11(b)(3)", default=NOTHING,
    )  # fmt: skip
    exhibit: Maybe[Id] = ask("exhibit", when=When("kind", ("document", "public-record")), refers="exhibits")
    document: Maybe[Plain] = ask("document", "Where it is not an exhibit.", when=When("kind", ("document", "public-record", "investigation")))
    pin: Maybe[Plain] = ask("pin cite", example="p. 4", when=When("kind", ("document", "public-record")))
    url: Maybe[Plain] = ask("web address", when=When("kind", ("document", "public-record", "investigation")))
    visited: Maybe[EventDate] = ask("date visited", when=When("kind", ("document", "public-record", "investigation")))
    archived: Maybe[Plain] = ask("archived copy", when=When("kind", ("document", "public-record", "investigation")))
    who: Maybe[Plain] = ask("witness, expert or plaintiff", "A confidential witness by number.", when=When("kind", ("witness", "confidential-witness", "expert", "plaintiff")))
    from_: list[Id] = ask("allegations it is inferred from", when=When("kind", ("inference",)), default=list, refers="allegations")
    note: Maybe[Plain] = ask("note", "Work product: never prints.")


class Basis(Record):
    """On what footing it is pleaded."""

    kind: Literal["personal-knowledge", "document", "information-and-belief", "evidentiary-support-likely"] = ask(
        "footing", "evidentiary-support-likely is the footing of Rule 11(b)(3) and is so identified in the complaint.",
        authority="Fed. R. Civ. P. 11(b)(3)", default=NOTHING,
    )  # fmt: skip
    because: Maybe[Prose] = ask(
        "ground of the belief, as a clause", "Why it is believed, and why the other side has the rest.",
        example="the records of the transfers are in Acme’s hands alone", when=When("kind", ("information-and-belief", "evidentiary-support-likely")),
        needed=True,
    )  # fmt: skip


class Quotation(Record):
    """Exact words quoted in an allegation, tied to where they stand."""

    words: Plain = ask("the exact words", default=NOTHING)
    exhibit: Maybe[Id] = ask("exhibit", refers="exhibits")
    pin: Maybe[Plain] = ask("pin cite")
    emphasis: Literal["original", "added", "none"] = ask("emphasis", default="none")
    altered: YesNo = ask("words were left out or changed", default=False)


class Allegation(Record):
    """One numbered allegation: one set of circumstances (Fed. R. Civ. P. 10(b))."""

    id: Id = ask("id", default=NOTHING)
    text: Maybe[Prose] = ask("what happened", "Actor, verb, object, date. Two to five sentences.", needed=True)
    gist: Maybe[Prose] = ask(
        "the act as a clause", "Verb first, without the actor; used where a claim cites the allegation.",
        example="told users that opting out would not undo training already done",
    )  # fmt: skip
    date: Maybe[EventDate] = ask("date")
    through: Maybe[EventDate] = ask("until")
    actor: Maybe[Id] = ask("who did it", "A party, a non-party or a group.", refers="defendants plaintiffs non_parties defendant_groups")
    actors: list[Id] = ask("who did it, if several", default=list, refers="defendants plaintiffs non_parties defendant_groups")
    plaintiffs: list[Id] = ask("plaintiffs it concerns", "Empty: none in particular.", default=list, refers="plaintiffs")
    place: Maybe[Plain] = ask("where")
    source: Source | None = ask("source", "How do you know?", authority="Fed. R. Civ. P. 11(b)(3)", needed=True)
    further_sources: list[Source] = ask("further sources", default=list)
    basis: Basis | None = ask("footing")
    quotes: list[Quotation] = ask("quotations", default=list)
    exhibits: list[Id] = ask("exhibits cited", default=list, refers="exhibits")
    figure: Maybe[Plain] = ask("file of a figure printed under it")
    conclusion: YesNo = ask("it states a conclusion", "A conclusion supports no element by itself.", default=False)
    sensitive: YesNo = ask("it has health, financial or immigration detail", default=False)
    future: YesNo = ask("it states a risk or fear of future harm", default=False)
    confirmed: Maybe[EventDate] = ask("date the client confirmed it")
    note: Maybe[Plain] = ask("note", "Work product: never prints.")


def _kind(value: Any) -> str:
    """Which record an item of the outline is."""
    is_heading = "heading" in value if isinstance(value, dict) else hasattr(value, "heading")
    return "<section>" if is_heading else "<allegation>"


class Subsubsection(Record):
    """A third-level heading and the allegations under it."""

    heading: Prose = ask("heading", default=NOTHING)
    id: Id | None = ask("id")
    items: list[Allegation] = ask("allegations", default=list)


class Subsection(Record):
    """A second-level heading and what stands under it."""

    heading: Prose = ask("heading", default=NOTHING)
    id: Id | None = ask("id")
    items: list[Annotated[Union[Subsubsection, Allegation], Choice(_kind, section=Subsubsection, allegation=Allegation)]] = ask(
        "allegations and headings", default=list
    )


class Section(Record):
    """A first-level heading of the facts: an assertion that a reader could disagree with."""

    heading: Prose = ask("heading", example="LinkedIn Told Users That Opting Out Would Not Undo the Training", default=NOTHING)
    id: Id | None = ask("id")
    items: list[Annotated[Union[Subsection, Allegation], Choice(_kind, section=Subsection, allegation=Allegation)]] = ask(
        "allegations and headings", default=list
    )


Outline = list[Annotated[Union[Section, Allegation], Choice(_kind, section=Section, allegation=Allegation)]]
"""Headings to three levels and numbered allegations, in order."""


class FreeSection(Record):
    """A section of the drafter's own, at any position: choice of law, a market, scienter."""

    id: Id = ask("id", default=NOTHING)
    heading: Prose = ask("heading", default=NOTHING)
    after: Maybe[Id] = ask("stands after the section", "Empty: after the facts.", example="parties")
    items: Outline = ask("allegations and headings", default=list)


class Exhibit(Record):
    """A document attached to the complaint, or cited in it."""

    id: Id = ask("id", default=NOTHING)
    label: Maybe[Plain] = ask("exhibit letter or number", "Empty: lettered in the order they are cited.", example="A")
    title: Maybe[Plain] = ask("title", needed=True)
    date: Maybe[EventDate] = ask("date")
    author: Maybe[Plain] = ask("author")
    file: Maybe[Plain] = ask("file")
    url: Maybe[Plain] = ask("web address")
    visited: Maybe[EventDate] = ask("date visited")
    archived: Maybe[Plain] = ask("archived copy")
    attached: YesNo = ask("it is attached to the complaint", default=False)
    sealed: YesNo = ask("it is to be filed under seal", default=False)
    redacted: YesNo = ask("it was checked for personal data", authority="Fed. R. Civ. P. 5.2", default=False)
    language: Maybe[Plain] = ask("language, if not English")


class DefinedTerm(Record):
    """A term the complaint defines once and then uses."""

    id: Id = ask("id", default=NOTHING)
    term: Plain = ask("term", default=NOTHING)
    meaning: Maybe[Prose] = ask("what it stands for", needed=True)


class Epigraph(Record):
    """A quotation under the title."""

    words: Prose = ask("words", default=NOTHING)
    who: Maybe[Plain] = ask("who said it")
    source: Maybe[Plain] = ask("where")

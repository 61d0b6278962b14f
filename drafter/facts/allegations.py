"""The facts: an outline of headings and numbered allegations; exhibits and defined terms."""

from __future__ import annotations

from typing import Annotated, Any, Union

from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.sources import Basis, Quotation, Source
from drafter.facts.values import Choice, Id, Maybe, Plain, Prose, YesNo

__all__ = [
    "Allegation",
    "DefinedTerm",
    "Epigraph",
    "Exhibit",
    "FreeSection",
    "Outline",
    "Section",
    "Subsection",
    "Subsubsection",
]


class Allegation(Record):
    """One numbered allegation: one set of circumstances (Fed. R. Civ. P. 10(b))."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    text: Maybe[Prose] = ask(
        "what happened",
        "Actor, verb, object, date. Two to five sentences.",
        needed=True,
        redact="keep",
        sealed=True,
    )
    gist: Maybe[Prose] = ask(
        "the act as a clause",
        "Verb first, without the actor; used where a claim cites the allegation.",
        example="told users that opting out would not undo training already done",
        usual=True,
        redact="keep",
        sealed=True,
    )
    date: Maybe[EventDate] = ask(
        "date",
        "As far as it is known: a day, a month or a year. It orders the chronology and is checked against"
        " limitations.",
        usual=True,
        redact="keep",
        sealed=True,
    )
    through: Maybe[EventDate] = ask("until", "The last day, where it went on.", redact="keep", sealed=True)
    actor: Maybe[Id] = ask(
        "who did it",
        "A party, a non-party or a group.",
        refers="defendants plaintiffs non_parties defendant_groups",
        usual=True,
        redact="keep",
    )
    actors: list[Id] = ask(
        "who did it, if several",
        "Each by id; “defendants” for all of them invites a shotgun-pleading motion.",
        default=list,
        refers="defendants plaintiffs non_parties defendant_groups",
        redact="keep",
    )
    plaintiffs: list[Id] = ask(
        "plaintiffs it concerns",
        "Empty: none in particular.",
        default=list,
        refers="plaintiffs",
        redact="keep",
    )
    place: Maybe[Plain] = ask(
        "where", "It supports venue and personal jurisdiction.", redact="keep", sealed=True
    )
    source: Source | None = ask(
        "source",
        "How do you know?",
        authority="Fed. R. Civ. P. 11(b)(3)",
        needed=True,
        redact="keep",
        sealed=True,
    )
    further_sources: list[Source] = ask(
        "further sources",
        "A second source is what turns an inference into a fact.",
        default=list,
        redact="keep",
        sealed=True,
    )
    basis: Basis | None = ask(
        "footing",
        "Personal knowledge, a document, or belief with its ground.",
        usual=True,
        redact="keep",
        sealed=True,
    )
    quotes: list[Quotation] = ask(
        "quotations",
        "Exact words, so that they can be compared with the exhibit.",
        default=list,
        redact="keep",
        sealed=True,
    )
    exhibits: list[Id] = ask(
        "exhibits cited",
        "Cited behind the paragraph, and lettered in that order.",
        default=list,
        refers="exhibits",
        redact="keep",
    )
    figure: Maybe[Plain] = ask(
        "file of a figure printed under it",
        "A picture file beside the sheet; give it a caption in the text.",
        redact="out",
    )
    conclusion: YesNo = ask(
        "it states a conclusion", "A conclusion supports no element by itself.", default=False, redact="keep"
    )
    sensitive: YesNo = ask(
        "it has health, financial or immigration detail",
        "It is looked at again before filing, and may want redaction or sealing.",
        default=False,
        redact="keep",
    )
    future: YesNo = ask(
        "it states a risk or fear of future harm",
        "Risk alone does not carry damages; a check looks for a present harm beside it.",
        default=False,
        redact="keep",
    )
    confirmed: Maybe[EventDate] = ask(
        "date the client confirmed it", "The day the client read it and said it was right.", redact="out"
    )
    note: Maybe[Plain] = ask("note", "Work product: never prints.", not_printed=FOR_THE_FILE, redact="out")


def _kind(value: Any) -> str:
    """Which record an item of the outline is."""
    is_heading = "heading" in value if isinstance(value, dict) else hasattr(value, "heading")
    return "<section>" if is_heading else "<allegation>"


class Subsubsection(Record):
    """A third-level heading and the allegations under it."""

    heading: Prose = ask(
        "heading", "An assertion the other side would deny, in a line.", default=NOTHING, redact="keep"
    )
    id: Id | None = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", redact="keep"
    )
    items: list[Allegation] = ask(
        "allegations", "In the order in which the story is told.", default=list, redact="keep"
    )


class Subsection(Record):
    """A second-level heading and what stands under it."""

    heading: Prose = ask(
        "heading", "An assertion the other side would deny, in a line.", default=NOTHING, redact="keep"
    )
    id: Id | None = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", redact="keep"
    )
    items: list[
        Annotated[
            Union[Subsubsection, Allegation], Choice(_kind, section=Subsubsection, allegation=Allegation)
        ]
    ] = ask(
        "allegations and headings", "In the order in which the story is told.", default=list, redact="keep"
    )


class Section(Record):
    """A first-level heading of the facts: an assertion that a reader could disagree with."""

    heading: Prose = ask(
        "heading",
        "An assertion the other side would deny, in a line.",
        example="LinkedIn Told Users That Opting Out Would Not Undo the Training",
        default=NOTHING,
        redact="keep",
    )
    id: Id | None = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", redact="keep"
    )
    items: list[
        Annotated[Union[Subsection, Allegation], Choice(_kind, section=Subsection, allegation=Allegation)]
    ] = ask(
        "allegations and headings", "In the order in which the story is told.", default=list, redact="keep"
    )


Outline = list[Annotated[Union[Section, Allegation], Choice(_kind, section=Section, allegation=Allegation)]]
"""Headings to three levels and numbered allegations, in order."""


class FreeSection(Record):
    """A section of the drafter's own, at any position: choice of law, a market, scienter."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    heading: Prose = ask(
        "heading", "Standard for a part, an assertion for a group of facts.", default=NOTHING, redact="keep"
    )
    after: Maybe[Id] = ask(
        "stands after the section", "Empty: after the facts.", example="parties", redact="keep"
    )
    items: Outline = ask(
        "allegations and headings",
        "Numbered and cited like all other allegations.",
        default=list,
        redact="keep",
    )


class Exhibit(Record):
    """A document attached to the complaint, or cited in it."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    label: Maybe[Plain] = ask(
        "exhibit letter or number", "Empty: lettered in the order they are cited.", example="A", redact="keep"
    )
    title: Maybe[Plain] = ask(
        "title", "As the index of exhibits will have it.", needed=True, redact="keep", sealed=True
    )
    date: Maybe[EventDate] = ask("date", "The document’s own date.", usual=True, redact="keep", sealed=True)
    author: Maybe[Plain] = ask(
        "author",
        "Who made it: it settles whose words they are.",
        redact="keep",
        sealed=True,
    )
    file: Maybe[Plain] = ask(
        "file",
        "Its file beside the sheet; the file’s text is never copied into the sheet.",
        not_printed=FOR_THE_FILE,
        redact="out",
    )
    url: Maybe[Plain] = ask("web address", "Where it stood when it was read.", redact="keep", sealed=True)
    visited: Maybe[EventDate] = ask(
        "date visited", "Pages change; the date is part of the citation.", redact="keep", sealed=True
    )
    archived: Maybe[Plain] = ask(
        "archived copy",
        "A copy that will still be there on the motion to dismiss.",
        redact="keep",
        sealed=True,
    )
    attached: YesNo = ask(
        "it is attached to the complaint",
        "An attached exhibit controls where it contradicts the pleading.",
        default=False,
        usual=True,
        redact="keep",
    )
    sealed: YesNo = ask(
        "it is to be filed under seal",
        "The court’s sealing rule wants a motion beside it.",
        default=False,
        redact="keep",
    )
    redacted: YesNo = ask(
        "it was checked for personal data",
        "Names of minors, birth dates, account and Social Security numbers.",
        authority="Fed. R. Civ. P. 5.2",
        default=False,
        not_printed=FOR_THE_FILE,
        redact="keep",
    )
    language: Maybe[Plain] = ask(
        "language, if not English",
        "A foreign document wants a certified translation.",
        redact="keep",
    )


class DefinedTerm(Record):
    """A term the complaint defines once and then uses."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    term: Plain = ask("term", "As it is used, capitals included.", default=NOTHING, redact="keep")
    meaning: Maybe[Prose] = ask(
        "what it stands for",
        "Its whole meaning, once; the term then stands for it everywhere.",
        needed=True,
        redact="keep",
    )


class Epigraph(Record):
    """A quotation under the title."""

    words: Prose = ask(
        "words",
        "Exact words, without quotation marks; it prints under the title.",
        default=NOTHING,
        redact="keep",
    )
    who: Maybe[Plain] = ask("who said it", "Prints under the words.", redact="keep")
    source: Maybe[Plain] = ask("where", "Document and date, so that it can be verified.", redact="keep")

"""What an allegation rests on: its source, its basis, the words it quotes."""

from __future__ import annotations

from typing import Any, Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, Prose, YesNo

__all__ = ["Basis", "Quotation", "SECOND_HAND", "Source", "on_belief"]


SECOND_HAND = ("press", "pleading")
"""Kinds of source that report what someone else may prove: what the press wrote, what the pleading of another
case alleges.
"""

ON_A_PAGE = When("kind", ("document", "public-record", "investigation", *SECOND_HAND))


class Source(Record):
    """How the drafter knows: the ground under an allegation."""

    kind: Literal[
        "document",
        "witness",
        "confidential-witness",
        "plaintiff",
        "expert",
        "public-record",
        "investigation",
        "inference",
        "press",
        "pleading",
    ] = ask(
        "kind of source",
        "What proves it today. An inference rests on other allegations; what the press reported, or another"
        " pleading alleged, proves nothing yet and is weaker still.",
        authority="Fed. R. Civ. P. 11(b)(3)",
        default=NOTHING,
        redact="keep",
    )
    exhibit: Maybe[Id] = ask(
        "exhibit",
        "It is cited behind the paragraph.",
        when=When("kind", ("document", "public-record")),
        refers="exhibits",
        usual=True,
        redact="keep",
    )
    document: Maybe[Plain] = ask(
        "document",
        "Where it is not an exhibit: the paper and its date; the report, or the complaint of another case.",
        when=When("kind", ("document", "public-record", "investigation", *SECOND_HAND)),
        usual=True,
        redact="keep",
    )
    pin: Maybe[Plain] = ask(
        "pin cite",
        "Where in it: without this nobody can check it.",
        example="p. 4",
        when=When("kind", ("document", "public-record", *SECOND_HAND)),
        usual=True,
        redact="keep",
    )
    url: Maybe[Plain] = ask("web address", "The page itself, not the site.", when=ON_A_PAGE, redact="keep")
    visited: Maybe[EventDate] = ask(
        "date visited", "Pages change; the date is part of the citation.", when=ON_A_PAGE, redact="keep"
    )
    archived: Maybe[Plain] = ask(
        "archived copy", "Address of a copy kept by an archive.", when=ON_A_PAGE, redact="keep"
    )
    who: Maybe[Plain] = ask(
        "witness, expert or plaintiff",
        "A confidential witness by number.",
        when=When("kind", ("witness", "confidential-witness", "expert", "plaintiff")),
        usual=True,
        redact="name",
    )
    interviewed_by: Maybe[Plain] = ask(
        "lawyer who interviewed the witness",
        "By name, one of counsel: a confidential witness whom none of them has spoken to is an error.",
        authority="Fed. R. Civ. P. 11(b)(3)",
        when=When("kind", ("confidential-witness",)),
        usual=True,
        redact="out",
    )
    interviewed_on: Maybe[EventDate] = ask(
        "day of the interview",
        "As far as it is known; the notes of it stay out of the sheet.",
        when=When("kind", ("confidential-witness",)),
        usual=True,
        not_printed=FOR_THE_FILE,
        redact="out",
    )
    from_: list[Id] = ask(
        "allegations it is inferred from",
        "Every fact the inference rests on; they print as its grounds.",
        when=When("kind", ("inference",)),
        default=list,
        refers="allegations",
        usual=True,
        redact="keep",
    )
    note: Maybe[Plain] = ask("note", "Work product: never prints.", not_printed=FOR_THE_FILE, redact="out")


class Basis(Record):
    """On what footing it is pleaded."""

    kind: Literal[
        "personal-knowledge", "document", "information-and-belief", "evidentiary-support-likely"
    ] = ask(
        "footing",
        "evidentiary-support-likely is the footing of Rule 11(b)(3) and is so identified in the complaint.",
        authority="Fed. R. Civ. P. 11(b)(3)",
        default=NOTHING,
        redact="keep",
    )
    because: Maybe[Prose] = ask(
        "ground of the belief, as a clause",
        "Why it is believed, and why the other side has the rest.",
        example="the records of the transfers are in Acme’s hands alone",
        when=When("kind", ("information-and-belief", "evidentiary-support-likely")),
        needed=True,
        redact="keep",
    )


class Quotation(Record):
    """Exact words quoted in an allegation, tied to where they stand."""

    words: Plain = ask(
        "the exact words",
        "Character for character; they must stand in the allegation’s text.",
        default=NOTHING,
        redact="keep",
    )
    exhibit: Maybe[Id] = ask("exhibit", "Where they can be compared.", refers="exhibits", redact="keep")
    pin: Maybe[Plain] = ask("pin cite", "Page, paragraph or timestamp.", redact="keep")
    emphasis: Literal["original", "added", "none"] = ask(
        "emphasis", "Prints “(emphasis added)” where it is yours.", default="none", redact="keep"
    )
    altered: YesNo = ask(
        "words were left out or changed",
        "Brackets and ellipses are shown, and looked at again.",
        default=False,
        redact="keep",
    )


BELIEF = ("information-and-belief", "evidentiary-support-likely")


def on_belief(basis: Any) -> bool:
    """Whether what stands on `basis`, as a record or as the sheet has it, is pleaded on information and
    belief, or as likely to have support after discovery.
    """
    kind = basis.get("kind") if isinstance(basis, dict) else getattr(basis, "kind", None)
    return kind in BELIEF

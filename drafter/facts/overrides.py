"""Words of a person's own that print instead of a template's, kept when a draft comes back from Word."""

from __future__ import annotations

from drafter.facts.question import FOR_THE_FILE, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, Prose, YesNo

__all__ = ["Override"]


class Override(Record):
    """A paragraph of the draft that prints as a person wrote it, and not as the template has it."""

    id: Id = ask("id", "Its name inside the sheet.", default=NOTHING, redact="keep")
    paragraph: Plain = ask(
        "paragraph it stands for",
        "Its label in the draft; set by `drafter reconcile`. One that the draft does not have any more prints"
        " nowhere.",
        default=NOTHING,
        redact="keep",
    )
    court: Maybe[Plain] = ask(
        "court it was made for", "By id; empty: every court.", example="cand", redact="keep"
    )
    beneath: Plain | None = ask(
        "digest of the words it was made over",
        "Set by drafter: when they change in the same place, the override lapses and the template’s words"
        " print.",
        redact="out",
    )
    over: Maybe[Prose] = ask(
        "the words it was made over",
        "Set by drafter: when the template’s words change elsewhere in the paragraph, both changes print.",
        not_printed=FOR_THE_FILE,
        redact="keep",
    )
    words: Maybe[Prose] = ask("words that print instead", "With marks, as any text.", redact="keep")
    omit: YesNo = ask(
        "the paragraph is left out", "Nothing prints in its place.", default=False, redact="keep"
    )
    after: YesNo = ask(
        "the words are a paragraph of their own after it",
        "The paragraph itself prints as it is.",
        default=False,
        redact="keep",
    )
    numbered: YesNo = ask(
        "that paragraph has a number",
        "As an allegation has one; else it goes on with the paragraph above.",
        default=False,
        redact="keep",
    )
    by: Plain | None = ask("who wrote it", "As the file had it.", not_printed=FOR_THE_FILE, redact="out")
    on: Plain | None = ask("day", "When it was taken over.", not_printed=FOR_THE_FILE, redact="out")
    draft: Plain | None = ask("draft", "The number of the draft.", not_printed=FOR_THE_FILE, redact="out")

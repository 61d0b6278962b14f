"""The question on a field of a record: what it asks, when, and what becomes of its answer.

Each field is `ask(...)`: its prompt, help, authority, example and condition, what becomes of it in a redacted
copy and in a new matter, described once and used by the interview, by validation, by those copies, by the
published schema and by the documents (HOUSE rule 3).
"""

from __future__ import annotations

from typing import Any, Callable, Literal, NamedTuple

__all__ = ["FOR_THE_FILE", "IN_PAPERS", "NOTHING", "Question", "Redaction", "When", "ask", "visible"]


class _Nothing:
    """The default of a field that has none: it must be given for the sheet to load."""

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = _Nothing()


class When(NamedTuple):
    """A condition on a sibling field: the question is asked when `field` is itself asked and holds one of
    `values` (any value at all, if empty).

    `in_state`: a State court asks it whatever `field` holds, as long as `field` itself is asked.
    `only_in_state`: no federal court asks it.
    """

    field: str
    values: tuple[str, ...] = ()
    in_state: bool = False
    only_in_state: bool = False


Redaction = Literal["keep", "name", "blank", "year", "town", "place", "out"]
"""What becomes of a field in a redacted copy of the sheet.

keep   as it is, with stand-ins for the names in it
name   a person's name: a stand-in, here and wherever it occurs
blank  left out, and said to be: contact details, amounts and numbers of one client
year   a date of one client, or on which time began to run again: its year alone
town   of a client: left out; of a defendant it stays
place  a county or country: as it is, whatever a client is called
out    taken out: notes, what was confirmed, searched and accepted, names of files
"""


class Question(NamedTuple):
    """What a field asks.

    prompt     what is wanted, as a label: a blank in the draft prints it
    help       why, and what good looks like, in a line or two
    authority  the rule that wants it, if one does
    example    an answer
    when       asked only then; a hidden answer stays in the sheet and out of everything else
    default    value when absent, or a factory (`list`) called for each record; NOTHING: required to load
    needed     a complaint needs it: absent, it is a blank and a finding (never an obstacle to loading)
    refers     kinds of record whose ids it holds, as they are named in the sheet
    unless     a sibling that, once answered, makes this question neither needed nor usual
    usual      the interview asks it in its ordinary flow though no complaint needs it; what is neither is
    offered afterwards
    not_printed  why the draft does not print it: its help and the schema say so, and a finding names it where
    it is given, unless it is for the file
    redact     what becomes of it in a redacted copy; a field that does not say is taken out
    sealed     it is left out of an allegation that is sensitive, an exhibit to be sealed, and what stands on
    such an exhibit
    reuse      it goes into a new matter that is made from this one; None: nothing of its record does
    """

    prompt: str
    help: str = ""
    authority: str = ""
    example: str = ""
    when: When | None = None
    default: Any = None
    needed: bool = False
    refers: tuple[str, ...] = ()
    usual: bool = False
    unless: str = ""
    not_printed: str = ""
    redact: Redaction | None = None
    sealed: bool = False
    reuse: bool | None = None


FOR_THE_FILE = "it is kept for the file"
"""Why notes, searches and what was confirmed do not print: they are not meant to, and no finding says so."""
IN_PAPERS = "it prints in a paper that goes with the complaint (`drafter package`)"
"""Why what a disclosure, a certification or a summons needs does not print in the complaint."""


def ask(
    prompt: str,
    help: str = "",
    *,
    authority: str = "",
    example: str = "",
    when: When | None = None,
    default: Any = None,
    needed: bool = False,
    refers: str = "",
    usual: bool = False,
    unless: str = "",
    not_printed: str = "",
    redact: Redaction | None = None,
    sealed: bool = False,
    reuse: bool | None = None,
) -> Any:
    """Declare a field. See `Question` for what each part means; without `default` an absent field is None."""
    if not_printed and "print" not in help:
        help = f"{help} It does not print: {not_printed}.".lstrip()
    return Question(
        prompt,
        help,
        authority,
        example,
        when,
        default,
        needed,
        tuple(refers.split()),
        usual,
        unless,
        not_printed,
        redact,
        sealed,
        reuse,
    )


def visible(
    questions: dict[str, Question], name: str, value_of: Callable[[str], Any], forum: str = ""
) -> bool:
    """Whether the question `name` is asked in `forum`, where `value_of` gives the answers to its siblings, as
    records or as the sheet's text.
    """
    condition = questions[name].when
    if condition is None:
        return True
    if not visible(questions, condition.field, value_of, forum):
        return False
    if condition.only_in_state and forum == "federal":
        return False
    if condition.in_state and forum == "state":
        return True
    value = value_of(condition.field)
    if value is None:
        default = questions[condition.field].default
        value = None if callable(default) else default
    if not condition.values:
        return bool(value)
    return any(str(entry) in condition.values for entry in (value if isinstance(value, list) else [value]))

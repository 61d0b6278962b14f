"""Claims in the interview: choosing a cause of action, and walking its elements one by one, so that the chain
from fact to element to claim is seen as it grows.
"""

from __future__ import annotations

from typing import Any, Callable

from drafter.facts.dates import event_date
from drafter.facts.values import Unknown, Without, money
from drafter.interview.asking import Back, Prompt, Row
from drafter.interview.desk import Desk, elements_of, forum_of, on_belief, place_of, short
from drafter.interview.elements import element_notes, element_screen, walk_elements
from drafter.library import CauseOfAction, Library
from drafter.library.records import CauseQuestion
from drafter.tree.answers import Change

__all__ = [
    "Desk",
    "add_claim",
    "cause_rows",
    "chain",
    "element_notes",
    "element_screen",
    "elements_of",
    "open_claim",
    "summary",
]


# --- choosing a cause
# ------------------------------------------------------------------------------------------------------------


def cause_rows(library: Library) -> list[Row]:
    """Every cause of the library as a row, found by its title, its citation, its law, its other names and its
    subjects.
    """
    return [
        Row(
            cause.id,
            f"{cause.title}{f' ({cause.short})' if cause.short else ''}",
            f"{cause.citation} · {cause.jurisdiction}",
            " ".join([cause.id, *cause.aliases, *cause.subjects]),
        )
        for cause in library.causes()
    ]


def add_claim(desk: Desk) -> str:
    """Ask for a cause of action and add a claim for it; gives the claim's id, or "" when none was chosen."""
    rows = cause_rows(desk.library)
    help = (
        "Type any words of its name, statute or subject, in any order. One claim may hold several theories of"
        " one family."
    )
    chosen = desk.asker.find(Prompt("cause of action", "Claims", help=help, example="stored comm"), rows)
    if not chosen:
        return ""
    cause = desk.library.cause(chosen)
    own = desk.unused_id(str(cause.family or cause.id))
    law = {} if cause.jurisdiction in ("federal", "uniform") else {"law": [str(cause.jurisdiction)]}
    desk.keeper.record(
        Change("claims", "add", {"id": own, "theories": [chosen, *_further_theories(desk, cause)], **law})
    )
    _sides(desk, own)
    if any(element.id == "contract" for element in cause.elements):
        _agreement(desk, own)
    return own


def _further_theories(desk: Desk, cause: CauseOfAction) -> list[str]:
    kin = [
        other
        for other in desk.library.causes()
        if cause.family and other.family == cause.family and other.id != cause.id
    ]
    if not kin:
        return []
    rows = [Row(other.id, f"{other.title} ({other.short or other.id})", str(other.citation)) for other in kin]
    help = (
        "Theories of one family are pleaded in one count, in the alternative; an element they share is"
        " pleaded once."
    )
    return desk.asker.several(
        Prompt(
            "plead these in the alternative",
            f"Claims › {cause.title}",
            help=help,
            authority="Fed. R. Civ. P. 8(d)(2)",
        ),
        rows,
    )


def _sides(desk: Desk, claim: str) -> None:
    """By whom, for whom and against whom: set at once where there is one only, asked where there are
    several.
    """
    for field, kind in (("by", "plaintiffs"), ("for", "classes"), ("against", "defendants")):
        there = desk.keeper.answers.keys(kind)
        if len(there) == 1:
            desk.set(f"claims.{claim}.{field}", there)
        elif there:
            desk.edit(f"claims.{claim}.{field}")


def _agreement(desk: Desk, claim: str) -> None:
    """The agreement a contract claim sues on, and which of its terms were broken."""
    there = desk.keeper.answers.keys("agreements")
    if len(there) == 1:
        desk.set(f"claims.{claim}.agreement", there[0])
    elif there:
        desk.edit(f"claims.{claim}.agreement")
    own = desk.get(f"claims.{claim}.agreement")
    if isinstance(own, str) and desk.keeper.answers.keys(f"agreements.{own}.terms"):
        desk.edit(f"claims.{claim}.terms")


# --- one claim
# ------------------------------------------------------------------------------------------------------------


def summary(desk: Desk, claim: str) -> str:
    """A line on how far the claim is: “6 of 10 elements supported”."""
    elements = elements_of(desk, claim)
    done = sum(_state(desk, claim, element.id) == "supported" for element in elements)
    return f"{done} of {len(elements)} elements supported"


def _state(desk: Desk, claim: str, element: str) -> str:
    support = desk.get(f"claims.{claim}.elements.{element}") or {}
    if support.get("not_pleaded"):
        return "left out"
    if not support.get("allegations"):
        return "no support"
    return "supported" if support.get("application") else "no sentence yet"


def chain(desk: Desk, claim: str) -> list[str]:
    """The chain fact → element → claim as lines, the weak links marked."""
    lines = []
    for element in elements_of(desk, claim):
        support = desk.get(f"claims.{claim}.elements.{element.id}") or {}
        facts = "; ".join(short(desk, own) for own in support.get("allegations", []))
        lines.append(f"{element.title} ← {facts or '(nothing yet)'}{_weakness(desk, support)}")
    return lines


def _weakness(desk: Desk, support: dict[str, Any]) -> str:
    behind = [desk.get(f"allegations.{own}") or {} for own in support.get("allegations", [])]
    weak = behind and all(
        (each.get("source") or {}).get("kind") == "inference" or on_belief(each) for each in behind
    )
    return "  [on inference or belief alone]" if weak else ""


def open_claim(desk: Desk, claim: str) -> None:
    """The screen of one claim: its own questions, then its elements in turn, then the chain with each element
    to open again.
    """
    if not desk.get(f"claims.{claim}.elements"):
        try:
            _questions(desk, claim)
            walk_elements(desk, claim)
        except Back:
            pass
    at = "done"
    while True:
        rows = [Row("done", "Done with this claim", summary(desk, claim))]
        rows += [
            Row(f"element {element.id}", str(element.title), _state(desk, claim, element.id))
            for element in elements_of(desk, claim)
        ]
        rows.append(Row("fields", "Parties, classes, law, harm, relief and the rest"))
        if _asked(desk, claim):
            rows.append(Row("questions", "The cause's own questions"))
        chosen = desk.asker.menu(
            Prompt("claim", place_of(desk, claim), notes=chain(desk, claim)), rows, at=at
        ).key
        if chosen == "done":
            return
        at = chosen
        try:
            if chosen == "fields":
                desk.edit(f"claims.{claim}")
            elif chosen == "questions":
                _questions(desk, claim)
            else:
                element_screen(
                    desk,
                    claim,
                    next(each for each in elements_of(desk, claim) if f"element {each.id}" == chosen),
                )
        except Back:
            continue


# --- the cause's own questions
# -----------------------------------------------------------------------------------------------------------


def _asked(desk: Desk, claim: str) -> list[CauseQuestion]:
    """The questions of the claim's causes that are put in this court, for a claim of this kind."""
    own = [
        each
        for theory in desk.get(f"claims.{claim}.theories") or []
        for each in desk.library.cause(theory).questions_
    ]
    return [each for each in own if each.put(forum_of(desk), bool(desk.get(f"claims.{claim}.for")))]


def _questions(desk: Desk, claim: str) -> None:
    asked = _asked(desk, claim)
    position = 0
    while position < len(asked):
        try:
            _own_question(desk, claim, asked[position])
            position += 1
        except Back:
            if not position:
                raise
            position -= 1


def _own_question(desk: Desk, claim: str, question: CauseQuestion) -> None:
    path = f"claims.{claim}.answers.{question.id}"
    saved = desk.get(path)
    held = saved if isinstance(saved, str) else ""
    prompt = Prompt(
        str(question.prompt),
        place_of(desk, claim),
        help=str(question.help or ""),
        example=str(question.example or ""),
        text=held,
        check=_checks.get(question.kind, _anything),
        hint="Enter to skip · ? not known · - none",
    )
    if question.kind in ("yes-no", "choice"):
        choices = ["yes", "no"] if question.kind == "yes-no" else [str(choice) for choice in question.choices]
        rows = [*(Row(choice, choice) for choice in choices), Row("?", "Not known"), Row("", "Skip for now")]
        answer = desk.asker.menu(prompt, rows, at=held or choices[0]).key
    else:
        answer = desk.asker.text(prompt) if question.kind == "prose" else desk.asker.line(prompt)
    desk.set(path, stated(answer))


def stated(answer: str) -> Any:
    """A typed answer as the sheet keeps it: `? note` is not known, `- reason` is none, nothing is no
    answer.
    """
    if "\n" in answer:  # a list or a longer text, whatever it begins with
        return answer
    if answer[:1] == "?":
        return Unknown(" ".join(answer[1:].split()))
    if answer == "-" or answer.startswith("- "):
        return Without(" ".join(answer[1:].split()))
    return answer or None


def _anything(text: str) -> str:
    return ""


def _read_by(function: Callable[[str], Any]) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not text or text[0] in "?-":
            return ""
        try:
            function(text)
        except ValueError as error:
            return str(error)
        return ""

    return check


_checks: dict[str, Callable[[str], str]] = {"date": _read_by(event_date), "money": _read_by(money)}

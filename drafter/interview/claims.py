"""Claims in the interview: choosing a cause of action, and walking its elements one by one, so that the chain from fact to element to claim is
seen as it grows."""

from __future__ import annotations

from typing import Any, Callable, Iterator, NamedTuple, Protocol, Sequence

from drafter.facts.answers import Change
from drafter.facts.values import Unknown, Without, event_date, money
from drafter.interview.asking import Asker, Back, Prompt, Row
from drafter.interview.preview import Preview
from drafter.library import CauseOfAction, Element, Library
from drafter.library.records import CauseQuestion, Law

__all__ = ["Desk", "add_claim", "cause_rows", "chain", "element_notes", "elements_of", "open_claim", "summary"]


class Kept(Protocol):
    """Where answers are kept: what the claims need of `drafter.facts.keep.Keeper`."""

    answers: Any

    def record(self, change: Change) -> None:
        """Make the change, on disk before this returns."""


class Desk(NamedTuple):
    """What a screen of the interview works with. `edit` opens the questions at a path; `new_allegation` asks for one and gives its id ("" for none)."""

    asker: Asker
    keeper: Kept
    library: Library
    preview: Preview
    edit: Callable[[str], None]
    new_allegation: Callable[[], str]
    unused_id: Callable[[str], str]

    def get(self, path: str) -> Any:
        """The raw answer at `path`, or None."""
        return self.keeper.answers.get(path)

    def set(self, path: str, value: Any) -> None:
        """Keep `value` at `path`; None clears it."""
        self.keeper.record(Change(path, "set", value))


# --- choosing a cause ------------------------------------------------------------------------------------------------------------------


def cause_rows(library: Library) -> list[Row]:
    """Every cause of the library as a row, found by its title, its citation, its law, its other names and its subjects."""
    return [
        Row(cause.id, f"{cause.title}{f' ({cause.short})' if cause.short else ''}", f"{cause.citation} · {cause.jurisdiction}",
            " ".join([cause.id, *cause.aliases, *cause.subjects]))
        for cause in library.causes()
    ]  # fmt: skip


def add_claim(desk: Desk) -> str:
    """Ask for a cause of action and add a claim for it; gives the claim's id, or "" when none was chosen."""
    rows = cause_rows(desk.library)
    help = "Type any words of its name, statute or subject, in any order. One claim may hold several theories of one family."
    chosen = desk.asker.find(Prompt("cause of action", "Claims", help=help, example="stored comm"), rows)
    if not chosen:
        return ""
    cause = desk.library.cause(chosen)
    own = desk.unused_id(str(cause.family or cause.id))
    law = {} if cause.jurisdiction == "federal" else {"law": [str(cause.jurisdiction)]}
    desk.keeper.record(Change("claims", "add", {"id": own, "theories": [chosen, *_further_theories(desk, cause)], **law}))
    _sides(desk, own)
    if any(element.id == "contract" for element in cause.elements):
        _agreement(desk, own)
    return own


def _further_theories(desk: Desk, cause: CauseOfAction) -> list[str]:
    kin = [other for other in desk.library.causes() if cause.family and other.family == cause.family and other.id != cause.id]
    if not kin:
        return []
    rows = [Row(other.id, f"{other.title} ({other.short or other.id})", str(other.citation)) for other in kin]
    help = "Theories of one family are pleaded in one count, in the alternative; an element they share is pleaded once."
    return desk.asker.several(Prompt("plead these in the alternative", f"Claims › {cause.title}", help=help, authority="Fed. R. Civ. P. 8(d)(2)"), rows)


def _sides(desk: Desk, claim: str) -> None:
    """By whom, for whom and against whom: set at once where there is one only, asked where there are several."""
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


# --- one claim -------------------------------------------------------------------------------------------------------------------------


def elements_of(desk: Desk, claim: str) -> list[Element]:
    """The elements the claim's theories want in this forum, each once, in the order in which they are pleaded."""
    forum = _forum(desk)
    found: dict[str, Element] = {}
    for theory in desk.get(f"claims.{claim}.theories") or []:
        for element in desk.library.cause(theory).elements:
            if element.forum in ("any", forum):
                found.setdefault(element.id, element)
    return list(found.values())


def _forum(desk: Desk) -> str:
    court = desk.get("court.id")
    return desk.library.court(court).system if isinstance(court, str) and desk.library.find(f"courts/{court}.yaml") else "federal"


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
        facts = "; ".join(_short(desk, own) for own in support.get("allegations", []))
        lines.append(f"{element.title} ← {facts or '(nothing yet)'}{_weakness(desk, support)}")
    return lines


def _weakness(desk: Desk, support: dict[str, Any]) -> str:
    behind = [desk.get(f"allegations.{own}") or {} for own in support.get("allegations", [])]
    weak = behind and all((each.get("source") or {}).get("kind") == "inference" or _on_belief(each) for each in behind)
    return "  [on inference or belief alone]" if weak else ""


def _on_belief(allegation: dict[str, Any]) -> bool:
    return (allegation.get("basis") or {}).get("kind") in ("information-and-belief", "evidentiary-support-likely")


def _short(desk: Desk, allegation: str) -> str:
    raw = desk.get(f"allegations.{allegation}") or {}
    words = " ".join(str(raw.get("gist") or raw.get("text") or allegation).split())
    return words if len(words) <= 70 else f"{words[:69]}…"


def open_claim(desk: Desk, claim: str) -> None:
    """The screen of one claim: its own questions, then its elements in turn, then the chain with each element to open again."""
    if not desk.get(f"claims.{claim}.elements"):
        try:
            _questions(desk, claim)
            walk_elements(desk, claim)
        except Back:
            pass
    at = "done"
    while True:
        rows = [Row("done", "Done with this claim", summary(desk, claim))]
        rows += [Row(f"element {element.id}", str(element.title), _state(desk, claim, element.id)) for element in elements_of(desk, claim)]
        rows.append(Row("fields", "Parties, classes, law, harm, relief and the rest"))
        if any(desk.library.cause(theory).questions_ for theory in desk.get(f"claims.{claim}.theories") or []):
            rows.append(Row("questions", "The cause's own questions"))
        chosen = desk.asker.menu(Prompt("claim", _place(desk, claim), notes=chain(desk, claim)), rows, at=at).key
        if chosen == "done":
            return
        at = chosen
        try:
            if chosen == "fields":
                desk.edit(f"claims.{claim}")
            elif chosen == "questions":
                _questions(desk, claim)
            else:
                element_screen(desk, claim, next(each for each in elements_of(desk, claim) if f"element {each.id}" == chosen))
        except Back:
            continue


def _place(desk: Desk, claim: str, *further: str) -> str:
    title = desk.get(f"claims.{claim}.title")
    theory = (desk.get(f"claims.{claim}.theories") or [claim])[0]
    name = title if isinstance(title, str) else str(desk.library.cause(theory).title)
    return " › ".join(["Claims", name, *further])


# --- the cause's own questions -----------------------------------------------------------------------------------------------------------


def _questions(desk: Desk, claim: str) -> None:
    asked = [each for theory in desk.get(f"claims.{claim}.theories") or [] for each in desk.library.cause(theory).questions_]
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
    prompt = Prompt(str(question.prompt), _place(desk, claim), help=str(question.help or ""), example=str(question.example or ""), text=held,
                    check=_checks.get(question.kind, _anything), hint="Enter to skip · ? not known · - none")  # fmt: skip
    if question.kind in ("yes-no", "choice"):
        choices = ["yes", "no"] if question.kind == "yes-no" else [str(choice) for choice in question.choices]
        rows = [*(Row(choice, choice) for choice in choices), Row("?", "Not known"), Row("", "Skip for now")]
        answer = desk.asker.menu(prompt, rows, at=held or choices[0]).key
    else:
        answer = desk.asker.text(prompt) if question.kind == "prose" else desk.asker.line(prompt)
    desk.set(path, stated(answer))


def stated(answer: str) -> Any:
    """A typed answer as the sheet keeps it: `? note` is not known, `- reason` is none, nothing is no answer."""
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


# --- elements --------------------------------------------------------------------------------------------------------------------------


def walk_elements(desk: Desk, claim: str) -> None:
    """Each element in turn; Back goes to the one before, and out of the first to the caller."""
    position = 0
    while position < len(elements := elements_of(desk, claim)):
        try:
            element_screen(desk, claim, elements[position], f"element {position + 1} of {len(elements)}")
            position += 1
        except Back:
            if not position:
                raise
            position -= 1


def element_notes(element: Element) -> list[str]:
    """What the law wants of an element, and what usually goes wrong, as lines."""
    lines = [f"To be pleaded: {element.plead}"]
    for label, text in (("Typical facts", element.typical_facts), ("Common ground of dismissal", element.dismissal_ground)):
        if text:
            lines.append(f"{label}: {text}")
    lines += [f"A test before filing: {test}" for test in element.tests[:2]]
    if element.negative:
        lines.append("Pleaded around: say why it is not so, without taking on the burden.")
    return lines


def _authority(laws: Sequence[Law]) -> str:
    return "; ".join(f"{law.cite}{_unread(law)}" for law in laws if law.cite)


def _unread(law: Law) -> str:
    return "" if law.status == "text_read" else f" [unverified: {law.status.replace('_', ' ')}]"


def element_screen(desk: Desk, claim: str, element: Element, progress: str = "") -> None:
    """One element: what must be pleaded, the allegations behind it, the sentence that applies them, and the paragraph as it will print."""
    path = f"claims.{claim}.elements.{element.id}"
    while True:
        notes = [*element_notes(element), *_now(desk, claim, element)]
        prompt = Prompt(str(element.title), _place(desk, claim, str(element.title)), progress, str(element.plead), _authority(element.law), notes=notes)
        chosen = desk.asker.menu(prompt, list(_steps(desk, path)), at=_next_step(desk, path)).key
        if chosen == "next":
            return
        try:
            _STEPS[chosen](desk, path, element)
        except Back:
            continue


def _now(desk: Desk, claim: str, element: Element) -> Iterator[str]:
    support = desk.get(f"claims.{claim}.elements.{element.id}") or {}
    for own in support.get("allegations", []):
        yield f"Behind it: {_short(desk, own)}"
    for paragraph in desk.preview.element(desk.keeper.answers.tree, claim, element.id):
        yield f"As it will print: {paragraph.strip()}"
    for finding in desk.preview.findings(desk.keeper.answers.tree, f"claims.{claim}.elements.{element.id}"):
        yield f"{finding.check}: {finding.message}"


def _steps(desk: Desk, path: str) -> Iterator[Row]:
    support = desk.get(path) or {}
    ticked = len(support.get("allegations", []))
    yield Row("next", "Go on")
    yield Row("tick", "Tick the allegations that support it", f"{ticked} ticked" if ticked else "none yet")
    yield Row("write", "Write a new allegation for it")
    yield Row("apply", "The sentence that applies them", _said(support.get("application")))
    if ticked and all(_on_belief(desk.get(f"allegations.{own}") or {}) for own in support["allegations"]):
        yield Row("because", "The ground of the belief", _said(support.get("because")))
    if ticked > 1:
        yield Row("key", "The key facts to cite", f"{len(support.get('key', []))} chosen")
    yield Row("omit", "Leave the element out, with a reason", _said(support.get("not_pleaded")))


def _said(value: Any) -> str:
    if isinstance(value, Unknown):
        return "not known"
    words = " ".join(str(value or "").split())
    return "not written" if not words else words if len(words) <= 60 else f"{words[:59]}…"


def _next_step(desk: Desk, path: str) -> str:
    support = desk.get(path) or {}
    if support.get("not_pleaded"):
        return "next"
    if not support.get("allegations"):
        return "tick" if desk.keeper.answers.keys("allegations") else "write"
    return "next" if support.get("application") else "apply"


def _tick(desk: Desk, path: str, element: Element) -> None:
    rows = list(allegation_rows(desk))
    if not rows:
        desk.asker.say("There is no allegation yet. Write one.")
        return
    prompt = Prompt("allegations that support it", str(element.title), help="Space ticks, Enter is done.")
    desk.set(f"{path}.allegations", desk.asker.several(prompt, rows, desk.get(f"{path}.allegations") or []) or None)


def allegation_rows(desk: Desk) -> Iterator[Row]:
    """Every allegation of the sheet in order, with what it rests on."""
    for own in _ids(desk.get("allegations") or []):
        raw = desk.get(f"allegations.{own}") or {}
        kind = (raw.get("source") or {}).get("kind", "no source")
        yield Row(own, _short(desk, own), f"{kind}{', on belief' if _on_belief(raw) else ''}", own)


def _ids(items: list[Any]) -> Iterator[str]:
    for item in items:
        if "heading" in item:
            yield from _ids(item.get("items") or [])
        else:
            yield item["id"]


def _write(desk: Desk, path: str, element: Element) -> None:
    own = desk.new_allegation()
    if own:
        desk.set(f"{path}.allegations", [*(desk.get(f"{path}.allegations") or []), own])


def _apply(desk: Desk, path: str, element: Element) -> None:
    desk.edit(f"{path}.application")


def _because(desk: Desk, path: str, element: Element) -> None:
    desk.edit(f"{path}.because")


def _key(desk: Desk, path: str, element: Element) -> None:
    ticked = desk.get(f"{path}.allegations") or []
    prompt = Prompt("key facts to cite", str(element.title), help="Cited behind the element, introduced by “including”; none chosen: the first three.")
    desk.set(f"{path}.key", desk.asker.several(prompt, [row for row in allegation_rows(desk) if row.key in ticked], desk.get(f"{path}.key") or []) or None)


def _omit(desk: Desk, path: str, element: Element) -> None:
    desk.edit(f"{path}.not_pleaded")


_STEPS: dict[str, Callable[[Desk, str, Element], None]] = {
    "tick": _tick, "write": _write, "apply": _apply, "because": _because, "key": _key, "omit": _omit,
}  # fmt: skip

"""The screen of one element: what must be pleaded, the allegations behind it, the sentence that applies them,
and the paragraph as it will print.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, Sequence

from drafter.facts.values import Unknown
from drafter.interview.asking import Back, Prompt, Row
from drafter.interview.desk import Desk, allegation_rows, elements_of, on_belief, place_of, short
from drafter.library import Element
from drafter.library.records import Law

__all__ = ["element_notes", "element_screen", "walk_elements"]


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
    for label, text in (
        ("Typical facts", element.typical_facts),
        ("Common ground of dismissal", element.dismissal_ground),
    ):
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
    """One element: what must be pleaded, the allegations behind it, the sentence that applies them, and the
    paragraph as it will print.
    """
    path = f"claims.{claim}.elements.{element.id}"
    while True:
        notes = [*element_notes(element), *_now(desk, claim, element)]
        prompt = Prompt(
            str(element.title),
            place_of(desk, claim, str(element.title)),
            progress,
            str(element.plead),
            _authority(element.law),
            notes=notes,
        )
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
        yield f"Behind it: {short(desk, own)}"
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
    if ticked and all(on_belief(desk.get(f"allegations.{own}") or {}) for own in support["allegations"]):
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
    desk.set(
        f"{path}.allegations", desk.asker.several(prompt, rows, desk.get(f"{path}.allegations") or []) or None
    )


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
    prompt = Prompt(
        "key facts to cite",
        str(element.title),
        help="Cited behind the element, introduced by “including”; none chosen: the first three.",
    )
    desk.set(
        f"{path}.key",
        desk.asker.several(
            prompt, [row for row in allegation_rows(desk) if row.key in ticked], desk.get(f"{path}.key") or []
        )
        or None,
    )


def _omit(desk: Desk, path: str, element: Element) -> None:
    desk.edit(f"{path}.not_pleaded")


_STEPS: dict[str, Callable[[Desk, str, Element], None]] = {
    "tick": _tick,
    "write": _write,
    "apply": _apply,
    "because": _because,
    "key": _key,
    "omit": _omit,
}

"""One element of a claim: what must be pleaded, the allegations behind it, the sentence that applies them,
and the paragraph as it will print.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, Sequence

from drafter.facts.sources import on_belief
from drafter.facts.values import Unknown
from drafter.interview.asking import Back, Chosen, Prompt, Row
from drafter.interview.chain import allegation_rows, claim_place, elements_of, short
from drafter.interview.inheriting import record
from drafter.interview.menu_screen import MenuScreen
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddEntry, AskMenu, OpenElement, OpenPath, Steps, several
from drafter.library import Element
from drafter.library.records import Law
from drafter.tree.answers import Change
from drafter.wording import shortened

__all__ = ["ElementScreen"]


class ElementScreen(MenuScreen):
    """An element, and the steps by which it is pleaded."""

    done = "next"

    def __init__(self, sitting: Sitting, opened: OpenElement) -> None:
        super().__init__(sitting)
        self.claim, self.progress = opened.claim, opened.progress
        self.element = next(each for each in elements_of(sitting, opened.claim) if each.id == opened.element)
        self.path = f"claims.{opened.claim}.elements.{opened.element}"

    def _support(self) -> dict[str, Any]:
        return self.sitting.get(self.path) or {}

    def describe(self) -> AskMenu:
        """What the law wants, what is there now, and the steps."""
        element = self.element
        prompt = Prompt(
            str(element.title),
            claim_place(self.sitting, self.claim, str(element.title)),
            self.progress,
            str(element.plead),
            _authority(element.law),
            notes=[*_wanted(element), *self._there()],
        )
        return AskMenu(prompt, list(self._rows()), at=self._next())

    def _there(self) -> Iterator[str]:
        assert self.sitting.preview is not None
        preview, tree = self.sitting.preview, self.sitting.keeper.answers.tree
        for own in self._support().get("allegations", []):
            yield f"Behind it: {short(self.sitting, own)}"
        for paragraph in preview.element(tree, self.claim, self.element.id):
            yield f"As it will print: {paragraph.strip()}"
        for finding in preview.findings(tree, self.path):
            yield f"{finding.check}: {finding.message}"

    def _rows(self) -> Iterator[Row]:
        support = self._support()
        ticked = support.get("allegations", [])
        yield Row("next", "Go on")
        yield Row(
            "tick",
            "Tick the allegations that support it",
            f"{len(ticked)} ticked" if ticked else "none yet",
        )
        yield Row("write", "Write a new allegation for it")
        yield Row("apply", "The sentence that applies them", _in_words(support.get("application")))
        if ticked and all(on_belief(self.sitting.get(f"allegations.{own}.basis")) for own in ticked):
            yield Row("because", "The ground of the belief", _in_words(support.get("because")))
        if len(ticked) > 1:
            yield Row("key", "The key facts to cite", f"{len(support.get('key', []))} chosen")
        yield Row("omit", "Leave the element out, with a reason", _in_words(support.get("not_pleaded")))

    def _next(self) -> str:
        """The step that comes next."""
        support = self._support()
        if support.get("not_pleaded"):
            return "next"
        if not support.get("allegations"):
            return "tick" if self.sitting.keeper.answers.keys("allegations") else "write"
        return "next" if support.get("application") else "apply"

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Take the step that was chosen."""
        if chosen.key in _FIELDS:
            yield OpenPath(f"{self.path}.{_FIELDS[chosen.key]}")
        else:
            yield from _STEPS[chosen.key](self)
        return None

    def _set(self, name: str, value: Any) -> Steps[None]:
        return record(self.sitting, Change(f"{self.path}.{name}", "set", value))

    def _tick(self) -> Steps[None]:
        rows = list(allegation_rows(self.sitting))
        if not rows:
            self.sitting.say("There is no allegation yet. Write one.")
            return
        prompt = Prompt(
            "allegations that support it", str(self.element.title), help="Space ticks, Enter is done."
        )
        ticked = yield from several(prompt, rows, self._support().get("allegations") or [])
        yield from self._set("allegations", ticked or None)

    def _write(self) -> Steps[None]:
        try:
            own: str = yield AddEntry("allegations")
        except Back:
            return
        if own:
            yield from self._set("allegations", [*(self._support().get("allegations") or []), own])

    def _key(self) -> Steps[None]:
        ticked = self._support().get("allegations") or []
        prompt = Prompt(
            "key facts to cite",
            str(self.element.title),
            help="Cited behind the element, introduced by “including”; none chosen: the first three.",
        )
        rows = [row for row in allegation_rows(self.sitting) if row.key in ticked]
        keys = yield from several(prompt, rows, self._support().get("key") or [])
        yield from self._set("key", keys or None)


_FIELDS = {"apply": "application", "because": "because", "omit": "not_pleaded"}
"""Steps that put a question of the sheet."""
_STEPS: dict[str, Callable[[ElementScreen], Steps[None]]] = {
    "tick": ElementScreen._tick,
    "write": ElementScreen._write,
    "key": ElementScreen._key,
}


def _wanted(element: Element) -> list[str]:
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


def _in_words(value: Any) -> str:
    if isinstance(value, Unknown):
        return "not known"
    return shortened(str(value or ""), 60) or "not written"

"""A core cause under the law of a State: the common frame, with what the State’s file says of it.

What was read of that law, or quoted by a court, prints. Of what was not read a blank prints that asks to have
it confirmed, until a lawyer of the matter did (`confirmed`).
"""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import Any, Collection, Iterable, TypeVar

from drafter.errors import NotFound
from drafter.facts.record import Record
from drafter.facts.schema import validator
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Plain, Prose
from drafter.library.records import CauseOfAction, Element, Law, Limitation, Remedy
from drafter.library.states import StateCause, StateElement, StateLaw

__all__ = ["PRINTS", "ROLE", "composed", "core_and_state", "settled"]

R = TypeVar("R", bound=Record)

PRINTS = ("text_read", "quoted_by_court")
"""Statuses of law that a draft prints as law."""
ROLE = re.compile(r"\{(plaintiffs|defendants|members)(’)?(?:: ?([^{}|]*)\|([^{}|]*))?\}")
"""Where the words of a core cause name a party: `{defendants}`, `{defendants’}`, `{defendants: owes|owe}`."""
NO_STATE_NAMED = "State whose law governs"
_NOT_IN_A_BLANK = str.maketrans("[]", "()")


def core_and_state(name: str, cores: Collection[str]) -> tuple[str, str]:
    """The core cause and the State, by its letters, that the id `negligence-tx` names; two empty words where
    it names none.
    """
    core, _, state = name.rpartition("-")
    there = core in cores and state.upper() in STATE_NAMES
    return (core, state.upper()) if there else ("", "")


def settled(laws: Iterable[Law], confirmed: Collection[str]) -> bool:
    """Whether one of `laws` was read, or quoted by a court, or is among the citations that were confirmed."""
    return any(law.status in PRINTS or str(law.cite) in confirmed for law in laws)


def composed(
    core: CauseOfAction, state: str, law: StateLaw | None, confirmed: Collection[str] = ()
) -> CauseOfAction:
    """The cause `core` under the law of `state`, by its letters (empty: the sheet does not say which).

    Raises NotFound where that law gives no such claim, or the library has nothing of a statute on it.
    """
    pack = law.of_cause(str(core.id)) if law else None
    if pack and pack.refused:
        read = "" if settled(pack.law, confirmed) else " (this was not read: look before you rely on it)"
        told = f"{core.id}: the law of {STATE_NAMES[state]} gives no such claim: {pack.refused}{read}"
        raise NotFound(told, _INSTEAD)
    if state and core.statutory and not (pack and pack.citation):
        raise NotFound(f"{core.id}: the library has no statute of {STATE_NAMES[state]} for it", _INSTEAD)
    return _Under(core, state, law, pack, confirmed).cause()


_INSTEAD = (
    "Plead another cause (`drafter list causes --law STATE`), write it under “causes:” of the sheet with its"
    " authority, or make it the firm’s own (`drafter customize`)."
)


class _Under:
    """One composition, and what of it is to be confirmed."""

    def __init__(
        self,
        core: CauseOfAction,
        state: str,
        law: StateLaw | None,
        pack: StateCause | None,
        confirmed: Collection[str],
    ) -> None:
        self.core, self.state, self.law, self.confirmed = core, state, law, confirmed
        self.pack = pack or _empty()
        self.name = f"{STATE_NAMES[state].removeprefix('the ')} law" if state else "the law of the claim"
        self.id = f"{core.id}-{state.lower()}" if state else str(core.id)
        self.unconfirmed: list[Plain] = []

    def cause(self) -> CauseOfAction:
        pack, core = self.pack, self.core
        citation = self._citation()
        return changed(
            core,
            id=self.id,
            core=core.id,
            family=core.family or core.id,
            title=pack.title or core.title,
            short=pack.short or core.short,
            citation=citation,
            jurisdiction=self.state or "unknown",
            elements=self._elements(),
            remedies=self._remedies(),
            limitations=self._limitations(),
            relief=pack.relief or core.relief,
            pre_suit=[*core.pre_suit, *pack.pre_suit],
            class_notes=[*core.class_notes, *pack.class_notes],
            standing=[*core.standing, *pack.reliance],
            watch=[*core.watch, *pack.watch],
            particularity=core.particularity if pack.particularity is None else pack.particularity,
            unconfirmed=list(dict.fromkeys(self.unconfirmed)),
        )

    # --- what is confirmed

    def _settled(self, laws: Iterable[Law]) -> bool:
        return self.id in self.confirmed or settled(laws, self.confirmed)

    def _to_confirm(self, what: str, laws: Iterable[Law]) -> Prose:
        """A blank that asks to have `what` confirmed, with what is held of it and how; it is noted."""
        held = "; ".join(f"{law.cite or law.text} ({law.status.replace('_', ' ')})" for law in laws)
        label = f"{what}, to be confirmed{f': {held}' if held else ''}".translate(_NOT_IN_A_BLANK)
        self.unconfirmed.append(Plain(label))
        return Prose(f"[[{label}]]")

    # --- its parts

    def _citation(self) -> Plain:
        """What gives the claim: the State’s section, or its common law."""
        if not self.state:
            self.unconfirmed.append(Plain(NO_STATE_NAMED))
            return Plain(f"[[{NO_STATE_NAMED}]]")
        section = self._section(self.core.uniform)
        cite, laws = self.pack.citation, self.pack.law
        if not cite and section:
            cite, laws = section.cite, section.law
        if not cite and self.core.uniform:
            return Plain(self._to_confirm(f"{self.name} that adopted U.C.C. § {self.core.uniform}", []))
        if not cite:
            return Plain(self.name)
        return cite if self._settled(laws) else Plain(self._to_confirm(f"citation under {self.name}", laws))

    def _section(self, uniform: Plain | None) -> Any:
        return next((one for one in self.law.ucc if one.uniform == uniform), None) if self.law else None

    def _elements(self) -> list[Element]:
        there = [one for one in self.core.elements if one.id not in self.pack.without]
        for own in self.pack.elements:
            at = next((place for place, one in enumerate(there) if one.id == own.id), None)
            if at is not None:
                there[at] = _with(there[at], own)
                continue
            after = next((place for place, one in enumerate(there) if one.id == own.after), len(there) - 1)
            there.insert(after + 1, _new_element(own))
        return [self._element(one) for one in there]

    def _element(self, element: Element) -> Element:
        """`element` with its authority in this State, and a blank for its law where that was not read."""
        own = next((one for one in self.pack.elements if one.id == element.id), None)
        section = self._section(element.uniform)
        laws = (own.law if own else []) or (section.law if section else []) or self.pack.law
        if not self.state or self._settled(laws):
            return changed(element, law=laws)
        asked = self._to_confirm(f"{self.name} on {element.title}", laws)
        return changed(element, law=laws, frame=None, conclusion=asked)

    def _remedies(self) -> list[Remedy]:
        own = {one.id: one for one in self.pack.remedies}
        there = [own.pop(one.id, one) for one in self.core.remedies if one.id not in self.pack.without]
        found = [self._remedy(one) for one in (*there, *own.values())]
        return found or ([self._relief_to_confirm()] if self.core.statutory and self.state else [])

    def _relief_to_confirm(self) -> Remedy:
        """Relief under a statute of which nothing was read: a blank in the prayer."""
        asked = self._to_confirm(f"relief under {self.name} for {self.core.title}", [])
        tree = {"id": f"{self.core.id}-relief", "kind": "actual-damages", "text": str(asked)}
        made: Remedy = validator(Remedy).validate_python(tree)
        return changed(made, text=asked)

    def _remedy(self, remedy: Remedy) -> Remedy:
        laws = remedy.law or self.pack.law
        if not remedy.cite or self._settled(laws):
            return changed(remedy, law=laws)
        asked = Plain(self._to_confirm(f"{self.name} on relief", laws))
        return changed(remedy, law=laws, cite=asked)

    def _limitations(self) -> list[Limitation]:
        kinds = self.pack.periods or self.core.periods
        table = [one for one in self.law.periods if one.kind in kinds] if self.law else []
        return [*self.pack.limitations, *table]


@cache
def _empty() -> StateCause:
    made: StateCause = validator(StateCause).validate_python({"cause": "none"})
    return made


def changed(record: R, **fields: Any) -> R:
    """A copy of a record of the library in which these fields hold something else."""
    made = copy.copy(record)
    made.__dict__.update(fields)
    return made


def _with(element: Element, own: StateElement) -> Element:
    given = {
        name: value
        for name, value in own.__dict__.items()
        if name not in ("id", "after", "law") and value is not None
    }
    return changed(element, **given)


def _new_element(own: StateElement) -> Element:
    title = str(own.title or own.id)
    tree = {"id": own.id, "title": title, "plead": str(own.plead or title), "asks": str(own.asks or title)}
    made: Element = validator(Element).validate_python(tree)
    return _with(made, own)

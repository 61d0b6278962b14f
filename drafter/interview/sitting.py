"""One sitting of the interview: the answers and who keeps them, what the library offers, what is to be said
to the person, and what is remembered of it all.

An entry of a list that cannot be kept yet (it has no name, or lacks what the sheet cannot be loaded without)
is *new*: its answers are remembered beside the sheet under the list's path and `+`, and offered again, until
it is added.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, Sequence

from drafter.errors import DrafterError
from drafter.facts.record import Record
from drafter.interview.advice import Advice
from drafter.interview.asking import Row
from drafter.interview.labels import label
from drafter.interview.new_entries import inside, owner_of, with_value
from drafter.interview.preview import Preview
from drafter.interview.tracing import NEW, NotAsked, trace
from drafter.library import Library
from drafter.library.own_causes import with_unfinished_causes
from drafter.library.theories import cause_named, is_core
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change, as_saved
from drafter.tree.ids import ids_in
from drafter.tree.json_values import as_json
from drafter.tree.outline import outline_entries, outlines
from drafter.wording import free_id, slug

__all__ = ["Sitting", "no_advice", "singular"]

_WITHIN = {"terms": "agreements", "versions": "agreements", "injuries": "plaintiffs"}
"""Kinds of record that stand within another."""
_RESERVED = frozenset(("items", "heading", "id", "done"))


def no_advice(path: str) -> Sequence[str]:
    """The advice of one who has none."""
    return ()


class Sitting:
    """What every screen of the interview works with."""

    def __init__(
        self,
        keeper: EditingSession,
        library: Library | None = None,
        advice: Callable[[str], Sequence[str]] = no_advice,
        findings: Advice | None = None,
    ) -> None:
        self.keeper = keeper
        self._library = library
        self._with_own: tuple[Any, Library | None] = ([], library)
        self.findings = findings
        self.preview = findings.preview if findings else Preview(library) if library else None
        self.advice = findings.at if findings else advice
        self._advised: dict[str, int] | None = None
        self.opened: set[str] = set()
        """Records that are unknown or none, and whose questions are to be put all the same."""
        self.section = ""
        self.ticks: dict[str, int] = {}
        """How often each top-level field was changed in this sitting; "" counts what was taken back."""
        self.said: list[str] = []
        """What is to be said to the person before the next question."""
        self.wants_draft = False
        """Whether the person left in order to have the draft written."""
        self._new: dict[str, dict[str, Any]] = as_saved(keeper.recall("unborn") or {})
        self._drafts: dict[str, str] = dict(keeper.recall("drafts") or {})
        self.decided: dict[str, bool] = {}
        """Included files for which it is settled whether answers taken over from them are changed there."""
        self._steps: list[int | Callable[[], object]] = []
        self._ids: set[str] = set()

    @property
    def library(self) -> Library | None:
        """What the library offers, with the causes that the sheet itself declares; None without one."""
        tree = self.keeper.answers.tree
        own = tree.get("causes") or []
        if self._library is not None and own != self._with_own[0]:
            self._with_own = as_saved(own), with_unfinished_causes(self._library, tree)
        return self._with_own[1] if own else self._library

    def say(self, *lines: str) -> None:
        """Tell the person something that wants no answer."""
        self.said += lines

    def refresh(self) -> None:
        """Make the findings anew, where answers were changed since."""
        if self.findings is not None and self._advised != self.ticks:
            self._advised = dict(self.ticks)
            self.findings.refresh(self.keeper.answers.tree)

    def screen_advice(self, path: str) -> Sequence[str]:
        """What is told above the screen of the record at `path`."""
        return self.findings.screen(path) if self.findings is not None else self.advice(path)

    @property
    def forum(self) -> str:
        """`federal` or `state`, as the court in the sheet is; empty while none is chosen."""
        court = self.keeper.answers.get("court.id")
        if self.library is None or not isinstance(court, str):
            return ""
        try:
            return str(self.library.court(court).system)
        except DrafterError:
            return ""

    # --- answers

    def get(self, path: str) -> Any:
        """The raw answer at `path`; None if there is none."""
        owner, inner = owner_of(path)
        return inside(self._new.get(owner, {}), inner) if owner else self.keeper.answers.get(path)

    def set_in_new_entry(self, path: str, value: Any) -> bool:
        """Keep `value` at `path` within an entry that is not in the sheet yet; False for any other path."""
        owner, inner = owner_of(path)
        if owner:
            self._keep_new(owner, with_value(self._new.get(owner, {}), inner, value))
        return bool(owner)

    def apply(self, *changes: Change) -> None:
        """Make `changes`, on disk when this returns; they are taken back together."""
        for change in changes:
            self.keeper.record(change)
            top = change.path.partition(".")[0]
            self.ticks[top] = self.ticks.get(top, 0) + 1
        self._steps.append(len(changes))

    def step(self, back: Callable[[], object]) -> None:
        """Count what was done as a step that `back` takes back; it may raise DrafterError."""
        self._steps.append(back)
        self.ticks[""] = self.ticks.get("", 0) + 1

    def forget_steps(self) -> None:
        """Take back nothing that was done until now: other answers than these stand in the sheet."""
        self._steps.clear()
        self.ticks[""] = self.ticks.get("", 0) + 1

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._steps)

    def undo(self, floor: int = 0) -> None:
        """Take the last step back, and say so; never more than leaves `floor` of them, so that a screen does
        not undo what it stands on.
        """
        if self.steps <= floor:
            self.say("There is nothing to take back here.")
            return
        step = self._steps[-1]
        try:
            for _ in range(step if isinstance(step, int) else 0):
                self.keeper.undo()
            if not isinstance(step, int):
                step()
        except DrafterError as error:
            self.say(f"It cannot be taken back: {error.message}", error.hint)
            return
        self._steps.pop()
        self.ticks[""] = self.ticks.get("", 0) + 1
        self.say("Taken back.")

    # --- entries that are not in the sheet yet

    def new_entry(self, owner: str) -> dict[str, Any]:
        """The answers for a new entry of the list at `owner`."""
        return self._new.get(owner, {})

    def add_new_entry(self, owner: str, own: str, after: str | None, path: str) -> None:
        """Add the new entry of the list at `owner` to the sheet, with the id `own` (none, if empty); `path`
        is its path from now on.
        """
        raw = self._new.get(owner, {})
        self.apply(Change(owner, "add", {"id": own, **raw} if own else raw, after))
        self._keep_new(owner, None)
        before = f"{owner}.{NEW}."
        moved = {
            draft: f"{path}.{draft.removeprefix(before)}"
            for draft in self._drafts
            if draft.startswith(before)
        }
        self._keep_drafts({moved.get(draft, draft): text for draft, text in self._drafts.items()})

    def _keep_new(self, owner: str, raw: dict[str, Any] | None) -> None:
        self._new = {path: each for path, each in {**self._new, owner: raw or {}}.items() if each}
        self.keeper.remember("unborn", {path: as_json(each) for path, each in self._new.items()} or None)

    # --- what is remembered

    def stand(self, path: str, flowing: bool = False) -> None:
        """Remember where the person is; `flowing`: in the ordinary flow, which goes on from there."""
        self.keeper.remember("at", [path, flowing] if path else None)

    def draft(self, path: str) -> str:
        """What was half-typed at `path`."""
        return self._drafts.get(path, "")

    def keep_draft(self, path: str, text: str) -> None:
        """Keep what was half-typed at `path`; "" forgets it."""
        self._keep_drafts({**self._drafts, path: text})

    def _keep_drafts(self, drafts: dict[str, str]) -> None:
        self._drafts = {path: text for path, text in drafts.items() if text}
        self.keeper.remember("drafts", self._drafts or None)

    # --- names and ids

    def unused_id(self, text: str, otherwise: str = "entry") -> str:
        """A new id made from `text`: no other thing of the sheet has it, nor had it in this sitting."""
        if not self._ids:
            self._ids.update(_RESERVED)
        self._ids.update(ids_in(self.keeper.answers.tree))
        own = free_id(slug(text, otherwise), self._ids)
        self._ids.add(own)
        return own

    def place(self, path: str) -> str:
        """Where `path` is, in words: “Parties › Lee › residence”. The question itself is left out."""
        words = [self.section] if self.section else []
        try:
            steps, _ = trace(self.get, path, self.forum)
        except NotAsked:
            return " › ".join(words)
        names = [self._name(step.path, step.entry) for step in steps[1:]]
        return " › ".join(
            [*words, *(names[1:] if [name.capitalize() for name in names[:1]] == words else names)]
        )

    def _name(self, path: str, entry: bool) -> str:
        kind, _, last = path.rpartition(".")
        if kind == "claims" and self.library is not None and self.get(path):
            return self.claim_name(last)
        if not entry:
            return last.replace("_", " ")
        raw = self.get(path)
        short = raw.get("short") if isinstance(raw, dict) else None
        return (
            short if isinstance(short, str) else "new" if last == NEW and not raw else label(raw, last)[:40]
        )

    def claim_name(self, claim: str) -> str:
        """What a claim is called: its title, else that of the first cause it pleads. Wants the library."""
        assert self.library is not None
        title = self.get(f"claims.{claim}.title")
        theory = next(iter(self.get(f"claims.{claim}.theories") or []), "")
        known = isinstance(theory, str) and (
            is_core(self.library, theory) or theory in self.library.ids("causes", ".md")
        )
        if isinstance(title, str) or not known:
            return title if isinstance(title, str) else claim
        return str(cause_named(self.library, theory).title)

    def candidates(self, refers: Sequence[str], path: str = "") -> list[Row]:
        """The entries of the sheet that a question at `path` may name, each as a row with its id for key; not
        the entry that the question is itself asked of.
        """
        there = [(kind, own, raw) for kind in refers for own, raw in self.entries(kind)]
        of_it = [own for kind, own, _ in there if f"{path}.".startswith(f"{kind}.{own}.")]
        return [Row(own, label(raw, own), own, own) for _, own, raw in there if own not in of_it]

    def entries(self, kind: str) -> Iterator[tuple[str, Any]]:
        """The raw entries of a kind that have an id, each with it."""
        tree = self.keeper.answers.tree
        if kind in ("allegations", "headings"):
            for _, outline in outlines(tree):
                for _, entry in outline_entries(outline):
                    heading = "heading" in entry
                    if heading == (kind == "headings") and entry.get("id"):
                        yield entry["id"], entry
            return
        lists = (
            [owner.get(kind) for owner in tree.get(_WITHIN[kind]) or []]
            if kind in _WITHIN
            else [tree.get(kind)]
        )
        for entries in lists:
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield entry["id"], entry


_CALLED = {
    "represented group": "class",
    "counsel": "firm",
    "free section": "section",
    "seen statement": "statement seen",
    "personal jurisdiction": "ground",
    "claim pattern": "pattern",
    "own cause": "cause",
    "own element": "element",
    "own remedy": "remedy",
    "own limitation": "period",
    "own notice": "notice",
    "own law": "authority",
}


def singular(record: type[Record]) -> str:
    """What one record of a kind is called."""
    words = "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in record.__name__
    ).strip()
    return _CALLED.get(words, words)

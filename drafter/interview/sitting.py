"""One sitting of the interview: the answers and who keeps them, who is asked, what the library offers, and
what is remembered of it all.

An entry of a list that cannot be kept yet (it has no name, or lacks what the sheet cannot be loaded without)
is *unborn*: its answers are remembered beside the sheet under the list's path and `+`, and offered again,
until it is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterator, Sequence

from drafter.errors import DrafterError
from drafter.facts.record import Record
from drafter.facts.values import Unknown, Without
from drafter.interview.asking import Asker, Row
from drafter.interview.inheriting import file_of, wanted_there
from drafter.interview.labels import label
from drafter.interview.tracing import UNBORN, NotAsked, trace
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change, as_saved, same
from drafter.tree.ids import ids_in
from drafter.wording import free_id, slug

if TYPE_CHECKING:
    from drafter.interview.advice import Advice
    from drafter.library import Library

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
        asker: Asker,
        library: Library | None = None,
        advice: Callable[[str], Sequence[str]] = no_advice,
        findings: Advice | None = None,
    ) -> None:
        self.keeper = keeper
        self.asker = asker
        self.library = library
        self.findings = findings
        self.advice = findings.at if findings else advice
        self._advised: dict[str, int] | None = None
        self.opened: set[str] = set()
        """Records that are unknown or none, and whose questions are to be put all the same."""
        self.section = ""
        self.ticks: dict[str, int] = {}
        """How often each top-level field was changed in this sitting; "" counts what was taken back."""
        self._unborn: dict[str, dict[str, Any]] = as_saved(keeper.recall("unborn") or {})
        self._drafts: dict[str, str] = dict(keeper.recall("drafts") or {})
        self.decided: dict[str, bool] = {}
        """Included files for which it is settled whether answers taken over from them are changed there."""
        self._steps: list[int | Callable[[], object]] = []
        self._ids: set[str] = set()

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
        owner, inner = _split(path)
        return _inside(self._unborn.get(owner, {}), inner) if owner else self.keeper.answers.get(path)

    def set(self, path: str, value: Any) -> None:
        """Keep `value` at `path`: on disk when this returns. None takes the answer out."""
        owner, inner = _split(path)
        if owner:
            self._keep_unborn(owner, _with(self._unborn.get(owner, {}), inner, value))
        elif not same(self.get(path), as_saved(value)):
            self.record(self._change(path, value))
        self.keep_draft(path, "")

    def _change(self, path: str, value: Any) -> Change:
        """The change that sets `path`; a bare yes or no gives place to a record that says it."""
        holder, _, name = path.rpartition(".")
        if holder == "jury_demand" and isinstance(self.get(holder), str):
            return Change(holder, "set", {"demanded": self.get(holder), name: value})
        return Change(path, "set", value)

    def record(self, *changes: Change) -> None:
        """Make `changes`, which are taken back together. Where one is of an inherited answer, the person is
        asked whether it is for this sheet
        alone; raises Back, Hub and Leave, and then nothing was changed.
        """
        there = wanted_there(self, changes[0]) if len(changes) == 1 else ""
        if there and self._record_there(changes[0], there):
            return
        for change in changes:
            self.keeper.record(change)
            top = change.path.partition(".")[0]
            self.ticks[top] = self.ticks.get(top, 0) + 1
        self._steps.append(len(changes))

    def _record_there(self, change: Change, file: str) -> bool:
        """Make `change` in the included file; False, and the person is told why, where it cannot be."""
        before, name = self.get(change.path), file_of(self, change.path)
        try:
            self.keeper.record_there(change, file)
        except DrafterError as error:
            self.asker.say(f"{error.message}. {error.hint}", "Changed here only.")
            return False
        self.step(lambda: self.keeper.record_there(Change(change.path, "set", before), file))
        self.asker.say(f"Changed in {name}.")
        return True

    def step(self, back: Callable[[], object]) -> None:
        """Count what was done as a step that `back` takes back; it may raise DrafterError."""
        self._steps.append(back)
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
            self.asker.say("There is nothing to take back here.")
            return
        step = self._steps[-1]
        try:
            for _ in range(step if isinstance(step, int) else 0):
                self.keeper.undo()
            if not isinstance(step, int):
                step()
        except DrafterError as error:
            self.asker.say(f"It cannot be taken back: {error.message}", error.hint)
            return
        self._steps.pop()
        self.ticks[""] = self.ticks.get("", 0) + 1
        self.asker.say("Taken back.")

    # --- entries that are not in the sheet yet

    def unborn(self, owner: str) -> dict[str, Any]:
        """The answers for a new entry of the list at `owner`."""
        return self._unborn.get(owner, {})

    def bear(self, owner: str, own: str, after: str | None, path: str) -> None:
        """Add the unborn entry of the list at `owner`, with the id `own` (none, if empty); `path` is its path
        from now on.
        """
        raw = self._unborn.get(owner, {})
        self.record(Change(owner, "add", {"id": own, **raw} if own else raw, after))
        self._keep_unborn(owner, None)
        before = f"{owner}.{UNBORN}."
        moved = {
            draft: f"{path}.{draft.removeprefix(before)}"
            for draft in self._drafts
            if draft.startswith(before)
        }
        self._keep_drafts({moved.get(draft, draft): text for draft, text in self._drafts.items()})

    def _keep_unborn(self, owner: str, raw: dict[str, Any] | None) -> None:
        self._unborn = {path: each for path, each in {**self._unborn, owner: raw or {}}.items() if each}
        self.keeper.remember("unborn", {path: _plain(each) for path, each in self._unborn.items()} or None)

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
        last = path.rpartition(".")[2]
        if not entry:
            return last.replace("_", " ")
        raw = self.get(path)
        short = raw.get("short") if isinstance(raw, dict) else None
        return (
            short
            if isinstance(short, str)
            else "new"
            if last == UNBORN and not raw
            else label(raw, last)[:40]
        )

    def candidates(self, refers: Sequence[str]) -> list[Row]:
        """The entries of the sheet that a question may name, each as a row with its id for key."""
        return [Row(own, label(raw, own), own, own) for kind in refers for own, raw in self.entries(kind)]

    def entries(self, kind: str) -> Iterator[tuple[str, Any]]:
        """The raw entries of a kind that have an id, each with it."""
        tree = self.keeper.answers.tree
        if kind in ("allegations", "headings"):
            outlines = [
                tree.get("allegations"),
                *(section.get("items") for section in tree.get("sections") or []),
            ]
            for outline in outlines:
                yield from _outline(outline or [], kind == "headings")
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
}


def singular(record: type[Record]) -> str:
    """What one record of a kind is called."""
    words = "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in record.__name__
    ).strip()
    return _CALLED.get(words, words)


def _outline(items: list[Any], headings: bool) -> Iterator[tuple[str, Any]]:
    for item in items:
        if "heading" in item:
            if headings and item.get("id"):
                yield item["id"], item
            yield from _outline(item.get("items") or [], headings)
        elif not headings:
            yield item["id"], item


# --- within an unborn entry
# ------------------------------------------------------------------------------------------------------------


def _split(path: str) -> tuple[str, list[str]]:
    """The list and what follows, for a path within an unborn entry; "" for any other."""
    parts = path.split(".")
    if UNBORN not in parts:
        return "", parts
    at = parts.index(UNBORN)
    return ".".join(parts[:at]), parts[at + 1 :]


def _inside(raw: Any, parts: list[str]) -> Any:
    for part in parts:
        raw = raw.get(part) if isinstance(raw, dict) else None
    return raw


def _with(raw: Any, parts: list[str], value: Any) -> dict[str, Any]:
    """A copy of `raw` with `value` at `parts`; nothing there if it is None."""
    kept = dict(raw) if isinstance(raw, dict) else {}
    inner = value if len(parts) == 1 else _with(kept.get(parts[0]), parts[1:], value)
    if inner is None or inner == {}:
        kept.pop(parts[0], None)
        return kept
    return {**kept, parts[0]: inner}


def _plain(value: Any) -> Any:
    """`value` as JSON has it."""
    if isinstance(value, Unknown):
        return {"unknown": value.note}
    if isinstance(value, Without):
        return {"none": value.reason}
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value

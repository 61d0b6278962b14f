"""What the sheet of a session includes: where each answer is taken over from, and what may be done about it.

An inherited answer can be changed in the file that says it; another file can be included; what the sheet says
can be left to one it includes. Each of these is on disk, or refused and nothing changed, when its method
returns. No file of drafter itself is ever written.
"""

from __future__ import annotations

import os
from copy import deepcopy
from pathlib import Path
from typing import Callable, Self

from drafter.errors import OutputError, SheetError, to_type
from drafter.matter_files.include import split
from drafter.matter_files.journal import pending
from drafter.matter_files.load import layers_of, validate
from drafter.matter_files.provenance import ValueOrigin, trace
from drafter.tree.answers import Answers, Change, NoPlace, same
from drafter.tree.ids import ids_in, unknown_ids
from drafter.tree.merge import Layer, Tree, entry_key, is_keyed, merge
from drafter.tree.overlay import overlay
from drafter.tree.paths import Location, locate, value_at
from drafter.yamltext.read import SourceFile, parse
from drafter.yamltext.rewrite import rewrite

__all__ = ["Inheriting"]

_PACKAGE = Path(__file__).resolve().parent.parent
_NOWHERE = SourceFile("", "", "")


class Inheriting:
    """The part of a `EditingSession` that knows of included files."""

    path: Path
    answers: Answers
    _source: SourceFile
    _layers: list[Layer]
    _inherited: tuple[Tree, dict[Location, ValueOrigin]] | None = None
    _said: tuple[str, Tree] = ("", {})

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """A session that edits the file at `path`: an included file is changed in one of its own."""
        raise NotImplementedError

    def save(self) -> None:
        """Write the sheet."""
        raise NotImplementedError

    def record_at_once(self, change: Change, allow: Callable[[Tree], None]) -> None:
        """Make `change` and save it, if `allow` does not raise for what the file is to hold."""
        raise NotImplementedError

    def close(self) -> None:
        """Save, and let go of the sheet."""
        raise NotImplementedError

    def _must_hold(self) -> None:
        raise NotImplementedError

    def _put(self, text: str) -> None:
        """Write `text`, which has all the answers, as the sheet. Raises SheetError where it was changed
        meanwhile.
        """
        raise NotImplementedError

    # --- the sheet and what it includes
    # --------------------------------------------------------------------------------------------

    @property
    def _base(self) -> list[Layer]:
        return self._layers[:-1]

    def _whole(self, own: Tree, base: list[Layer] | None = None) -> Tree:
        """The sheet whose own file holds `own`, with what it includes."""
        base = self._base if base is None else base
        if not base:
            return own
        return {**merge([*base, Layer(self._source, _without(own, "include"))]), "include": own["include"]}

    def _own(self) -> Tree:
        """What the sheet's own file is to hold, so that with what it includes it says the answers as they are
        now.
        """
        if not self._base:
            return self.answers.tree
        now = self._now()
        named: Tree = {name: now[name] for name in ("schema_version", "anchor_key", "include") if name in now}
        return {
            **named,
            **overlay(
                _without(merge(self._base), *named),
                _without(self.answers.tree, *named),
                _without(now, *named),
            ),
        }

    def _now(self) -> Tree:
        """What the sheet's own file held when it was last read or written."""
        if self._said[0] != self._source.sha256:
            self._said = self._source.sha256, parse(self._source.text, self._source.name)
        return deepcopy(self._said[1])

    def _take_in(self, own: Tree, wanted: Tree) -> None:
        """Read the included files anew, under a sheet that holds `own`: the answers are `wanted` then, unless
        these files say more by now.
        """
        self._layers = layers_of(self._source, self._now())
        self._inherited = None
        whole = self._whole(own)
        self.answers.tree = wanted if same(whole, wanted) else whole

    # --- where an answer comes from
    # ------------------------------------------------------------------------------------------------

    def beneath(self, path: str) -> ValueOrigin | None:
        """The file and line of what the included files have at `path`, whatever the sheet says over it; None
        where they have nothing.
        """
        there = self._there(path)
        return self._inherited[1].get(there) if there is not None and self._inherited else None

    def origin(self, path: str) -> ValueOrigin | None:
        """The file and line that the answer at `path` is taken over from; None where the sheet says it
        itself, or nobody does.
        """
        there, here = self._there(path), self.answers.location(path)
        if there is None or here is None or self._inherited is None:
            return None
        if not same(value_at(self._inherited[0], there), value_at(self.answers.tree, here)):
            return None
        self._now()
        return None if locate(self._said[1], path) is not None else self._inherited[1].get(there)

    def inherited(self, path: str) -> str:
        """The file of `origin`; "" where there is none."""
        origin = self.origin(path)
        return origin.file if origin else ""

    def _there(self, path: str) -> Location | None:
        """The location of `path` in what is inherited."""
        if not self._base:
            return None
        if self._inherited is None:
            found = trace(self._base)
            first: dict[Location, ValueOrigin] = {}
            for where, origin in found.origins.items():
                for length in range(len(where) + 1):
                    first.setdefault(where[:length], origin)
            self._inherited = found.tree, first
        return locate(self._inherited[0], path)

    # --- changing it there
    # --------------------------------------------------------------------------------------------------------

    def record_there(self, change: Change, name: str = "") -> str:
        """Make `change`, which sets one field, in the included file `name` (that it is inherited from,
        without one), at once and for every
        sheet that includes it. Gives the file.

        Raises SheetError where the path is not inherited, where the file is open elsewhere or says something
        else by now, and where the
        sheet would not come to say exactly this and nothing else new; and OutputError. Then nothing was
        changed. `undo` does not take it back:
        the change that does is made in the same way. The version before stays beside the file.
        """
        self._must_hold()
        name = name or self.inherited(change.path)
        if not name:
            raise SheetError(f"{change.path} is not inherited", "Change it here.")
        _must_be_ours(name)
        own = self._own()
        wanted = Answers(deepcopy(self.answers.tree))
        self._change_file(name, change, own)
        wanted.apply(change)
        self._take_in(own, wanted.tree)
        return name

    def _change_file(self, name: str, change: Change, own: Tree) -> None:
        if pending(name):
            raise SheetError(
                f"{name} has answers beside it that are not in it yet",
                f"Take them up first: {to_type('edit', name)}",
            )
        there = self.open(name)
        try:
            if not same(there.answers.get(change.path), self.answers.get(change.path)):
                raise SheetError(
                    f"{name} says something else at {change.path} than it did",
                    "Open this sheet again to see it.",
                )
            wanted = Answers(deepcopy(self._whole(own, self._with(name, there._own()))))
            wanted.apply(change)
            self._must_be_known(there, change)
            there.record_at_once(
                change, lambda file: self._must_come_to(wanted.tree, own, self._with(name, file))
            )
        except (NoPlace, ValueError) as error:
            raise SheetError(f"{name}: {error}", "Change it here.") from None
        finally:
            there.close()

    def _must_be_known(self, there: Inheriting, change: Change) -> None:
        """An included file may not come to name what only this sheet has: the other sheets that include it
        would lack it.
        """
        after = Answers(deepcopy(there.answers.tree))
        after.apply(change)
        new = unknown_ids(after.tree) - unknown_ids(there.answers.tree)
        if new:
            raise SheetError(
                f"{there.path} has nothing of the id “{min(new)}”, which stands in this sheet alone",
                "Change it here.",
            )

    def _with(self, name: str, file: Tree) -> list[Layer]:
        """The included files, that of the name `name` holding `file`."""
        return [
            Layer(layer.source, _without(file, "include")) if layer.source.name == name else layer
            for layer in self._base
        ]

    def _must_come_to(self, wanted: Tree, own: Tree, base: list[Layer]) -> None:
        if not same(self._whole(own, base), wanted):
            raise SheetError(
                "Other answers of this sheet hang on how the included file says it",
                "Change it here, or change the file itself.",
            )

    # --- including another file
    # ----------------------------------------------------------------------------------------------------

    def take_over(self, name: str) -> None:
        """Include the file or profile `name` from now on: what it says is no longer said by the sheet itself.
        Saved when this returns.

        Raises SheetError where it cannot be included; then nothing was changed.
        """
        self.save()
        self._include(name, self.answers.tree, again=False)

    def bring_in(self, name: str) -> Callable[[], None]:
        """Include the file or profile `name` from now on, with all that it holds beside what the sheet says:
        that stands as it is, and first.
        Saved when this returns. Gives what takes it out again, which raises SheetError where the sheet has
        changed since.

        Raises SheetError where it cannot be included; then nothing was changed.
        """
        self.save()
        before, old = self._now(), self.answers.tree
        known = {layer.source.name for layer in self._layers}
        added = _without(
            merge(
                [
                    layer
                    for layer in layers_of(self._source, self._head(name))[:-1]
                    if layer.source.name not in known
                ]
            ),
            "schema_version",
        )
        validate({"schema_version": old["schema_version"], **added}, SourceFile(name, "", ""))
        _must_be_free(added, old, name)
        self._include(name, _combined(old, added), again=True)
        after = self._now()

        def back() -> None:
            self.save()
            if not same(self._now(), after):
                raise SheetError(
                    f"{self.path} was changed since {name} was included",
                    f"Take {name} out of its `include`, in the file.",
                )
            self._put(rewrite(self._source.text, before))
            self._take_in(before, old)

        return back

    def _head(self, name: str) -> Tree:
        now = self._now()
        own: Tree = {name: now[name] for name in ("schema_version", "anchor_key") if name in now}
        return {**own, "include": [*split(now, self._source)[0], name]}

    def _include(self, name: str, wanted: Tree, again: bool) -> None:
        """Include `name` too, so that the sheet says `wanted`; what it says although it is inherited then, it
        keeps saying if `again`.
        """
        self._must_hold()
        head = self._head(name)
        base, now = merge(layers_of(self._source, head)[:-1]), self._now()
        self._put(
            rewrite(
                self._source.text,
                {
                    **head,
                    **overlay(_without(base, *head), _without(wanted, *head), _without(now, *head), again),
                },
            )
        )
        self._take_in(self._now(), {**wanted, "include": head["include"]})


# --- trees
# ------------------------------------------------------------------------------------------------------------


def _without(tree: Tree, *names: str) -> Tree:
    return {name: value for name, value in tree.items() if name not in names}


def _combined(old: Tree, added: Tree) -> Tree:
    """`old` with what `added` has beside it: what both say is as `old` says it, and what is new in a list
    stands last.
    """
    both = merge([Layer(_NOWHERE, added), Layer(_NOWHERE, old)])
    for name, entries in both.items():
        if isinstance(entries, list) and is_keyed(entries) and isinstance(old.get(name), list):
            order = [entry_key(entry) for entry in old[name]]
            entries.sort(
                key=lambda entry: order.index(entry_key(entry)) if entry_key(entry) in order else len(order)
            )
    return both


def _must_be_free(added: Tree, old: Tree, name: str) -> None:
    """An id names one thing in a sheet: those of `added` may not be of something else in `old`."""
    for top, value in added.items():
        taken = set(ids_in(value)) & set(ids_in(_without(old, top)))
        if taken:
            raise SheetError(
                f"{name}: “{min(taken)}” names something else in this sheet",
                "Change the id in one of the two.",
            )


def _must_be_ours(name: str) -> None:
    """Raise OutputError for a file that is drafter's own, or that nobody is to write."""
    real = Path(os.path.realpath(name))
    if real.is_relative_to(_PACKAGE):
        raise OutputError(f"{name} is a part of drafter", "Change it here.")
    if not real.exists():
        raise SheetError(f"{name} is no longer there", "Change it here.")
    if not (os.access(real, os.W_OK) and real.stat().st_mode & 0o222):
        raise OutputError(f"{name} may only be read", "Change it here, or allow the file to be written.")

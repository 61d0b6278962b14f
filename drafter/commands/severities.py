"""The file `checks.yaml` of a firm under the lint: what of it changes nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Iterator

from drafter.checks import CHECKS
from drafter.checks.engine.acceptance import Concern
from drafter.errors import DrafterError
from drafter.library.lint.flaws import Flaw

if TYPE_CHECKING:
    from drafter.library import Library

__all__ = ["named_check_flaws", "severity_flaws"]


def named_check_flaws(library: Library, folder: Path) -> Iterator[Flaw]:
    """Checks that courts and causes of the folder name, and that there are not."""

    for path in sorted([*(folder / "courts").glob("*.yaml"), *(folder / "causes").glob("[!_.]*.md")]):
        try:
            named = _checks_named(library, path)
        except DrafterError:
            continue  # told by the lint of the file itself
        for own in named:
            if own not in CHECKS:
                lines = path.read_text(encoding="utf-8").split("\n")
                line = next((at for at, words in enumerate(lines, 1) if own in words), 1)
                yield Flaw(
                    path, line, "error", f"There is no check {own}.", "`drafter list checks` lists them."
                )


def _checks_named(library: Library, path: Path) -> list[str]:
    if path.parent.name == "courts":
        return list(library.court(path.stem).severities)
    cause = library.cause(path.stem)
    told = [one.told_by for one in cause.after_filing] + [one.told_by for one in cause.pre_suit]
    return [str(own) for own in told if own]


def severity_flaws(library: Library, folder: Path) -> Iterator[Flaw]:
    """Severities of the folder's `checks.yaml` that are without effect: of a hole in the draft, which nobody
    makes less grave, and of a check that there is not. An error where the file does not load.
    """
    path = folder / "checks.yaml"
    if not path.is_file() or library.find(path.name) != path:
        return

    try:
        changes = library.severities()
    except DrafterError as error:
        yield Flaw(path, 1, "error", error.message, error.hint)
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    yield from _limit_flaws(path, library)
    for own in changes:
        line = next(
            (at for at, words in enumerate(lines, 1) if re.search(rf"\b{re.escape(own)}\b", words)), 1
        )
        if own not in CHECKS:
            yield Flaw(
                path, line, "warning", f"There is no check {own}.", "`drafter list checks` lists them."
            )
        elif CHECKS[own].concern is Concern.HOLE:
            told = f"{own} finds a hole in the draft: the severity given here is without effect."
            yield Flaw(path, line, "warning", told, "Take it out: a hole is filled, not accepted.")


def _limit_flaws(path: Path, library: Library) -> Iterator[Flaw]:
    """Limits of `checks.yaml` that no check goes by."""

    lines = path.read_text(encoding="utf-8").split("\n")
    for own, changes in library.limits().items():
        line = next((at for at, words in enumerate(lines, 1) if own in words), 1)
        there = CHECKS[own].limits if own in CHECKS else {}
        given = {
            name
            for one in changes
            for name in ("stale_after", "most_pages")
            if getattr(one, name) is not None
        }
        for name in sorted(given - set(there)):
            hint = f"It goes by {', '.join(there)}." if there else "It has no limit that a firm sets."
            yield Flaw(path, line, "warning", f"{own} does not go by {name}.", hint)

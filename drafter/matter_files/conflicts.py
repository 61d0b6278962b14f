"""What only a person can say of a sheet that is open elsewhere, of an older version, or changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Sequence

from drafter.errors import SheetError, to_type
from drafter.matter_files import private_disk as disk
from drafter.matter_files.lock import Lock
from drafter.matter_files.migrating import version_of
from drafter.matter_files.upgrade import carry_out, planned
from drafter.tree.differences import Decide, Decision, Difference, MergeConflict
from drafter.wording import counted
from drafter.yamltext.read import SourceFile, read_sheet
from drafter.yamltext.versions import current

__all__ = [
    "changed_meanwhile",
    "decided",
    "locked",
    "make_room",
    "of_this_version",
    "unsaved_conflict",
]


def make_room(path: Path, real: Path) -> None:
    """The folder of a sheet that is not there yet."""
    if os.path.lexists(real):
        raise SheetError(f"{path} is there already", f"Go on with it: {to_type('edit', path)}")
    disk.private_folder(real.parent)


def locked(path: Path, real: Path, decide: Decide | None) -> Lock:
    lock = Lock.take(real)
    if isinstance(lock, Lock):
        return lock
    decided(
        MergeConflict(
            "locked",
            f"{path} is open: {lock}.",
            [],
            {
                "mine": "Take it over. The other session can then save nothing more.",
                "stop": "Leave it to them.",
            },
        ),
        decide,
    )
    lock = Lock.take(real, by_force=True)
    assert isinstance(lock, Lock)
    return lock


def of_this_version(path: Path, decide: Decide | None) -> tuple[SourceFile, dict[str, Any]]:
    """The sheet, which this session has locked; one of an older version is brought forward first, if a person
    says so. Raises SheetError.
    """
    source, tree = read_sheet(path)
    if version_of(tree, source) == current():
        return source, tree

    plan = planned(path)
    assert plan is not None
    choices: dict[Decision, str] = {
        "migrate": f"Save it as version {current()}; the file as it is now is kept beside it.",
        "stop": "Leave it as it is.",
    }
    message = "\n  ".join(
        [
            (
                f"{path} is of version {plan.version} of the fact sheet’s form. To save it as version"
                f" {current()}:"
            ),
            *plan.short(),
        ]
    )
    try:
        decided(MergeConflict("version", message, [], choices), decide)
    except SheetError:
        raise SheetError(message, f"Nothing was changed. To save it so: {to_type('migrate', path)}") from None
    carry_out(plan)
    return read_sheet(path)


def decided(conflict: MergeConflict, decide: Decide | None) -> str:
    """The decision. Raises SheetError for “stop”, and where there is no person to ask."""
    decision = decide(conflict) if decide else "stop"
    if decision in conflict.choices and decision != "stop":
        return decision
    remedy = (
        "Close it there."
        if conflict.kind == "locked"
        else "Nothing was overwritten; drafter edit shows both and asks."
    )
    shown = [difference.path for difference in conflict.fields[:8]] + (
        ["…"] if len(conflict.fields) > 8 else []
    )
    raise SheetError(conflict.message + (f" They differ in {', '.join(shown)}." if shown else ""), remedy)


def unsaved_conflict(path: Path, number: int, fields: Sequence[Difference]) -> MergeConflict:
    return MergeConflict(
        "journal",
        f"{path} was changed after a session ended without saving; {counted(number, 'answer')} of that"
        " session: in the journal beside it.",
        fields,
        {
            "mine": "Put those answers into the sheet as it is now.",
            "theirs": "Keep the sheet as it is, and put those answers aside.",
            "stop": "Leave both as they are.",
        },
    )


def changed_meanwhile(path: Path, fields: Sequence[Difference], both: bool) -> MergeConflict:
    choices: dict[Decision, str] = {"merge": "Keep both: no field was changed by both."} if both else {}
    choices |= {
        "mine": f"Write this session’s version; theirs stays in .{path.name}.bak.",
        "theirs": "Keep the file as it is, and put this session’s answers aside.",
        "stop": "Leave both as they are; the answers stay in the journal.",
    }
    return MergeConflict(
        "changed", f"{path} was changed by another program since it was opened here.", fields, choices
    )

"""A tree brought forward to this version of the fact sheet’s form."""

from __future__ import annotations

from typing import Any

from drafter.errors import SheetError
from drafter.yamltext.read import SourceFile
from drafter.yamltext.steps import NotForward
from drafter.yamltext.versions import current, forward

__all__ = ["brought_forward", "migrate", "not_forward", "version_of"]


def migrate(tree: dict[str, Any], source: SourceFile, to: int = 0) -> dict[str, Any]:
    """`tree` in the form of this version (or of `to`); the same object where it has it already. Raises
    SheetError for a sheet without a version,
    from a later drafter, or that cannot be brought forward.
    """
    version = version_of(tree, source)
    if version > (to or current()):
        raise SheetError(
            f"{source.at(('schema_version',))}: this file is of version {version}, and answers stand beside"
            f" the sheet that were given in version {to}",
            "Open the sheet with the drafter that wrote them and save it there, or remove its journal.",
        )
    return tree if version == (to or current()) else brought_forward(tree, version, source, to)


def version_of(tree: dict[str, Any], source: SourceFile) -> int:
    """The version of the form that a tree says it has. Raises SheetError for none, and for one that this
    drafter does not know.
    """
    version = tree.get("schema_version")
    if version is None:
        raise SheetError(
            f"{source.name}:1: schema_version is missing",
            f"Write “schema_version: {current()}” on the first line.",
        )
    if not (isinstance(version, str) and version.isdecimal() and int(version) >= 1):
        raise SheetError(
            f"{source.at(('schema_version',))}: schema_version is a number",
            f"This drafter writes “schema_version: {current()}”.",
        )
    if int(version) > current():
        raise SheetError(
            f"{source.at(('schema_version',))}: this sheet was written by a later drafter (version {version};"
            f" this one reads up to {current()})",
            "Upgrade with: python -m pip install --upgrade drafter",
        )
    return int(version)


def brought_forward(tree: dict[str, Any], version: int, source: SourceFile, to: int = 0) -> dict[str, Any]:
    try:
        return forward(tree, version, to=to or None)[0]
    except NotForward as problem:
        raise not_forward(problem, version, source) from None


def not_forward(problem: NotForward, version: int, source: SourceFile) -> SheetError:
    """What is told of a sheet that cannot be brought forward."""
    return SheetError(
        f"{source.at(problem.location)}: this sheet of version {version} cannot be brought forward:"
        f" {problem.problem}",
        "Mend this line in the sheet and run the command again.",
    )

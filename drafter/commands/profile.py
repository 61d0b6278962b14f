"""`drafter profile`: the user's own profiles of defendants, firms and facts: list them, save one out of a
sheet.
"""

from __future__ import annotations

import argparse

from drafter.commands.common import loaded
from drafter.errors import SheetError, UsageError
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.include import profile_path, profiles_folder
from drafter.reuse.new_matter import profile_of, profiles, save_profile
from drafter.yamltext.read import read_sheet

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter profile` takes."""
    command.add_argument("what", choices=("list", "save"))
    command.add_argument(
        "sheet", metavar="SHEET", nargs="?", default="", help="the fact sheet to save it out of"
    )
    command.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        default="",
        help="what of it: defendants.acme, counsel, allegations.ID",
    )
    command.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="the profile's name, as in acme-inc"
    )
    command.add_argument(
        "--use", action="store_true", help="let the sheet itself take it over from the profile from now on"
    )
    command.add_argument("--force", action="store_true", help="write a profile of that name anew")


def run(options: argparse.Namespace) -> int:
    """List the profiles, or save one. Raises SheetError, UsageError, OutputError."""

    if options.what == "list":
        return _list()
    if not (options.sheet and options.path and options.name):
        raise UsageError(
            "profile save needs a sheet, a path in it and a name",
            "As in: drafter profile save lee.yaml defendants.acme acme",
        )
    sheet = loaded(options)
    path = save_profile(options.name, profile_of(sheet.tree, options.path), options.force, options.sheet)
    print(f"Saved: {path}. A sheet takes it over with: include: [profile:{options.name}]")
    if options.use:
        keeper = EditingSession.open(options.sheet)
        try:
            keeper.take_over(f"profile:{options.name}")
        finally:
            keeper.close()
        print(f"{options.sheet} takes it over from there now.")
    return 0


def _list() -> int:

    names = profiles()
    if not names:
        print(
            f"No profiles in {profiles_folder()}. Save one: drafter profile save SHEET defendants.acme acme"
        )
    for name in names:
        try:
            _, tree = read_sheet(profile_path(name))
        except SheetError as error:
            print(f"{name}: cannot be read: {error.message}")
            continue
        parts = [
            _called(entry)
            for top in ("counsel", "defendants", "allegations")
            for entry in tree.get(top) or []
            if isinstance(entry, dict)
        ]
        print(f"{name}: {'; '.join(filter(None, parts[:4])) or ', '.join(tree)}")
    return 0


def _called(entry: dict[str, object]) -> str:
    return next(
        (
            str(entry[name])
            for name in ("name", "firm", "heading", "gist", "text")
            if isinstance(entry.get(name), str)
        ),
        "",
    )

"""`drafter export`: the whole sheet, with what it includes, as one file; or a redacted copy of it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from drafter.commands.common import loaded, sheet_option
from drafter.errors import UsageError
from drafter.matter_files.exported import head, head_for
from drafter.matter_files.guard import SHEETS, files_of, may_write
from drafter.matter_files.load import Loaded, must_load
from drafter.matter_files.private_disk import put_in_place
from drafter.reuse.recipients import RECIPIENTS
from drafter.reuse.redaction import Redacted, redacted
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import new

__all__ = ["options", "run"]

_UNCHANGED = (
    "Not replaced: names of defendants, counsel and judges; counties and States; dates, towns and the course"
    " of events in the text. They may still tell who is meant."
)

_WAIVER = (
    "Names and facts stand in it as the firm has them: it is privileged, and stays so only with its reader."
)


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter export` takes."""
    sheet_option(command)
    command.add_argument("-o", "--output", metavar="OUT.yaml", required=True, help="where to write the copy")
    command.add_argument(
        "--redacted",
        action="store_true",
        help="put stand-ins for clients’ and witnesses’ names, and leave out what only they know",
    )
    command.add_argument(
        "--for",
        dest="recipient",
        choices=RECIPIENTS,
        help="; ".join(f"{name}: {one.what}" for name, one in RECIPIENTS.items()),
    )
    command.add_argument(
        "--client", metavar="ID", default="", help="the plaintiff who gets the client's copy"
    )
    command.add_argument("--force", action="store_true", help="overwrite a file that is there")


def run(options: argparse.Namespace) -> int:
    """Write the copy. Raises SheetError, UsageError, OutputError."""
    out = Path(options.output)
    sheet = loaded(options)
    if options.recipient:
        return _run_for(options, sheet, out)
    copy = redacted(sheet.tree) if options.redacted else None
    tree = copy.tree if copy else _whole(sheet, out)
    text = head("" if copy else options.sheet) + new(tree)
    _write(text, out, sheet, options.force)
    if copy is None:
        print(
            f"{out}: the whole of"
            f" {options.sheet}{f', from {len(sheet.layers)} files' if len(sheet.layers) > 1 else ''}."
        )
        return 0
    _print_summary(out, copy)
    return 0


def _run_for(options: argparse.Namespace, sheet: Loaded, out: Path) -> int:
    if options.redacted:
        raise UsageError(
            "--redacted and --for are two kinds of copy", "Say one of them: an expert's copy is redacted."
        )
    recipient = RECIPIENTS[options.recipient]
    tree = sheet.tree if options.recipient == "expert" else _whole(sheet, out)
    copy = recipient.copy(tree, options.client)
    _write(head_for(options.recipient, recipient.what) + new(copy.tree), out, sheet, options.force)
    print(f"{out}: {recipient.what}. Replaced or left out:")
    print(*(f"  {kind}: {count}" for kind, count in sorted(copy.counts.items()) if count), sep="\n")
    print(_UNCHANGED if options.recipient == "expert" else _WAIVER)
    print("A person must read the copy before it leaves the firm.")
    return 0


def _write(text: str, out: Path, sheet: Loaded, force: bool) -> None:
    data = text.encode()
    may_write(out, SHEETS, files_of(sheet), data, force=force)
    must_load(text, out)
    put_in_place(out, data)


def _whole(sheet: Loaded, out: Path) -> dict[str, Any]:
    """The sheet's tree as it stands alone at `out`: without its includes, the files it names named from
    there.
    """
    tree: dict[str, Any] = parse(
        new({name: value for name, value in sheet.tree.items() if name != "include"}), str(out)
    )
    there = os.path.relpath(os.path.realpath(Path(sheet.source.name).parent), os.path.realpath(out.parent))
    renamed: dict[str, Any] = _renamed(tree, there)
    return tree if there == "." else renamed


def _renamed(value: Any, there: str) -> Any:
    if isinstance(value, list):
        return [_renamed(entry, there) for entry in value]
    if not isinstance(value, dict):
        return value
    files = ("file", "figure", "reused_from")
    return {
        name: (
            os.path.normpath(os.path.join(there, entry))
            if name in files and isinstance(entry, str)
            else _renamed(entry, there)
        )
        for name, entry in value.items()
    }


def _print_summary(out: Path, copy: Redacted) -> None:
    print(f"{out}: a redacted copy. Replaced or left out:")
    for kind, count in sorted(copy.counts.items()):
        if count:
            print(f"  {kind}: {count}")
    if copy.names.are_in(out.name.replace("_", " ").title()):
        print("The name of the file itself tells a name: give it another.")
    print(_UNCHANGED)
    print("A person must read the copy before it leaves the firm.")

"""`drafter changes`: what was added, removed or reworded since a draft was made, with the paragraphs then and
now.
"""

from __future__ import annotations

import argparse
import os
from typing import Any, Iterator

from drafter import __version__
from drafter.commands.common import loaded, print_json, sheet_option, templates_option
from drafter.complaint import assemble
from drafter.complaint.snapshot import paragraphs_of
from drafter.errors import DrafterError, NotFound, to_type
from drafter.library import open_library
from drafter.matter_files.draft_records import DraftRecord, DraftSnapshot, drafts_of, snapshot_of
from drafter.matter_files.load import Loaded
from drafter.tree.changes import Changed, changed
from drafter.wording import counted

__all__ = ["options", "run", "since_option", "the_draft"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter changes` takes."""
    sheet_option(command)
    since_option(command)
    command.add_argument("--format", choices=("text", "json"), default="text")
    templates_option(command)


def since_option(command: argparse.ArgumentParser) -> None:
    """Which draft something is compared with."""
    command.add_argument(
        "--since",
        metavar="DRAFT",
        default="latest",
        help="the draft's number or file (default: the last one)",
    )


def run(options: argparse.Namespace) -> int:
    """Print what changed since the draft that the options name. Raises SheetError, NotFound."""
    sheet = loaded(options)
    since = the_draft(options)
    before = snapshot_of(options.sheet, since.number)
    library = open_library(options.templates)
    now = _paragraphs(sheet, options, since)
    found = changed(before.tree, sheet.tree)
    others = list(_others(sheet, options, since, library.fingerprint()))
    if options.format == "json":
        print_json(_page(since, found, others, before, now))
        return 0
    print(f"Since draft {since.number} ({since.when}, {since.out}):")
    for line in [*_report(found, before.paragraphs, now), *others]:
        print(line)
    if not found and not others:
        print("Nothing changed.")
    elif not found:
        print("The facts are the same.")
    return 0


def the_draft(options: argparse.Namespace) -> DraftRecord:
    """The draft that `--since` names by number or file; the last without it. Raises NotFound."""
    past = drafts_of(options.sheet)
    if not past:
        raise NotFound(
            f"{options.sheet}: no draft of it is recorded",
            f"Drafts are recorded as they are made: {to_type('draft', options.sheet)}",
        )
    if options.since in ("", "latest"):
        return past[-1]
    wanted = os.path.abspath(options.since)
    found = next(
        (entry for entry in reversed(past) if str(entry.number) == options.since or entry.out == wanted), None
    )
    if found is None:
        listed = "; ".join(
            f"{entry.number}: {entry.when} {os.path.basename(entry.out)}" for entry in past[-8:]
        )
        raise NotFound(
            f"{options.since}: no such draft of {options.sheet} is recorded", f"Recorded: {listed}."
        )
    return found


def _paragraphs(sheet: Loaded, options: argparse.Namespace, since: DraftRecord) -> dict[str, list[str]]:
    """The paragraphs as they would be numbered now; none where the sheet cannot be drafted as it stands."""
    try:
        own = str(sheet.sheet.court.id) if sheet.sheet.court else ""
        return paragraphs_of(
            assemble(sheet, open_library(options.templates), since.court if since.court != own else "")
        )
    except DrafterError:
        return {}


def _others(sheet: Loaded, options: argparse.Namespace, since: DraftRecord, templates: str) -> Iterator[str]:
    """What else the draft was made from and is no longer the same."""
    where = os.path.dirname(os.path.abspath(options.sheet))
    included = {os.path.relpath(os.path.abspath(name), where): sha256 for name, sha256 in sheet.hashes}
    for name in sorted({*included, *since.included}):
        if included.get(name) != since.included.get(name):
            what = (
                "is included now"
                if name not in since.included
                else "is included no more"
                if name not in included
                else "was changed"
            )
            yield f"{name} {what}."
    if templates != since.templates and __version__ == since.drafter:
        yield "The templates or profiles of courts were changed."
    if __version__ != since.drafter:
        yield f"It was drafted by drafter {since.drafter}; this is {__version__}."


def _report(found: list[Changed], before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[str]:
    group = ""
    for change in found:
        if change.group != group:
            group = change.group
            yield f"\n{group}"
        yield (
            f"  {change.act}: {change.path}"
            + (f" “{change.name}”" if change.path != "allegations" and "“" not in change.path else "")
            + _numbers(change, before, now)
        )
        for name, old, new in change.fields:
            yield (
                f"      {name}: {f'“{old}”' if old else 'nothing'} became {f'“{new}”' if new else 'nothing'}"
            )
    moved = sum(
        1
        for path, numbers in now.items()
        if path.startswith("allegations.")
        and path in before
        and before[path] != numbers
        and path not in {change.path for change in found}
    )
    if moved:
        yield f"\n{counted(moved, 'further allegation')} only renumbered."


def _numbers(change: Changed, before: dict[str, list[str]], now: dict[str, list[str]]) -> str:
    old, new = (_ranges(paragraphs.get(change.path, [])) for paragraphs in (before, now))
    if change.act == "added":
        return f" (¶ {new})" if new else ""
    if change.act == "removed":
        return f" (was ¶ {old})" if old else ""
    return (
        f" (¶ {new}; was ¶ {old})"
        if old and new and old != new
        else f" (¶ {new or old})"
        if new or old
        else ""
    )


def _ranges(numbers: list[str]) -> str:
    """“12, 14-16” for 12, 14, 15, 16; the first few only."""
    runs: list[list[int]] = []
    for number in sorted({int(each) for each in numbers if each.isdecimal()}):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return ", ".join(shown[:6]) + (", …" if len(shown) > 6 else "")


def _page(
    since: DraftRecord,
    found: list[Changed],
    others: list[str],
    before: DraftSnapshot,
    now: dict[str, list[str]],
) -> dict[str, Any]:
    return {
        "format": 1,
        "since": since._asdict(),
        "changes": [
            {
                **change._asdict(),
                "fields": [{"field": name, "before": old, "after": new} for name, old, new in change.fields],
                "paragraphs_before": before.paragraphs.get(change.path, []),
                "paragraphs_now": now.get(change.path, []),
            }
            for change in found
        ],
        "others": others,
    }

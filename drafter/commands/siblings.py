"""`drafter siblings`: one matter for several courts, or several actions made from one: drafts of each, and
what differs and why.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.checks import run_checks
from drafter.commands.common import loaded, templates_option
from drafter.commands.draft import guard, numbered, write_draft
from drafter.compare.courts import changes
from drafter.complaint import Draft, assemble
from drafter.errors import SheetError, UsageError, to_type
from drafter.findings import Finding
from drafter.library import open_library
from drafter.matter_files.load import Loaded, load, validate
from drafter.matter_files.private_disk import put_in_place
from drafter.printing import WORD
from drafter.reuse.overlap import overlap
from drafter.tree.changes import changed
from drafter.tree.merge import Layer, merge
from drafter.tree.paths import walk
from drafter.wording import counted
from drafter.yamltext.read import SourceFile, contents, parse
from drafter.yamltext.rewrite import new
from drafter.yamltext.versions import current

__all__ = ["options", "run"]


class Sibling(NamedTuple):
    """One of the drafts: the sheet it is of (it need not be on the disk), the draft, its findings, and the
    text of an overlay that is not there yet.
    """

    path: str
    loaded: Loaded
    draft: Draft
    findings: list[Finding]
    text: str = ""

    @property
    def name(self) -> str:
        """The file's name and the court."""
        return f"{os.path.basename(self.path)} ({self.draft.matter.profile.id})"


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter siblings` takes."""
    command.add_argument(
        "sheet", metavar="SHEET", nargs="?", default="", help="the fact sheet they are made from"
    )
    command.add_argument(
        "--courts", metavar="IDS", default="", help="one matter for these courts, as in cand,nysd,ilnd"
    )
    command.add_argument(
        "--overlays",
        metavar="FILE",
        nargs="+",
        default=[],
        help="sheets that each include the matter and say what is their own",
    )
    command.add_argument(
        "--write",
        action="store_true",
        help="write the overlays and the drafts; without it, only the report is made",
    )
    command.add_argument(
        "-o", "--output", metavar="FOLDER", default="", help="the folder of the drafts (default: this one)"
    )
    command.add_argument("--force", action="store_true", help="overwrite drafts that were edited since")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Draft each sibling, say what differs from the first and why, and which may not be filed together. Gives
    1 where a finding of severity error stands. What is written is written before anything is told, so that
    who stops reading loses no file.
    """
    if bool(options.courts) == bool(options.overlays):
        raise UsageError(
            "siblings needs --courts or --overlays",
            "As in: drafter siblings lee.yaml --courts cand,nysd, or --overlays lee-cand.yaml lee-nysd.yaml",
        )
    made = list(_of_courts(options) if options.courts else _of_overlays(options))
    written = _write(made, options) if options.write else []
    for one in made:
        _print_sibling(one)
    for other in made[1:]:
        print(f"\n{made[0].name} and {other.name}:")
        for line in _differences(made[0], other):
            print(f"  {line}")
    print()
    for line in _together(made):
        print(line)
    for line in written:
        print(line)
    return int(any(finding.stands for one in made for finding in one.findings))


# --- making them
# ------------------------------------------------------------------------------------------------------------


def _of_courts(options: argparse.Namespace) -> Iterator[Sibling]:
    """The sheet as it is for its own court, and through an overlay for every other."""

    library = open_library(options.templates)
    base = loaded(options)
    ids = [name.strip() for name in options.courts.split(",") if name.strip()]
    if not ids:
        raise UsageError(
            "--courts names no court", "As in: --courts cand,nysd; `drafter list courts` has their ids."
        )
    own = str(base.sheet.court.id) if base.sheet.court else ""
    files = {court: options.sheet if court == own else _overlay_path(options.sheet, court) for court in ids}
    for court in ids:
        library.court(court)
    for court, path in files.items():
        if court == own:
            yield _sibling(path, base, options)
            continue
        tree = _overlay(
            base,
            court,
            os.path.basename(options.sheet),
            [os.path.basename(other) for other in files.values() if other != path],
        )
        text = "# The same matter for another court. Only one of its siblings is to be filed.\n" + new(tree)
        source = SourceFile(path, text, "")
        over = parse(text, path)
        layers = [
            *(base.layers or [Layer(base.source, base.tree)]),
            Layer(source, {name: value for name, value in over.items() if name != "include"}),
        ]
        layers = [
            layer._replace(tree={name: value for name, value in layer.tree.items() if name != "include"})
            for layer in layers
        ]
        whole = {**merge(layers), "include": over["include"]}
        sheet = validate(whole, source, layers)
        yield _sibling(path, Loaded(sheet, source, list(walk(sheet)), [], whole, layers), options, text)


def _overlay_path(sheet: str, court: str) -> str:
    stem, ending = os.path.splitext(sheet)
    return f"{stem}.{court}{ending}"


def _overlay(base: Loaded, court: str, name: str, alternatives: list[str]) -> dict[str, Any]:
    """The overlay of a sheet for another court: what is the court's own, and the facts of venue, is cleared,
    so that it is asked for anew.
    """
    now = base.tree.get("court") or {}
    cleared = {
        field: {"clear": "true"}
        for field in ("county", "division", "division_reason", "judge", "standing_order_read")
        if field in now
    }
    venue = {"venue": {"clear": "true"}} if "venue" in base.tree else {}
    return {
        "schema_version": str(current()),
        "include": [name],
        "court": {"id": court, **cleared},
        **venue,
        "alternatives": alternatives,
    }


def _of_overlays(options: argparse.Namespace) -> Iterator[Sibling]:

    named = ([options.sheet] if options.sheet else []) + options.overlays
    once: dict[str, str] = {}
    for path in named:  # a sheet named twice is one action
        once.setdefault(os.path.realpath(path), path)
    for path in once.values():
        yield _sibling(path, load(path), options)


def _sibling(path: str, sheet: Loaded, options: argparse.Namespace, text: str = "") -> Sibling:

    draft = assemble(sheet, open_library(options.templates))
    return Sibling(path, sheet, draft, run_checks(draft), text)


def _write(made: list[Sibling], options: argparse.Namespace) -> list[str]:
    """Write the overlays that are not there yet, and each draft beside the others; gives a line on each. What
    can be refused is refused before anything is written.
    """

    if options.output and not os.path.isdir(options.output):
        raise UsageError(
            f"{options.output}: there is no such folder", "Make it first; the drafts are written into it."
        )
    for one in made:
        guard(_target(one, options), one.loaded, options.force, WORD(numbered(one.draft, one.loaded)))
        if one.text and os.path.lexists(one.path) and not _holds(one.path, one.text):
            raise UsageError(
                f"{one.path} is there already", f"Name it: {to_type('siblings', '--overlays', one.path)} …"
            )
    lines: list[str] = []
    for one in made:
        if one.text and not os.path.lexists(one.path):
            put_in_place(Path(one.path), one.text.encode())
            lines.append(f"Overlay: {one.path}")
        target = _target(one, options)
        write_draft(target, one.loaded, one.draft, options.force)
        lines.append(f"Draft: {target}")
    return lines


def _holds(path: str, text: str) -> bool:
    """Whether the file is what would be written: it was, before drafter was stopped."""

    try:
        return contents(path) == text.encode()
    except SheetError:
        return False


def _target(one: Sibling, options: argparse.Namespace) -> str:
    return os.path.join(options.output or "", f"{os.path.splitext(os.path.basename(one.path))[0]}.docx")


# --- telling
# ------------------------------------------------------------------------------------------------------------


def _print_sibling(one: Sibling) -> None:
    paragraphs = one.draft.paragraph_count
    errors = sorted({finding.check for finding in one.findings if finding.stands})
    sheet = one.draft.matter.raw
    who = " and ".join(str(party.short or party.name) for party in sheet.plaintiffs)
    print(
        f"{one.name}: {who}; {paragraphs} paragraphs, {counted(len(sheet.claims), 'claim')},"
        f" {len(sheet.classes)} {'class' if len(sheet.classes) == 1 else 'classes'}; "
        + (f"not ready: {', '.join(errors)}." if errors else "no error stands.")
    )


def _differences(first: Sibling, other: Sibling) -> Iterator[str]:
    """What differs: the forum's form and substance, the facts, and the findings that only one of the two
    has.
    """

    same_court = first.draft.matter.profile.id == other.draft.matter.profile.id
    yield from [] if same_court else changes(first.draft, other.draft)
    for change in changed(first.loaded.tree, other.loaded.tree):
        if change.path.split(".")[0] in ("include", "alternatives", "matter"):
            continue
        fields = "; ".join(
            f"{name}: {f'“{old}”' if old else 'nothing'} becomes {f'“{new}”' if new else 'nothing'}"
            for name, old, new in change.fields
        )
        why = _reason(other.loaded, change.path) if change.act == "removed" else ""
        yield (
            f"{change.group}: {change.path} {'differs' if change.act == 'changed' else change.act}"
            + (f" ({fields})" if fields else "")
            + (f": {why}" if why else "")
            + "."
        )
    for own, theirs, words in ((other, first, other.name), (first, other, first.name)):
        there = {(finding.check, finding.where) for finding in theirs.findings}
        for finding in own.findings:
            if (finding.check, finding.where) not in there and finding.severity.value != "advice":
                yield f"Only in {words}: {finding.check} ({finding.severity.value}) {finding.message}"


def _reason(sheet: Loaded, path: str) -> str:
    """The reason an overlay gives for what it drops."""
    top, _, own = path.partition(".")
    for layer in sheet.layers:
        for entry in layer.tree.get(top) or []:
            if isinstance(entry, dict) and entry.get("id") == own and "drop" in entry:
                return str(entry.get("why", "")).rstrip(".")
    return ""


def _together(made: list[Sibling]) -> Iterator[str]:
    """Which may not be filed together, and what each court is to be told of those that are."""

    side_by_side = set()
    for position, one in enumerate(made):
        for other in made[position + 1 :]:
            shared = overlap(one.draft.matter.raw, other.draft.matter.raw)
            if shared:
                yield (
                    f"NOT TO BE FILED TOGETHER: {one.name} and {other.name}: {', '.join(shared.plaintiffs)}"
                    f" against {', '.join(shared.defendants)}, for classes that may share members (REU-001)."
                )
            else:
                side_by_side |= {one.name, other.name}
    for one in made:
        if one.name in side_by_side:
            key = one.draft.matter.profile.related_cases
            rule = one.draft.matter.library.authorities()[str(key)].printed if key else ""
            words = (
                f"a notice is due under {rule}"
                if rule
                else "no rule of this court on related cases is loaded; read its own"
            )
            yield (
                f"{one.name}: what is filed beside it is a related case: {words}. Name it under related_cases"
                " (LOC-002 looks for the notice)."
            )

"""`drafter package`: the complaint, its exhibits and every paper that is due, in a folder with a manifest."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from drafter.commands.common import loaded, sheet_option, templates_option
from drafter.errors import UsageError
from drafter.filing.due import PaperDue
from drafter.filing.own_complaint import differences, text_of
from drafter.filing.package import MANIFEST, Package, PackageFile, listed_only, make, manifest
from drafter.filing.preflight import Preflight, look
from drafter.library import open_library
from drafter.matter_files.guard import files_of, may_write
from drafter.matter_files.load import Loaded
from drafter.matter_files.private_disk import private_folder, put_in_place
from drafter.matter_files.sidecar import MalformedRecord, read_json
from drafter.wording import counted
from drafter.yamltext.read import contents

__all__ = ["options", "run"]

ENDINGS = (".docx", ".pdf", ".json", ".png", ".jpg", ".jpeg", ".txt")
MOST = 2**28


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter package` takes."""
    sheet_option(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="where to make it (default: the sheet's name, in this folder)",
    )
    command.add_argument("--court", metavar="ID", default="", help="for another court")
    command.add_argument("--check", action="store_true", help="only list what is due, and make nothing")
    command.add_argument(
        "--complaint",
        metavar="FILE",
        help="the complaint as it will be filed, .docx or .pdf, in place of the draft",
    )
    command.add_argument(
        "--pdf", action="store_true", help="make PDFs of the Word files too, through LibreOffice"
    )
    command.add_argument(
        "--for-filing",
        action="store_true",
        help="look first at what a clerk would reject, and refuse while any stands",
    )
    command.add_argument("--force", action="store_true", help="overwrite files that were edited since")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Make the package, or list what it wants. 1 where a paper is missing or has blanks."""
    sheet, library = loaded(options), open_library(options.templates)
    if options.check:
        return _list(listed_only(sheet, library, options.court))
    own = _own_complaint(options.complaint)
    printed = options.pdf or options.for_filing
    package = make(sheet, library, options.court, printed, own, options.for_filing)
    if options.for_filing and _refused(look(package, bool(own))):
        return 1
    differing = _differing(package) if own else []
    folder = Path(options.output or os.path.splitext(os.path.basename(options.sheet))[0] + ".package")
    _write(package, sheet, folder, options.force, differing)
    code = _list(package)
    print(f"{folder}: {counted(len(package.files), 'file')}, and {MANIFEST} with the hash of each.")
    return code


def _refused(found: Preflight) -> bool:
    """Say what the look before filing found; whether the package is not to be filed."""
    for title, lines in (
        ("Findings that were accepted", found.accepted),
        ("Law that was not read as text", found.unread),
        ("Not confirmed", found.confirm),
        ("Only the portal knows", found.reminders),
    ):
        if lines:
            print(f"{title}:", *(f"  {line}" for line in lines), "", sep="\n")
    for fault in found.faults:
        print(f"[{fault.kind}] {fault.where}: {fault.message}. {fault.fix}".rstrip())
    if found.faults:
        print(f"\nNOT FILED: {counted(len(found.faults), 'fault')}. Nothing was written.")
    return bool(found.faults)


def _own_complaint(file: str | None) -> tuple[str, bytes] | None:
    """The partner's own file: its ending and its bytes. Raises UsageError for what is neither."""
    if not file:
        return None
    ending = os.path.splitext(file)[1].lower()
    if ending not in (".docx", ".pdf"):
        raise UsageError(
            f"{file} is neither a Word file nor a PDF", "Name the complaint as it will be filed."
        )
    data = contents(file, most=MOST)
    if not data.startswith(b"PK" if ending == ".docx" else b"%PDF"):
        raise UsageError(f"{file} is no {ending} file", "Save it again from the program that made it.")
    return ending, data


def _differing(package: Package) -> list[str]:
    """Say in what the complaint as it is filed differs from the sheet, from which the papers are made."""
    file = package.files[0]
    found = list(differences(text_of(file.data, file.name), package.complaint))
    for told in found:
        print(f"The complaint differs from the sheet: {told}.")
    if found:
        print(
            f"The papers say what the sheet does. The {counted(len(found), 'difference')} are in {MANIFEST}."
        )
    return found


def _write(package: Package, sheet: Loaded, folder: Path, force: bool, differing: list[str]) -> None:
    """Every file of the package and the manifest, after each was looked at: what drafter did not write there,
    or was edited since, stays. Raises UsageError or OutputError.
    """
    known = _written_before(folder)
    files = {file.name: file.data for file in package.files} | {MANIFEST: manifest(package, sheet, differing)}
    for below in sorted({folder / os.path.dirname(name) for name in files}):
        private_folder(below)
    for name, data in files.items():
        may_write(
            folder / name, ENDINGS, files_of(sheet), data, known.get(name, ()), force or name == MANIFEST
        )
    for name, data in files.items():
        put_in_place(folder / name, data)
    left = sorted(name for name in known if name not in files and (folder / name).is_file())
    for name in left:
        print(f"Left from an earlier package, and no part of this one: {folder / name}")


def _written_before(folder: Path) -> dict[str, tuple[str, ...]]:
    """What the manifest of an earlier package says was written there, by name."""
    if not (folder / MANIFEST).is_file():
        return {}
    try:
        page = read_json(contents(folder / MANIFEST, most=MOST))
        return {str(one["name"]): (str(one["sha256"]),) for one in page["files"]}
    except (MalformedRecord, KeyError, TypeError, ValueError):
        return {}


def _list(package: Package) -> int:
    """The papers, by when they are due, with what is missing; the exit code."""
    made = {id(file.paper): file for file in package.files if file.paper is not None}
    for stage in dict.fromkeys(due.due for due in package.papers):
        print(f"\nDue {stage}:")
        for due in package.papers:
            if due.due == stage:
                _tell(due, made.get(id(due)))
    for exhibit in package.exhibits:
        if exhibit.problem:
            print(f"\nExhibit {exhibit.label}: {exhibit.problem}.")
        elif exhibit.taken:
            print(f"\nExhibit {exhibit.label}: taken out of the filing copy: {', '.join(exhibit.taken)}.")
    blanks = sum(len(file.blanks) for file in package.files)
    missing = [due.title for due in package.missing]
    print()
    if missing:
        print(f"Not there: {'; '.join(missing)}.")
    if blanks:
        print(f"{counted(blanks, 'blank')} in what was made.")
    return int(bool(missing or blanks or any(one.problem for one in package.exhibits)))


def _tell(due: PaperDue, file: PackageFile | None) -> None:
    party = f", {due.party.rpartition('.')[2]}" if due.party else ""
    blanks = f", {counted(len(file.blanks), 'blank')}" if file and file.blanks else ""
    made = f"made{blanks}" if file else due.state
    data = file is not None and file.what == "data"
    state = "form: data page made" if data else made if due.state == "to make" else due.state
    day = f", {due.day:%B} {due.day.day}, {due.day.year}" if due.day else ""
    print(f"  [{state}] {due.title}{party}{day}: {due.why}.")
    if due.paper and due.paper.signer == "plaintiff" and due.state != "ready":
        print("      to be signed by the plaintiff; drafter neither signs nor dates it")
    for law in due.law:
        if law.cite:
            print(f"      {law.cite} [{law.status.replace('_', ' ')}]")

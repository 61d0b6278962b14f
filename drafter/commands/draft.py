"""`drafter draft`: the Word draft, its annotated copy, and the last lines."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.checks import run_checks
from drafter.checks.document import blanks_of
from drafter.commands.common import loaded, sheet_option, templates_option
from drafter.commands.drafting import made_to_check, verdict
from drafter.commands.watching import watch
from drafter.compare.courts import against_own_court
from drafter.complaint.snapshot import blocks_of, paragraphs_of, stamped
from drafter.errors import DrafterError, UsageError
from drafter.filing.signing import as_filed
from drafter.interview.fronts.opening import open_file
from drafter.matter_files.draft_records import (
    announce,
    draft_number,
    known_hashes,
    record,
    register_lock,
    replace_malformed_register,
)
from drafter.matter_files.guard import files_of, may_write
from drafter.matter_files.private_disk import put_in_place, sha256
from drafter.printing import ANNOTATED, PDF, TEXT, WORD
from drafter.wording import counted

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.findings import Finding
    from drafter.matter_files.load import Loaded

__all__ = ["draft_of", "guard", "numbered", "options", "run", "write_draft"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter draft` takes."""
    sheet_option(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT.docx|OUT.pdf",
        help="where to write it (default: the sheet's name, .docx, in this folder)",
    )
    command.add_argument("--court", metavar="ID", default="", help="draft it for another court")
    command.add_argument(
        "--annotate",
        action="store_true",
        help="also write a marked copy with findings and sources as comments",
    )
    command.add_argument(
        "--final",
        action="store_true",
        help="as it is filed: no DRAFT in the header, and nothing in the file that ties it to the sheet",
    )
    command.add_argument("--text", action="store_true", help="print the draft as plain text instead")
    command.add_argument("--force", action="store_true", help="overwrite a draft that was edited since")
    command.add_argument("--open", action="store_true", help="open the draft when it is written")
    command.add_argument(
        "--watch", action="store_true", help="draft again each time the sheet is saved, until Ctrl-C"
    )
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Write the Word draft of a fact sheet, or print it as plain text; with --watch again after each save.
    Raises UsageError, SheetError, OutputError.
    """
    if options.open and options.text and not options.output:
        raise UsageError("--open: there is no file to open where the text is printed", "Name one with -o.")
    if not options.watch:
        return _once(options)
    return watch(options.sheet, lambda: _again(options))


def _again(options: argparse.Namespace) -> int:
    """One draft of many: it is opened once."""
    code = _once(options)
    options.open = False
    return code


def draft_of(sheet: str, templates: str | None) -> int:
    """Write the Word draft of `sheet` as `drafter draft SHEET` would. Raises as `run` does."""
    command = argparse.ArgumentParser()
    options(command)
    return run(command.parse_args([*(["--templates", templates] if templates else []), "--", sheet]))


def _once(options: argparse.Namespace) -> int:
    sheet = loaded(options)
    drafted = made_to_check(options, sheet)
    findings = run_checks(drafted)
    if options.text:
        return _as_text(options, sheet, drafted, findings)
    target = _target(options)
    moved = _redrafted(drafted, options) if options.court else []
    copy = {_annotated_name(target): ANNOTATED(drafted, findings)} if options.annotate else {}
    if options.final:
        drafted = _final(drafted, sheet)
    write_draft(target, sheet, drafted, options.force, copy)
    for path in copy:
        print(f"Annotated copy (work product, not for filing): {path}")
    code = _summary(drafted, findings, target)
    for line in moved:
        print(line)
    if options.open:
        open_file(target)
    return code


def _final(drafted: Draft, sheet: Loaded) -> Draft:
    """The draft as it is filed, with the signature that stands under its words."""
    made, lapsed = as_filed(drafted, sheet.source.name)
    if lapsed:
        print(f"The signature of {lapsed} is gone: the complaint changed since. Sign it again: drafter sign.")
    return made


def _redrafted(draft: Draft, options: argparse.Namespace) -> list[str]:
    """What is not as in the sheet's own court; told last, and looked at before anything is written."""

    return list(against_own_court(draft, options.sheet, options.templates))


def _as_text(options: argparse.Namespace, sheet: Loaded, drafted: Draft, findings: list[Finding]) -> int:
    """Print the draft, or write it where -o says. What stands against filing is told beside it."""
    text = TEXT(drafted).decode()
    if options.output:
        _write({options.output: f"{text}\n".encode()}, TEXT.endings, sheet, options.force)
        if options.open:
            open_file(options.output)
    else:
        print(text)
    return verdict(findings, sys.stdout if options.output else sys.stderr)


def _target(options: argparse.Namespace) -> str:
    if options.output:
        return str(options.output)
    stem = os.path.splitext(os.path.basename(options.sheet))[0]
    parts = (stem, options.court, "final" if options.final else "", "docx")
    return ".".join(part for part in parts if part)


def write_draft(
    target: str, sheet: Loaded, drafted: Draft, force: bool = False, others: dict[str, bytes] | None = None
) -> None:
    """Write a draft, with `others` made of it, and record it beside its sheet; a PDF where `target` is to be
    one. Raises UsageError and OutputError, before anything is written: what was edited since is not
    overwritten without `force`.
    """
    pdf = os.path.splitext(target)[1].lower() in PDF.endings
    data = (PDF if pdf else WORD)(numbered(drafted, sheet))
    _write({target: data, **(others or {})}, (*WORD.endings, *PDF.endings), sheet, force, drafted)


def numbered(drafted: Draft, sheet: Loaded) -> Draft:
    """The draft with the number it is recorded under; as it is where there is no record to read."""
    matter = drafted.matter
    if drafted.document.meta.final:
        return drafted
    try:
        number = draft_number(sheet, str(matter.profile.id), (__version__, matter.library.fingerprint()))
    except (DrafterError, OSError):
        return drafted
    return stamped(drafted, number)


def guard(
    target: str, sheet: Loaded, force: bool, data: bytes = b"", endings: tuple[str, ...] = WORD.endings
) -> None:
    """Refuse to overwrite what is never overwritten, and what was edited since it was written; none known
    counts as edited.
    """

    may_write(target, endings, files_of(sheet), data, known_hashes(sheet.source.name, target), force)


def _write(
    files: dict[str, bytes],
    endings: tuple[str, ...],
    sheet: Loaded,
    force: bool,
    drafted: Draft | None = None,
) -> None:
    """Write the files of one draft, each whole or not at all, and keep beside the sheet what the draft was
    made from.
    """

    name = sheet.source.name
    with ExitStack() as held:
        problem = _tried(lambda: held.enter_context(register_lock(name))) or _tried(
            lambda: _warn(replace_malformed_register(name))
        )
        for target, data in files.items():
            guard(target, sheet, force, data, endings)
        problem = problem or _tried(
            lambda: announce(name, {target: sha256(data) for target, data in files.items()})
        )
        for target, data in files.items():
            _replace(target, data)
        if drafted is not None:
            problem = problem or _tried(lambda: _record(files, sheet, drafted))
    _warn(problem)


def _tried(step: Callable[[], object]) -> str:
    """What is to be told where a step fails that the draft does not depend on: the folder of the sheet does
    not take its record.
    """
    try:
        step()
    except (DrafterError, OSError) as problem:
        return (
            "the draft could not be recorded beside the sheet, and will count as edited:"
            f" {getattr(problem, 'message', problem)}"
        )
    return ""


def _warn(problem: str) -> None:
    if problem:
        print(f"drafter: {problem}", file=sys.stderr)


def _record(files: dict[str, bytes], sheet: Loaded, drafted: Draft) -> None:

    matter = drafted.matter
    (target, hashed), *others = ((name, sha256(data)) for name, data in files.items())
    made_with = (__version__, matter.library.fingerprint())
    blocks = blocks_of(drafted.document)
    court = str(matter.profile.id)
    record(sheet, target, hashed, court, made_with, paragraphs_of(drafted), dict(others), blocks)


def _replace(target: str, data: bytes) -> None:

    put_in_place(Path(target), data, lasting=False)


def _annotated_name(target: str) -> str:
    """The file of the annotated copy beside a draft."""
    return os.path.splitext(target)[0] + ANNOTATED.ending


def _summary(draft: Draft, findings: list[Finding], target: str) -> int:

    paragraphs = draft.paragraph_count
    blanks = sum(1 for _ in blanks_of(draft))
    claims = len(draft.matter.raw.claims)
    print(
        f"{target}: {paragraphs} paragraphs, {counted(claims, 'claim')}, {counted(blanks, 'blank')},"
        f" {counted(len(findings), 'finding')}."
    )
    return verdict(findings)

"""`drafter draft`: the Word draft, its annotated copy, and the last lines."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.commands.common import counted, loaded, made_to_check, verdict
from drafter.errors import OutputError, UsageError

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.facts.load import Loaded
    from drafter.findings import Finding

__all__ = ["draft", "guard", "write_draft"]


def draft(options: argparse.Namespace) -> int:
    """Write the Word draft of a fact sheet."""
    sheet = loaded(options)
    drafted = made_to_check(options, sheet)
    from drafter.checks import run

    findings = run(drafted)
    if options.text:
        from drafter.text import render

        print(render(drafted.document))
        return verdict(findings, sys.stderr)
    target = _target(options)
    write_draft(target, sheet, drafted, options.force)
    if options.annotate:
        _annotated(drafted, findings, target)
    code = _summary(drafted, findings, target)
    if options.court:
        _redrafted(drafted, options)
    return code


def _redrafted(draft: Draft, options: argparse.Namespace) -> None:
    from drafter.complaint.forum import against_own_court

    for line in against_own_court(draft, options.sheet, options.templates):
        print(line)


def _target(options: argparse.Namespace) -> str:
    if options.output:
        if os.path.isdir(options.output):
            raise UsageError(f"{options.output} is a folder", "Name the file: -o DIR/NAME.docx")
        return str(options.output)
    stem = os.path.splitext(os.path.basename(options.sheet))[0]
    return f"{stem}.{options.court}.docx" if options.court else f"{stem}.docx"


def write_draft(target: str, sheet: Loaded, drafted: Draft, force: bool = False) -> None:
    """Write a draft and record it beside its sheet. Raises OutputError; a draft that was edited since is not overwritten without `force`."""
    from drafter.word import write

    guard(target, sheet.source.name, force)
    _write(target, write(drafted.document), sheet, drafted)


def guard(target: str, sheet: str, force: bool) -> None:
    """Refuse to overwrite a draft that was edited since it was written; none known counts as edited."""
    if force or not os.path.exists(target):
        return
    with open(target, "rb") as file:
        there = _sha256(file.read())
    from drafter.facts.drafts import hash_of

    if hash_of(sheet, target) != there:
        raise OutputError(f"{target} was edited since it was drafted, or was not drafted from this sheet", "Name another file with -o, or say --force.")


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _write(target: str, data: bytes, sheet: Loaded, drafted: Draft) -> None:
    """Write the draft whole or not at all, and keep beside the sheet what it was made from."""
    from drafter.complaint.snapshot import paragraphs_of
    from drafter.facts.drafts import record

    _replace(target, data)
    matter = drafted.matter
    try:
        record(sheet, target, _sha256(data), str(matter.profile.id), (__version__, matter.library.fingerprint()), paragraphs_of(drafted))
    except OutputError as problem:
        print(f"drafter: the draft could not be recorded beside the sheet, and will count as edited: {problem.message}", file=sys.stderr)


def _replace(target: str, data: bytes) -> None:
    from pathlib import Path

    from drafter.facts.disk import put_in_place

    put_in_place(Path(target), data, lasting=False)


def _annotated(draft: Draft, findings: list[Finding], target: str) -> None:
    from drafter.word import Comment, write

    comments = [Comment(finding.block, f"{finding.check} {finding.severity.value}: {finding.message} {finding.fix}".strip()) for finding in findings]
    for own, allegation in draft.matter.allegations.items():
        if allegation.source is not None:
            shown = {name: value for name, value in vars(allegation.source).items() if value not in (None, [], "")}
            comments.append(Comment(own, "Source: " + "; ".join(f"{name.rstrip('_')}: {', '.join(value) if isinstance(value, list) else value}" for name, value in shown.items())))
    path = f"{os.path.splitext(target)[0]}.annotated.docx"
    _replace(path, write(draft.document, comments))
    print(f"Annotated copy (work product, not for filing): {path}")


def _summary(draft: Draft, findings: list[Finding], target: str) -> int:
    from drafter.document import NumberedParagraph

    paragraphs = sum(isinstance(block, NumberedParagraph) for block in draft.document.body)
    blanks = sum(finding.check == "DOC-010" for finding in findings)
    claims = len(draft.matter.raw.claims)
    print(f"{target}: {paragraphs} paragraphs, {counted(claims, 'claim')}, {counted(blanks, 'blank')}, {counted(len(findings), 'finding')}.")
    return verdict(findings)

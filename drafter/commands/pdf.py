"""`drafter pdf`: a PDF of a Word file, or of the draft of a fact sheet."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from drafter.commands.common import loaded, templates_option
from drafter.commands.draft import write_draft
from drafter.commands.drafting import made
from drafter.errors import UsageError
from drafter.matter_files.guard import SHEETS, may_write
from drafter.matter_files.private_disk import put_in_place
from drafter.pdf.office import to_pdf
from drafter.yamltext.read import contents

__all__ = ["options", "run"]

MOST = 2**28
"""The largest Word file that is read, in bytes."""


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter pdf` takes."""
    command.add_argument("file", metavar="FILE.docx|SHEET", help="a Word file, or a fact sheet to draft")
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT.pdf",
        help="default: the file's name, in this folder",
    )
    command.add_argument("--court", metavar="ID", default="", help="of a sheet: draft it for another court")
    command.add_argument("--force", action="store_true", help="overwrite a PDF that is there already")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Write the PDF. Raises UsageError where LibreOffice or the extra is not installed."""
    stem, ending = os.path.splitext(os.path.basename(options.file))
    out = options.output or f"{stem}{'.' if options.court else ''}{options.court}.pdf"
    if ending.lower() in SHEETS:
        _must_be_pdf(out)
        options.sheet = options.file
        sheet = loaded(options)
        write_draft(out, sheet, made(options, sheet), options.force)
    elif ending.lower() == ".docx":
        _of_word(options.file, out, options.force)
    else:
        raise UsageError(
            f"{options.file} is neither a Word file nor a fact sheet",
            "Name a file that ends in .docx, .yaml or .yml.",
        )
    print(f"{out}: tagged PDF/A-2, made through LibreOffice. Look at its pages before it is filed.")
    return 0


def _must_be_pdf(out: str) -> None:
    if not out.lower().endswith(".pdf"):
        raise UsageError(f"{out}: it is made as a PDF", "Give it a name that ends in .pdf.")


def _of_word(file: str, out: str, force: bool) -> None:
    """The PDF of anybody's Word file."""
    data = contents(file, most=MOST)
    if not data.startswith(b"PK"):
        raise UsageError(f"{file} is no .docx file", "Open it in Word and save it as a .docx.")
    _must_be_pdf(out)
    pdf = to_pdf({file: data})[file]
    may_write(out, (".pdf",), [file], pdf, force=force)
    put_in_place(Path(out), pdf)

"""What is wrong with the files of a package as they would be filed: size, text, identifiers, what courts
refuse in a PDF.
"""

from __future__ import annotations

import re
from typing import Iterator

from drafter.errors import SheetError
from drafter.filing.own_complaint import Fault, faults_of_own_complaint
from drafter.filing.package import Package, PackageFile
from drafter.pdf.reading import PdfFile, read_pdf
from drafter.privacy.patterns import RULE_5_2, private

__all__ = ["faults_of_files"]

USUAL_MEGABYTES = 15
"""The size to stay below where a court's own is not known."""
_NAME = re.compile(r"[A-Za-z0-9 ]+\Z")


def faults_of_files(package: Package, own: bool = False) -> Iterator[Fault]:
    """What is wrong with the files; `own` where the complaint is the partner's own. Raises UsageError where
    the extra is not installed and there is a PDF to read.
    """
    limit = package.complaint.matter.profile.file_limit
    most = limit.megabytes if limit else USUAL_MEGABYTES
    for file in package.files:
        stem = file.name.rpartition("/")[2].rpartition(".")[0]
        if not _NAME.match(stem):
            yield Fault("file name", file.name, "the name has punctuation, which portals refuse")
        if len(file.data) > most * 1_000_000:
            known_limit = (
                "the court’s limit" if limit else "what is safe where the court’s limit is not known"
            )
            yield Fault(
                "size", file.name, f"it has more than {most} MB, {known_limit}", "Split or compress it."
            )
        if file.name.endswith(".pdf"):
            yield from _of_pdf(file)
    if own:
        yield from faults_of_own_complaint(package)


def _of_pdf(file: PackageFile) -> Iterator[Fault]:
    try:
        read = read_pdf(file.data, file.name)
    except SheetError as error:
        yield Fault("pdf", file.name, error.message, error.hint)
        return
    if read.encrypted:
        yield Fault("pdf", file.name, "it is encrypted", "Save it without encryption.")
    if read.active:
        yield Fault("pdf", file.name, f"it has {' and '.join(read.active)}", "Print it to a new PDF.")
    if read.odd_pages:
        yield Fault("page size", file.name, f"{_pages(read.odd_pages)} not of letter size", "")
    yield from _text_layer(file, read)


def _text_layer(file: PackageFile, read: PdfFile) -> Iterator[Fault]:
    without = tuple(number for number, text in enumerate(read.pages, 1) if not text)
    if without:
        told = f"{_pages(without)} without text: identifiers not checked: look"
        yield Fault("no text", file.name, told, "Run OCR over it (ocrmypdf), and look at the pages.")
    for number, text in enumerate(read.pages, 1):
        for kind in dict.fromkeys(one.kind for one in private(text, *RULE_5_2)):
            yield Fault(
                "identifier", file.name, f"page {number} has {kind.value}", "Redact it in the original."
            )


def _pages(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown} {'are' if len(numbers) > 1 else 'is'}"

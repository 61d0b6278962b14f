"""What is wrong with the files of a package as they would be filed: size, text, identifiers, what courts
refuse in a PDF; and the partner's own complaint beside the sheet.
"""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.errors import SheetError
from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.filing.package import Package, PackageFile
from drafter.pdf.reading import PdfFile, read_pdf
from drafter.privacy.patterns import RULE_5_2, private
from drafter.reading.file import UnreadableFile
from drafter.reading.reader import read_word

__all__ = ["Fault", "differences", "faults_of_files", "text_of"]

USUAL_MEGABYTES = 15
"""The size to stay below where a court's own is not known."""
_NAME = re.compile(r"[A-Za-z0-9 ]+\Z")


class Fault(NamedTuple):
    """Why a package is not to be filed: what kind of fault, where, what, and what to do."""

    kind: str
    where: str
    message: str
    fix: str = ""


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
        yield from _own_complaint(package)


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


# --- the partner's own file
# ------------------------------------------------------------------------------------------------------------


def text_of(data: bytes, name: str) -> str:
    """The words of a Word file or a PDF. Raises SheetError or UsageError."""
    if name.endswith(".pdf"):
        return "\n".join(read_pdf(data, name).pages)
    try:
        return "\n".join(paragraph.text for paragraph in read_word(data).paragraphs)
    except UnreadableFile as error:
        raise SheetError(f"{name} is {error}", "Open it in Word and save it again.") from None


def _own_complaint(package: Package) -> Iterator[Fault]:
    file = package.files[0]
    try:
        text = text_of(file.data, file.name)
        if file.name.endswith(".docx"):
            yield from _marks_left(file)
    except SheetError as error:
        yield Fault("complaint", file.name, error.message, error.hint)
        return
    for told in differences(text, package.complaint):
        yield Fault("complaint", file.name, told, "Say it in the sheet too, or mend the file.")
    if re.search(r"\[(?!to be assigned)[^\]\n]{3,80}\]", text):
        yield Fault("complaint", file.name, "something stands in square brackets", "Fill it in.")
    if re.search(r"^\s*EXHIBIT [A-Z0-9]{1,3}\s*$", text, re.MULTILINE):
        yield Fault("complaint", file.name, "exhibits are bound into it", "File each by itself.")
    if re.search(r"\bet al\b", text[:1500], re.IGNORECASE):
        yield Fault("caption", file.name, "“et al.” stands on its first page", "Name every party.")


def _marks_left(file: PackageFile) -> Iterator[Fault]:
    """Comments and tracked changes that nobody took out."""
    word = read_word(file.data)
    if word.comments:
        yield Fault("complaint", file.name, "comments stand in it", "Delete them.")
    if any(run.inserted or run.deleted for one in word.paragraphs for run in one.runs):
        yield Fault("complaint", file.name, "tracked changes stand in it", "Accept or reject them.")


def differences(text: str, draft: Draft) -> Iterator[str]:
    """What of the sheet a complaint does not say: parties, counts, classes, jury; and a jury that it alone
    demands.
    """
    there = _plain(text)
    matter = draft.matter
    parties: list[Plaintiff | Defendant] = [*matter.raw.plaintiffs, *matter.raw.defendants]
    for party in parties:
        name = str(known(party.name) or "")
        if name and _plain(name) not in there:
            yield f"{name} is a party in the sheet, and is not named"
    for claim in matter.claims:
        for cause in matter.theories[claim.id]:
            cite = str(cause.citation).split(";")[0]
            if cite and any(sign.isdigit() for sign in cite) and _plain(cite) not in there:
                yield f"nothing cites {cite}, on which a claim of the sheet rests"
    for one in matter.raw.classes:
        name = str(known(one.name) or "")
        if name and _plain(name) not in there:
            yield f"“{name}” is a class in the sheet, and is not named"
    demanded = bool(re.search(r"jury trial|trial by jury", text, re.IGNORECASE))
    if matter.jury != demanded:
        yield (
            "the sheet demands a jury, and it does not"
            if matter.jury
            else "it demands a jury, and the sheet does not"
        )


def _plain(text: str) -> str:
    """A text without case, spaces and the forms of quotation marks, in which words are looked for."""
    return re.sub(r"\s+", "", text.lower().replace("’", "'").replace("“", '"').replace("”", '"'))

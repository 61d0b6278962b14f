"""The partner's own complaint, as it will be filed, beside the sheet and the papers made from it: parties,
counts, law, classes, relief and jury; and what nobody took out of the file.
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
from drafter.pdf.reading import read_pdf
from drafter.printing import TEXT
from drafter.reading.file import UnreadableFile
from drafter.reading.reader import read_word

__all__ = ["Fault", "differences", "faults_of_own_complaint", "text_of"]


class Fault(NamedTuple):
    """Why a package is not to be filed: what kind of fault, where, what, and what to do."""

    kind: str
    where: str
    message: str
    fix: str = ""


def text_of(data: bytes, name: str) -> str:
    """The words of a Word file or a PDF. Raises SheetError or UsageError."""
    if name.endswith(".pdf"):
        return "\n".join(read_pdf(data, name).pages)
    try:
        return "\n".join(paragraph.text for paragraph in read_word(data).paragraphs)
    except UnreadableFile as error:
        raise SheetError(f"{name} is {error}", "Open it in Word and save it again.") from None


def faults_of_own_complaint(package: Package) -> Iterator[Fault]:
    """What is wrong with the partner's own file, and where the sheet and every paper say otherwise.
    Raises UsageError where the extra that reads PDFs is not installed.
    """
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


# --- beside the sheet
# ------------------------------------------------------------------------------------------------------------


def differences(text: str, draft: Draft) -> Iterator[str]:
    """Where a complaint and the sheet differ: parties, counts, the law sued on, classes, relief, jury."""
    there = _plain(text)
    matter = draft.matter
    own = TEXT(draft).decode()
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
    ours, theirs = len(_counts(own)), len(_counts(text))
    if ours != theirs:
        yield f"it has {theirs} counts by its headings, and the sheet {ours}"
    for one in matter.raw.classes:
        name = str(known(one.name) or "")
        if name and _plain(name) not in there:
            yield f"“{name}” is a class in the sheet, and is not named"
    asked, sought = _relief(own), _relief(text)
    yield from (
        f"the sheet asks for {kind}, and its prayer does not" for kind in _RELIEF if kind in asked - sought
    )
    yield from (
        f"its prayer asks for {kind}, and the sheet does not" for kind in _RELIEF if kind in sought - asked
    )
    demanded = bool(re.search(r"jury trial|trial by jury", text, re.IGNORECASE))
    if matter.jury != demanded:
        yield (
            "the sheet demands a jury, and it does not"
            if matter.jury
            else "it demands a jury, and the sheet does not"
        )


_COUNT = re.compile(
    r"^[\s\d]*(?:(COUNT|CLAIM|CAUSE OF ACTION)\s+(?:NO\.\s*)?([IVXLC]+|\d+|[A-Z]+)\b"
    r"|([A-Z-]+)\s+(?:COUNT|CLAIM(?: FOR RELIEF)?|CAUSE OF ACTION)\s*$)",
    re.MULTILINE,
)
_PRAYER = re.compile(
    r"^[\s\d]*(?:PRAYER|REQUEST|DEMAND) FOR (?:RELIEF|JUDGMENT)|WHEREFORE", re.IGNORECASE | re.MULTILINE
)
_RELIEF = {
    "a declaration": r"declar(?:ation|atory|ing)",
    "an injunction": r"injuncti|enjoin",
    "damages": r"damages",
    "statutory damages": r"statutory\s+damages",
    "punitive damages": r"punitive|exemplary",
    "treble damages": r"treble",
    "restitution": r"restitut",
    "disgorgement": r"disgorge",
    "rescission": r"resci(?:ssion|nd)",
    "civil penalties": r"penalt",
    "interest": r"judgment\s+interest",
    "attorneys’ fees": r"attorney(?:s?[’\']?|[’\']s)\s+fees",
}
"""What a prayer asks for, by the words that ask it."""


def _counts(text: str) -> set[str]:
    """The numbers of the counts that a text has headings of, each once."""
    return {found[2] or found[3] for found in _COUNT.finditer(text)}


def _relief(text: str) -> set[str]:
    """What the prayer of a text asks for; nothing where it has none."""
    opened = [found.start() for found in _PRAYER.finditer(text)]
    prayer = text[opened[-1] :] if opened else ""
    return {kind for kind, words in _RELIEF.items() if re.search(words, prayer, re.IGNORECASE)}


def _plain(text: str) -> str:
    """A text without case, spaces and the forms of quotation marks, in which words are looked for."""
    return re.sub(r"\s+", "", text.lower().replace("’", "'").replace("“", '"').replace("”", '"'))

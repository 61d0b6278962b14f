"""How a draft of any paper is printed, in Word, as PDF, as the annotated copy, as text: a class and a row
each.
"""

from __future__ import annotations

from typing import Iterator, Protocol, Sequence

from drafter.complaint import Draft
from drafter.findings import Finding
from drafter.pdf.office import to_pdf
from drafter.text import render
from drafter.word.comments import Comment
from drafter.word.writer import write

__all__ = ["ANNOTATED", "PDF", "PRINTERS", "Printer", "TEXT", "WORD"]


class Printer(Protocol):
    """Prints a draft."""

    ending: str
    """What is put behind the name of a sheet for the file that is made of it."""

    endings: tuple[str, ...]
    """The endings that a file of this kind may have."""

    def __call__(self, draft: Draft, findings: Sequence[Finding] = ()) -> bytes:
        """The file's bytes: the same for the same draft."""


class WordPrinter:
    """The .docx that is filed."""

    ending = ".docx"
    endings: tuple[str, ...] = (".docx",)

    def __call__(self, draft: Draft, findings: Sequence[Finding] = ()) -> bytes:
        return write(draft.document)


class PdfPrinter:
    """The .docx as LibreOffice prints it. Raises UsageError where it, or the extra, is not installed."""

    ending = ".pdf"
    endings: tuple[str, ...] = (".pdf",)

    def __call__(self, draft: Draft, findings: Sequence[Finding] = ()) -> bytes:
        (made,) = to_pdf({draft.document.meta.footer_title.lower(): WORD(draft)}).values()
        return made


class AnnotatedPrinter:
    """The .docx that is not filed: findings and sources as comments, marked as work product on every page."""

    ending = ".annotated.docx"
    endings: tuple[str, ...] = (".docx",)

    def __call__(self, draft: Draft, findings: Sequence[Finding] = ()) -> bytes:
        return write(draft.document, [*map(_of_finding, findings), *_of_sources(draft)])


class TextPrinter:
    """Plain text, one paragraph a line."""

    ending = ".txt"
    endings: tuple[str, ...] = (".txt", ".md")

    def __call__(self, draft: Draft, findings: Sequence[Finding] = ()) -> bytes:
        return render(draft.document).encode()


WORD, PDF, ANNOTATED, TEXT = WordPrinter(), PdfPrinter(), AnnotatedPrinter(), TextPrinter()
PRINTERS: dict[str, Printer] = {"word": WORD, "pdf": PDF, "annotated": ANNOTATED, "text": TEXT}
"""Every printer, by what it prints."""


def _of_finding(finding: Finding) -> Comment:
    text = f"{finding.check} {finding.severity.value}: {finding.message} {finding.fix}".strip()
    return Comment(finding.block, text)


def _of_sources(draft: Draft) -> Iterator[Comment]:
    """A comment on each allegation that names its source, with what the source says."""
    for own, allegation in draft.matter.allegations.items():
        if allegation.source is not None:
            shown = {
                name.rstrip("_"): ", ".join(value) if isinstance(value, list) else value
                for name, value in vars(allegation.source).items()
                if value not in (None, [], "")
            }
            yield Comment(own, "Source: " + "; ".join(f"{name}: {value}" for name, value in shown.items()))

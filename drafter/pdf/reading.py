"""What a PDF says and is: the text of each page, and what courts refuse."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from drafter.errors import DrafterError
from drafter.pdf.binding import LETTER, contents_taken, opened
from drafter.pdf.extra import pypdf

__all__ = ["PdfFile", "read_pdf"]


class PdfFile(NamedTuple):
    """A PDF.

    pages      the text layer of each page, empty where a page has none
    active     what of it courts refuse: form fields, scripts or actions, attached files, media
    encrypted  whether it is, be it without a password
    odd_pages  the pages that are not of letter size, counted from 1
    """

    pages: tuple[str, ...]
    active: tuple[str, ...]
    encrypted: bool
    odd_pages: tuple[int, ...]


def read_pdf(data: bytes, name: str) -> PdfFile:
    """The PDF that `data` is. Raises SheetError for one that is none, is broken or wants a password;
    UsageError where the extra is not installed.
    """
    with opened(data, name) as found:
        active, encrypted = contents_taken(found), bool(found.is_encrypted)
        odd = tuple(number for number, page in enumerate(found.pages, 1) if not _is_letter(page))
        plain = io.BytesIO()
        found.save(plain)
    library = pypdf()
    try:
        read = library.PdfReader(io.BytesIO(plain.getvalue()))
        pages = tuple(_text(page) for page in read.pages)
    except DrafterError:
        raise
    except Exception:  # noqa: BLE001 - a text layer that cannot be read is one that is not there
        pages = ("",) * len(odd)
    return PdfFile(pages, active, encrypted, odd)


def _text(page: Any) -> str:
    try:
        return str(page.extract_text() or "").strip()
    except Exception:  # noqa: BLE001 - as above
        return ""


def _is_letter(page: Any) -> bool:
    box = [float(side) for side in page.mediabox]
    wide, high = abs(box[2] - box[0]), abs(box[3] - box[1])
    return any(
        abs(one - LETTER[0]) < 3 and abs(other - LETTER[1]) < 3 for one, other in ((wide, high), (high, wide))
    )

"""The libraries of the extra `filing`, each imported when it is first needed."""

from __future__ import annotations

import io
import logging
from typing import Any

from drafter.errors import UsageError

__all__ = ["picture_reader", "pikepdf", "pypdf", "reportlab"]


def pikepdf() -> Any:
    """pikepdf, which opens, changes and saves PDFs. Raises UsageError where the extra is not installed."""
    try:
        import pikepdf
    except ImportError:
        raise _not_installed() from None
    return pikepdf


def pypdf() -> Any:
    """pypdf, which reads their text. Raises UsageError where the extra is not installed."""
    try:
        import pypdf
    except ImportError:
        raise _not_installed() from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return pypdf


def reportlab() -> Any:
    """The canvas of reportlab, which draws pages. Raises UsageError where the extra is not installed."""
    try:
        from reportlab.pdfgen import canvas
    except ImportError:
        raise _not_installed() from None
    return canvas


def picture_reader(blob: bytes) -> Any:
    """A picture as reportlab draws it. Raises UsageError where the extra is not installed."""
    try:
        from reportlab.lib.utils import ImageReader
    except ImportError:
        raise _not_installed() from None
    return ImageReader(io.BytesIO(blob))


def _not_installed() -> UsageError:
    return UsageError(
        "PDFs need the extra “filing”, which is not installed", "Install it: pip install 'drafter[filing]'"
    )

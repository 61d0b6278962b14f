"""Scans made readable, where ocrmypdf is installed: a layer of text over pages that have none."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from drafter.pdf.binding import cleaned
from drafter.pdf.reading import read_pdf

__all__ = ["readable"]

SECONDS = 900


def readable(data: bytes, name: str) -> bytes:
    """The PDF with text on each of its pages, where ocrmypdf is installed and can read them; else as it is.
    Raises SheetError or UsageError.
    """
    program = shutil.which("ocrmypdf")
    if program is None or all(read_pdf(data, name).pages):
        return data
    with tempfile.TemporaryDirectory() as folder:
        scan, made = Path(folder) / "scan.pdf", Path(folder) / "made.pdf"
        scan.write_bytes(data)
        command = [program, "--skip-text", "--output-type", "pdf", "--quiet", str(scan), str(made)]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return data
        if done.returncode or not made.is_file():
            return data
        return cleaned(made.read_bytes(), name).data

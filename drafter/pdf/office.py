"""Word files to PDF through LibreOffice, which drafter looks for and never installs.

It runs with a profile folder of its own that is gone afterwards: no setting of the user's, no macro, nothing
fetched that a file links to. The PDF is tagged PDF/A-2 with a bookmark for each heading, and has the same
bytes for the same file, once its days and its id are set.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Mapping

from drafter.errors import OutputError, UsageError
from drafter.pdf.settled import settled

__all__ = ["SAVE_FROM_WORD", "find_office", "with_unbroken_sections", "to_pdf"]

_WITH_TEXT = ("word/document.xml", "word/footnotes.xml")
_BETWEEN = re.compile(rb"(?<=\w\))(?=\(\w{1,5}\))")
SECONDS = 180
"""How long LibreOffice may take for the first file; each further one adds a minute."""
SAVE_FROM_WORD = (
    "Install LibreOffice, or open the .docx in Word and save it as PDF (File, Save As, PDF; Options:"
    " “Create bookmarks using headings”, “Document structure tags” and “PDF/A compliant”)."
)
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
        r"%LocalAppData%\Programs\LibreOffice\program\soffice.com",
    ),
}
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportFormFields":{"type":"boolean","value":"false"}}'
)
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def find_office() -> str | None:
    """The program of LibreOffice: on the path, else where its installers put it. None where it is not."""
    places = [os.path.expandvars(place) for place in _PLACES.get(sys.platform, ())]
    names = [shutil.which(name) for name in ("soffice", "libreoffice")]
    return next((place for place in (*names, *places) if place and os.path.isfile(place)), None)


def to_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs of Word files, by the same names, which are for messages. Raises UsageError where LibreOffice
    or the extra is not installed, OutputError where a file cannot be converted.
    """
    office = find_office()
    if office is None:
        raise UsageError("LibreOffice is not installed, and PDFs are made through it", SAVE_FROM_WORD)
    settled(b"")
    with tempfile.TemporaryDirectory(prefix="drafter-pdf-", ignore_cleanup_errors=True) as folder:
        made = _converted(office, Path(folder), list(files.values()))
    for name, data in zip(files, made, strict=True):
        if data is None:
            raise OutputError(
                f"LibreOffice could not make a PDF of {name}",
                "Open it in Word and save it again; see whether it opens without a warning.",
            )
    return {name: settled(data) for name, data in zip(files, made, strict=True) if data is not None}


def _converted(office: str, folder: Path, files: list[bytes]) -> list[bytes | None]:
    """The PDF of each, None where there is none: all in one run, for the start takes longest."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    named = [folder / f"{number}.docx" for number in range(len(files))]
    for path, data in zip(named, files, strict=True):
        path.write_bytes(with_unbroken_sections(data))
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    _run([*command, "--convert-to", _FILTER, "--outdir", str(folder), *map(str, named)], len(files))
    made = [path.with_suffix(".pdf") for path in named]
    return [path.read_bytes() if path.is_file() else None for path in made]


def with_unbroken_sections(word: bytes) -> bytes:
    """A Word file in which no line may end within “2702(a)(1)”: Word never ends one there, LibreOffice does.
    The sign that forbids it has no width, and is not in the text of the PDF. What is no Word file stays as
    it is.
    """
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(made, "w") as new:
            for item in old.infolist():
                data = old.read(item)
                if item.filename in _WITH_TEXT:
                    data = _BETWEEN.sub("\u2060".encode(), data)
                new.writestr(item, data, item.compress_type)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        return word
    return made.getvalue()


def _run(command: list[str], files: int) -> None:
    import subprocess

    own_group = sys.platform != "win32"
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    ) as office:
        try:
            office.wait(SECONDS + 60 * (files - 1))
        except BaseException as problem:
            if sys.platform != "win32":
                os.killpg(office.pid, signal.SIGKILL)
            office.kill()
            if isinstance(problem, subprocess.TimeoutExpired):
                raise OutputError(
                    f"LibreOffice was not done after {problem.timeout:.0f} seconds, and was stopped",
                    "Close other programs and try again, or save the PDF from Word.",
                ) from None
            raise


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items'
        f' xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )

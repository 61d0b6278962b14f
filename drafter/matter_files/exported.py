"""The head of a fact sheet that drafter exported: it tells a copy, which may be made anew, from a sheet that
somebody works on.
"""

from __future__ import annotations

import os
import re

from drafter import __version__

__all__ = ["REDACTED", "WHOLE", "exported_from", "head", "head_for", "is_sheet_of_its_own"]

WHOLE = "# The whole of a fact sheet as one file, exported by drafter {} from {}.\n"
REDACTED = (
    "# Redacted copy of a fact sheet, made by drafter {}. Names have stand-ins, and much is left out;"
    " it may still tell who is meant.\n# A person must read it before it leaves the firm.\n"
)
FOR = (
    "# Copy of a fact sheet for {}, made by drafter {}: {}.\n# Privileged and confidential; attorney work"
    " product. A person must read it before it leaves the firm.\n"
)
_FROM = re.compile(
    r"# The whole of a fact sheet as one file, exported by drafter [^ ]+ from (?P<name>.+)\.\n"
)
_COPY = re.compile(r"# (?:Redacted copy|Copy) of a fact sheet(?: for [a-z-]+)?, made by drafter ")
_VERSION = re.compile(r"^(?:\ufeff|\{\s*)?[\"']?schema_version[\"']?\s*:", re.MULTILINE)


def head(of: str = "") -> str:
    """The lines an export of the sheet `of` begins with; without one, those of a redacted copy."""
    if not of:
        return REDACTED.format(__version__)
    name = "".join(sign if sign.isprintable() else "\ufffd" for sign in os.path.basename(of))
    return WHOLE.format(__version__, name)


def head_for(recipient: str, what: str) -> str:
    """The lines that a copy for a recipient begins with: for whom, and what it is."""
    return FOR.format(recipient, __version__, what)


def exported_from(text: str) -> str | None:
    """The name of the sheet that `text` says it was exported from; "" for a redacted copy or one for a
    recipient, None for what is no export.
    """
    found = _FROM.match(text)
    return found["name"] if found else "" if _COPY.match(text) else None


def is_sheet_of_its_own(data: bytes) -> bool:
    """Whether a file reads as a fact sheet, and is none that drafter exported."""
    if data[:2] == b"PK" or b"schema_version" not in data:
        return False
    text = data.decode("utf-8-sig", "replace")
    return bool(_VERSION.search(text)) and exported_from(text) is None

"""What drafter raises when nothing can be made.

Problems a user can work with travel as values (`drafter.findings.Finding`); an exception means that there is
no draft, no list, no schema to show. Each carries a message (what, where) and a hint (what to do next);
`drafter.cli` prints them in one place and exits with 2.
"""

from __future__ import annotations

import shlex

__all__ = ["DrafterError", "NotFound", "OutputError", "SheetError", "TemplateError", "UsageError", "to_type"]


class DrafterError(Exception):
    """A message for the user and, in `hint`, the next step."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class SheetError(DrafterError):
    """The fact sheet cannot be read: file, line where there is one, and the remedy are in the message."""


class TemplateError(DrafterError):
    """A template is wrong: file, line and source line are in the message."""


class NotFound(DrafterError):
    """A court, cause of action, template or check that the library does not have."""


class OutputError(DrafterError):
    """The draft cannot be written where it was asked for."""


class UsageError(DrafterError):
    """The command line asks for something that cannot be done."""


def to_type(*words: object) -> str:
    """A command of drafter as it can be typed at a shell, whatever signs the names of files have: `drafter
    edit 'Lee v. Acme.yaml'`.
    """

    return shlex.join(("drafter", *map(str, words)))

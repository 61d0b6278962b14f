"""From the fact sheet and the library to a resolved document. A paper is a template and a row of `papers`."""

from __future__ import annotations

from drafter.complaint.assembling import Draft, assemble, context, missing_to_draft

__all__ = ["Draft", "assemble", "context", "missing_to_draft"]

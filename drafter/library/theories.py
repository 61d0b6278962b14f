"""The causes that a claim may name as its theory: of one law, or core, which the law of any State gives."""

from __future__ import annotations

from drafter.library import CauseOfAction, Library

__all__ = ["cause_named", "is_core"]


def is_core(library: Library, theory: str) -> bool:
    """Whether `theory` names a core cause."""
    return theory in library.ids("core", ".md")


def cause_named(library: Library, theory: str) -> CauseOfAction:
    """The cause that `theory` names, of a core cause its common frame. Raises NotFound, TemplateError."""
    return library.core(theory) if is_core(library, theory) else library.cause(theory)

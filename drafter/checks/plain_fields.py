"""A check on fields that know no marks, where somebody typed one."""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.texts import QUOTATIONS, block_of, texts
from drafter.complaint import Draft
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

__all__ = ["marks_as_typed"]

_MARK = LazyPattern(
    r"(?<![\w*])(?P<stars>\*{1,2})(?=[^\s*])[^*\n]*(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<!\w)__(?=[^\s_])[^_\n]*(?<=[^\s_])__(?!\w)|\"\"[^\"\n]+\"\"",
    "*",
    "__",
    '""',
)
"""Emphasis, underlining, a term to be defined: as prose has them."""


@check("DOC-024", "Mark that prints as it is typed", Severity.WARNING)
def marks_as_typed(draft: Draft) -> Found:
    """A field that is no prose (a name, a title, a number) has marks of prose: stars, underscores or doubled
    quotation marks. There they are signs like others, and print. A quotation prints as it was written.
    """
    for text in texts(draft):
        if text.has_marks or not text.prints or text.path.rpartition(".")[2] in QUOTATIONS:
            continue
        if found := _MARK.search(text.words):
            yield Hit(
                f"{text.path} has marks that print as they are typed: {found[0]}.",
                text.path,
                "Take them out: this field knows no marks.",
                block_of(text.path),
            )

"""The names of reporters and codes of a library, put together once."""

from __future__ import annotations

from functools import lru_cache

from drafter.library import Library
from drafter.library.reporters import CODES, REPORTERS, CitationNames, MoreCodes, Reporters

__all__ = ["citation_names"]


@lru_cache(2)
def citation_names(library: Library) -> CitationNames:
    """The names that the reading of citations goes by."""
    return CitationNames.of(library.own_file(REPORTERS, Reporters), library.own_file(CODES, MoreCodes))

"""How reporters, journals and codes are abbreviated: the files `reporters.yaml`, made from reporters-db, and
`codes.yaml`, with what else is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Iterable, NamedTuple

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Plain

__all__ = ["CODES", "REPORTERS", "CitationNames", "MoreCodes", "NAMES", "Reporters", "squeezed"]

REPORTERS, CODES = "reporters.yaml", "codes.yaml"
"""The files, in drafter's own folder."""


class Reporters(Record):
    """The file `reporters.yaml`."""

    source: Plain = ask("package and version it was made from", default=NOTHING)
    cases: list[Plain] = ask("reporters of decisions", default=list)
    journals: list[Plain] = ask("journals", default=list)
    session_laws: list[Plain] = ask("session laws and registers, cited by volume and page", default=list)
    codes: list[Plain] = ask("codes", default=list)
    states: list[Plain] = ask("States, in letters and whole", default=list)
    abbreviations: list[Plain] = ask("words cut short in names of cases", default=list)


class MoreCodes(Record):
    """The file `codes.yaml`."""

    codes: list[Plain] = ask("codes", default=list)


NAMES: dict[str, type[Record]] = {REPORTERS: Reporters, CODES: MoreCodes}
"""The record of each file."""


@lru_cache(8192)
def squeezed(name: str) -> str:
    """`name` as it is compared, however it is spaced and whatever its apostrophes."""
    return "".join(name.replace("’", "'").split())


class CitationNames(NamedTuple):
    """The names that the reading of citations goes by, each as `squeezed` has it."""

    paged: frozenset[str]
    """Cited by volume and page: reporters, journals, session laws."""
    codes: frozenset[str]
    states: frozenset[str]
    abbreviations: frozenset[str]

    @classmethod
    def of(cls, reporters: Reporters, more: MoreCodes) -> CitationNames:
        """Those of the two files."""
        return cls(
            _squeezed(reporters.cases, reporters.journals, reporters.session_laws),
            _squeezed(reporters.codes, more.codes),
            _squeezed(reporters.states),
            _squeezed(reporters.abbreviations),
        )


def _squeezed(*lists: Iterable[str]) -> frozenset[str]:
    """All names at once, as `squeezed` has one: there are thousands."""
    joined = "\n".join(str(name) for names in lists for name in names)
    return frozenset(joined.replace("’", "'").replace(" ", "").replace("\u00a0", "").split("\n")) - {""}

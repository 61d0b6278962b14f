"""The sections of the interview, what each lacks, and the order in which what is missing is asked."""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.facts.sheet import UNASKED, FactSheet
from drafter.interview.missing import missing
from drafter.interview.questions import Asked
from drafter.interview.sitting import Sitting

__all__ = ["MissingAnswer", "Progress", "SECTIONS", "lacking", "named", "section_of"]

SECTIONS: dict[str, tuple[str, ...]] = {
    "Court": ("court", "matter", "posture", "related_cases", "alternatives", "closed", "searches"),
    "Counsel": ("counsel",),
    "Parties": ("plaintiffs", "plaintiff_groups", "defendants", "defendant_groups", "non_parties", "agency"),
    "Agreements": ("agreements", "statements", "omissions"),
    "Facts": ("allegations", "nature", "injury", "exhibits", "terms", "epigraph", "sections"),
    "Classes": ("classes",),
    "Claims": ("claims", "causes", "claim_patterns"),
    "Relief": ("relief", "jury_demand"),
    "Notices": ("notices", "tolling"),
    "Jurisdiction and venue": ("jurisdiction", "venue"),
    "Signature": ("dated", "filing_package", "cover", "mailings", "interested", "sealing", "legend", "style"),
    "Review": ("accepted_findings", "authorities", "overrides", *UNASKED),
}
"""The sections in order, and the fields of the sheet that each holds."""


class MissingAnswer(NamedTuple):
    """A required question without an answer: its path, and where it is in words."""

    path: str
    title: str


def section_of(path: str) -> str:
    """The section that holds the question at `path`. Raises KeyError for the path of no field."""
    top = path.partition(".")[0]
    return {name: section for section, names in SECTIONS.items() for name in names}[top]


class Progress:
    """What is missing, section by section; worked out again only for what was changed."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self._known: dict[str, tuple[Any, list[Asked]]] = {}

    def lacking(self, section: str) -> list[Asked]:
        """The required questions of a section that have no answer."""
        names, ticks = SECTIONS[section], self.sitting.ticks
        now = [ticks.get(name, 0) for name in ("", *names)]
        if section not in self._known or self._known[section][0] != now:
            tree, forum = self.sitting.keeper.answers.tree, self.sitting.forum
            self._known[section] = now, list(missing(FactSheet, tree, names=names, forum=forum))
        return self._known[section][1]

    def next(self) -> tuple[str, Asked] | None:
        """The next required question without an answer, and its section."""
        return next(
            ((section, self.lacking(section)[0]) for section in SECTIONS if self.lacking(section)), None
        )


def lacking(sitting: Sitting) -> list[MissingAnswer]:
    """Everything that a complaint needs and the sheet does not have, in the order of the sections."""
    progress = Progress(sitting)
    return [
        MissingAnswer(each.path, named(sitting, section, each))
        for section in SECTIONS
        for each in progress.lacking(section)
    ]


def named(sitting: Sitting, section: str, asked: Asked) -> str:
    """Where a question is, and what it asks, in words."""
    before, sitting.section = sitting.section, section
    place = sitting.place(asked.path)
    sitting.section = before
    return f"{place} › {asked.question.prompt}"

"""The hub: the sections of the interview with their state, and the way to the next question."""

from __future__ import annotations

from typing import Iterator

from drafter.facts.sheet import UNASKED
from drafter.interview.asking import Back, Chosen, Hub, Leave, Prompt, Row
from drafter.interview.deciding import saved
from drafter.interview.menu_screen import MenuScreen
from drafter.interview.questions import Asked
from drafter.interview.sections import SECTIONS, Progress, named
from drafter.interview.sitting import Sitting
from drafter.interview.steps import (
    AskMenu,
    Open,
    OpenHub,
    OpenPreview,
    OpenSection,
    OpenStarter,
    Resume,
    Steps,
)

__all__ = ["HubScreen"]

_NEXT, _LEAVE, _STARTER, _PREVIEW, _DRAFT = "next", "leave", "starter", "preview", "draft"
_SCREENS: dict[str, OpenStarter | OpenPreview] = {_STARTER: OpenStarter(), _PREVIEW: OpenPreview()}
_SEEN = "sections seen"
_WAYS = ("Classes", "Claims", "Review")
"""Sections that are entered as they are, and not at the question that is missing."""
_OFTEN = ("Classes", "Agreements", "Notices", "Signature")
"""Sections that ask nothing which every complaint needs, and that most class actions have something in: “Go
on” leads through each of them once.
"""


class HubScreen(MenuScreen):
    """The sections, until the person leaves."""

    done = _LEAVE

    def __init__(self, sitting: Sitting, opened: OpenHub) -> None:
        super().__init__(sitting)
        self.progress = Progress(sitting)

    def steps(self) -> Steps[None]:
        """The sections; neither Back nor Hub leads anywhere from here."""
        while True:
            try:
                yield from self.shown_until_left()
                return
            except (Back, Hub):
                continue

    def describe(self) -> AskMenu:
        """Each section with what it lacks and how many findings it has."""
        self.sitting.section = ""
        self.sitting.stand("")
        self.sitting.refresh()
        rows = list(self._rows())
        self.at = _NEXT if rows[0].key == _NEXT else self.at or "Review"
        return AskMenu(Prompt("section", notes=self._notes()), rows, at=self.at)

    def _rows(self) -> Iterator[Row]:
        upcoming = self.progress.next()
        if upcoming:
            yield Row(_NEXT, f"Go on: {named(self.sitting, *upcoming)}")
        elif section := self._offered():
            yield Row(_NEXT, f"Go on: {section}", "nothing there yet; leave it where the case has none")
        if self.sitting.library is not None and not self.sitting.get("claims"):
            yield Row(_STARTER, "Begin from a kind of case", "its claims, classes and outline; no facts")
        for section, names in SECTIONS.items():
            yield Row(section, section, self._state(section, names))
        if self.sitting.preview is not None:
            yield Row(_PREVIEW, "Preview", "the pages as they will print, with what is weak")
        yield Row(_LEAVE, "Save and leave")
        if self.sitting.preview is not None:
            yield Row(_DRAFT, "Save, leave and write the Word draft")

    def _offered(self) -> str:
        """The next section to be led through that is neither begun nor looked at yet; "" for none."""
        seen = self.sitting.keeper.recall(_SEEN) or []
        return next((one for one in _OFTEN if one not in seen and not self._is_started(one)), "")

    def _is_started(self, section: str) -> bool:
        return any(self.sitting.get(name) for name in SECTIONS[section] if name not in UNASKED)

    def _state(self, section: str, names: tuple[str, ...]) -> str:
        left = len(self.progress.lacking(section))
        found = sum(len(self.sitting.advice(name)) for name in names)
        started = self._is_started(section)
        parts = [
            f"{left} required left"
            if left
            else "done"
            if started
            else "not begun"
            if section != "Review"
            else ""
        ]
        parts += [f"{found} finding{'' if found == 1 else 's'}"] if found else []
        return " · ".join(filter(None, parts))

    def _notes(self) -> tuple[str, ...]:
        left = sum(len(self.progress.lacking(section)) for section in SECTIONS)
        return () if left else ("Every required question has an answer. Review lists what is weak.",)

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Open a section, or the next required question; the sheet is saved at the end of it."""
        key, upcoming = chosen.key, self.progress.next()
        if key == _DRAFT:
            self.sitting.wants_draft = True
            raise Leave()
        if key == _NEXT and not upcoming:
            key = self._offered()
        if key in SECTIONS:
            self.sitting.keeper.remember(_SEEN, sorted({*(self.sitting.keeper.recall(_SEEN) or []), key}))
        try:
            yield self._way(key, upcoming)
        except (Back, Hub):
            pass
        yield from saved(self.sitting)
        return key if key in SECTIONS else ""

    def _way(self, key: str, upcoming: tuple[str, Asked] | None) -> Open:
        if key in _SCREENS:
            return _SCREENS[key]
        if key != _NEXT or not upcoming:
            return OpenSection(key)
        section, asked = upcoming
        return OpenSection(section) if section in _WAYS else Resume(asked.path, flowing=True)

"""The hub: the sections of the interview with their state, and the way to any question of the sheet."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Iterator, NamedTuple

from drafter.facts.sheet import UNASKED, FactSheet
from drafter.interview.asking import Back, Hub, Prompt, Row
from drafter.interview.form import Form, put
from drafter.interview.lists import add, entries, open_list
from drafter.interview.missing import missing
from drafter.interview.questions import Asked
from drafter.interview.shapes import LISTS
from drafter.interview.sitting import Sitting
from drafter.interview.tracing import UNBORN, nearest, trace
from drafter.tree.answers import Change

__all__ = ["RUNS", "SECTIONS", "goto", "hub", "lacking", "section_of"]

SECTIONS: dict[str, tuple[str, ...]] = {
    "Court": ("court", "matter", "posture", "related_cases", "alternatives", "closed", "searches"),
    "Counsel": ("counsel",),
    "Parties": ("plaintiffs", "defendants", "defendant_groups", "non_parties", "agency"),
    "Agreements": ("agreements", "statements", "omissions"),
    "Facts": ("allegations", "nature", "injury", "exhibits", "terms", "epigraph", "sections"),
    "Classes": ("classes",),
    "Claims": ("claims",),
    "Relief": ("relief", "jury_demand"),
    "Notices": ("notices", "tolling"),
    "Jurisdiction and venue": ("jurisdiction", "venue"),
    "Signature": ("dated", "filing_package", "legend", "style"),
    "Review": ("accepted_findings", "authorities", *UNASKED),
}
"""The sections in order, and the fields of the sheet that each holds."""
_NEXT, _LEAVE = "next", "leave"


class MissingAnswer(NamedTuple):
    """A required question without an answer: its path, and where it is in words."""

    path: str
    title: str


def section_of(path: str) -> str:
    """The section that holds the question at `path`. Raises KeyError for the path of no field."""
    top = path.partition(".")[0]
    return {name: section for section, names in SECTIONS.items() for name in names}[top]


# --- what is missing


class State:
    """What is missing, section by section; worked out again only for what was changed."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self._known: dict[str, tuple[Any, list[Asked]]] = {}

    def lacking(self, section: str) -> list[Asked]:
        """The required questions of a section that have no answer."""
        names, ticks = SECTIONS[section], self.sitting.ticks
        now = [ticks.get(name, 0) for name in ("", *names)]
        if section not in self._known or self._known[section][0] != now:
            self._known[section] = (
                now,
                list(
                    missing(
                        FactSheet, self.sitting.keeper.answers.tree, names=names, forum=self.sitting.forum
                    )
                ),
            )
        return self._known[section][1]

    def next(self) -> tuple[str, Asked] | None:
        """The next required question without an answer, and its section."""
        return next(
            ((section, self.lacking(section)[0]) for section in SECTIONS if self.lacking(section)), None
        )


def lacking(sitting: Sitting) -> list[MissingAnswer]:
    """Everything that a complaint needs and the sheet does not have, in the order of the sections."""
    state = State(sitting)
    return [
        MissingAnswer(each.path, _named(sitting, section, each))
        for section in SECTIONS
        for each in state.lacking(section)
    ]


def _named(sitting: Sitting, section: str, asked: Asked) -> str:
    held, sitting.section = sitting.section, section
    place = sitting.place(asked.path)
    sitting.section = held
    return f"{place} › {asked.question.prompt}"


# --- the hub


def hub(sitting: Sitting) -> None:
    """Show the hub until the person leaves by it. Raises Leave."""
    state, at = State(sitting), ""
    while True:
        sitting.section = ""
        sitting.stand("")
        sitting.refresh()
        upcoming = state.next()
        rows = list(_rows(sitting, state, upcoming))
        at = _NEXT if upcoming else at or "Review"
        try:
            key = sitting.asker.menu(Prompt("section", notes=_notes(state)), rows, at=at).key
        except (Back, Hub):
            continue
        if key == _LEAVE:
            return
        at = key if key in SECTIONS else ""
        _enter(sitting, key, upcoming)


def _rows(sitting: Sitting, state: State, upcoming: tuple[str, Asked] | None) -> Iterator[Row]:
    if upcoming:
        yield Row(_NEXT, f"Go on: {_named(sitting, *upcoming)}")
    for section, names in SECTIONS.items():
        yield Row(section, section, _state(sitting, state, section, names))
    yield Row(_LEAVE, "Save and leave")


def _state(sitting: Sitting, state: State, section: str, names: tuple[str, ...]) -> str:
    left, found = len(state.lacking(section)), sum(len(sitting.advice(name)) for name in names)
    begun = any(sitting.get(name) for name in names if name not in UNASKED)
    parts = [
        f"{left} required left" if left else "done" if begun else "not begun" if section != "Review" else ""
    ]
    return " · ".join(filter(None, [*parts, f"{found} finding{'' if found == 1 else 's'}" if found else ""]))


def _notes(state: State) -> tuple[str, ...]:
    left = sum(len(state.lacking(section)) for section in SECTIONS)
    return () if left else ("Every required question has an answer. Review lists what is weak.",)


def _enter(sitting: Sitting, key: str, upcoming: tuple[str, Asked] | None) -> None:
    """Open a section, or the next required question; the sheet is saved at the end of it."""
    try:
        if key == _NEXT and upcoming and upcoming[0] not in RUNS:
            goto(sitting, upcoming[1].path, flowing=True)
        elif key == _NEXT and upcoming:
            sitting.section = upcoming[0]
            RUNS[upcoming[0]](sitting)
        else:
            sitting.section = key
            RUNS.get(key, _fields)(sitting)
    except (Back, Hub):
        pass
    sitting.keeper.save()


# --- sections


def _fields(sitting: Sitting) -> None:
    """A section as it is where it has no way of its own: its only list, or its questions and then all of them
    on one screen.
    """
    names = SECTIONS[sitting.section]
    asked = trace(sitting.get, names[0], sitting.forum)[1]
    if len(names) == 1 and asked is not None and asked.kind in LISTS:
        open_list(sitting, asked)
    else:
        Form(sitting, FactSheet, "", names).run()


def _claims(sitting: Sitting) -> None:
    """Claims by choosing causes and walking their elements; as any other list, where there is no library."""
    asked = trace(sitting.get, "claims", sitting.forum)[1]
    if sitting.library is None or asked is None:
        return _fields(sitting)
    from drafter.interview import claims

    desk = _desk(sitting)

    def new() -> str:
        own = claims.add_claim(desk)
        if own:
            claims.open_claim(desk, own)
        return own

    entries(sitting, asked, new, lambda own: claims.open_claim(desk, own))


def _review(sitting: Sitting) -> None:
    """What is missing, each a row that goes to its question; with a library also the findings."""
    if sitting.findings is not None:
        from drafter.interview.review import review

        tree, pairs, visit = (
            lambda: sitting.keeper.answers.tree,
            partial(_pairs, sitting),
            partial(_visit, sitting),
        )
        return review(sitting.asker, sitting.findings, tree, pairs, visit)
    while True:
        left = lacking(sitting)
        rows = [
            Row("done", "Back to the hub"),
            *(Row(each.path, f"Missing: {each.title}", each.path) for each in left),
        ]
        key = sitting.asker.menu(
            Prompt("review", "Review", notes=(f"{len(left)} required left",)), rows, at="done"
        ).key
        if key == "done":
            return
        _visit(sitting, key)


def _pairs(sitting: Sitting) -> list[tuple[str, str]]:
    return [(each.path, each.title) for each in lacking(sitting)]


def _classes(sitting: Sitting) -> None:
    """The classes; then, for each plaintiff who represents none of them yet, which ones."""
    _fields(sitting)
    for own in sitting.keeper.answers.keys("plaintiffs") if sitting.get("classes") else ():
        if not sitting.get(f"plaintiffs.{own}.represents"):
            _edit(sitting, f"plaintiffs.{own}.represents")


RUNS: dict[str, Callable[[Sitting], None]] = {"Classes": _classes, "Claims": _claims, "Review": _review}
"""Sections that have a way of their own."""


class _Kept:
    """The answers as the claims keep them: through the sitting, so that they can be taken back."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.answers = sitting.keeper.answers

    def record(self, change: Change) -> None:
        """Make the change."""
        self._sitting.record(change)


def _desk(sitting: Sitting) -> Any:
    from drafter.interview.claims import Desk
    from drafter.interview.preview import Preview

    assert sitting.library is not None
    preview = sitting.findings.preview if sitting.findings is not None else Preview(sitting.library)
    edit, new_allegation = partial(_edit, sitting), partial(_new_allegation, sitting)
    return Desk(
        sitting.asker, _Kept(sitting), sitting.library, preview, edit, new_allegation, sitting.unused_id
    )


def _new_allegation(sitting: Sitting) -> str:
    try:
        return add(sitting, "allegations")
    except Back:
        return ""


# --- to any question


def _edit(sitting: Sitting, path: str) -> None:
    """Put the question at `path`, or open the screen of the record or list there. Raises Back, and
    NotAsked.
    """
    steps, asked = trace(sitting.get, path, sitting.forum)
    if asked is None:
        Form(sitting, steps[-1].record, steps[-1].path).screen()
    else:
        sitting.stand(path)
        put(sitting, asked, at=path[len(asked.path) + 1 :])


def _visit(sitting: Sitting, path: str) -> None:
    """`_edit` at `path`, or at the nearest question above it, from another section and back to it."""
    there = nearest(sitting.get, path, sitting.forum)
    if not there:
        sitting.asker.say("This is about the draft, and no one answer.")
        return
    held, sitting.section = sitting.section, section_of(there)
    try:
        if not _as_claim(sitting, there):
            _edit(sitting, there)
    except Back:
        pass
    sitting.section = held


def _as_claim(sitting: Sitting, path: str) -> bool:
    """Open the claim, or the element of it, that `path` names, in the claims' own way; False where it names
    neither.
    """
    parts = path.split(".")
    if (
        sitting.library is None
        or parts[0] != "claims"
        or len(parts) < 2
        or UNBORN in parts
        or not sitting.get(".".join(parts[:2]))
    ):
        return False
    from drafter.interview import claims

    desk = _desk(sitting)
    if len(parts) == 2:
        claims.open_claim(desk, parts[1])
        return True
    element = next(
        (each for each in claims.elements_of(desk, parts[1]) if parts[2:] == ["elements", each.id]), None
    )
    if element is not None:
        claims.element_screen(desk, parts[1], element)
    return element is not None


def goto(sitting: Sitting, path: str, flowing: bool = False) -> None:
    """Put the question at `path`, then show the record it belongs to. `flowing`: go on from it in order.
    Raises Back, and NotAsked.
    """
    sitting.section = section_of(path) if path.partition(".")[0] in FactSheet.questions else ""
    parts = path.split(".")
    if UNBORN in parts:
        owner = ".".join(parts[: parts.index(UNBORN)])
        add(sitting, owner, start=path)
        return _edit(sitting, owner)
    if not flowing and _as_claim(sitting, path):
        return
    steps, asked = trace(sitting.get, path, sitting.forum)
    entry = next((step for step in reversed(steps) if step.entry), None)
    form = (
        Form(sitting, entry.record, entry.path)
        if entry
        else Form(sitting, FactSheet, "", SECTIONS[sitting.section])
    )
    if flowing and any(each.path == path for each in form.questions()):
        return form.run(path)
    if asked is not None:
        _edit(sitting, path)
    if entry or asked is None or asked.kind not in LISTS:
        form.screen()

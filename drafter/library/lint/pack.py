"""The law of a State under the lint: its core causes, and how what is called read was read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from drafter.facts.values import Plain
from drafter.library import CauseOfAction, Library
from drafter.library.lint.flaws import Flaw, loads
from drafter.library.lint.periods import period_flaws
from drafter.library.readings import lacking, readings
from drafter.library.states import StateCause, StateLaw
from drafter.library.under_law import ROLE

__all__ = ["pack_flaws", "strange_roles"]

_BRACES = re.compile(r"\{[^{}]*\}?|\}")


def strange_roles(text: object) -> list[str]:
    """What stands in braces in words of a core cause and names no role."""
    return [one for one in _BRACES.findall(str(text or "")) if not ROLE.fullmatch(one)]


def pack_flaws(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a file on the law of a State."""
    wrong = list(loads(path, library.law_of))
    yield from wrong
    law = None if wrong else library.law_of(path.stem)
    if law is None:
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    for told, words in _wrong(library, law):
        line = next((number for number, line in enumerate(lines, 1) if words and words in line), 1)
        yield Flaw(path, line, "error", told, "See docs/law-packs.md.")


def _wrong(library: Library, law: StateLaw) -> Iterator[tuple[str, str]]:
    """What is wrong, and words of the line on which it stands."""
    for path, one in readings(law):
        cite = str(one.cite or one.text)
        if why := lacking(one):
            yield f"{path}: “{cite}” is called read. {why}", cite[:40]
        yield from (
            (f"{path}: “{cite}” cites the law of {other}.", cite[:40])
            for other in _of_others(library, law, cite)
        )
    yield from period_flaws(law)
    kinds = {str(kind) for core in _cores(library).values() for kind in core.periods}
    for period in law.periods:
        if period.kind not in kinds:
            yield f"periods: no core cause goes by “{period.kind}”.", f"kind: {period.kind}"
    seen: set[str] = set()
    for entry in law.causes:
        if entry.cause in seen:
            yield f"causes: “{entry.cause}” stands twice.", f"cause: {entry.cause}"
        seen.add(str(entry.cause))
        yield from ((told, f"cause: {entry.cause}") for told in _entry(library, entry))


def _cores(library: Library) -> dict[str, CauseOfAction]:
    return {name: library.core(name) for name in library.ids("core", ".md")}


def _of_others(library: Library, law: StateLaw, cite: str) -> Iterator[str]:
    """The other States whose codes a citation names."""
    own = [str(one.cite) for one in law.codes]
    for name in library.ids("law", ".yaml"):
        other = library.law_of(name)
        if other and other.state != law.state:
            for code in other.codes:
                if cite.startswith(str(code.cite)) and str(code.cite) not in own:
                    yield str(other.state)


def _entry(library: Library, entry: StateCause) -> Iterator[str]:
    """What is wrong with what a State says of one core cause."""
    core = _cores(library).get(str(entry.cause))
    if core is None:
        yield f"“{entry.cause}” is no core cause."
        return
    there = {*library.ids("causes", ".md")}
    yield from (f"pleaded_as: there is no cause “{own}”." for own in entry.pleaded_as if own not in there)
    ids = {str(one.id) for one in core.elements}
    remedies = {str(one.id) for one in (*core.remedies, *entry.remedies)}
    for own in entry.without:
        if own not in ids | remedies:
            yield f"without: “{own}” is no element or remedy of it."
    for element in entry.elements:
        if element.id not in ids and not (
            element.title and element.plead and element.asks and element.conclusion
        ):
            yield f"elements: “{element.id}” is new, and lacks title, plead, asks or conclusion."
        if element.after and element.after not in ids | {str(one.id) for one in entry.elements}:
            yield f"elements: “{element.id}” stands after “{element.after}”, which is none."
    words: list[Plain | object] = [entry.relief]
    words += [part for one in entry.elements for part in (one.frame, one.conclusion)]
    yield from (f"“{strange}” names no role." for part in words for strange in strange_roles(part))
    if core.statutory and not (entry.citation or entry.refused or entry.pleaded_as):
        yield "a statute gives it: say citation, refused or pleaded_as."
    if entry.citation and not entry.law:
        yield "it has a citation and no law with its status."

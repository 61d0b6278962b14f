"""The lint of a folder: every template, court, layout and law of a State in it."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Iterator

from drafter.errors import TemplateError
from drafter.library import Library
from drafter.library.authorities import AUTHORITIES, CheckAuthority
from drafter.library.lint.cause import CauseFile, CoreFile
from drafter.library.lint.flaws import Flaw, flaw_of, loads
from drafter.library.lint.pack import pack_flaws
from drafter.library.lint.starter import starter_flaws
from drafter.library.lint.template import TemplateFile

__all__ = ["lint"]

_RECORDS: dict[str, type[TemplateFile]] = {"causes": CauseFile, "core": CoreFile}
"""The folders whose templates have front matter."""


def lint(library: Library, folder: Path) -> list[Flaw]:
    """Every flaw of the templates in `folder`, by file and line. `library` must have the folder in front."""
    found: list[Flaw] = []
    for path in _shown(folder.rglob("*.md")):
        found += _flaws(library, folder, path)
    for path in _shown((folder / "courts").glob("*.yaml")):
        found += _court(library, path)
    for path in _shown((folder / "layouts").glob("*.yaml")):
        found += loads(path, lambda name: library.layout_spec(name))
    for path in sorted((folder / "law").glob("*.yaml")):
        found += pack_flaws(library, path)
    for path in _shown((folder / "starters").glob("*.yaml")):
        found += starter_flaws(library, path)
    if (folder / AUTHORITIES).is_file():
        found += _authorities(library, folder / AUTHORITIES)
    return sorted(found, key=lambda flaw: (str(flaw.file), flaw.line))


def _shown(found: Iterable[Path]) -> list[Path]:
    """What was found, in order, without what is hidden: an editor's lock is no template."""
    return sorted(path for path in found if not path.name.startswith("."))


def _flaws(library: Library, folder: Path, path: Path) -> Iterator[Flaw]:
    if not path.is_file() or not library.files.holds(path):
        yield Flaw(
            path,
            1,
            "error",
            "This is a link out of the folder of templates, or no file.",
            "Put the template itself there.",
        )
        return
    kind = path.relative_to(folder).parts[0]
    named = _RECORDS.get(kind) if not path.name.startswith("_") else None
    try:
        template = (named or TemplateFile)(library, folder, path)
    except TemplateError as error:
        yield flaw_of(path, error)
        return
    yield from template.flaws()


def _court(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a court's profile: it loads; a State's says where an action is tried, and what was read of
    that says in which edition.
    """
    wrong = list(loads(path, lambda name: library.layout(library.court(name))))
    yield from wrong
    court = None if wrong else library.court(path.stem)
    if court and court.system == "state" and not court.venue:
        yield Flaw(
            path,
            1,
            "warning",
            "Nothing says in which county an action is tried here: no finding tells of a wrong ground.",
            "Add venue: the county, the grounds of the sheet that it bears out, and the law.",
        )
    if court and court.related_cases and str(court.related_cases) not in library.authorities():
        told = f"related_cases: there is no authority “{court.related_cases}”."
        yield Flaw(path, 1, "error", told, f"Name one by its key in {AUTHORITIES}.")
    for ground in court.venue if court else []:
        yield from _not_dated(
            path, str(ground.law.cite or ground.law.text), ground.law.status, ground.law.read
        )


def _authorities(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a file of authorities: it loads, each court is one, each text read says which edition."""
    entries: dict[str, CheckAuthority] = {}

    def load(_: str) -> None:
        there = library.authorities().items()
        entries.update((key, one) for key, one in there if one.why or path.parent == library.builtin)
        for key, entry in entries.items():
            library.known_courts(f"{path.name}: authorities.{key}", entry.courts)

    yield from loads(path, load)
    for entry in entries.values():
        yield from _not_dated(path, str(entry.cite), entry.status, entry.read)


def _not_dated(path: Path, cite: str, status: str, read: object) -> Iterator[Flaw]:
    """A law that was read, of which nothing says in which edition."""
    if status == "text_read" and not read:
        told = f"“{cite}” was read, and nothing says in which edition."
        yield Flaw(path, 1, "warning", told, "Say it in read.")

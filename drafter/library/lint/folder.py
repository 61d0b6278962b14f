"""The lint of a folder: every template, court, layout and law of a State in it."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Iterator

from drafter.errors import TemplateError
from drafter.library import Library
from drafter.library.lint.cause import CauseFile
from drafter.library.lint.flaws import Flaw, flaw_of, loads
from drafter.library.lint.template import TemplateFile

__all__ = ["lint"]


def lint(library: Library, folder: Path) -> list[Flaw]:
    """Every flaw of the templates in `folder`, by file and line. `library` must have the folder in front."""
    found: list[Flaw] = []
    for path in _shown(folder.rglob("*.md")):
        found += _flaws(library, folder, path)
    for path in _shown((folder / "courts").glob("*.yaml")):
        found += loads(path, lambda name: library.layout(library.court(name)))
    for path in _shown((folder / "layouts").glob("*.yaml")):
        found += loads(path, lambda name: library.layout_spec(name))
    for path in sorted((folder / "law").glob("*.yaml")):
        found += _state_law(library, path)
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
    is_cause = path.relative_to(folder).parts[0] == "causes" and not path.name.startswith("_")
    try:
        template = (CauseFile if is_cause else TemplateFile)(library, folder, path)
    except TemplateError as error:
        yield flaw_of(path, error)
        return
    yield from template.flaws()


def _state_law(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a file on the law of a State: it loads, and what was read says in which edition."""
    wrong = list(loads(path, library.law_of))
    yield from wrong
    law = None if wrong else library.law_of(path.stem)
    for one in (
        [
            *(each for some in (law.class_bars, law.public_claims) for own in some for each in own.law),
            *law.notes,
        ]
        if law
        else []
    ):
        if one.status == "text_read" and not one.read:
            yield Flaw(
                path,
                1,
                "warning",
                f"“{one.cite or one.text}” was read, and nothing says in which edition.",
                "Say it in read.",
            )
